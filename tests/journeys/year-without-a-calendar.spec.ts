import { expect, type Page, test } from '@playwright/test'
import { dayInWords } from '#app/i18n/dates.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { look } from './looks.ts'
import { type MovedSite, openMovedSite } from './moved-site.ts'
import { lettersIn } from './people.ts'
import { become, send } from './petition-acts.ts'
import { ask, openCase } from './questions.ts'

// The calendars that ship with the site end with 2027.
test.describe.configure({ mode: 'serial', timeout: 60_000 })

let site: MovedSite
let page: Page
let first: { number: string; receipt: string }
let last: { number: string; receipt: string }
let desk: string

test.beforeAll(async ({ browser }) => {
	test.setTimeout(60_000)
	site = await openMovedSite('2027-12-15T12:00', process.env.MOVED_DATABASE)
	const own = { baseURL: site.url, extraHTTPHeaders: { Origin: site.url } }
	page = await (await browser.newContext({ ...own, javaScriptEnabled: false })).newPage()
})
test.afterAll(async () => {
	await page?.context().close()
	await site?.close()
})

test('a question of December is taken, and told plainly that it has no last day yet', async () => {
	await become(page, 'citizen')
	first = await ask(page, { subject: 'Who clears the ice in January' })
	await look(page, first.receipt.slice(3), { says: ['inquiries:receipt.undated', 'clock:strip.undated'] })
	await look(page, `/inquiries/${first.number}`, { says: ['clock:strip.undated'] })
	await look(page, `/inquiries/${first.number}/clock`, { says: ['clock:strip.undated'] })
})

test('its case opens on the desk, can be sent on, and is not extended into a year that nobody knows', async () => {
	await become(page, 'approver', 'ENV')
	await openCase(page, first.number)
	desk = new URL(page.url()).pathname.slice(3)
	await look(page, desk, { says: ['clock:strip.undated'] })
	for (const step of ['redirect', 'correction', 'return', 'termination', 'merge'])
		await look(page, `${desk}/${step}`)
	await look(page, `${desk}/extension`, { says: ['desk:step.extension.untilUndated'] })
	await page.goto(`/en${desk}/extension`)
	await page.getByLabel('New last day').fill('2028-01-20')
	await page.getByLabel('Reason').fill('A laboratory is asked.')
	await page.locator('main form button').click()
	await expect(page.getByText('The calendar of that year is not entered yet').first()).toBeVisible()
	await look(page, '/desk')
})

test('what comes after hours on the last day of the year has its number, and no day of registration', async () => {
	await site.moveTo('2027-12-31T20:00')
	await become(page, 'citizen')
	last = await ask(page, { subject: 'Who clears the snow of the first of January' })
	expect(last.number).toContain('-2027-')
	await look(page, last.receipt.slice(3), { says: ['inquiries:receipt.undated', 'clock:strip.notYet'] })
	await look(page, `/inquiries/${last.number}/clock`, { says: ['clock:strip.notYet'] })
	await become(page, 'approver', 'ENV')
	await openCase(page, last.number)
	await look(page, new URL(page.url()).pathname.slice(3), { says: ['clock:strip.notYet'] })
})

test('in the year itself every page stands, and the year that is entered names the days and tells them', async () => {
	await site.moveTo('2028-01-05T12:00')
	for (const path of [
		'',
		'/inquiries',
		'/offices/env-minister',
		'/bodies/ENV',
		'/calculator',
		'/search?q=ice',
	])
		await look(page, path)
	await become(page, 'approver', 'ENV')
	for (const path of ['/desk', '/desk/entry', desk, `${desk}/extension`, `${desk}/return`])
		await look(page, path)
	await become(page, 'administrator')
	await send(page, '/en/administration/calendar/year?calendar=KZ', { year: '2028', source: 'a decree' })
	await site.doDuties()
	await look(page, `/inquiries/${first.number}`, { days: ['2028-01-06'] })
	await look(page, `/inquiries/${last.number}`, { days: ['2028-01-24'] })
	const letters = lettersIn(site.data)
	for (const [{ number }, day] of [
		[first, '2028-01-06'],
		[last, '2028-01-24'],
	] as const) {
		const days = LANGUAGES.map((language) => dayInWords(language, day, 'plain'))
		const told = letters.filter((letter) => letter.includes(number) && days.some((on) => letter.includes(on)))
		expect(told.length, `letters that name ${day}`).toBeGreaterThan(0)
	}
})
