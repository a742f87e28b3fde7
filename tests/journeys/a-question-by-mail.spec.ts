import { expect, test } from '@playwright/test'
import { askByMail, post, replyAddress } from './mail.ts'
import { become, letterTo, showIdentity, signOut } from './people.ts'
import { openCase } from './questions.ts'

test(
	'a question comes by mail, its author shows who they are and confirms it; replies find the case',
	{
		tag: '@no-scripts',
	},
	async ({ page }, { project }) => {
		test.setTimeout(150_000)
		const email = `letters-${project.name}@mail.example`
		const subject = `Lamps near the school, by mail, ${project.name}`
		const { letter, path } = await askByMail({
			from: email,
			subject,
			text: 'Where may old lamps be left near the school?\n\n-- \nMadina',
			attachments: [{ filename: 'lamps.txt', content: 'Forty lamps.' }],
		})

		// Opening the link confirms nothing, as often as it is opened.
		await page.request.get(`/en${path}`)
		await page.goto(`/en${path}`)
		const heading = page.getByRole('heading', { level: 1 })
		await expect(heading).toHaveText('Is this question yours?')
		await expect(page.getByRole('heading', { name: subject })).toBeVisible()
		await expect(page.getByText('Nothing is lost meanwhile')).toBeVisible()
		await page.getByRole('radio', { name: /^Everybody/ }).check()
		await page.getByRole('button', { name: 'Yes, I wrote it' }).click()
		await showIdentity(page, project.name === 'scripts' ? 'Madina Jobaqyzy' : 'Dauren Synaquly')
		await page.getByRole('button', { name: 'Go on' }).click()
		await expect(page.getByRole('radio', { name: /^Everybody/ })).toBeChecked()
		await page.getByRole('button', { name: 'Yes, I wrote it' }).click()
		await expect(heading).toHaveText(/^ENV-\d{4}-\d{6}-\d$/)
		const number = String(await heading.textContent())
		await signOut(page)
		// A page kept for strangers may be seconds old.
		await expect(async () => {
			await page.goto(`/en/inquiries/${number}`)
			await expect(page.getByText('Where may old lamps be left')).toBeVisible({ timeout: 500 })
		}).toPass({ timeout: 20_000 })
		await expect(page.getByRole('link', { name: 'lamps.txt' })).toBeVisible()

		const again = { subject: `Re: ${subject}`, text: 'One lamp is broken.\n\n> What the letter said' }
		await post({ from: email, to: replyAddress(letter), ...again })
		const told = await letterTo('env@demo.example', new RegExp(`^Reply-To: <?d-${number}`, 'im'))
		await post({
			from: 'executor.env@demo.example',
			to: replyAddress(told),
			subject: `Re: ${subject}`,
			text: 'In the yellow box at the gate.',
			attachments: [{ filename: 'boxes.txt', content: 'Every box.' }],
		})
		await become(page, 'approver', 'ENV')
		await openCase(page, number)
		await expect(page.getByText('One lamp is broken.')).toBeVisible()
		await expect(page.getByText('What the letter said')).toBeHidden()
		await page.getByRole('link', { name: 'Write the answer' }).click()
		await expect(async () => {
			await page.reload()
			await expect(page.getByText('In the yellow box at the gate.')).toBeVisible({ timeout: 500 })
		}).toPass({ timeout: 30_000 })
		await expect(page.getByRole('link', { name: 'boxes.txt' })).toBeVisible()

		await become(page, 'clerk', 'ENV')
		await page.goto('/en/desk/mail?filter=placed')
		await page.getByRole('link', { name: subject, exact: true }).click()
		await expect(page.getByRole('link', { name: number })).toBeVisible()
	},
)
