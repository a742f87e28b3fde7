import { readdirSync, readFileSync } from 'node:fs'
import { type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'
import { dayInWords } from '#app/i18n/dates.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'

interface Shown {
	/** Days that the page names. */
	days?: readonly string[]
	/** What it says: keys of the catalogs, a number as it is written there, or words that are the same in all three. */
	says?: readonly (string | number)[]
}

/** A page, without its language, by whoever looks: it is there in three languages, with its days and words. */
export async function look(
	{ request }: Pick<Page, 'request'> | { request: APIRequestContext },
	path: string,
	{ days = [], says = [] }: Shown = {},
): Promise<void> {
	for (const language of LANGUAGES)
		expectShown(await read(request, language, path), `/${language}${path}`, { days, says })
}

/** A form that is refused in three languages, with what the page then names. */
export async function lookAtRefusal(
	{ request }: Pick<Page, 'request'>,
	path: string,
	form: Record<string, string>,
	shown: Shown,
): Promise<void> {
	for (const language of LANGUAGES) {
		const where = `/${language}${path}`
		const answer = await request.post(where, { form, maxRedirects: 0 })
		expect(answer.status(), where).toBe(409)
		expectShown(await readAnswer(answer, language, path), where, shown)
	}
}

function expectShown(
	{ html, text, language }: Awaited<ReturnType<typeof readAnswer>>,
	where: string,
	{ days = [], says = [] }: Shown,
) {
	for (const day of days) expect(namesDay(html, text, language, day), `${where} names ${day}`).toBe(true)
	for (const said of says) expect(text, where).toContain(inWords(language, said))
}

/** How each rule of the plan stands, by its page of dates: `2026-03-12 met`. */
export async function lookAtPlan(
	who: { request: APIRequestContext },
	number: string,
	gates: Record<string, string>,
): Promise<void> {
	for (const language of LANGUAGES) {
		const { html } = await read(who.request, language, `/hearings/${number}/plan`)
		const [table = ''] = html.split('</table>')
		const rows = table
			.split('<tr')
			.slice(1)
			.map((row) => ({ day: /datetime="([^"]+)"/i.exec(row)?.[1], text: textOf(row) }))
		for (const [rule, expected] of Object.entries(gates)) {
			const [day, state] = expected.split(' ')
			const row = rows.find(({ text }) => text.includes(words(language, `law:rule.hearing.${rule}`)))
			expect(row?.day, `${rule} of ${number} in ${language}`).toBe(day)
			expect(row?.text, `${rule} of ${number} in ${language}`).toContain(
				words(language, `hearings:plan.state.${state}`),
			)
		}
	}
}

/** The last day of each stage by its page of terms, and of no other. */
export async function lookAtTerms(
	page: Page,
	number: string,
	lastDays: Record<string, string>,
): Promise<void> {
	for (const language of LANGUAGES) {
		const { html } = await read(page.request, language, `/petitions/${number}/clock`)
		const sections = html.split('<section').filter((part) => part.includes('aria-labelledby="'))
		const found = sections.flatMap((section) => {
			const stage = /aria-labelledby="([a-z_]+)-/.exec(section)?.[1]
			const [, last] = [...(section.split('<dl')[1]?.matchAll(/datetime="([^"]+)"/gi) ?? [])]
			return stage ? [[stage, last?.[1]]] : []
		})
		expect(Object.fromEntries(found), `terms of ${number} in ${language}`).toEqual(lastDays)
	}
}

let looks = 0

async function read(request: APIRequestContext, language: Language, path: string) {
	// A page that strangers share may be seconds old; an address of its own has a page of its own.
	const fresh = `${path}${path.includes('?') ? '&' : '?'}look=${++looks}`
	const answer = await request.get(`/${language}${fresh}`, { maxRedirects: 0 })
	expect(answer.status(), `/${language}${path}`).toBe(200)
	return readAnswer(answer, language, path)
}

async function readAnswer(answer: APIResponse, language: Language, path: string) {
	const where = `/${language}${path}`
	const html = await answer.text()
	const text = textOf(html)
	expect(html, where).toContain(`lang="${language}"`)
	expect(text.match(KEY)?.[0] ?? null, `a key for words on ${where}`).toBe(null)
	expect(text.match(/\bundefined\b|\bNaN\b|Invalid Date|\{\{/)?.[0] ?? null, where).toBe(null)
	if (!MAY_HAVE_SCRIPTS.test(path)) expect(html, `a script on ${where}`).not.toContain('<script')
	return { html, text, language }
}

/** Desks have scripts; a number and a room renew themselves, and a passkey is asked for, where they run. */
const MAY_HAVE_SCRIPTS =
	/^\/(desk|moderation|administration|account\/hearings)\b|^\/petitions\/P-[\d-]+$|^\/hearings\/[^/]+\/room$/

const NAMESPACES = readdirSync('app/i18n/en').flatMap((file) =>
	file.endsWith('.json') ? file.slice(0, -5) : [],
)
const KEY = new RegExp(`\\b(?:${NAMESPACES.join('|')}):[a-z][\\w-]*(?:\\.[\\w-]+)+`)

const textOf = (html: string) =>
	html
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<!--.*?-->/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&#x27;/g, "'")
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ')

function namesDay(html: string, text: string, language: Language, day: string): boolean {
	const inWords = (['full', 'plain', 'spoken'] as const).map((format) => dayInWords(language, day, format))
	return (
		html.toLowerCase().includes(`datetime="${day}"`) ||
		inWords.some((said) => text.includes(said.replace(/\s+/g, ' ')))
	)
}

const written = (language: Language, number: number) =>
	new Intl.NumberFormat(language === 'en' ? 'en-GB' : language).format(number).replace(/\s/g, ' ')

const inWords = (language: Language, said: string | number) =>
	typeof said === 'number' ? written(language, said) : /^[a-z]+:/.test(said) ? words(language, said) : said

/** What stands under `petitions:page.rejected` in that language. */
function words(language: Language, key: string): string {
	const [namespace, path = ''] = key.split(':')
	const catalog = JSON.parse(readFileSync(`app/i18n/${language}/${namespace}.json`, 'utf8'))
	const found = path.split('.').reduce((part, name) => part?.[name], catalog)
	expect(typeof found, `${key} in ${language}`).toBe('string')
	return found.replace(/\s+/g, ' ')
}
