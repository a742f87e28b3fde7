import { expect, test } from '@playwright/test'
import { become, signOut } from './people.ts'
import { fillIn, onReceipt } from './questions.ts'

test(
	'a post is drafted, published, corrected in the open, and asked under',
	{ tag: '@no-scripts' },
	async ({ page }, { project }) => {
		const title = `Where the new trams will go, ${project.name}`
		await become(page, 'executor', 'TAU')
		await page.goto('/en/desk/posts/new')
		await page.getByLabel('Title').fill(title)
		await page.getByLabel('In one or two sentences').fill('Three lines from September.')
		await page.getByLabel('Text', { exact: true }).fill('Line one runs from **Orbit** to the market.')
		await page.getByRole('button', { name: 'Save the draft' }).click()
		await expect(page).toHaveURL(/\/desk\/posts\/[\w-]{36}/)
		const path = new URL(page.url()).pathname

		await become(page, 'approver', 'TAU')
		await page.goto(path)
		await page.getByRole('link', { name: 'Publish or schedule' }).click()
		await page.getByRole('button', { name: 'Publish now' }).click()
		await expect(page.getByText('Published').first()).toBeVisible()
		await page.goto(path)
		await page.getByLabel('Text', { exact: true }).fill('Line one runs from **Orbit** to the station.')
		await page.getByLabel('What is corrected and why').fill('The last stop was wrong.')
		await page.getByRole('button', { name: 'Publish the correction' }).click()

		await signOut(page)
		// A stranger's page may be a few seconds old: it is kept for all of them.
		await expect(async () => {
			await page.goto('/en/posts')
			await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 500 })
		}).toPass({ timeout: 30_000 })
		await page.getByRole('link', { name: title }).click()
		await expect(page.getByText('Line one runs from Orbit to the station.')).toBeVisible()
		await page.getByRole('link', { name: 'What was changed' }).click()
		await expect(page.getByText('Why: The last stop was wrong.')).toBeVisible()
		await page.goBack()

		await become(page, 'citizen')
		await page.reload()
		await fillIn(page, { subject: `Will line one stop at the school, ${project.name}` })
		await page.getByRole('button', { name: 'Check and go on' }).click()
		await expect(page.getByRole('definition').filter({ hasText: title })).toBeVisible()
		await page.getByRole('button', { name: 'File the question' }).click()
		await onReceipt(page)
	},
)
