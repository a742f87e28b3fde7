import { expect, type Page, test } from '@playwright/test'
import { TOTP } from 'otpauth'
import { anAccount, factorShownAnHourAgo } from './accounts.ts'
import { linksOn } from './pages.ts'
import { become, letterTo, signInByPassword, signOut } from './people.ts'
import { draft } from './questions.ts'

test('an approver is led to a passkey, signs an answer by it, and signs in by it alone', async ({
	page,
	browser,
}) => {
	const { email, personId } = anAccount('Серік Үлгіұлы')
	await virtualAuthenticator(page)
	const office = await browser.newPage()
	await become(office, 'administrator')
	await office.goto(`/en/administration/people/${personId}`)
	await office.getByLabel('Role', { exact: true }).selectOption('approver')
	await office.getByLabel('Body', { exact: true }).selectOption('FIN')
	await office.getByRole('button', { name: 'Give a role' }).click()
	await expect(office.getByText('approver').first()).toBeVisible()
	await become(office, 'executor', 'FIN')
	const [desk = ''] = await linksOn(office, '/desk', /^\/desk\/[\w-]{36,}$/)
	await office.goto(`/en${desk}`)
	await draft(office)

	await signInByPassword(page, email)
	await page.goto('/en/desk')
	await expect(page.getByText('Your work needs a second factor')).toBeVisible()
	await page.getByRole('link', { name: 'Add a passkey' }).click()
	await page.getByRole('button', { name: 'Make a passkey' }).click()
	await expect(page.getByText('Print or write down your recovery codes')).toBeVisible()
	await page.getByRole('link', { name: 'Go on' }).click()
	await expect(page).toHaveURL(/\/en\/desk$/)
	await letterTo(email, /A second factor was added|Екінші фактор қосылды/)

	await page.goto(`/en${desk}`)
	factorShownAnHourAgo(personId)
	await page.getByRole('link', { name: 'Read the draft and sign' }).click()
	await expect(page.getByText('Show that it is you')).toBeVisible()
	await page.getByLabel('Recovery code').fill('22222-22222')
	await page.getByRole('button', { name: 'Sign and send' }).click()
	await expect(page.getByText(/That did not fit/).first()).toBeVisible()
	await page.getByLabel('Recovery code').fill('')
	await page.getByRole('button', { name: 'Sign and send' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
	const [question] = await linksOn(page, desk, /^\/inquiries\/[A-Z]+-[\d-]+$/)
	await page.goto(`/en${question}`)
	await expect(page.getByText('Forty sensors stand near schools.')).toBeVisible()

	await page.goto('/en/account/sessions')
	await expect(page.getByText('Chrome, Linux').first()).toBeVisible()
	await signOut(page)
	await page.goto('/en/sign-in?next=/en/desk')
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	await expect(page).toHaveURL(/\/en\/desk$/)
})

test('codes of an application, and a recovery code, are the second step of signing in', {
	tag: ['@no-scripts', '@phone'],
}, async ({ page }) => {
	const { email } = anAccount('Дана Үлгіқызы')
	await signInByPassword(page, email)
	await page.goto('/en/account/factors/application')
	await expect(page.getByRole('img', { name: 'Square code for the application' })).toBeVisible()
	const secret = String(await page.locator('code').textContent()).replaceAll(' ', '')
	const code = (seconds: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1000 })
	await page.getByLabel('Code from the application').fill(code(-300))
	await page.getByRole('button', { name: 'Add' }).click()
	await expect(page.getByText(/The code is not right/).first()).toBeVisible()
	expect(String(await page.locator('code').textContent()).replaceAll(' ', ''), 'the same key').toBe(secret)
	await page.getByLabel('Code from the application').fill(code(0))
	await page.getByRole('button', { name: 'Add' }).click()
	const recovery = String(await page.getByRole('listitem').locator('code').first().textContent())

	await signOut(page)
	await signInByPassword(page, email)
	await expect(page).toHaveURL(/\/en\/sign-in\/factor/)
	await page.getByLabel('Code', { exact: true }).fill(recovery)
	await page.getByRole('button', { name: 'Go on' }).click()
	await page.goto('/en/account/factors')
	await expect(page.getByText('9 recovery codes are left.')).toBeVisible()
	await signOut(page)
	await signInByPassword(page, email)
	await page.getByLabel('Code', { exact: true }).fill(code(30))
	await page.getByRole('button', { name: 'Go on' }).click()
	await expect(page).toHaveURL(/\/en$/)
})

/** One that answers as a telephone would whose owner has put a finger on it. */
async function virtualAuthenticator(page: Page) {
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('WebAuthn.enable')
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	})
}
