import { expect, type Page } from '@playwright/test'
import type { Language } from '#app/i18n/languages.ts'
import { become, send } from './petition-acts.ts'

export interface Held {
	id: string
	number: string
}

type Form = Record<string, string>

/** A page on which somebody does their part, without its language. */
export const holding = ({ id }: Pick<Held, 'id'>, name: string) => `/account/hearings/${id}/${name}`

/** Sends the form of such a page. */
export const holds = (
	page: Page,
	language: Language,
	hearing: Held,
	name: string,
	form: Form,
	status = 302,
) => send(page, `/${language}${holding(hearing, name)}`, form, status)

/** Somebody of the demo who has no button of their own on the sign-in page. */
export async function becomePerson(page: Page, name: string) {
	await page.context().clearCookies()
	await send(page, '/en/sign-in', {
		intent: 'sign-in',
		email: `${name}@demo.example`,
		password: 'jauap-demo',
	})
}

/** Hands in a file with a form, as a browser without scripts does. */
export async function sendFile(
	page: Page,
	path: string,
	form: Form,
	{ name, type = 'text/plain', text }: { name: string; type?: string; text: string },
) {
	const file = { name, mimeType: type, buffer: Buffer.from(text) }
	const answer = await page.request.post(path, { multipart: { ...form, file }, maxRedirects: 0 })
	const said = answer.status() === 302 ? '' : (await answer.text()).replace(/<[^>]*>/g, ' ').slice(0, 3000)
	expect(answer.status(), `${path} ${said}`).toBe(302)
}

/** What a hidden field of the forms on a page holds, in their order. */
export async function valuesOn(page: Page, path: string, field: string): Promise<string[]> {
	const html = await (await page.request.get(path)).text()
	const found = html.matchAll(new RegExp(`name="${field}"[^>]* value="([^"]+)"`, 'g'))
	return [...new Set([...found].map(([, value]) => String(value)))]
}

/** The initiator writes a project and asks the authority to have it heard, with its report. */
export async function askFor(
	page: Page,
	title: string,
	{ form = 'open_meeting', legalGround = 'environmental_impact_report' } = {},
): Promise<Held> {
	await become(page, 'citizen')
	const initiatorName = 'Үлгі Даму ЖШС'
	const begun = await send(page, '/kk/hearings/new', { kind: 'authority', initiatorName, language: 'kk' })
	const hearing = { id: String(/hearings\/(\d+)/.exec(begun)?.[1]), number: '' }
	await holds(page, 'ru', hearing, 'text', {
		...{ bodyId: 'TAU', form, legalGround, initiatorName, initiatorContact: 'project@demo.example' },
		...{ regions: 'KZ-75', titleKk: title, titleRu: title, titleEn: title },
		...{ subjectKk: 'Не салынады.', subjectRu: 'Что строится.', subjectEn: 'What is built.' },
	})
	await addReport(page, hearing, title)
	await holds(page, 'en', hearing, 'request', { intent: 'request' })
	return { ...hearing, number: await numberOf(page, hearing) }
}

export const addReport = (page: Page, hearing: Held, text: string) =>
	sendFile(
		page,
		`/kk${holding(hearing, 'documents')}`,
		{ intent: 'add', kind: 'report', title: 'Есеп', language: 'kk' },
		{ name: 'report.txt', text },
	)

export async function numberOf(page: Page, { id }: Pick<Held, 'id'>): Promise<string> {
	const shown = await (await page.request.get(`/en/account/hearings/${id}`)).text()
	return String(/H-\d{4}-\d+-\d/.exec(shown)?.[0])
}

/** The authority agrees, on the day on which the documents have come. */
export async function agreeTo(page: Page, hearing: Held, receivedOn: string) {
	await become(page, 'approver')
	await holds(page, 'kk', hearing, 'answer', { intent: 'accept', receivedOn })
}

export async function makePublic(page: Page, hearing: Held) {
	await become(page, 'executor')
	await holds(page, 'ru', hearing, 'documents', { intent: 'post' })
}

/** What the form of an announcement says. */
export const announced = (startsOn: string, over: Form = {}): Form => ({
	...{ intent: 'announce', form: 'open_meeting', startsOn, time: '10:00' },
	...{ placeKk: 'Үлгі залы', placeRu: 'Зал образца', placeEn: 'Sample Hall' },
	...{ commentsAddress: 'tau@demo.example', seats: '40', ...over },
})

/** Enters the proof that it was published in every channel and language that the law wants, on one day. */
export async function publishEverywhere(page: Page, hearing: Held, publishedOn: string, channels = CHANNELS) {
	for (const [channel, name] of channels)
		for (const language of ['kk', 'ru'])
			await holds(page, 'kk', hearing, 'announcement', {
				...{ intent: 'channel', channel, name, language, publishedOn },
				link: 'https://paper.example/1',
			})
}

export const CHANNELS: readonly (readonly [string, string])[] = [
	['newspaper', 'Тау таңы'],
	['tv_or_radio', 'Тау радиосы'],
	['official_site', 'gov.example'],
	['official_site', 'tau.example'],
]

/** The akimat leads the hearing with people of its own. */
export async function appointOfficers(page: Page, hearing: Held) {
	await become(page, 'approver')
	for (const [role, person] of [
		['chair', 'executor.tau'],
		['secretary', 'clerk.tau'],
		['moderator', 'citizen09'],
	] as const)
		await holds(page, 'ru', hearing, 'officers', { intent: 'appoint', role, email: `${person}@demo.example` })
}

export const becomeChair = (page: Page) => become(page, 'executor')
export const becomeSecretary = (page: Page) => become(page, 'clerk')

/** Hands in a remark that everybody may read; gives the path of its page. */
export async function remark(
	page: Page,
	language: Language,
	{ number }: Held,
	position: string,
	text: string,
) {
	const said = { position, text, affiliation: 'resident', language, region: 'KZ-75' }
	const form = { intent: 'hand-in', ...said, published: 'on', consent: 'on' }
	const received = await send(page, `/${language}/hearings/${number}/remarks/new`, form)
	return String(/\/hearings\/.*\/remarks\/\d+/.exec(received)?.[0])
}

/** Both sign what the secretary has drawn up. */
export async function signProtocol(page: Page, hearing: Held) {
	await becomeSecretary(page)
	await holds(page, 'kk', hearing, 'protocol', { intent: 'draft' })
	const [version = ''] = await valuesOn(page, `/kk${holding(hearing, 'protocol')}`, 'version')
	await holds(page, 'kk', hearing, 'protocol', { intent: 'sign', version })
	await becomeChair(page)
	await holds(page, 'ru', hearing, 'protocol', { intent: 'sign', version })
}

/** Every row of the response table gets the same answer; as the initiator answers it, or the authority. */
export async function answerRows(page: Page, hearing: Held, form: Form) {
	const path = `/kk${holding(hearing, 'responses')}`
	for (const groupId of await valuesOn(page, path, 'groupId')) await send(page, path, { ...form, groupId })
}
