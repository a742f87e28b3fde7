import { expect, type Page } from '@playwright/test'
import {
	addFactor,
	anAccount,
	anOfficial,
	CLOSED,
	closePlaces,
	FREE,
	factorShownAnHourAgo,
	freeBody,
	unfollowPath,
} from './accounts.ts'
import { askByMail } from './mail.ts'
import { become, fromHere, signInAs } from './people.ts'

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

interface Visit {
	as: string
	/** Whose pages these are; the visitor becomes them first. */
	arrive: (page: Page) => Promise<void>
	/** Paths without their language. */
	paths: (page: Page) => Promise<string[]>
}

/** Every page of the site, by who sees it: at least one of each kind, lists in several states. */
export const VISITS: readonly Visit[] = [
	{ as: 'stranger', arrive: async () => {}, paths: strangersPaths },
	{ as: 'citizen', arrive: (page) => become(page, 'citizen'), paths: citizensPaths },
	{
		as: 'citizen who asks a body of its own will',
		arrive: (page) => become(page, 'citizen'),
		paths: freePaths,
	},
	{ as: 'newcomer', arrive: asNewcomer, paths: async () => NEWCOMERS },
	{ as: 'official between two factors', arrive: halfIn, paths: async () => ['/sign-in/factor'] },
	{ as: 'administrator with a stale factor', arrive: withStaleFactor, paths: staleAdministratorsPaths },
	{ as: 'clerk', arrive: (page) => become(page, 'clerk', 'ENV'), paths: (page) => deskPaths(page, CLERKS) },
	{
		as: 'approver',
		arrive: (page) => become(page, 'approver', 'EDU'),
		paths: (page) => deskPaths(page, APPROVERS),
	},
	{
		as: 'executor of the akimat',
		arrive: (page) => become(page, 'executor', 'TAU'),
		paths: async (page) => [
			...(await considerationPaths(page, ['duties', 'discussion'])),
			...(await holdingPaths(page, CHAIRS)),
		],
	},
	{
		as: 'approver of the akimat',
		arrive: (page) => become(page, 'approver', 'TAU'),
		paths: async (page) => [
			...(await considerationPaths(page, ['decision', 'signatures'])),
			...(await holdingPaths(page, APPROVES, '/desk/hearings')),
		],
	},
	{
		as: 'clerk of the akimat',
		arrive: (page) => become(page, 'clerk', 'TAU'),
		paths: async (page) => ['/desk/hearings', ...(await holdingPaths(page, SECRETARIES))],
	},
	{
		as: 'administrator',
		arrive: (page) => become(page, 'administrator'),
		paths: administratorsPaths,
	},
	{
		as: 'overseer',
		arrive: (page) => become(page, 'overseer'),
		paths: async () => ['/oversight', '/oversight?of=petitions', '/oversight?of=hearings'],
	},
	{ as: 'moderator', arrive: (page) => become(page, 'moderator'), paths: moderatorsPaths },
]

async function strangersPaths(page: Page): Promise<string[]> {
	const posts = await linksOn(page, '/posts', /^\/posts\/[\w-]{36}$/)
	const states = ['open', 'overdue', 'paused', 'answered']
	const questions = await Promise.all(
		states.map((state) => linksOn(page, `/inquiries?state=${state}`, /^\/inquiries\/[A-Z]+-[\d-]+$/)),
	)
	const some = questions.flatMap((found) => found.slice(0, 2))
	expect(some.length, 'questions in each state').toBeGreaterThan(5)
	return [
		'',
		'/inquiries',
		...states.map((state) => `/inquiries?state=${state}`),
		'/inquiries?office=env-minister',
		...some,
		`${some[0]}/clock`,
		`${some.at(-1)}/clock`,
		'/inquiries/new',
		'/inquiries/new?office=env-minister',
		'/identity',
		'/identity?problem=unavailable',
		'/bodies',
		'/bodies/ENV',
		'/bodies/ENV/figures/late',
		'/offices/env-minister',
		'/offices/env-minister/figures/in-time',
		'/posts',
		...posts.slice(0, 2),
		`${posts[0]}/revisions`,
		`${posts[0]}/report`,
		...(await petitionPaths(page)),
		...(await hearingPaths(page)),
		'/calculator',
		'/calculator?profile=KZ&rule=inquiry.answer&received=2026-03-06T19:10',
		'/search',
		'/search?q=PM2.5',
		'/sign-in',
		'/sign-in/code',
		'/sign-in/signature',
		'/sign-up',
		'/confirm',
		'/reset',
		'/reset/new',
		'/no-such-page',
		`${some[0]}/report`,
		await confirmationPath(),
		unfollowPath('now'),
		`${unfollowPath('weekly')}?done`,
	]
}

const PETITION = /^\/petitions\/P-[\d-]+$/

async function petitionPaths(page: Page): Promise<string[]> {
	const petitions = await linksOn(page, '/petitions', PETITION)
	expect(petitions.length, 'petitions of the demo').toBeGreaterThan(4)
	const open = (await linksOn(page, '/petitions?state=open', PETITION)).slice(0, 2)
	return [
		'/petitions',
		'/petitions?state=open',
		'/petitions?state=decided',
		'/petitions?state=rejected',
		'/petitions/check',
		...petitions.slice(0, 6),
		...open.flatMap((path) =>
			['clock', 'signatures', 'removals', 'updates', 'signature'].map((name) => `${path}/${name}`),
		),
	]
}

/** What the desk of the body has of petitions. */
async function considerationPaths(page: Page, steps: readonly string[]): Promise<string[]> {
	const [considered] = await linksOn(page, '/desk/petitions', /^\/desk\/petitions\/\d+$/)
	expect(considered, 'a petition on the desk').toBeTruthy()
	return ['/desk/petitions', String(considered), ...steps.map((step) => `${considered}/${step}`)]
}

/** An account with an address alone, in which nothing has happened yet; a role waits for a second factor. */
async function asNewcomer(page: Page) {
	await signInAs(page, anOfficial('Дана Үлгіқызы', 'overseer').email)
}

const NEWCOMERS = [
	'/inquiries/new?office=env-minister',
	'/account',
	'/account/notices',
	'/account/following',
	'/account/identity',
	'/account/factors?next=/en/oversight',
	'/account/data',
	'/account/erasure',
	'/following/body/ENV',
]

async function halfIn(page: Page) {
	const { personId, email } = anAccount('Серік Үлгіұлы')
	addFactor(personId)
	await signInAs(page, email)
}

async function withStaleFactor(page: Page) {
	const { personId, email } = anOfficial('Серік Үлгіұлы', 'administrator')
	addFactor(personId)
	await signInAs(page, email)
	factorShownAnHourAgo(personId)
}

async function staleAdministratorsPaths(page: Page): Promise<string[]> {
	const [person] = await linksOn(page, '/administration/people', /^\/administration\/people\/[\w-]+$/)
	const [office] = await linksOn(
		page,
		'/administration/offices',
		/^\/administration\/offices\/(?!new|closed)[\w-]+$/,
	)
	return [
		String(person),
		`${office}/closing`,
		'/administration/authorities',
		'/administration/calendar/year?calendar=KZ',
		'/account/identity',
		'/account/factors',
		'/account/factors/passkey',
		'/account/factors/application',
		'/account/sessions',
	]
}

/** Where the author of a letter confirms that a question is theirs. */
async function confirmationPath(): Promise<string> {
	const asked = { subject: 'Lamps', text: 'Where may old lamps be left?' }
	return (await askByMail({ from: `${crypto.randomUUID()}@mail.example`, ...asked })).path
}

async function citizensPaths(page: Page): Promise<string[]> {
	const own = await linksOn(page, '/account', /^\/inquiries\/[A-Z]+-[\d-]+$/)
	expect(own.length, 'questions of one’s own').toBeGreaterThan(0)
	const receipts = (await linksOn(page, String(own[0]), /^\/receipts\/[\w-]+$/)).slice(0, 1)
	return [
		'/account',
		'/account/profile',
		'/account/identity',
		'/account/email',
		'/account/password',
		'/account/sessions',
		'/account/factors',
		'/account/factors/passkey',
		'/account/factors/application',
		'/sign-in/factor',
		'/account/notices',
		'/account/following',
		'/account/phone',
		'/account/phone?sent',
		'/following/office/env-minister',
		'/following/body/ENV',
		`/following/inquiry/${own[0]?.split('/').at(-1)}`,
		'/following/search/water',
		'/account/data',
		'/account/erasure',
		...own.slice(0, 2),
		...['follow-up', 'complaint', 'satisfaction', 'withdrawal', 'correction'].map(
			(act) => `${own[0]}/${act}`,
		),
		...receipts,
		...receipts.map((path) => `${path}/clock`),
		...(await linksOn(page, '/inquiries?state=open', /^\/inquiries\/[A-Z]+-[\d-]+$/))
			.slice(0, 1)
			.map((path) => `${path}/joining`),
		'/inquiries/new',
		'/offices/env-minister',
		'/account/petitions',
		...(
			await linksOn(page, '/account/petitions', /^\/petitions\/(P-[\d-]+\/author|receipts\/[\w.-]+)$/)
		).slice(0, 4),
		'/petitions/new',
		...(await linksOn(page, '/petitions?state=open', PETITION))
			.slice(0, 1)
			.flatMap((path) => [`${path}/signature`, `/following/petition/${path.split('/').at(-1)}`]),
		...(await hearingsOfCitizens(page)),
	]
}

/** A question under no term, and where it is put. */
async function freePaths(page: Page): Promise<string[]> {
	freeBody()
	const filed = await page.request.post('/en/inquiries/new', {
		form: {
			intent: 'file',
			to: `body:${FREE}`,
			kind: 'request',
			subject: 'Who mends the bench',
			text: 'Who mends the bench at the gate?',
			visibility: 'public',
			language: 'en',
			submissionId: crypto.randomUUID(),
		},
		headers: fromHere(),
		maxRedirects: 0,
	})
	const receipt = String(filed.headers().location).slice(3)
	const [question] = await linksOn(page, receipt, /^\/inquiries\/FREE-[\d-]+$/)
	return [
		`/bodies/${FREE}`,
		`/inquiries/new?body=${FREE}`,
		receipt,
		`${receipt}/withdrawal`,
		...['', '/clock', '/complaint'].map((page) => `${question}${page}`),
	]
}

async function hearingsOfCitizens(page: Page): Promise<string[]> {
	const [live] = await hearingsIn(page, 'now')
	const [past] = await hearingsIn(page, 'past')
	return [
		'/hearings/new',
		...(await holdingPaths(page, ['', 'text', 'documents', 'announcement', 'remarks'])),
		...['remarks/new', 'dossier/new', 'room', 'room/registration'].map((name) => `${live}/${name}`),
		`${past}/protocol/objection`,
		`/following/hearing/${live?.split('/').at(-1)}`,
		'/following/territory/KZ-75',
	]
}

const HEARING = /^\/hearings\/H-[\d-]+$/
const DOCUMENT = /\/dossier\/[\w-]{36}$/

/** The hearings of the demo that stand so. */
const hearingsIn = async (page: Page, when: 'coming' | 'now' | 'past') => {
	const found = await linksOn(page, `/hearings?state=${when}`, HEARING)
	expect(found.length, `hearings of the demo: ${when}`).toBeGreaterThan(0)
	return found
}

async function hearingPaths(page: Page): Promise<string[]> {
	const [live] = await hearingsIn(page, 'now')
	const [past] = await hearingsIn(page, 'past')
	const coming = await hearingsIn(page, 'coming')
	const few = async (path: string, like: RegExp) => (await linksOn(page, path, like)).slice(0, 1)
	const drafts = await linksOn(page, `${coming[0]}/dossier`, DOCUMENT)
	return [
		...drafts,
		...drafts.map(
			(path) => `${coming[0]}/remarks/new?document=${path.split('/').at(-1)}&version=1&paragraph=1`,
		),
		'/hearings',
		'/hearings?state=past',
		String(live),
		...['plan', 'dossier', 'remarks', 'responses', 'room', 'room/transcript'].map(
			(name) => `${live}/${name}`,
		),
		...(await linksOn(page, `${live}/dossier`, DOCUMENT)).slice(0, 2),
		...(await few(`${live}/remarks`, /\/remarks\/\d+$/)),
		...(await few(`${live}/remarks`, /\/groups\/\d+$/)),
		String(past),
		...['protocol', 'responses', 'decision'].map((name) => `${past}/${name}`),
		...coming.slice(0, 2),
		`${coming[0]}/plan`,
	]
}

/** Who leads a hearing of the demo, keeps its record, decides about it: where they do it. */
const CHAIRS = ['', 'documents', 'room', 'questions', 'responses', 'not-held', 'protocol', 'objections']
const SECRETARIES = ['', 'agenda', 'hall', 'polls', 'captions', 'remarks', 'officers', 'links']
const APPROVES = ['', 'announcement', 'calling-off', 'decision', 'commitments', 'repeat', 'commission']

async function holdingPaths(page: Page, names: readonly string[], list = '/account/hearings') {
	const own = await linksOn(page, list, /^\/account\/hearings\/\d+$/)
	expect(own.length, 'hearings in which they have a part').toBeGreaterThan(0)
	const offered = await Promise.all(
		own.map((path) => linksOn(page, path, /^\/account\/hearings\/\d+(\/[a-z-]+)?$/)),
	)
	const doors = offered.flat()
	return [
		list,
		...names.flatMap((name) => (name ? doors.filter((path) => path.endsWith(`/${name}`)) : own).slice(0, 1)),
	]
}

const CLERKS = { steps: ['redirect', 'correction', 'return', 'merge'], posts: false }
const APPROVERS = {
	steps: ['answer', 'signature', 'extension', 'termination', 'partial-answer'],
	posts: true,
}

async function deskPaths(page: Page, { steps, posts }: typeof CLERKS): Promise<string[]> {
	const cases = await linksOn(page, '/desk', /^\/desk\/[\w-]{36,}$/)
	expect(cases.length, 'cases on the desk').toBeGreaterThan(0)
	return [
		'/desk',
		'/desk?filter=overdue',
		'/desk?filter=to-sign',
		'/desk?filter=ended',
		...cases.slice(0, 2),
		...steps.map((step) => `${cases.at(-1)}/${step}`),
		`/desk/bulk?${cases
			.slice(0, 2)
			.map((path) => `case=${path.split('/').at(-1)}`)
			.join('&')}`,
		...['entry', 'snippets', 'calendar', 'mail'].map((name) => `/desk/${name}`),
		...(await linksOn(page, '/desk/mail?filter=placed', /^\/desk\/mail\/[\w-]{36}$/)).slice(0, 1),
		...(await linksOn(page, '/desk/mail', /^\/desk\/mail\/[\w-]{36}$/)).slice(0, 1),
		...(posts ? await postPaths(page) : []),
	]
}

async function postPaths(page: Page): Promise<string[]> {
	const own = await linksOn(page, '/desk/posts', /^\/desk\/posts\/[\w-]{36}$/)
	const steps = (
		await Promise.all(own.map((path) => linksOn(page, path, /^\/desk\/posts\/[\w-]{36}\/[a-z]+$/)))
	).flat()
	const one = (name: string) => steps.filter((path) => path.endsWith(`/${name}`)).slice(0, 1)
	return [
		'/desk/posts',
		'/desk/posts/new',
		...own.slice(0, 3),
		...['publication', 'pictures', 'withdrawal', 'discarding'].flatMap(one),
	]
}

async function administratorsPaths(page: Page): Promise<string[]> {
	closePlaces()
	const lists = ['bodies', 'offices', 'people', 'calendar', 'profile', 'authorities', 'outages'].map(
		(name) => `/administration/${name}`,
	)
	const [body] = await linksOn(
		page,
		'/administration/bodies',
		/^\/administration\/bodies\/(?!new|CLOSE)[\w-]+$/,
	)
	const [office] = await linksOn(
		page,
		'/administration/offices',
		/^\/administration\/offices\/(?!new|closed)[\w-]+$/,
	)
	const [person] = await linksOn(page, '/administration/people', /^\/administration\/people\/[\w-]+$/)
	return [
		...lists,
		`/administration/bodies/${CLOSED.body}`,
		`/administration/bodies/${CLOSED.body}/reopening`,
		`/administration/offices/${CLOSED.office}`,
		`/administration/offices/${CLOSED.office}/reopening`,
		String(body),
		`${body}/closing`,
		'/administration/bodies/new',
		...(await linksOn(page, String(office), /\/officials\/[\w-]+$/)).slice(0, 1),
		String(office),
		...['appointment', 'vacancy', 'closing'].map((step) => `${office}/${step}`),
		String(person),
		'/administration/offices/new',
		'/administration/calendar/entry?calendar=KZ&year=2026',
		'/desk/mail',
		'/administration/calendar/confirmation?calendar=KZ&year=2026',
		'/administration/calendar/year?calendar=KZ',
		...(await removals(page)),
	]
}

/** Where a day of a calendar is taken out, by the first link to it. */
async function removals(page: Page): Promise<string[]> {
	const html = await (await page.request.get('/en/administration/calendar')).text()
	const [, found] = /href="\/en(\/administration\/calendar\/removal[^"]*)"/.exec(html) ?? []
	expect(found, 'a day that can be taken out').toBeTruthy()
	return [String(found).replaceAll('&amp;', '&')]
}

async function moderatorsPaths(page: Page): Promise<string[]> {
	const texts = await linksOn(page, '/moderation/recent', /^\/moderation\/texts\//)
	const petitions = await linksOn(page, '/moderation/petitions', /^\/moderation\/petitions\/\d+(\/[a-z]+)?$/)
	const [review = ''] = await linksOn(page, '/moderation/petitions', /^\/moderation\/petitions\/\d+\/review$/)
	const petition = review.replace('/review', '')
	const work = ['sources', 'review', 'invalidations', 'sheets', 'updates'].map((one) => `${petition}/${one}`)
	const invalidations = await linksOn(page, `${petition}/invalidations`, /\/invalidations\/[\w-]{36}$/)
	return [
		'/moderation',
		'/moderation/recent',
		'/moderation/hidden',
		...texts.slice(0, 1),
		'/moderation/petitions',
		...petitions.slice(0, 6),
		...work,
		...invalidations.slice(0, 1),
	]
}

/** The different addresses on a page that look like this, without their language. */
export async function linksOn(page: Page, path: string, like: RegExp): Promise<string[]> {
	const html = await (await page.request.get(`/en${path}`)).text()
	const hrefs = [...html.matchAll(/href="\/en([^"#?]*)/g)].map(([, href]) => String(href))
	return [...new Set(hrefs)].filter((href) => like.test(href))
}
