import { expect, type Page, test } from '@playwright/test'
import { become, signOut } from './people.ts'

test('a petition is written step by step, finds a supporter by its link, and counts them once @no-scripts', async ({
	page,
}) => {
	test.setTimeout(120_000)
	await become(page, 'citizen')
	const link = await writePetition(page, 'Lamps for the yards of Orbit')
	await page.goto('/en/petitions')
	await expect(page.getByText('Lamps for the yards of Orbit')).toHaveCount(0)

	await signOut(page)
	await page.goto(link)
	await expect(page.getByText('0 of 50')).toBeVisible()
	await signByKey(page, link, 'Жобақызы Мәдина')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your signature')
	await expect(page.getByText('Number 1 in the list of signatures')).toBeVisible()
	await signByKey(page, link, 'Жобақызы Мәдина')
	await page.goto(link)
	await expect(page.getByText('1 of 50')).toBeVisible()
})

/** From the question about barred subjects to the link for supporters; gives the link. */
async function writePetition(page: Page, title: string): Promise<string> {
	await page.goto('/en/petitions/new')
	await page.getByRole('radio', { name: 'No, about something else' }).check()
	await page.getByRole('button', { name: 'Start writing' }).click()
	await page.locator('input[name=bodyId][value=ENV]').check()
	const next = () => page.getByRole('button', { name: 'Save and go on' }).click()
	await next()
	await page.locator('[name=title]').fill(title)
	await next()
	await page.locator('[name=substance]').fill('Every yard of the district should have a lamp.')
	await page.locator('[name=arguments]').fill('Children come home in the dark from November to March.')
	await page.locator('[name=proposals]').fill('- Put up forty lamps.\n- Show on a map which are lit.')
	await next()
	await next()
	await expect(page.getByText('After this step the text can no longer be changed')).toBeVisible()
	await page.getByRole('button', { name: 'Get the link for first supporters' }).click()
	await expect(page.getByText('The link for first supporters is ready')).toBeVisible()
	return String(/\/en\/petitions\/links\/[\w-]+/.exec(await page.content())?.[0])
}

async function signByKey(page: Page, link: string, name: string): Promise<void> {
	await page.goto(`${link}/signature`)
	await page.locator('select[name=region]').selectOption('KZ-71')
	await page.locator('[name=consent]').check()
	await page.getByRole('button', { name: 'Go on to the digital signature' }).click()
	await page.locator('select').selectOption(name)
	await page.getByRole('button', { name: 'Sign with a fictional key' }).click()
}
