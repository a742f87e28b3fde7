import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { look, lookAtTerms } from './looks.ts'
import { type MovedSite, openMovedSite } from './moved-site.ts'
import { lettersIn } from './people.ts'
import { become, moderate, send, type Written, write } from './petition-acts.ts'

// The same petitions under the law of the United Kingdom: what differs comes from its profile alone. Ten thousand
// letters would take too long: what their number brings is shown by tests/petitions/other-profiles.test.ts.
test.describe.configure({ mode: 'serial', timeout: 60_000 })

let site: MovedSite
let page: Page
/** Somebody whom the site does not know. */
let stranger: { request: APIRequestContext }
let petition: Written

test.beforeAll(async ({ browser }) => {
	test.setTimeout(60_000)
	site = await openMovedSite('2026-02-02T15:00', process.env.MOVED_DATABASE, 'GB')
	const own = { baseURL: site.url, extraHTTPHeaders: { Origin: site.url } }
	page = await (await browser.newContext({ ...own, javaScriptEnabled: false })).newPage()
	stranger = { request: await request.newContext(own) }
})
test.afterAll(async () => {
	await page?.context().close()
	await stranger?.request.dispose()
	await site?.close()
})

test('five supporters who confirm their addresses send a petition to its check', async () => {
	await become(page, 'administrator')
	await page.goto('/en/account/sessions')
	await expect(page.getByText('2 February 2026 at 10:0').first()).toBeVisible()
	await send(page, '/en/administration/bodies/TAU', {
		...{ code: 'TAU', kk: 'Таулы ауданының әкімдігі', ru: 'Акимат Тауского района', en: 'Akimat of Tau' },
		competence: 'parliament',
	})
	await look(page, '/administration/bodies/TAU', { says: [10_000, 100_000] })
	petition = await write(page, 'Lamps for the yards of Orbita')
	const { link, number } = petition
	await look(page, `/petitions/${number}/author`, { says: [5] })

	await askInBrowser(link, 'Supporter One', 'one@home.example')
	for (const who of ['two', 'three', 'four', 'five']) await ask(`${link}/signature`, who)
	await site.doDuties()
	// Programs that look into letters open what is in them, and sign nothing.
	await look(stranger, await confirmation('one'), { says: ['signing:confirmation.button'] })
	await look(stranger, link, { says: ['proposing:link.sign'] })
	await page.goto(`/en${await confirmation('one')}`)
	await page.locator('main form button').click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your signature')
	await look(page, new URL(page.url()).pathname.slice(3))
	for (const who of ['two', 'three', 'four']) await confirm(who)
	await look(stranger, link, { says: ['proposing:link.sign'] })
	await confirm('five')
	await look(stranger, link, { says: ['proposing:link.checking'] })
	await become(page, 'citizen')
	await lookAtTerms(page, number, { check: '2026-02-09' })
})

test('it collects for six months towards ten thousand; an address counts once; then it is closed, and nothing filed', async () => {
	const { number } = petition
	await site.moveTo('2026-02-04T15:00')
	await become(page, 'moderator')
	await moderate(page, 'en', petition, 'check', { intent: 'pass' })
	await look(stranger, `/petitions/${number}`, {
		days: ['2026-08-04'],
		says: [5, 10_000, 'petitions:page.sign'],
	})
	await lookAtTerms(page, number, { check: '2026-02-09', collect: '2026-08-04' })

	await look(stranger, `/petitions/${number}/signature`, { says: ['signing:button.letter'] })
	for (const who of ['six', 'one']) await ask(`/petitions/${number}/signature`, who)
	await site.doDuties()
	const receipt = await confirm('six')
	expect(await confirm('six')).toBe(receipt)
	await look(stranger, receipt, { says: ['signing:receipt.heading'] })
	await confirm('one')
	await look(stranger, `/petitions/${number}`, { says: [6] })
	await look(stranger, `/petitions/${number}/signatures`, { says: ['petitions:signatures.states.given'] })

	await site.moveTo('2026-08-05T15:00')
	await look(stranger, `/petitions/${number}`, { says: ['signing:closed'] })
	await site.doDuties()
	await look(stranger, `/petitions/${number}`, { says: ['petitions:state.closed', 6, 10_000] })
	const shown = await stranger.request.get(`/en/petitions/${number}`)
	expect(await shown.text()).not.toContain('/en/inquiries/')
	await become(page, 'citizen')
	await look(page, `/petitions/${number}/author`)
	await page.goto('/en/account/sessions')
	await expect(page.getByText('5 August 2026 at 11:0').first()).toBeVisible()
})

const addressOf = (who: string) => `${who}@home.example`

async function askInBrowser(path: string, name: string, email: string) {
	await page.context().clearCookies()
	await page.goto(`/en${path}/signature`)
	await page.locator('[name=name]').fill(name)
	await page.locator('[name=email]').fill(email)
	await page.locator('[name=consent]').check()
	await page.locator('main form button').first().click()
	await expect(page.getByText(email)).toBeVisible()
}

async function ask(path: string, who: string) {
	const form = { name: `Supporter ${who}`, email: addressOf(who), consent: 'on', intent: 'show' }
	const answer = await stranger.request.post(`/en${path}`, { form, maxRedirects: 0 })
	expect(answer.status(), path).toBe(200)
	expect(await answer.text()).toContain(addressOf(who))
}

/** Where the newest letter to them leads, without its language. */
async function confirmation(who: string): Promise<string> {
	const letter = lettersIn(site.data).findLast((one) => one.includes(`To: ${addressOf(who)}`))
	return String(/\/petitions\/confirmations\/[\w-]+/.exec(letter ?? '')?.[0])
}

/** Says so on the page of the letter; gives the path of the receipt. */
async function confirm(who: string): Promise<string> {
	const language = LANGUAGES[who.length % LANGUAGES.length]
	const answer = await stranger.request.post(`/${language}${await confirmation(who)}`, { maxRedirects: 0 })
	expect(answer.status(), await answer.text()).toBe(303)
	return String(answer.headers().location).slice(3)
}
