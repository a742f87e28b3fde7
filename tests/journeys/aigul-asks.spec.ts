import { expect, test } from '@playwright/test'
import { become, letterTo, showIdentity, signOut } from './people.ts'
import { ask, draft, fillIn, onReceipt, openCase, sign } from './questions.ts'

test(
	'Aigul signs up, learns that an address is not enough, shows who she is, and nothing she typed is lost',
	{
		tag: '@no-scripts',
	},
	async ({ page }, { project }) => {
		test.setTimeout(90_000)
		const email = `aigul-${project.name}@mail.example`
		await page.goto('/en/sign-up')
		await page.getByLabel('Full name').fill('Айгүл Үлгіқызы')
		await page.getByLabel('E-mail').fill(email)
		await page.getByLabel('Password').fill('forty quiet sensors')
		await page.getByRole('button', { name: 'Create the account' }).click()
		const code = (await letterTo(email, /\b\d{6}\b/)).match(/\b\d{6}\b(?!@)/g)?.[0]
		await page.getByLabel('Code from the letter').fill(String(code))
		await page.getByRole('button', { name: 'Confirm', exact: true }).click()
		await page.goto('/en/offices/env-minister')
		// Said before anything is typed; she types all the same.
		await expect(page.getByText('A confirmed e-mail is not enough for this')).toBeVisible()
		await fillIn(page, { subject: 'Sensors near the schools of Orbit' })
		const note = { name: 'sensors.txt', mimeType: 'text/plain', buffer: Buffer.from('Two near each school.') }
		await page.getByLabel('Files').setInputFiles(note)
		await page.getByRole('button', { name: 'Check and go on' }).click()
		await showIdentity(page, project.name === 'scripts' ? 'Nusqa Matinqyzy' : 'Qagaz Derektiuly')
		await page.getByRole('button', { name: 'Go on' }).click()

		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before filing')
		await expect(page.getByRole('heading', { name: 'Sensors near the schools of Orbit' })).toBeVisible()
		await expect(page.getByText('sensors.txt')).toBeVisible()
		await page.getByRole('button', { name: 'File the question' }).click()
		const { number, receipt } = await onReceipt(page)

		await signOut(page)
		await page.goto(receipt)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(number)
		await expect(page.getByRole('img', { name: 'QR code of the personal link' })).toBeVisible()
		expect(await letterTo(email, new RegExp(number))).toContain(receipt.replace('/en/', '/'))
	},
)

test('her question is redirected, drafted, signed, and she reads the answer and rates it', {
	tag: ['@no-scripts', '@phone'],
}, async ({ page }) => {
	await become(page, 'citizen')
	const { number, receipt } = await ask(page, { subject: 'How many sensors stand near schools' })

	await become(page, 'clerk', 'ENV')
	await openCase(page, number)
	await page.getByRole('link', { name: 'Redirect' }).click()
	await page.getByLabel('Competent body').selectOption({ label: 'Ministry of Education and Preschool Care' })
	await page.getByLabel('Reason').fill('The sensors belong to the schools.')
	await page.getByRole('button', { name: 'Redirect' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)

	await become(page, 'executor', 'EDU')
	await openCase(page, number)
	await draft(page)
	await become(page, 'approver', 'EDU')
	await openCase(page, number)
	await sign(page)

	await become(page, 'citizen')
	await page.goto(receipt)
	await expect(page.getByText('Forty sensors stand near schools.')).toBeVisible()
	await page.getByRole('group', { name: 'Was your question answered?' }).getByLabel('Yes').check()
	await page.getByRole('group', { name: 'Did the answer help?' }).getByLabel('No').check()
	await page.getByRole('button', { name: 'Send the rating' }).click()
	await expect(page.getByText('Thank you. Your rating is on the record.')).toBeVisible()
	await signOut(page)
	await page.goto(`/en/inquiries/${number}`)
	await expect(page.getByText('Did it help: No').first()).toBeVisible()
})

test(
	'asked again, her question meets the ones that are alike, and a neighbour joins it',
	{
		tag: '@no-scripts',
	},
	async ({ page }, { project }) => {
		const subject = `Who repairs the footbridge over the Quiet canal, ${project.name}`
		await become(page, 'citizen')
		const { number } = await ask(page, { office: 'tau-akim', subject })

		await signOut(page)
		await page.goto('/en/sign-in')
		await showIdentity(page, 'Madina Jobaqyzy')
		await page.goto('/en/offices/tau-akim')
		await fillIn(page, { subject })
		await page.getByRole('button', { name: 'Check and go on' }).click()
		await page.getByRole('button', { name: `Join ${number}` }).click()
		await page.getByRole('button', { name: 'Join', exact: true }).click()
		const joined = await onReceipt(page)
		expect(joined.number).not.toBe(number)
		await page.goto(`/en/inquiries/${number}`)
		await expect(page.getByText(/1 .*(joined|more person)/i).first()).toBeVisible()
	},
)

test('she takes a question back', { tag: '@no-scripts' }, async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await ask(page, { subject: 'A question that I can answer myself' })
	await page.goto(`/en/inquiries/${number}`)
	await page.getByRole('link', { name: 'Take the question back' }).click()
	await page.getByRole('button', { name: 'Take it back' }).click()
	await expect(page.getByText('The question is taken back.')).toBeVisible()
	await expect(page.getByText('The author took the question back.')).toBeVisible()
})

test('what she typed before signing in comes back with the form', { tag: '@no-scripts' }, async ({
	page,
}) => {
	await page.goto('/en/inquiries/new?office=env-minister')
	await fillIn(page, { subject: 'Kept while I sign in', text: 'Line one\n\n«Line two», with $igns & <b>' })
	await page.getByRole('button', { name: 'Check and go on' }).click()
	await showIdentity(page, 'Madina Jobaqyzy')
	await page.getByRole('button', { name: 'Go on' }).click()
	await page.getByRole('button', { name: 'Change something' }).click()
	await expect(page.getByLabel('The question in one line')).toHaveValue('Kept while I sign in')
	await expect(page.getByLabel('In full')).toHaveValue('Line one\n\n«Line two», with $igns & <b>')
})
