import { expect, test } from '@playwright/test'
import { become, letterTo, signOut } from './people.ts'
import { ask } from './questions.ts'

test('a hidden text leaves its number, its dates and the reason; its author reads on, its term runs on', async ({
	page,
}) => {
	await become(page, 'citizen')
	const subject = 'Rude words about a neighbour'
	const { number, receipt } = await ask(page, { subject, text: 'Words that hurt, and an address.' })

	await become(page, 'moderator')
	await page.goto('/en/moderation/recent')
	await page.getByRole('link', { name: subject }).first().click()
	await page.getByRole('radio').first().check()
	await page.getByRole('textbox').last().fill('The second sentence')
	await page.getByRole('button', { name: 'Hide' }).first().click()

	await signOut(page)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByRole('main')).not.toContainText('Words that hurt')
	await expect(page.getByRole('main')).not.toContainText(subject)
	await expect(page.getByText('The text is hidden by a moderator').first()).toBeVisible()
	await expect(page.getByText('The second sentence').first()).toBeVisible()
	await expect(page.getByRole('main')).toContainText('Last day for the answer')
	await page.goto(receipt)
	await expect(page.getByText('Words that hurt, and an address.')).toBeVisible()
})

test('a new day off moves the last day, and both sides are told', async ({ page }) => {
	test.setTimeout(120_000)
	await become(page, 'citizen')
	const { number } = await ask(page, { office: 'dig-minister', subject: 'A term that will move' })
	await page.goto(`/en/inquiries/${number}/clock`)
	const last = page
		.getByRole('row')
		.filter({ hasText: 'The last day for the answer' })
		.locator('time')
		.first()
	const due = String(await last.getAttribute('datetime'))

	await become(page, 'administrator')
	await page.goto(`/en/administration/calendar/entry?calendar=KZ&year=${due.slice(0, 4)}`)
	await page.getByLabel('Day', { exact: true }).fill(due)
	await page.getByRole('radio').nth(2).check()
	await page.getByLabel('In Kazakh').fill('Боран')
	await page.getByLabel('In Russian').fill('Буран')
	await page.getByLabel('In English').fill('Snowstorm')
	await page.getByLabel('Source').fill('Decree No. 77')
	await page.getByRole('button', { name: 'See what it changes' }).click()
	await expect(page.getByText(/running clocks? will move/)).toBeVisible()
	await page.getByRole('button', { name: 'Confirm' }).click()
	await expect(page.getByText('running clocks are being recounted')).toBeVisible()

	await signOut(page)
	await expect
		.poll(() => page.goto(`/en/inquiries/${number}`).then(() => page.getByRole('main').textContent()), {
			timeout: 50_000,
			intervals: [1000],
		})
		.toContain('The calendar changed, and the last day moved')
	await expect(page.getByRole('list').filter({ hasText: 'Snowstorm' }).first()).toBeVisible()
	await letterTo('citizen01@demo.example', new RegExp(`${number} пересчитан`))
	await letterTo('dig@demo.example', new RegExp(`${number}: бұрынғы күні`))
})

test('the overseer finds every breach with its case, and takes the table along', async ({ page }) => {
	await become(page, 'overseer')
	await page.goto('/en/oversight')
	await expect(
		page
			.getByRole('table')
			.filter({ hasText: /ENV-\d{4}-\d{6}-\d/ })
			.first(),
	).toBeVisible()
	const csv = String(await page.getByRole('link', { name: 'Table (CSV)' }).getAttribute('href'))
	const table = await page.request.get(csv)
	expect(table.headers()['content-type']).toContain('text/csv')
	expect(await table.text()).toMatch(/ENV-\d{4}-\d{6}-\d/)
})

test('a calculation has an address of its own', { tag: '@no-scripts' }, async ({ page }) => {
	await page.goto('/en/calculator')
	await page.getByRole('radio', { name: 'When it arrived' }).check()
	await page.getByLabel('Day', { exact: true }).fill('2026-03-06')
	await page.getByLabel(/^Time/).fill('19:10')
	await page.getByRole('button', { name: 'Count' }).click()
	await expect(page.getByRole('region', { name: 'The last day' })).toContainText('3 April')
	const link = String(await page.getByRole('link', { name: 'Link to this calculation' }).getAttribute('href'))
	await page.goto(link)
	await expect(page.getByRole('region', { name: 'The last day' })).toContainText('3 April')
	await expect(page.getByText(/Registered .*10 March/).first()).toBeVisible()
})

test('the language changes, the page stays', { tag: '@no-scripts' }, async ({ page }) => {
	await page.goto('/en/inquiries?state=overdue')
	const first = await page.locator('.entry-title a').first().getAttribute('href')
	await page.goto(String(first))
	await page.getByRole('link', { name: 'Қазақша', exact: true }).click()
	await expect(page).toHaveURL(String(first).replace('/en/', '/kk/'))
	await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
	await page.goto('/')
	await expect(page).toHaveURL(/\/kk$/)
	await page.goto('/kk/inquiries?state=overdue')
	await page.getByRole('link', { name: 'Русский', exact: true }).click()
	await expect(page).toHaveURL(/\/ru\/inquiries\?state=overdue$/)
})
