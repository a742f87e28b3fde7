import { expect, type Page, test } from '@playwright/test'
import { become, signOut } from './people.ts'
import { ANSWER, ask, draft, openCase, sign } from './questions.ts'

test('a letter left lying lapses the moment it is entered, and its author complains by the link on the receipt', async ({
	page,
}) => {
	test.setTimeout(90_000)
	await become(page, 'clerk', 'ENV')
	await page.goto('/en/desk/entry')
	await page.getByRole('radio', { name: 'letter' }).check()
	await page.getByLabel('Day of arrival').fill(daysAgo(80))
	await page.getByLabel('Time of arrival').fill('11:20')
	await page.getByLabel('Full name of the author').fill('Сәуле Мысалқызы')
	await page.getByLabel('Postal address').fill('Orbit 5, Tauqala')
	await page.getByLabel('To', { exact: true }).selectOption({ label: 'Minister of Environment and Water' })
	await page.getByLabel('Subject').fill('Smoke at night')
	await page.getByLabel('Text of the question').fill('There is smoke every night since spring.')
	await page.getByRole('button', { name: 'Register' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Registered as ENV-')
	const receipt = String(await page.getByRole('link', { name: 'Receipt to print' }).getAttribute('href'))

	await signOut(page)
	await expect
		.poll(() => textAt(page, receipt), { timeout: 45_000, intervals: [1000] })
		.toContain('Complain to the superior body')
	await expect(page.getByText('The term has ended without an answer')).toBeVisible()
	await expect(page.getByText('11:20').first()).toBeVisible()
	await page.getByRole('link', { name: 'Complain to the superior body' }).click()
	await page.getByRole('button', { name: 'File the complaint' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^GOV-\d{4}-\d{6}-\d$/)
	await become(page, 'clerk', 'GOV')
	await page.goto('/en/desk')
	await expect(page.getByText('Complaint: no answer to ENV-').first()).toBeVisible()
})

test('an answer that lacks what the law lists does not go out, and nothing of it is lost', async ({
	page,
}) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { subject: 'An answer that must be whole' })
	await become(page, 'executor', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Write the answer' }).click()
	await page.getByRole('button', { name: 'Write' }).click()
	await page.getByLabel('Answer', { exact: true }).fill(ANSWER.Answer)
	await page.getByRole('button', { name: 'Save and hand over for signature' }).click()
	await expect(page.getByText('Handed over for signature.')).toBeVisible()

	await become(page, 'approver', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Read the draft and sign' }).click()
	await expect(page.getByRole('listitem').filter({ hasText: 'The law it rests on' })).toContainText(/law/)
	await expect(page.getByRole('img', { name: 'missing' }).first()).toBeVisible()
	await page.getByRole('button', { name: 'Sign and send' }).click()
	await expect(page.getByText('The answer still lacks what the law requires.')).toBeVisible()

	await page.getByRole('button', { name: 'Change the text' }).click()
	await expect(page.getByLabel('Answer', { exact: true })).toHaveValue(ANSWER.Answer)
	for (const [label, text] of Object.entries(ANSWER)) await page.getByLabel(label, { exact: true }).fill(text)
	await page.getByRole('button', { name: 'Save and hand over for signature' }).click()
	await page.getByRole('button', { name: 'Sign and send' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Forty sensors stand near schools.')).toBeVisible()
})

test('a part of the answer is sent ahead: everybody reads it, and the term runs on', {
	tag: '@no-scripts',
}, async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { subject: 'A question of two parts' })
	const term = page.locator('.strip-words').first()
	await page.goto(`/en/inquiries/${number}`)
	const before = String(await term.textContent())
	await become(page, 'approver', 'ENV')
	const sendPart = async () => {
		await openCase(page, number)
		await page.getByRole('link', { name: 'Answer a part' }).click()
		await page.getByLabel('Answer to the part').fill('The **first** half is done.')
		await page.getByRole('button', { name: 'Sign and send' }).click()
	}
	await sendPart()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
	await expect(page.getByText('Answered in part: Ministry of Environment and Water.')).toBeVisible()
	await sendPart()
	await expect(page.getByText('This was done already.').first()).toBeVisible()
	await expect(page.getByLabel('Answer to the part')).toHaveValue('The **first** half is done.')

	await signOut(page)
	await page.goto(`/en/inquiries/${number}`)
	const step = page.getByRole('listitem').filter({ hasText: 'Answered in part' })
	await expect(step).toContainText('The first half is done.')
	await expect(step.getByRole('link')).toBeVisible()
	await expect(term).toHaveText(before)
})

test('the author is asked for a correction, sends it, and the term goes on', { tag: '@no-scripts' }, async ({
	page,
}) => {
	await become(page, 'citizen')
	const { number, receipt } = await ask(page, { subject: 'A question without a street' })
	await become(page, 'clerk', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Ask the author to correct' }).click()
	await page.getByLabel('What is missing').fill('Name the street.')
	await page.getByLabel('Time to correct, until').fill(workingDayAhead())
	await page.getByRole('button', { name: 'Ask for the correction' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)

	await signOut(page)
	await page.goto(receipt)
	await page.getByRole('link', { name: 'Send the correction' }).click()
	await expect(page.getByText('Name the street.')).toBeVisible()
	await page.getByLabel('Your reply').fill('Orbit Street, house 12.')
	await page.getByRole('button', { name: 'Send the correction' }).click()
	await expect(page.getByText('The correction is sent. The term goes on.')).toBeVisible()
	await become(page, 'executor', 'ENV')
	await openCase(page, number)
	await expect(page.getByText('Orbit Street, house 12.').first()).toBeVisible()
})

test('two people never write one answer: the second is told, and may take over, which the first is told', async ({
	page,
}) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { subject: 'Who holds the pen' })
	await become(page, 'executor', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Write the answer' }).click()
	await page.getByRole('button', { name: 'Write' }).click()
	await page.getByLabel('Answer', { exact: true }).fill('Begun by the executor.')
	await page.getByRole('button', { name: 'Save the draft' }).click()
	await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('Begun by the executor.')

	await become(page, 'approver', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: /Write the answer|Read the draft and sign/ }).click()
	await expect(page.getByText(/is writing this answer now/)).toBeVisible()
	await page.getByRole('button', { name: 'Take over' }).click()
	await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('Begun by the executor.')
	await openCase(page, number)
	await expect(page.getByText(/ took over the draft of the answer\./)).toBeVisible()

	await become(page, 'executor', 'ENV')
	await page.goto('/en/account/notices')
	await page.getByRole('link', { name: `${number}: a colleague has taken over the draft` }).click()
	await expect(page.getByText(/is writing this answer now/)).toBeVisible()
})

test('with the keyboard alone a question is asked, answered and signed', async ({ page }) => {
	test.setTimeout(120_000)
	await become(page, 'citizen')
	await page.goto('/en/offices/env-minister')
	await typeInto(page, 'The question in one line', 'Asked without a mouse')
	await typeInto(page, 'In full', 'Every part of it was reached by Tab and sent by Enter.')
	await press(page, 'button', 'Check and go on')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before filing')
	await press(page, 'button', 'File the question')
	const number = String(await page.getByRole('heading', { level: 1 }).textContent())

	await become(page, 'executor', 'ENV')
	await page.goto(`/en/inquiries/${number}`)
	await press(page, 'link', /^Open on the desk/)
	await press(page, 'link', 'Write the answer')
	await press(page, 'button', 'Write')
	for (const [label, text] of Object.entries(ANSWER)) await typeInto(page, label, text)
	await press(page, 'button', 'Save and hand over for signature')
	await expect(page.getByText('Handed over for signature.')).toBeVisible()
	await become(page, 'approver', 'ENV')
	await page.goto(`/en/inquiries/${number}`)
	await press(page, 'link', /^Open on the desk/)
	await press(page, 'link', 'Read the draft and sign')
	await press(page, 'button', 'Sign and send')
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Forty sensors stand near schools.')).toBeVisible()
})

test('a promise in an answer is public with its date, and kept in public', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { subject: 'A promise with a date' })
	await become(page, 'executor', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Write the answer' }).click()
	await page.getByRole('button', { name: 'Write' }).click()
	for (const [label, text] of Object.entries(ANSWER)) await page.getByLabel(label, { exact: true }).fill(text)
	await page.getByText('Promises', { exact: true }).click()
	await page.getByLabel('What is promised').first().fill('Ten more sensors')
	await page.getByLabel('Until', { exact: true }).first().fill('2030-06-03')
	await page.getByRole('button', { name: 'Save and hand over for signature' }).click()
	await become(page, 'approver', 'ENV')
	await openCase(page, number)
	await sign(page)
	await page.getByLabel('What was done').fill('They stand since Monday.')
	await page.getByRole('button', { name: 'It is done' }).click()
	await signOut(page)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Ten more sensors').first()).toBeVisible()
	await expect(page.getByText(/Promise kept/).first()).toBeVisible()
})

test('a draft handed over waits in the list of what is to sign', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { office: 'edu-minister', subject: 'Waits for a signature' })
	await become(page, 'executor', 'EDU')
	await openCase(page, number)
	await draft(page)
	await become(page, 'approver', 'EDU')
	await page.goto('/en/desk?filter=to-sign')
	await expect(page.getByRole('table')).toContainText(number)
})

test('several questions at once go to one person, to another body, under one question', async ({ page }) => {
	await become(page, 'citizen')
	const asked: string[] = []
	for (const subject of ['Lamps in the park', 'Lamps by the river', 'Lamps on the bridge'])
		asked.push((await ask(page, { office: 'edu-minister', subject })).number)
	const [first = '', second = '', third = ''] = asked

	await become(page, 'clerk', 'EDU')
	await choose(page, [first, second])
	await page.getByRole('button', { name: 'Assign', exact: true }).click()
	await expect(page.getByRole('listitem').filter({ hasText: /: done/ })).toHaveCount(2)
	await page.getByRole('link', { name: 'Choose others' }).click()
	await expect(page.getByRole('row').filter({ hasText: second })).not.toContainText('nobody')

	await choose(page, [second])
	await page.getByLabel('Under which question').selectOption({ label: `${first} Lamps in the park` })
	await page.getByRole('button', { name: 'Put it under this question' }).click()
	await expect(page.getByRole('listitem').filter({ hasText: `${second}: done` })).toBeVisible()
	await page.goto(`/en/inquiries/${second}`)
	await expect(page.getByRole('link', { name: new RegExp(first) }).first()).toBeVisible()

	await choose(page, [third, first])
	await page.getByLabel('Competent body').selectOption({ label: 'Ministry of Environment and Water' })
	await page.getByRole('button', { name: 'Redirect' }).click()
	await expect(page.getByText('Please fill this in.').first()).toBeVisible()
	await page.getByLabel('Reason').fill('Lamps are the business of that ministry.')
	await page.getByRole('button', { name: 'Redirect' }).click()
	await expect(page.getByRole('listitem').filter({ hasText: `${third}: done` })).toBeVisible()
	await page.goto(`/en/inquiries/${third}`)
	await expect(page.getByText('Lamps are the business of that ministry.').first()).toBeVisible()
})

test('the keys j k o a go through the list, which stays beside the case on a wide window', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1500, height: 900 })
	await become(page, 'executor', 'ENV')
	await page.goto('/en/desk')
	const names = await page.locator('a[data-case]').allTextContents()
	const focused = () => page.evaluate(() => document.activeElement?.textContent)
	await page.keyboard.press('j')
	expect(await focused()).toBe(names[0])
	await page.keyboard.press('j')
	expect(await focused()).toBe(names[1])
	await page.keyboard.press('k')
	await page.keyboard.press('o')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(names[0]))

	const beside = page.getByRole('navigation', { name: 'Desk' })
	await expect(beside.getByRole('link', { name: names[0], exact: true }).first()).toHaveAttribute(
		'aria-current',
		'page',
	)
	await beside.getByRole('link', { name: names[1], exact: true }).first().click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(names[1]))
	await page.setViewportSize({ width: 1280, height: 720 })
	await expect(beside).toBeHidden()

	await page.goto('/en/desk?filter=mine')
	const mine = page.locator('a[data-case]').first()
	await page.keyboard.press('j')
	const href = String(await mine.getAttribute('href'))
	expect(href).toContain('filter=mine')
	await page.keyboard.press('a')
	await expect(page).toHaveURL(/\/desk\/[\w-]+\/answer$/)
})

/** Ticks them in the list and goes on to the page that does something with all of them. */
async function choose(page: Page, numbers: readonly string[]) {
	await page.goto('/en/desk')
	for (const number of numbers) await page.getByRole('checkbox', { name: `Choose ${number}` }).check()
	await page.getByRole('button', { name: 'Do something with the chosen ones' }).click()
	await expect(page.getByText(`${numbers.length} case`)).toBeVisible()
}

const textAt = async (page: Page, path: string) => {
	await page.goto(path)
	return (await page.getByRole('main').textContent()) ?? ''
}

const dayAhead = (days: number) => {
	const day = new Date(Date.now() + days * 86_400_000)
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty', dateStyle: 'short' }).format(day)
}
const daysAgo = (days: number) => dayAhead(-days)

/** A Tuesday, Wednesday or Thursday a week ahead; the demo moves no day so near. */
function workingDayAhead() {
	const days = [6, 7, 8, 9, 10].find((ahead) => [2, 3, 4].includes(new Date(dayAhead(ahead)).getUTCDay()))
	return dayAhead(days ?? 7)
}

async function typeInto(page: Page, label: string, text: string) {
	await tabTo(page, page.getByLabel(label, { exact: true }))
	await page.keyboard.press('Control+A')
	await page.keyboard.insertText(text)
}

async function press(page: Page, role: 'button' | 'link', name: string | RegExp) {
	await tabTo(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first())
	await page.keyboard.press('Enter')
	await page.waitForLoadState('load')
}

async function tabTo(page: Page, wanted: ReturnType<Page['getByRole']>) {
	await expect(wanted).toBeVisible()
	for (let pressed = 0; pressed < 150; pressed++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return
		await page.keyboard.press('Tab')
	}
	throw new Error('not reached by Tab')
}
