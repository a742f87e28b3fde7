import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import inquiries from '#app/i18n/en/inquiries.json'
import en from '#app/i18n/en/mail.json'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { composeLetter } from '#app/notices/letter.server.ts'
import { hypertext, plainText } from '#app/notices/letter-text.ts'
import type { NoticeValue } from '#app/notices/notice.server.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
	world = await aWorld()
})
afterAll(() => world.store.close())

const NOT_NOTICES = ['frame', 'feed', 'items', 'grounds', 'short']
const notices = Object.keys(en).filter((key) => !NOT_NOTICES.includes(key))

/** Whatever any notice may need. */
const VALUES: Record<string, NoticeValue> = {
	number: 'ENV-2026-000123-7',
	into: 'ENV-2026-000101-2',
	registeredOn: '2026-01-12',
	dueOn: '2026-02-02',
	since: '2026-02-03',
	complainBy: '2026-05-04',
	until: '2026-02-27',
	undated: 1,
	unbound: 1,
	term: 1,
	from: '2026-02-02',
	to: '2026-02-03',
	today: '2026-01-29',
	bodyId: 'ENV',
	superiorId: 'GOV',
	reason: 'A laboratory is asked.',
	request: 'Which town?',
	text: 'A box in each shop',
	ground: 'anonymous',
	total: 22,
	more: 2,
	items: [
		{ kind: 'today', number: 'ENV-2026-000123-7', dueOn: '2026-02-02' },
		{ kind: 'shifted', number: 'ENV-2026-000124-5', from: '2026-02-02', to: '2026-02-03' },
	],
	year: '2027',
	code: '123456',
	minutes: 30,
	name: 'Telephone',
	device: 'Firefox, Linux',
	sponsorsBy: '2026-02-27',
	sponsorsNeeded: 50,
	checkBy: '2026-03-02',
	collectsUntil: '2026-08-02',
	groundCode: 'banned_subject',
	days: 1,
	title: 'Clean air over Tauqala',
	needed: 50_000,
	share: 25,
	with: 50_113,
	discussionOn: '2026-02-20',
	inquiryNumber: 'ENV-2026-000124-5',
	left: 9,
	hearing: 'H-2026-000003-1',
	ordinal: 17,
	changed: 'The lower station moves out of the wood.',
	startsOn: '2026-04-14',
	sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	path: '/inquiries/ENV-2026-000123-7',
}

const compose = (notice: string, language: string, values: Record<string, unknown> = VALUES) =>
	composeLetter(
		world.store.read,
		{
			number: 17,
			notice,
			recipient: 'somebody@demo.example',
			language,
			values,
			inquiryId: null,
			toAuthor: false,
			personId: null,
			createdAt: new Date('2026-02-03T05:00:00Z'),
		},
		{ publicUrl: 'https://demo.example', secretKey: SECRET_KEY },
	)

test.each(LANGUAGES.flatMap((language) => notices.map((notice) => [notice, language] as const)))(
	'the notice %s is a whole letter in %s',
	async (notice, language) => {
		const letter = await compose(notice, language)
		for (const text of [letter.subject, plainText(letter), hypertext(letter)]) {
			expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|\d{4}-\d{2}-\d{2}|\.\.|:\s*\.| {2}/)
			expect(text.trim()).not.toBe('')
		}
		expect(plainText(letter).match(/https?:\/\//g)).toHaveLength(1)
		expect(hypertext(letter)).toContain(`lang="${language}"`)
		expect(hypertext(letter).match(/<a /g)).toHaveLength(1)
		expect(letter.subject.length).toBeLessThan(110)
	},
)

test.each(notices)('the notice %s needs the same values in every language', async (notice) => {
	const words = async (language: string) =>
		JSON.stringify((await import(`#app/i18n/${language}/mail.json`)).default[notice]).match(/\{\{\w+\}\}/g)
	const english = new Set(await words('en'))
	for (const language of ['kk', 'ru']) expect(new Set(await words(language))).toEqual(english)
})

test('every notice that is written anywhere has words', () => {
	const written = new Set<string>()
	for (const file of readdirSync('app', { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.server.ts')) continue
		const source = readFileSync(join('app', file), 'utf8')
		for (const [, name] of source.matchAll(/notice: '([a-z-]+)'/g)) written.add(name as string)
		for (const [, name] of source.matchAll(/tell(?:Author|Starter)\(\s*tx,\s*[\w.]+,\s*'([a-z-]+)'/g))
			written.add(name as string)
	}
	expect(written.size).toBeGreaterThan(20)
	const words = [...notices, ...Object.keys(en.short)]
	expect([...written].filter((name) => !words.includes(name))).toEqual([])
})

test('the letter of a deemed refusal says since when, to whom and until when, and opens the complaint', async () => {
	const letter = await compose('deemed-refusal', 'en', {
		...VALUES,
		path: '/inquiries/ENV-2026-000123-7/complaint',
	})
	const text = plainText(letter)
	for (const said of [
		'2 February 2026',
		'a refusal from 3 February 2026',
		'Body ENV',
		'Body GOV',
		'4 May 2026',
	])
		expect(text).toContain(said)
	expect(letter.subject).toMatch(/^ENV-2026-000123-7: /)
	expect(letter.action.address).toBe('https://demo.example/en/inquiries/ENV-2026-000123-7/complaint')
})

test('what may be absent leaves no empty sentence', async () => {
	const { reason: _, ...without } = VALUES
	expect((await compose('extended', 'en', without)).paragraphs).toHaveLength(1)
	expect((await compose('extended', 'en', { ...VALUES, reason: '' })).paragraphs).toHaveLength(1)
	expect((await compose('extended', 'en')).paragraphs.at(-1)).toBe('The reason given: A laboratory is asked.')
})

test('what people wrote cannot become markup, nor words of ours', async () => {
	const reason = '<img src=x onerror=alert(1)> {{code}} $t(mail:frame.footer)'
	const letter = await compose('extended', 'en', { ...VALUES, reason })
	expect(hypertext(letter)).toContain('&lt;img src=x onerror=alert(1)&gt; {{code}} $t(mail:frame.footer)')
	expect(plainText(letter)).toContain(reason)
})

test('a Russian date at the end of a sentence has one full stop', async () => {
	expect((await compose('extended', 'ru')).paragraphs[0]).toMatch(/27 февраля 2026 г\.$/)
})

test('what the author of a case was sent has a name, for the list of what became of it', () => {
	const sent = new Set<string>()
	for (const file of readdirSync('app', { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.server.ts')) continue
		const source = readFileSync(join('app', file), 'utf8')
		for (const [, name] of source.matchAll(/tellAuthor\(\s*tx,\s*[\w.]+,\s*'([a-z-]+)'/g))
			sent.add(String(name))
	}
	const named = Object.keys(inquiries.told.name)
	expect(
		[...sent, 'receipt', 'text-hidden', 'deemed-refusal'].filter((name) => !named.includes(name)),
	).toEqual([])
})
