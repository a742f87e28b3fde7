import { request as httpRequest } from 'node:http'
import { expect, test } from '@playwright/test'
import { become, becomeAnother, fromHere } from '#tests/journeys/people.ts'
import { openCase } from '#tests/journeys/questions.ts'
import { fileQuestion, post, sendQuestion } from './by-hand.ts'

const NOT_FROM_HERE: readonly Record<string, string>[] = [
	{ Origin: 'https://evil.example' },
	{ Origin: 'null' },
	{ Referer: 'https://evil.example/page' },
	{ 'Sec-Fetch-Site': 'cross-site' },
	{ 'Sec-Fetch-Site': 'same-site', ...fromHere() },
	{},
]

test('a form sent from another site changes nothing', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await fileQuestion(page.request)
	for (const headers of NOT_FROM_HERE) {
		const answer = await post(page.request, `/en/inquiries/${number}/withdrawal`, {}, headers)
		expect(answer.status(), JSON.stringify(headers)).toBe(403)
	}
	expect(await (await page.request.get(`/en/inquiries/${number}`)).text()).not.toContain(
		'took the question back',
	)
})

const ELSEWHERE = [
	'//evil.example',
	'/\\evil.example',
	'https://evil.example',
	'/%09/evil.example',
	'/\t/evil.example',
	'javascript:alert(1)',
	'/en\r\nLocation: https://evil.example',
	'\\\\evil.example',
]

test('after signing in, or changing the language, nobody is led to another site', async ({
	page,
	baseURL,
}) => {
	for (const next of ELSEWHERE) {
		const answer = await post(page.request, '/en/sign-in/demo', { part: 'citizen', next })
		expect(leadsTo(answer.headers().location, baseURL), next).toBe(baseURL)
		const again = await page.request.get(`/en/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
		expect(leadsTo(again.headers().location, baseURL), next).toBe(baseURL)
	}
	for (const path of [
		'/language//evil.example',
		'/language/en//evil.example',
		'/language/%2F%2Fevil.example',
		'/language/en/\\evil.example',
	]) {
		const answer = await page.request.get(path, { maxRedirects: 0 })
		expect(leadsTo(answer.headers().location, baseURL), path).toBe(baseURL)
	}
})

const leadsTo = (location: string | undefined, base: string | undefined) =>
	new URL(location ?? '/', base).origin

test('the id of another’s form, file or question gives nothing of theirs', async ({ page }) => {
	await become(page, 'citizen')
	const submissionId = crypto.randomUUID()
	const mine = await fileQuestion(page.request, { submissionId, subject: 'Mine by this id' })
	expect((await fileQuestion(page.request, { submissionId })).number).toBe(mine.number)

	await becomeAnother(page)
	const theirs = await fileQuestion(page.request, { submissionId, subject: 'Theirs by the same id' })
	expect(theirs.number).not.toBe(mine.number)
	expect(theirs.html).not.toContain('Mine by this id')
	for (const act of ['withdrawal', 'follow-up', 'complaint', 'satisfaction', 'correction']) {
		const form = {
			subject: 'Not mine',
			text: 'Not mine at all',
			reply: 'Not mine',
			answered: 'yes',
			helped: 'yes',
		}
		const answer = await post(page.request, `/en/inquiries/${mine.number}/${act}`, form)
		expect([403, 404], act).toContain(answer.status())
	}
})

test('a desk does nothing to the cases of another desk', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await fileQuestion(page.request, { subject: 'A case of one desk' })
	await become(page, 'clerk', 'ENV')
	await openCase(page, number)
	const path = new URL(page.url()).pathname
	const forms: Record<string, Record<string, string>> = {
		'': { intent: 'note', note: 'From the desk next door' },
		'/redirect': { toBodyId: 'HSG', reason: 'Ours', whole: 'all' },
		'/return': { ground: 'obscene', reason: 'Rude' },
		'/termination': { ground: 'anonymous', reason: 'Nobody' },
		'/extension': { until: '2027-01-20', reason: 'Slow' },
		'/correction': { request: 'What?', until: '2027-01-20' },
		'/answer': { intent: 'take' },
	}
	for (const [part, body] of [
		['approver', 'HSG'],
		['approver', 'GOV'],
		['administrator', ''],
		['overseer', ''],
		['moderator', ''],
		['citizen', ''],
	] as const) {
		await become(page, part, body)
		expect((await page.request.get(path)).status(), `${part} of ${body} reads`).toBe(404)
		for (const [step, form] of Object.entries(forms)) {
			const answer = await post(page.request, `${path}${step}`, form)
			expect([403, 404, 409, 422], `${part} of ${body} at ${step}`).toContain(answer.status())
		}
	}
	const after = await (await page.request.get(`/en/inquiries/${number}`)).text()
	expect(after).not.toMatch(
		/Redirected|Returned because|ended\. Ground|extended from|From the desk next door/,
	)
})

test('pages of an office are closed to those who do not hold it', async ({ page }) => {
	const closed = {
		citizen: [
			'/desk',
			'/oversight',
			'/moderation',
			'/administration/people',
			'/administration/calendar',
			'/desk/entry',
		],
		clerk: ['/oversight', '/moderation', '/administration/people', '/oversight/breaches.csv'],
		administrator: ['/desk', '/moderation'],
		moderator: ['/desk', '/administration/bodies', '/oversight/breaches.json'],
	} as const
	for (const [part, paths] of Object.entries(closed)) {
		await become(page, part as 'citizen')
		for (const path of paths) {
			const answer = await page.request.get(`/en${path}`, { maxRedirects: 0 })
			expect([403, 404], `${part} at ${path}`).toContain(answer.status())
		}
	}
	await page.context().clearCookies()
	for (const path of [...closed.citizen, '/account']) {
		const answer = await page.request.get(`/en${path}`, { maxRedirects: 0 })
		expect(answer.headers().location ?? '', path).toContain('/en/sign-in?next=')
	}
})

test('signs that nobody sees, and names that JavaScript knows, do no harm', async ({ page }) => {
	await become(page, 'citizen')
	const { html } = await fileQuestion(page.request, {
		subject: 'Nul\u0000, \u202Eesrever\u202C, \u2066hidden\u2069 and \ud800 alone',
		text: 'Line one\u0000\u0007\r\nLine two\u202E with more words',
		'__proto__.polluted': 'yes',
		'__proto__[polluted]': 'yes',
		'constructor.prototype.polluted': 'yes',
		constructor: 'yes',
		toString: 'yes',
		'a[999999999]': 'yes',
	})
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
	expect(html).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/)
	expect(html).toContain('Line two')
	const fields = Object.fromEntries(Array.from({ length: 400 }, (_, number) => [`field${number}`, 'x']))
	expect((await sendQuestion(page.request, fields)).status()).toBe(413)
	const unknown = await sendQuestion(page.request, {
		to: 'office:no-such',
		kind: '__proto__',
		language: 'xx',
	})
	expect(unknown.status()).toBe(422)
})

test('a body without end is refused before it is read', async ({ page, baseURL }) => {
	// The server answers and hangs up; a sender still busy may see only the line going dead.
	const long = await post(page.request, '/en/inquiries/new', { text: 'x'.repeat(10 << 20) }).then(
		(answer) => answer.status(),
		(error: Error) => /EPIPE|ECONNRESET/.exec(error.message)?.[0],
	)
	expect([413, 'EPIPE', 'ECONNRESET']).toContain(long)
	const chunked = await new Promise<number | undefined>((resolve, reject) => {
		const sending = httpRequest(
			`${baseURL}/en/inquiries/new`,
			{ method: 'POST', headers: { ...fromHere(), 'Transfer-Encoding': 'chunked' } },
			(answer) => resolve(answer.statusCode),
		)
		sending.on('error', reject)
		sending.write('text=')
		sending.end('x')
	})
	expect(chunked).toBe(411)
	expect((await page.request.get('/health/live')).status()).toBe(200)
})

test('addresses made to break a page find nothing', async ({ page }) => {
	const paths = [
		'/en/inquiries/%00',
		'/en/inquiries/%E0%A4%A',
		`/en/inquiries/${'9'.repeat(2000)}`,
		"/en/inquiries/ENV-2026-000001-1'%20or%201=1--",
		'/en/receipts/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
		'/files/..%2f..%2fsecret-key/x',
		'/..%2fpackage.json',
		'/assets/..%2f..%2fserver%2findex.js',
		'/en/offices/__proto__',
		'/en/offices/constructor',
		'/en/bodies/toString',
		'/en/posts/%F0%9F%92%A9',
		'/en/bodies/ENV/figures/__proto__',
		'/__proto__/inquiries',
	]
	for (const who of ['stranger', 'citizen'] as const) {
		if (who === 'citizen') await become(page, who)
		for (const path of paths) {
			const answer = await page.request.get(path, { maxRedirects: 0 })
			expect([400, 404, 302], `${who} at ${path}`).toContain(answer.status())
		}
	}
	await page.context().clearCookies()
	const odd = [
		'page=-1',
		'page=1e9',
		'page=NaN',
		'state=__proto__',
		'q=%00',
		'q=%25_%25',
		'body=%27',
		`q=${'ә'.repeat(300)}`,
		'q="*^NEAR(',
	]
	for (const query of odd)
		for (const path of ['/en/inquiries', '/en/search', '/en/posts', '/en/calculator']) {
			const answer = await page.request.get(`${path}?${query}`)
			expect([200, 404], `${path}?${query}`).toContain(answer.status())
		}
})
