import { expect, type Page, test } from '@playwright/test'
import { become, serverLog, signInAs, signOut } from '#tests/journeys/people.ts'
import { fileQuestion, post, sendQuestion } from './by-hand.ts'

const WORD = 'Қызғалдақтыкөл'
const SECRETS = { subject: `${WORD} in confidence`, text: `Only the desk may read of ${WORD}.` }

test('a private question is nowhere to be seen for anybody but its author and its desk', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await fileQuestion(page.request, { ...SECRETS, visibility: 'private' })
	const own = [`/en/inquiries/${number}`, `/en/inquiries/${number}/clock`]
	const acts = ['joining', 'follow-up', 'complaint', 'satisfaction', 'withdrawal', 'correction', 'report']
	const lists = [
		'/en',
		'/en/inquiries',
		`/en/inquiries?q=${encodeURIComponent(WORD)}`,
		`/en/search?q=${encodeURIComponent(WORD)}`,
		`/en/search?q=${number}`,
		'/en/offices/env-minister',
		'/en/offices/env-minister/figures/open',
		'/en/bodies/ENV',
		'/en/inquiries/list.csv',
		'/en/inquiries/list.csv?office=env-minister',
		'/en/inquiries/feed.atom',
		'/en/inquiries/feed.json',
		'/en/offices/env-minister/feed.atom',
		'/en/offices/env-minister/feed.json',
	]
	const others: readonly [string, () => Promise<unknown>][] = [
		['a stranger', () => signOut(page)],
		['another citizen', () => signInAs(page, 'citizen07@demo.example')],
		['the desk next door', () => become(page, 'clerk', 'HSG')],
		['the desk above', () => become(page, 'approver', 'GOV')],
		['a moderator', () => become(page, 'moderator')],
		['an administrator', () => become(page, 'administrator')],
	]
	for (const [who, comes] of others) {
		await comes()
		for (const path of [
			...own,
			...own.map((path) => `${path}.data`),
			...acts.map((act) => `${own[0]}/${act}`),
		]) {
			const answer = await page.request.get(path, { maxRedirects: 0 })
			expect([302, 202, 403, 404], `${who} at ${path}`).toContain(answer.status())
			expect(await answer.text(), `${who} at ${path}`).not.toContain(WORD)
		}
		for (const path of lists) {
			const text = await (await page.request.get(path)).text()
			// What was searched for is repeated in the field.
			const shown = text.replaceAll(/value="[^"]*"|<title>[^<]*|href="[^"]*"/g, '')
			expect(shown, `${who} at ${path}`).not.toContain(WORD)
			if (!path.endsWith(number)) expect(shown, `${who} at ${path}`).not.toContain(number)
		}
	}
	await signInAs(page, 'citizen07@demo.example')
	const alike = await sendQuestion(page.request, { intent: 'check', ...SECRETS })
	expect(await alike.text()).not.toContain(number)
	const joined = await post(page.request, `/en/inquiries/${number}/joining`, {
		intent: 'join',
		language: 'en',
	})
	expect(joined.status()).toBe(404)

	await become(page, 'clerk', 'ENV')
	expect(await (await page.request.get(`/en/inquiries/${number}`)).text()).toContain(WORD)
})

test('the calendar of a desk tells numbers and days, never a text', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await fileQuestion(page.request, { ...SECRETS, visibility: 'private' })
	await become(page, 'clerk', 'ENV')
	await post(page.request, '/en/desk/calendar', { intent: 'make' })
	const path = `/desk-calendar/${await secretOfCalendar(page)}.ics`
	await signOut(page)
	const calendar = await (await page.request.get(path)).text()
	expect(calendar.replaceAll(/\r?\n /g, '')).toContain(number)
	expect(calendar).not.toContain('Қызғалдақ')
	expect((await page.request.get(path.replace(/.{4}\.ics$/, 'aaaa.ics'))).status()).toBe(404)
})

test('what opens an account or a question is not in the log', async ({ page }) => {
	const email = 'nobody.in.the.log@mail.example'
	const password = 'words that the log forgets'
	await post(page.request, '/en/sign-up', { intent: 'sign-up', fullName: 'Log Reader', email, password })
	await post(page.request, '/en/sign-in', { intent: 'sign-in', email, password })
	await page.request.get(`/en/sign-in?next=%2Fen%3Femail%3D${email}`)
	await become(page, 'citizen')
	const { receipt } = await fileQuestion(page.request, { ...SECRETS, visibility: 'private' })
	for (const path of [receipt, `${receipt}/clock`, `${receipt}/withdrawal`, `${receipt}.data`])
		await page.request.get(path)
	const session = (await page.context().cookies()).find(({ name }) => name === 'jauap_session')?.value
	await become(page, 'clerk', 'ENV')
	await post(page.request, '/en/desk/calendar', { intent: 'make' })
	const calendar = await secretOfCalendar(page)
	await page.request.get(`/desk-calendar/${calendar}.ics`)
	// Lines are gathered for a second before they are written.
	await expect.poll(() => serverLog().includes('/desk/calendar'), { timeout: 5000 }).toBe(true)
	await page.waitForTimeout(1500)
	const log = serverLog()
	const secret = String(receipt.split('/').at(-1))
	for (const word of [email, password, 'Log Reader', secret, session, WORD, calendar, 'jauap-demo'])
		expect(log.includes(String(word)), String(word)).toBe(false)
})

async function secretOfCalendar(page: Page): Promise<string> {
	const html = await (await page.request.get('/en/desk/calendar')).text()
	return String(html.match(/\/desk-calendar\/([\w-]+)\.ics/)?.[1])
}
