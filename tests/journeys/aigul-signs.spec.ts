import { expect, test } from '@playwright/test'
import { signFictionally } from '../../app/signatures/fictional.server.ts'
import { become, showIdentity, signOut } from './people.ts'
import { ask, draft, fillIn, onReceipt, openCase } from './questions.ts'

test('a question is filed and an answer given by digital signatures, which can be taken away @no-scripts', async ({
	page,
}) => {
	test.setTimeout(120_000)
	await page.goto('/en/sign-in')
	await page.getByRole('button', { name: 'With a digital signature (EDS)' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in with a digital signature')
	await page.getByLabel('File with the signature').setInputFiles({
		name: 'statement.cms',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from('no signature at all'),
	})
	await page.getByRole('button', { name: 'Sign in with this signature' }).click()
	await expect(page.getByText('This is not a CMS signature.').first()).toBeVisible()
	await page.getByLabel('Sign as').selectOption({ index: 0 })
	await page.getByRole('button', { name: 'Sign with a fictional key' }).click()
	await expect(page).toHaveURL(/\/en$/)

	await page.goto('/en/offices/env-minister')
	await fillIn(page, { subject: 'A question with a signature under it' })
	await page.getByRole('button', { name: 'Check and go on' }).click()
	await page.getByRole('button', { name: 'Sign digitally and file' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign your question')
	const download = page.waitForEvent('download')
	await page.getByRole('button', { name: 'Download the statement' }).click()
	expect((await download).suggestedFilename()).toBe('statement.txt')
	await page.getByRole('button', { name: 'Sign with a fictional key' }).click()
	const { number } = await onReceipt(page)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Signed digitally by Үлгіқызы Айгүл.')).toBeVisible()
	const cms = await page.getByRole('link', { name: 'Signature (CMS)' }).getAttribute('href')
	expect((await page.request.get(String(cms))).headers()['content-type']).toContain('pkcs7')

	await signOut(page)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Signed digitally by')).toHaveCount(0)
	await become(page, 'approver', 'ENV')
	await openCase(page, number)
	await draft(page, { name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('Forty sensors.') })
	await expect(page.getByRole('link', { name: 'order.txt' })).toBeVisible()
	await page.getByRole('link', { name: 'Sign with a digital signature' }).click()
	await expect(page.getByText('JAUAP ANSWER 1')).toContainText(/file-sha256: [0-9a-f]{64} order\.txt/)
	await page.getByRole('button', { name: 'Sign with a fictional key' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
	await signOut(page)
	// A page kept for strangers may be seconds old.
	await expect(async () => {
		await page.goto(`/en/inquiries/${number}`)
		await expect(page.getByText('The certificate was valid when it signed.')).toBeVisible({ timeout: 500 })
	}).toPass({ timeout: 20_000 })
	await expect(page.getByRole('link', { name: 'order.txt' })).toBeVisible()
	await expect(page.getByRole('link', { name: 'Signature (CMS)' })).toHaveCount(0)
})

test('the same human, by the state identity and by a digital signature, is one person @no-scripts', async ({
	page,
}) => {
	await page.goto('/en/sign-in')
	await showIdentity(page, 'Madina Jobaqyzy')
	const { number } = await ask(page, { subject: 'Asked by one and the same' })

	await signOut(page)
	await page.goto('/en/sign-in')
	await page.getByRole('button', { name: 'With a digital signature (EDS)' }).click()
	await page.getByLabel('Sign as').selectOption('Жобақызы Мәдина')
	await page.getByRole('button', { name: 'Sign with a fictional key' }).click()
	await expect(page).toHaveURL(/\/en$/)
	await page.goto('/en/account')
	await expect(page.getByText(number)).toBeVisible()
})

test('NCALayer signs where it runs, an older one by its older module; only a page that asks for it may speak to it', async ({
	page,
}) => {
	process.env.DATA_DIR = process.env.JOURNEYS_DATA
	const asked: string[] = []
	await page.routeWebSocket('wss://127.0.0.1:13579/', (layer) => {
		const say = (answer: object) => layer.send(JSON.stringify(answer))
		say({ result: { version: '1.3' } })
		layer.onMessage(async (question) => {
			layer.send('--heartbeat--')
			const { module, args } = JSON.parse(String(question))
			asked.push(module)
			// The first time whoever sits there closes the window, the second time they sign.
			if (asked.length === 1) return say({ status: true, body: {} })
			if (module === 'kz.gov.pki.knca.basics') return say({ success: false, errorCode: 'MODULE_NOT_FOUND' })
			const statement = Buffer.from(args[2], 'base64').toString()
			const cms = await signFictionally(statement, { ...SOMEBODY, now: new Date() })
			say({ code: '200', message: '', responseObject: cms.toString('base64') })
		})
	})
	const before = await page.goto('/en/sign-in')
	expect(before?.headers()['content-security-policy']).not.toContain('13579')
	const shown = page.waitForResponse(/\/sign-in\/signature$/)
	await page.getByRole('button', { name: 'With a digital signature (EDS)' }).click()
	expect((await shown).headers()['content-security-policy']).toMatch(
		/connect-src 'self' wss:..127\.0\.0\.1:13579(;|$)/,
	)
	const sign = page.getByRole('button', { name: 'Sign with NCALayer' })
	await sign.click()
	await expect.poll(() => asked.length).toBe(1)
	await expect(sign).toBeEnabled()
	await sign.click()
	await expect(page).toHaveURL(/\/en$/)
	expect(asked.slice(1)).toEqual(['kz.gov.pki.knca.basics', 'kz.gov.pki.knca.commonUtils'])
	await page.goto('/en/account/profile')
	await expect(page.locator('[name=fullName]')).toHaveValue(SOMEBODY.fullName)
})

const SOMEBODY = { fullName: 'Сынақұлы Ерлан', identifier: 'PNOKZ-001357924680' }
