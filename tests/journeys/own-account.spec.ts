import { expect, type Page, test } from '@playwright/test'
import { anAccount } from './accounts.ts'
import { become, letterTo, showIdentity, signInAs, signInByPassword } from './people.ts'
import { ask, draft, openCase, sign } from './questions.ts'

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false })

	test('before an account is erased it is said what stays; afterwards the name is gone in public and nobody signs in', async ({
		page,
	}) => {
		const { email } = anAccount('Үміт')
		await signInAs(page, email)
		await page.goto('/en/account/identity')
		await showIdentity(page, 'Umit Synamaqyzy')
		await expect(page.getByText('The proof is linked to your account.')).toBeVisible()
		const { number } = await ask(page, {
			subject: 'A question that outlives its author',
			visibility: 'Public',
		})
		await page.goto(`/en/inquiries/${number}`)
		await expect(page.getByText(/Umit/).first()).toBeVisible()

		await page.goto('/en/account/data')
		await page.getByRole('link', { name: 'See what goes and what stays' }).click()
		await expect(page.getByRole('heading', { name: 'What goes for good' })).toBeVisible()
		await expect(page.getByText('1 question still awaits its answer')).toBeVisible()
		await expect(page.getByRole('row', { name: number })).toContainText('Author who erased their account')
		await page.getByLabel('Your password now').fill('jauap-demo')
		await page.getByRole('button', { name: 'Erase my account for good' }).click()
		await expect(page.getByText('Your account is erased.')).toBeVisible()

		await page.goto(`/en/inquiries/${number}`)
		await expect(page.getByText('Author who erased their account').first()).toBeVisible()
		await expect(page.getByText(/Umit|Үміт/)).toHaveCount(0)
		await signInByPassword(page, email)
		await expect(page.getByRole('alert')).toBeVisible()
		await expect(page).toHaveURL(/\/en\/sign-in/)
	})
})

test('who follows an office and a question is told of the answer, and one press in the letter stops that', async ({
	page,
	browser,
	request,
}) => {
	test.setTimeout(120_000)
	const { email } = anAccount('Дана Үлгіқызы')
	const office = await browser.newPage()
	await become(office, 'citizen')
	const { number } = await ask(office, { subject: 'A question with a follower', visibility: 'Public' })

	await signInAs(page, email)
	await page.goto('/en/offices/env-minister')
	await followAtOnce(page)
	await page.goto(`/en/inquiries/${number}`)
	await followAtOnce(page)
	await become(office, 'executor', 'ENV')
	await openCase(office, number)
	await draft(office)
	await become(office, 'approver', 'ENV')
	await openCase(office, number)
	await sign(office)

	const letter = await letterTo(email, new RegExp(`Answered: ${number}`))
	expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
	await page.goto('/en/account/notices')
	await expect(page.getByText(`Answered: ${number}`).first()).toBeVisible()
	await page.goto('/en/account/following')
	await expect(page.getByRole('listitem').filter({ hasText: 'A question with a follower' })).toBeVisible()

	// As a mail program does it, without the reader's cookies and from no page.
	const stop = letter.match(/List-Unsubscribe:\s+<([^>]+)>/)?.[1]
	const answer = await request.post(String(stop), { form: { 'List-Unsubscribe': 'One-Click' } })
	expect(answer.status()).toBe(204)
	await page.reload()
	await expect(page.getByText('You follow nothing yet')).toBeVisible()
})

async function followAtOnce(page: Page) {
	await page.getByRole('link', { name: 'Follow', exact: true }).click()
	await page.getByLabel('At once').check()
	await page.getByRole('button', { name: 'Follow' }).click()
	await expect(page.getByText('Saved. You will be told when there is something new.')).toBeVisible()
}
