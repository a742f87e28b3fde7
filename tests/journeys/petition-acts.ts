import { expect, type Page } from '@playwright/test'
import type { Language } from '#app/i18n/languages.ts'
import { isIin } from '#app/people/iin.ts'

export interface Written {
	/** Of its moderators. */
	id: string
	number: string
	/** By which first supporters find it, without its language. */
	link: string
}

/** Sends a form as a browser without scripts does, and gives where that leads. */
export async function send(page: Page, path: string, form: Record<string, string>, status = 302) {
	const answer = await page.request.post(path, { form, maxRedirects: 0 })
	// Whichever of the two leads elsewhere.
	const got = answer.status() === 303 ? 302 : answer.status()
	const said = got === status ? '' : (await answer.text()).replace(/<[^>]*>/g, ' ').slice(0, 3000)
	expect(got, `${path} ${said}`).toBe(status)
	return answer.headers().location ?? ''
}

/** Whoever holds the browser becomes a person of the demo. */
export async function become(page: Page, part: string, body = 'TAU') {
	await page.context().clearCookies()
	await send(page, '/en/sign-in/demo', { part, body })
}

export const TEXT = {
	substance: 'Every yard of the district should have a lamp.',
	arguments: 'Children come home in the dark from November to March.',
	proposals: '- Put up forty lamps.\n- Show on a map which are lit.',
}

/** The five steps in a browser, up to the link for first supporters. */
export async function writeInBrowser(page: Page, language: Language, title: string): Promise<Written> {
	await page.goto(`/${language}/petitions/new`)
	await page.locator('[name=banned][value=no]').check()
	const goOn = () => page.locator('main form button').first().click()
	await goOn()
	await expect(page).toHaveURL(/\/addressee$/)
	const id = String(/new\/([\w-]+)\//.exec(page.url())?.[1])
	await page.locator('[name=bodyId][value=TAU]').check()
	await goOn()
	await page.locator('[name=title]').fill(title)
	await goOn()
	for (const [name, text] of Object.entries(TEXT)) await page.locator(`[name=${name}]`).fill(text)
	await page.locator('button[value=next]').click()
	await expect(page).toHaveURL(/\/attachments$/)
	await goOn()
	await expect(page).toHaveURL(/\/check$/)
	await page.locator('button[value=open]').click()
	return { id, ...whereItStands(page.url(), await page.content()) }
}

/** The same by its forms alone. */
export async function write(page: Page, title: string): Promise<Written> {
	await become(page, 'citizen')
	const begun = await send(page, '/en/petitions/new', { banned: 'no', language: 'en' })
	const id = String(/new\/([\w-]+)\//.exec(begun)?.[1])
	const step = (name: string, form: Record<string, string>) =>
		send(page, `/en/petitions/new/${id}/${name}`, form)
	await step('addressee', { bodyId: 'TAU' })
	await step('title', { title })
	await step('text', { intent: 'next', language: 'en', ...TEXT })
	const opened = await step('check', { intent: 'open' })
	return { id, ...whereItStands(opened, await (await page.request.get(opened)).text()) }
}

const whereItStands = (address: string, html: string) => ({
	number: String(/P-\d{4}-\d+-\d/.exec(address)?.[0]),
	link: String(/\/petitions\/links\/[\w-]+/.exec(html)?.[0]),
})

/** Signs with a fictional key in a browser that is signed in nowhere; ends on the receipt, whose path it gives. */
export async function signInBrowser(page: Page, language: Language, path: string, name: string) {
	await page.context().clearCookies()
	await page.goto(`/${language}${path}/signature`)
	await page.locator('select[name=region]').selectOption('KZ-71')
	await page.locator('[name=consent]').check()
	await page.locator('main form button').first().click()
	await page.locator('select[name=fictional]').selectOption(name)
	await page.locator('button[value=fictional]').click()
	await expect(page).toHaveURL(/\/petitions\/receipts\//)
	return new URL(page.url()).pathname.slice(3)
}

/** A moderator keys in a sheet, row by row; its people are others than those of a sheet that begins elsewhere. */
export async function enterSheet(
	page: Page,
	petition: Written,
	{ rows, from = 0, signedOn }: { rows: number; from?: number; signedOn: string },
) {
	await become(page, 'moderator')
	const sheet = await moderate(page, 'ru', petition, 'sheets', { label: `Парақ ${from + 1}` })
	for (let row = 0; row < rows; row++) {
		const person = { fullName: 'Қағаз Деректіұлы', identifier: String(IINS[from + row]), region: 'KZ-71' }
		const done = await send(page, sheet, { intent: 'enter', ...person, signedOn })
		expect(done).toContain('done=added')
	}
	return sheet.slice(3).split('?')[0] as string
}

/** Numbers of nobody, with the last digit that checks the others. */
const IINS = Array.from({ length: 120 }, (_, nth) => `90010130${100 + nth}`).flatMap((eleven) =>
	[...'0123456789'].map((last) => eleven + last).filter(isIin),
)

/** Fifty first supporters, all of them on paper. */
export const supportOnPaper = (page: Page, petition: Written, signedOn: string) =>
	enterSheet(page, petition, { rows: 50, signedOn })

export const moderate = (
	page: Page,
	language: Language,
	{ id }: Written,
	step: string,
	form: Record<string, string>,
	status = 302,
) => send(page, `/${language}/moderation/petitions/${id}/${step}`, form, status)
