import type { Calendar } from '#app/deadlines/calendar.ts'
import { type Day, dayIn, daysBetween, instantIn } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { receiptHash, receiptSecret } from '#app/inquiries/submit.server.ts'
import { registrationDay } from '#app/jurisdictions/profiles.ts'
import { registerNumber } from '#app/register/number.ts'
import { fold, wordsOf } from '#app/text/fold.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import type { tenures } from '#db/schema/bodies.ts'
import type * as cases from '#db/schema/inquiries.ts'
import type { events } from '#db/schema/register.ts'
import { background, places } from './content/background.ts'
import { offices } from './content/offices.ts'
import { grounds, replies } from './content/replies.ts'
import type { BackgroundSeed, Words } from './content/types.ts'
import { PROFILE, ZONE } from './timeline.ts'

/** What the questions are put into; `numbers` grows as they are given out. */
export interface Surroundings {
	calendar: Calendar
	today: Day
	now: Date
	firstDay: Day
	secretKey: string
	/** By body and year, the last number given. */
	numbers: Map<string, number>
	holders: readonly (typeof tenures.$inferSelect)[]
}

export interface Ordinary {
	number: number
	receivedAt: Date
	citizen: string
	random: () => number
}

export interface Rows {
	inquiries: (typeof cases.inquiries.$inferInsert)[]
	proceedings: (typeof cases.proceedings.$inferInsert)[]
	extensions: (typeof cases.extensions.$inferInsert)[]
	redirects: (typeof cases.redirects.$inferInsert)[]
	terminations: (typeof cases.terminations.$inferInsert)[]
	answers: (typeof cases.answers.$inferInsert)[]
	satisfactions: (typeof cases.satisfactions.$inferInsert)[]
	breaches: (typeof cases.breaches.$inferInsert)[]
	events: (typeof events.$inferInsert)[]
	searchIndex: { kind: string; ref: string; words: string }[]
}

export const emptyRows = (): Rows => ({
	inquiries: [],
	proceedings: [],
	extensions: [],
	redirects: [],
	terminations: [],
	answers: [],
	satisfactions: [],
	breaches: [],
	events: [],
	searchIndex: [],
})

/** One question with all that became of it: about 94 in a hundred have ended, and some of the others are overdue. */
export function rowsOf(found: Surroundings, ordinary: Ordinary, rows: Rows): void {
	const one = registered(found, ordinary, rows)
	const fate = ordinary.random()
	if (one.dueOn >= found.today) stayNew(one, fate)
	else if (fate < 0.032) lapse(one)
	else if (fate < 0.06) answerLate(one)
	else if (fate < 0.09) redirect(one)
	else if (fate < 0.12) extend(one)
	else if (fate < 0.15) terminate(one)
	else if (fate < 0.16) withdraw(one)
	else answer(one, answeredIn(one))
	for (const proceeding of one.handled) rows.proceedings.push(proceeding)
	rows.inquiries.push(one.inquiry)
	rows.searchIndex.push({
		kind: 'inquiry',
		ref: one.inquiry.id,
		words: filled(one.words.join(' '), one, FOLDED_PLACES),
	})
}

interface One {
	found: Surroundings
	rows: Rows
	random: () => number
	template: Template
	/** For the gaps of the template. */
	n: number
	place: number
	inquiry: typeof cases.inquiries.$inferInsert & { id: string; registeredOn: Day }
	/** The last is the one that runs. */
	handled: [Handled, ...Handled[]]
	registeredOn: Day
	dueOn: Day
	/** For the search. */
	words: string[]
}

type Handled = typeof cases.proceedings.$inferInsert

function registered(found: Surroundings, { number, receivedAt, citizen, random }: Ordinary, rows: Rows): One {
	const template = TEMPLATES[Math.floor(random() * TEMPLATES.length)] as Template
	const { seed } = template
	const office = random() < 0.85 ? officeOf(seed.body, random()) : null
	const registeredOn = registrationDay(PROFILE, receivedAt, found.calendar)
	const dueOn = dayAfter(found, 15, registeredOn)
	const id = crypto.randomUUID() as string
	const open = { state: 'open', dueOn, answeredAt: null, breachedAt: null } as const
	const common = { bodyId: seed.body, officeId: office, receivedAt, registeredOn }
	const visibility = number % 9 === 0 ? 'private' : 'public'
	const name = `Тұрғын ${citizen.slice(5)}`
	const one: One = {
		found,
		rows,
		random,
		template,
		n: 1 + Math.floor(random() * 300),
		place: Math.floor(random() * places.length),
		registeredOn,
		dueOn,
		words: [template.words],
		handled: [{ ...proceedingRow(id, 1), public: visibility === 'public', ...common, ...open }],
		inquiry: {
			id,
			number: nextNumber(found, seed.body, registeredOn),
			kind: seed.kind,
			procedure: procedureOf(seed),
			channel: number % 12 === 0 ? 'paper' : 'web',
			visibility,
			language: seed.lang,
			subject: '',
			text: '',
			html: '',
			...common,
			postId: null,
			authorId: citizen,
			authorName: name,
			authorAddress: null,
			authorEmail: null,
			authorPhone: null,
			publicName: name,
			assuranceLevel: 2,
			profileId: PROFILE.id,
			profileVersion: PROFILE.version,
			...open,
			leadId: null,
			joined: 0,
			followUpOf: null,
			complaintAbout: null,
			safetyReport: false,
			hidden: false,
			receiptHash: receiptHash(receiptSecret(found.secretKey, id)),
			submissionId: null,
		},
	}
	one.inquiry.subject = filled(seed.subject, one)
	one.inquiry.text = filled(seed.text, one)
	one.inquiry.html = filled(template.html, one)
	const details = { dueOn, channel: one.inquiry.channel, bodyId: seed.body, officeId: office }
	step(one, 'registered', receivedAt, { on: registeredOn, by: 'author', personId: citizen, details })
	return one
}

const proceedingRow = (inquiryId: string, ordinal: number) => ({
	id: `${inquiryId}-${ordinal}`,
	inquiryId,
	ordinal,
	part: null,
	previousId: null as string | null,
	followsId: null,
	rule: 'inquiry.answer',
	stage: 'desk' as 'desk' | 'ended',
	extended: false,
	executorId: null as string | null,
	correctBy: null,
})

/** The term still runs: the nearer its end, the more are answered; of the others most are with somebody. */
function stayNew(one: One, fate: number): void {
	const { found, registeredOn, dueOn, random } = one
	const gone = Math.max(0, daysBetween(registeredOn, found.today) / daysBetween(registeredOn, dueOn))
	const answeredOn = dayAfter(found, 1 + Math.floor(random() * 14 * gone), registeredOn)
	if (fate < 0.94 * gone && answeredOn < found.today) answer(one, answeredOn)
	else if (fate < 0.97) assign(one)
}

function assign(one: One): void {
	const at = atWork(one, dayAfter(one.found, 1, one.registeredOn))
	if (at > one.found.now) return
	const running = runningOf(one)
	running.executorId = `${running.bodyId}-executor`
	step(one, 'assigned', at, {
		by: 'clerk',
		personId: `${running.bodyId}-clerk`,
		details: { executorId: running.executorId },
	})
}

function lapse(one: One, mendedAt: Date | null = null): void {
	const running = runningOf(one)
	const dueOn = running.dueOn as Day
	const moment = legalMoment(dueOn, ZONE)
	running.breachedAt = moment
	one.inquiry.breachedAt = moment
	one.rows.breaches.push({
		id: crypto.randomUUID(),
		proceedingId: running.id,
		inquiryId: running.inquiryId,
		bodyId: running.bodyId,
		officeId: running.officeId ?? null,
		duty: 'answer',
		dueOn,
		legalMoment: moment,
		recordedAt: moment,
		mendedAt,
	})
	const once = `breach:${running.id}:answer:${dueOn}`
	step(one, 'breached', moment, { on: dueOn, by: 'system', details: { duty: 'answer', dueOn }, once })
}

function answerLate(one: One): void {
	const answeredOn = dayAfter(one.found, 1 + Math.floor(one.random() * 10), one.dueOn)
	if (answeredOn >= one.found.today) {
		lapse(one)
		return
	}
	const at = atWork(one, answeredOn)
	lapse(one, at)
	answer(one, answeredOn, at)
}

/** To another body, whose term begins with it. */
function redirect(one: One): void {
	const { found, rows } = one
	const from = runningOf(one)
	const at = atWork(one, dayAfter(found, 2, one.registeredOn))
	const to = BODIES[(BODIES.indexOf(from.bodyId) + 1) % BODIES.length] as string
	const reason = grounds[one.template.seed.lang].redirected
	const registeredOn = registrationDay(PROFILE, at, found.calendar)
	const dueOn = dayAfter(found, 15, registeredOn)
	const second: Handled = {
		...proceedingRow(one.inquiry.id, 2),
		public: one.inquiry.visibility === 'public',
		bodyId: to,
		officeId: null,
		receivedAt: at,
		registeredOn,
		state: 'open',
		dueOn,
		answeredAt: null,
		breachedAt: null,
		previousId: from.id,
	}
	rows.redirects.push({
		id: crypto.randomUUID(),
		fromId: from.id,
		toId: second.id,
		part: null,
		reason,
		at,
		on: registeredOn,
		by: `${from.bodyId}-clerk`,
		dueOn: dayAfter(found, 3, one.registeredOn),
		late: false,
	})
	const details = { to: second.id, bodyId: to, officeId: null }
	step(one, 'redirected', at, { by: 'clerk', personId: `${from.bodyId}-clerk`, details })
	from.state = 'redirected'
	from.stage = 'ended'
	one.handled.push(second)
	one.inquiry.dueOn = dueOn
	step(one, 'registered', at, {
		on: registeredOn,
		by: 'system',
		details: { bodyId: to, from: from.id, part: false },
	})
	const answeredOn = dayAfter(found, 2 + Math.floor(one.random() * 12), registeredOn)
	if (answeredOn < found.today) answer(one, answeredOn)
}

function extend(one: One): void {
	const { found, rows } = one
	const running = runningOf(one)
	const decidedOn = dayAfter(found, 12, one.registeredOn)
	const at = atWork(one, decidedOn)
	const until = dayAfter(found, 10, one.dueOn)
	rows.extensions.push({
		id: crypto.randomUUID(),
		proceedingId: running.id,
		until,
		reason: grounds[one.template.seed.lang].extended,
		decidedAt: at,
		decidedOn,
		by: `${running.bodyId}-approver`,
		tellBy: dayAfter(found, 3, decidedOn),
		toldAt: at,
	})
	step(one, 'extended', at, { by: 'approver', details: { until, from: one.dueOn, told: true } })
	running.extended = true
	running.dueOn = until
	one.inquiry.dueOn = until
	const answeredOn = dayAfter(found, 5, one.dueOn)
	if (answeredOn < found.today) answer(one, answeredOn)
}

function terminate(one: One): void {
	const running = runningOf(one)
	const on = answeredIn(one)
	const at = atWork(one, on)
	const ground = 'repeat_no_new_arguments'
	const reason = grounds[one.template.seed.lang].terminated
	one.rows.terminations.push({
		id: crypto.randomUUID(),
		proceedingId: running.id,
		ground,
		reason,
		at,
		by: `${running.bodyId}-approver`,
		tellBy: dayAfter(one.found, 3, on),
	})
	step(one, 'terminated', at, { by: 'approver', details: { ground, reason } })
	end(one, 'terminated')
}

function withdraw(one: One): void {
	const personId = one.inquiry.authorId ?? null
	step(one, 'withdrawn', atWork(one, answeredIn(one)), { by: 'author', personId })
	end(one, 'withdrawn')
}

function answer(one: One, on: Day, at: Date = atWork(one, on)): void {
	const { found, inquiry, rows, random } = one
	const running = runningOf(one)
	const { lang } = one.template.seed
	const reply = REPLIES[lang][Math.floor(random() * REPLIES[lang].length)] as Reply
	const answerId = crypto.randomUUID()
	const late = at > legalMoment(running.dueOn as Day, ZONE)
	const signedBy = `${running.bodyId}-approver`
	rows.answers.push({
		id: answerId,
		inquiryId: inquiry.id,
		proceedingId: running.id,
		language: lang,
		outcome: inquiry.procedure === 'full' ? 'act' : 'answered',
		body: reply.text,
		html: reply.html,
		publicHtml: reply.html,
		redactionReason: null,
		reasons: grounds[lang].reasons,
		law: grounds[lang].law,
		facts: grounds[lang].facts,
		appeal: grounds[lang].appeal,
		signedAt: at,
		signedOn: on,
		signedBy,
		signerName: signedBy,
		officialId: holderOf(found, running.officeId, on),
		late,
	})
	step(one, 'answered', at, { by: 'approver', personId: signedBy, details: { answerId, late } })
	running.answeredAt = at
	inquiry.answeredAt = at
	one.words.push(reply.words)
	end(one, 'answered')
	if (random() < 0.05) rate(one, at)
}

function rate(one: One, answeredAt: Date): void {
	const at = new Date(Math.min(answeredAt.getTime() + 20 * 3_600_000, one.found.now.getTime()))
	const said = { answered: one.random() < 0.7, helped: one.random() < 0.5 }
	one.rows.satisfactions.push({ inquiryId: one.inquiry.id, ...said, at })
	step(one, 'rated', at, { by: 'author', personId: one.inquiry.authorId ?? null, details: said })
}

function end(one: One, state: 'answered' | 'terminated' | 'withdrawn'): void {
	const running = runningOf(one)
	running.state = state
	running.stage = 'ended'
	one.inquiry.state = state
	one.inquiry.dueOn = null
}

function step(
	{ handled, inquiry, rows }: One,
	type: string,
	at: Date,
	{
		on,
		by,
		personId = null,
		details = {},
		once = null,
	}: Omit<Partial<Rows['events'][number]>, 'by'> & { by: string },
): void {
	rows.events.push({
		subject: 'inquiry',
		subjectId: inquiry.id,
		type,
		at,
		on: on ?? dayIn(ZONE, at),
		by,
		personId,
		proceedingId: (handled.at(-1) as Handled).id,
		details,
		once,
		recordedAt: at,
	})
}

const runningOf = ({ handled }: One) => handled.at(-1) as Handled

/** Some time in the term, the last days more often. */
const answeredIn = (one: One): Day =>
	dayAfter(one.found, 1 + Math.floor(Math.sqrt(one.random()) * 15), one.registeredOn)

const WORK_BEGINS_MS = 9.5 * 3_600_000
const WORK_LASTS_MS = 8 * 3_600_000

const atWork = ({ random }: One, day: Day): Date =>
	instantIn(ZONE, day, WORK_BEGINS_MS + Math.floor(random() * WORK_LASTS_MS))

const days = new Map<string, Day>()

/** Asked a million times for the same few thousand days. */
function dayAfter({ calendar }: Surroundings, n: number, day: Day): Day {
	const key = `${day}+${n}`
	let found = days.get(key)
	if (!found) {
		found = lastDay({ n, unit: 'wd' }, day, calendar)
		days.set(key, found)
	}
	return found
}

function nextNumber({ numbers }: Surroundings, bodyCode: string, registeredOn: Day): string {
	const year = registeredOn.slice(0, 4)
	const last = (numbers.get(`${bodyCode}-${year}`) ?? 0) + 1
	numbers.set(`${bodyCode}-${year}`, last)
	return registerNumber(bodyCode, Number(year), last)
}

function holderOf({ holders }: Surroundings, officeId: string | null | undefined, day: Day): string | null {
	const held = holders.find(
		(one) => one.officeId === officeId && one.from <= day && (one.until === null || day <= one.until),
	)
	return held?.officialId ?? null
}

interface Template {
	seed: BackgroundSeed
	html: string
	words: string
}

/** Without the one that another question speaks of. */
const ORDINARY = background.filter(({ key }) => key !== 'B1')

const TEMPLATES: readonly Template[] = ORDINARY.map((seed) => ({
	seed,
	html: renderMarkdown(seed.text).html,
	words: gapsKept(`${seed.subject}\n${seed.text}`),
}))

const BODIES = [...new Set(ORDINARY.map(({ body }) => body as string))]

interface Reply {
	text: string
	html: string
	words: string
}

const repliesIn = (lang: 'kk' | 'ru'): readonly Reply[] =>
	replies[lang].map((text) => ({ text, html: renderMarkdown(text).html, words: wordsOf(text).join(' ') }))

const REPLIES = { kk: repliesIn('kk'), ru: repliesIn('ru') }

/** The words of a text in which the gaps can still be found. */
function gapsKept(text: string): string {
	return wordsOf(text.replaceAll('{n}', ' gapnumber ').replaceAll('{place}', ' gapplace '))
		.join(' ')
		.replaceAll('gapnumber', '{n}')
		.replaceAll('gapplace', '{place}')
}

const FOLDED_PLACES: readonly Words[] = places.map(({ kk, ru, en }) => ({
	kk: fold(kk),
	ru: fold(ru),
	en: fold(en),
}))

function filled(text: string, { n, place, template }: One, names: readonly Words[] = places): string {
	if (!text.includes('{')) return text
	return text.replaceAll('{n}', String(n)).replaceAll('{place}', names[place]?.[template.seed.lang] ?? '')
}

const procedureOf = ({ kind }: BackgroundSeed): string => PROFILE.inquiry.kinds[kind]?.procedure ?? 'simple'

function officeOf(body: string, random: number): string | null {
	const own = offices.filter((office) => office.body === body)
	return own[Math.floor(random * own.length)]?.slug ?? null
}
