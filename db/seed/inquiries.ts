import { and, desc, eq } from 'drizzle-orm'
import { enterDay } from '#app/administration/calendar.server.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { StoredFile } from '#app/files/accept.server.ts'
import type { Acting } from '#app/inquiries/act.server.ts'
import { answerInPart } from '#app/inquiries/answer-in-part.server.ts'
import { addNote, assignInquiry } from '#app/inquiries/assign.server.ts'
import { complain, followUp } from '#app/inquiries/complain.server.ts'
import { confirmInquiry } from '#app/inquiries/confirm.server.ts'
import { requestCorrection, returnInquiry, submitCorrection } from '#app/inquiries/correct.server.ts'
import { extendInquiry, tellExtension } from '#app/inquiries/extend.server.ts'
import { mergeInquiry } from '#app/inquiries/join.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { type Filing, submitInquiry } from '#app/inquiries/submit.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { registrationDay } from '#app/jurisdictions/profiles.ts'
import { reportText } from '#app/moderation/report.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { phoneNumber } from '#app/people/phone.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { signAnswerOf, storeAttachments, writeDraft } from './answers.ts'
import { background } from './content/background.ts'
import { inquiries } from './content/inquiries.ts'
import { offices } from './content/offices.ts'
import type { ActSeed, Channel, InquirySeed, Rating, Words } from './content/types.ts'
import { actors, type Citizen, citizens, joining } from './people.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, PROFILE, type Timeline } from './timeline.ts'

/** What the steps of all inquiries share: what was filed under which key, once it is. */
export interface Story {
	timeline: Timeline
	secretKey: string
	postIds: ReadonlyMap<string, string>
	filed: Map<string, string>
}

/** One inquiry of the demo, with the day on which it is registered. */
export interface Tale {
	story: Story
	inquiry: InquirySeed
	registered: Day
	receivedAt: Date
	/** Of its answer; in the file store already. */
	attachments: readonly StoredFile[]
}

type Act<Name extends ActSeed['act']> = Extract<ActSeed, { act: Name }>

export async function inquirySteps(story: Story): Promise<Step[]> {
	const steps = [neighbourStep(story)]
	for (const inquiry of inquiries) steps.push(...stepsOf(await taleOf(story, inquiry)))
	return steps
}

async function taleOf(story: Story, inquiry: InquirySeed): Promise<Tale> {
	const { moment, calendar } = story.timeline
	const receivedAt = moment(inquiry.received)
	const registered = registrationDay(PROFILE, receivedAt, calendar)
	const answered = inquiry.acts.find((act) => act.act === 'answer')
	const attachments = answered ? await storeAttachments(answered.answer) : []
	return { story, inquiry, receivedAt, registered, attachments }
}

function stepsOf(tale: Tale): Step[] {
	const { inquiry, story, registered } = tale
	const acts = inquiry.acts
		.map((act) => ({ act, at: story.timeline.moment(act.when, registered) }))
		// A day of the clock may not have come yet when the inquiry was received on a fixed date.
		.filter(({ act, at }) => !('day' in act.when) || at <= story.timeline.now)
	return [
		filingStep(tale),
		...joiningSteps(tale),
		...identicalSteps(tale),
		...acts.flatMap(({ act, at }) => actSteps(tale, act, at)),
	]
}

/** Everything after the filing, act by act. */
function actSteps(tale: Tale, act: ActSeed, at: Date): Step[] {
	const what = `${tale.inquiry.key} ${act.act}`
	const one = (work: Step['work']): Step[] => [{ at, what, work }]
	switch (act.act) {
		case 'rate-many':
			return rateMany(tale, act, at)
		case 'extend':
			return [...one(actOn(tale, act, at)), ...tellingSteps(tale, act)]
		case 'calendar-change':
			return [{ at, what, work: (tx) => addDayOff(tx, tale, act, at), recount: true }]
		case 'ask-redaction':
			return one((tx) => askRedaction(tx, tale, act, at))
		default:
			return one(actOn(tale, act, at))
	}
}

function actOn(tale: Tale, act: ActSeed, at: Date): Step['work'] {
	return async (tx) => {
		const acting = await actingIn(tx, tale, 'by' in act ? act.by : undefined, at)
		mustBe(`${tale.inquiry.key} ${act.act}`, await doAct(tx, tale, act, acting))
	}
}

function doAct(tx: Writer, tale: Tale, act: ActSeed, acting: Acting): Promise<Outcome<unknown, string>> {
	const { timeline, secretKey } = tale.story
	const written = (text: string) => timeline.written(text, tale.inquiry.lang)
	switch (act.act) {
		case 'confirm': {
			const { id, name } = citizens.get(tale.inquiry.asker) as Citizen
			const account = { personId: id, name, publicName: name, assuranceLevel: 2 }
			return confirmInquiry(tx, { ...acting, visibility: tale.inquiry.visibility, account })
		}
		case 'assign':
			return assignInquiry(tx, { ...acting, executorId: act.to })
		case 'note':
		case 'warn':
			return addNote(tx, { ...acting, text: written(act.text) })
		case 'redirect': {
			const part = act.part === 'whole' ? null : written(act.part)
			return redirectInquiry(tx, { ...acting, toBodyId: act.to, part, reason: written(act.reason) })
		}
		case 'ask-correction':
			return requestCorrection(tx, { ...acting, request: written(act.text), until: timeline.day(act.until) })
		case 'correct':
			return submitCorrection(tx, { ...acting, reply: written(act.text) })
		case 'return':
			return returnInquiry(tx, { ...acting, ground: 'uncorrected', reason: written(act.reason) })
		case 'extend':
			return extendInquiry(tx, { ...acting, until: timeline.day(act.until), reason: written(act.reason) })
		case 'terminate':
			return terminateInquiry(tx, { ...acting, ground: act.ground, reason: written(act.reason) })
		case 'merge':
			return mergeInquiry(tx, { ...acting, intoProceedingId: `${tale.story.filed.get(act.into)}-1` })
		case 'draft':
			return writeDraft(tx, tale, act.answer, acting, act.waitsFor !== undefined)
		case 'answer-in-part':
			return answerInPart(tx, { ...acting, body: written(act.text), language: tale.inquiry.lang })
		case 'answer':
			return signAnswerOf(tx, tale, act.answer, acting)
		case 'rate':
			return rateAnswer(tx, { ...acting, ...ratingOf(act.answered, act.helped) })
		case 'follow-up':
			return followUp(tx, { ...acting, ...sequelOf(tale, FOLLOW_UP, act.text), secretKey })
		case 'complain':
			return complain(tx, { ...acting, ...sequelOf(tale, COMPLAINT, act.text), secretKey })
		default:
			throw new Error(`${act.act} is no act on a proceeding`)
	}
}

const FOLLOW_UP: Words = { kk: 'Қосымша сауал', ru: 'Уточняющий вопрос', en: 'A further question' }
const COMPLAINT: Words = { kk: 'Шағым', ru: 'Жалоба', en: 'Complaint' }

const sequelOf = ({ inquiry, story }: Tale, title: Words, text: string) => ({
	subject: `${title[inquiry.lang]}: ${inquiry.subject[inquiry.lang]}`,
	text: story.timeline.written(text, inquiry.lang),
})

/** "Partly" is an answer that did not help. */
const ratingOf = (answered: Rating, helped: boolean) => ({ answered: answered !== 'no', helped })

/** The member of a desk acts on what their body handles; the author on the first proceeding. */
async function actingIn(tx: Writer, tale: Tale, member: string | undefined, now: Date): Promise<Acting> {
	const inquiryId = tale.story.filed.get(tale.inquiry.key) as string
	const actor = member ? actors.get(member) : authorOf(tale)
	if (!actor) throw new Error(`nobody is ${member}`)
	const [body] = actor.roles.flatMap(({ bodyId }) => bodyId ?? [])
	const [found] = await tx
		.select({ id: proceedings.id })
		.from(proceedings)
		.where(and(eq(proceedings.inquiryId, inquiryId), body ? eq(proceedings.bodyId, body) : undefined))
		.orderBy(desc(proceedings.ordinal))
		.limit(1)
	if (!found) throw new Error(`${tale.inquiry.key} is not at ${body}`)
	return { proceedingId: found.id, actor, now }
}

/** Whoever wrote by e-mail without an account shows the receipt. */
const authorOf = ({ inquiry, story }: Tale): Actor => ({
	personId: inquiry.channel === 'web' || inquiry.channel === 'sms' ? inquiry.asker : null,
	roles: [],
	level: 2,
	receiptOf: story.filed.get(inquiry.key) as string,
})

const CHANNELS = { web: 'web', sms: 'web', email: 'email', clerk: 'phone' } as const satisfies Record<
	Channel,
	Filing['channel']
>
const ENTERED_AFTER_MS = 10 * 60_000

function filingStep(tale: Tale): Step {
	const { inquiry, story, registered, receivedAt } = tale
	const asker = citizens.get(inquiry.asker) as Citizen
	const filing = filingOf(tale, asker)
	const filed = (filing: Filing): Step => ({
		at: receivedAt,
		what: `${inquiry.key} filed`,
		work: (tx) => file(tx, story, inquiry.key, filing),
	})
	if (filing.channel === 'web') return filed(filing)
	if (inquiry.acts.some(({ act }) => act === 'confirm')) return filed(unconfirmed(filing))

	// A clerk enters what came by mail or telephone: at once, or when the office opens.
	const opened = momentOf(registered, '09:10').getTime()
	const now = new Date(Math.max(receivedAt.getTime() + ENTERED_AFTER_MS, opened))
	const clerkId = `${filing.bodyId}-clerk`
	// Q6 is told by post, and so can be told late: a letter without an address for replies.
	const email = inquiry.channel === 'email' && !isToldLate(inquiry) ? asker.email : null
	const phone = inquiry.channel === 'clerk' ? '+7 700 000 00 00' : null
	const author = { personId: null, name: asker.name, publicName: asker.name, email, phone, assuranceLevel: 0 }
	const receiptTo = phone ? phoneNumber(phone) : undefined
	const entered = { ...filing, author, receiptTo, by: 'clerk' as const, clerkId, now }
	return { at: now, what: `${inquiry.key} entered`, work: (tx) => file(tx, story, inquiry.key, entered) }
}

/** As it is filed when it has come by mail: private, until its author says by the link that it is theirs. */
const unconfirmed = (filing: Filing): Filing => ({
	...filing,
	author: { ...filing.author, personId: null, assuranceLevel: 0 },
	visibility: 'private',
	unconfirmed: true,
})

const isToldLate = ({ acts }: InquirySeed) =>
	acts.some(
		(act) => act.act === 'extend' && 'wd' in act.told && 'wd' in act.when && act.told.wd > act.when.wd + 3,
	)

async function file(tx: Writer, story: Story, key: string, filing: Filing): Promise<void> {
	const { inquiryId } = await submitInquiry(tx, filing)
	story.filed.set(key, inquiryId)
}

function filingOf({ inquiry, story, receivedAt }: Tale, citizen: Citizen): Filing {
	const { lang, office, kind, visibility, post } = inquiry
	return {
		profileId: PROFILE.id,
		kind,
		channel: CHANNELS[inquiry.channel],
		visibility,
		language: lang,
		subject: inquiry.subject[lang],
		text: story.timeline.written(inquiry.text, lang),
		bodyId: bodyOf(office),
		officeId: office,
		postId: post ? (story.postIds.get(post) ?? null) : null,
		author: authorNamed(citizen),
		by: 'author',
		secretKey: story.secretKey,
		receivedAt,
		now: receivedAt,
	}
}

const authorNamed = ({ id, name, email }: Citizen): Filing['author'] => ({
	personId: id,
	name,
	publicName: name,
	email,
	assuranceLevel: 2,
})

function bodyOf(slug: string): string {
	const office = offices.find((one) => one.slug === slug)
	if (!office) throw new Error(`no office ${slug}`)
	return office.body
}

/** Those who join come between the question and the last thing the desk says of their number. */
function joiningSteps(tale: Tale): Step[] {
	const { inquiry, story, receivedAt } = tale
	if (!inquiry.joiners) return []
	const first = receivedAt.getTime()
	const apart = (joinedUntil(tale).getTime() - first) / (inquiry.joiners + 1)
	return joining.slice(0, inquiry.joiners).map((citizen, at) => {
		const now = new Date(Math.round(first + apart * (at + 1)))
		const joins = { ...filingOf(tale, citizen), receivedAt: now, now }
		return {
			at: now,
			what: `${inquiry.key} joined`,
			work: (tx) => {
				const leadId = story.filed.get(inquiry.key) as string
				return file(tx, story, joinerKey(inquiry, at), { ...joins, leadId })
			},
		}
	})
}

const joinerKey = ({ key }: InquirySeed, at: number) => `${key}/${at}`

function joinedUntil({ inquiry, story, registered }: Tale): Date {
	const last =
		inquiry.acts.find(({ act }) => act === 'answer') ?? inquiry.acts.findLast(({ act }) => act === 'note')
	if (!last) throw new Error(`${inquiry.key} says nothing of those who joined`)
	return story.timeline.moment(last.when, registered)
}

/** Forty people sent one text on two evenings; the clerk put them under the first. */
function identicalSteps(tale: Tale): Step[] {
	const { inquiry, story, receivedAt, registered } = tale
	const others = joining.slice(0, Math.max(0, (inquiry.identical ?? 0) - 1))
	const assigned = inquiry.acts.find(({ act }) => act === 'assign')
	if (others.length === 0 || !assigned) return []
	const mergedAt = story.timeline.moment(assigned.when, registered).getTime()
	return others.flatMap((citizen, at): Step[] => {
		const evening = at % 2 === 0 ? receivedAt : momentOf(registered, '19:10')
		const sentAt = new Date(evening.getTime() + (at + 1) * 100_000)
		const now = new Date(mergedAt + (at + 1) * 10_000)
		const key = joinerKey(inquiry, at)
		const filing = { ...filingOf(tale, citizen), postId: null, receivedAt: sentAt, now: sentAt }
		return [
			{ at: sentAt, what: `${key} filed`, work: (tx) => file(tx, story, key, filing) },
			{
				at: now,
				what: `${key} merged`,
				work: async (tx) => {
					const actor = actors.get(`${filing.bodyId}-clerk`) as Actor
					const [own, lead] = [story.filed.get(key), story.filed.get(inquiry.key)]
					const acting = { proceedingId: `${own}-1`, intoProceedingId: `${lead}-1`, actor, now }
					mustBe(`${key} merged`, await mergeInquiry(tx, acting))
				},
			},
		]
	})
}

/** Each who joined rates the answer that they share. */
function rateMany({ inquiry, story }: Tale, act: Act<'rate-many'>, at: Date): Step[] {
	const ratings: Rating[] = [
		...Array<Rating>(act.yes).fill('yes'),
		...Array<Rating>(act.partly).fill('partly'),
		...Array<Rating>(act.no).fill('no'),
	]
	return ratings.map((rating, number) => ({
		at: new Date(at.getTime() + number * 60_000),
		what: `${inquiry.key} rated`,
		work: async (tx) => {
			const inquiryId = story.filed.get(joinerKey(inquiry, number))
			const now = new Date(at.getTime() + number * 60_000)
			const actor = { personId: joining[number]?.id ?? null, roles: [], level: 2 }
			const acting = { proceedingId: `${inquiryId}-1`, actor, now }
			mustBe('rating', await rateAnswer(tx, { ...acting, ...ratingOf(rating, rating === 'yes') }))
		},
	}))
}

/** With an address the author is told by the decision itself; without one, by a letter that the desk records. */
function tellingSteps(tale: Tale, act: Act<'extend'>): Step[] {
	if (!isToldLate(tale.inquiry)) return []
	const at = tale.story.timeline.moment(act.told, tale.registered)
	const clerk = `${bodyOf(tale.inquiry.office)}-clerk`
	const what = `${tale.inquiry.key} told`
	return [
		{
			at,
			what,
			work: async (tx) => {
				mustBe(what, await tellExtension(tx, await actingIn(tx, tale, clerk, at)))
			},
		},
	]
}

async function addDayOff(tx: Writer, { story }: Tale, act: Act<'calendar-change'>, now: Date): Promise<void> {
	const entry = {
		day: story.timeline.day(act.dayOff),
		kind: 'moved_rest_day' as const,
		titles: act.name,
		source: act.source.kk,
	}
	const actor = actors.get('administrator') as Actor
	mustBe('entering a day off', await enterDay(tx, { calendar: PROFILE.id, entry, actor, now }))
}

/** The neighbour's question that Q30 speaks of. */
function neighbourStep(story: Story): Step {
	const [seed] = background
	if (seed?.key !== 'B1') throw new Error('B1 stands first')
	const now = story.timeline.moment({ wd: -11, at: '18:05' })
	const office = offices.find(({ body }) => body === seed.body)
	const filing: Filing = {
		profileId: PROFILE.id,
		kind: seed.kind,
		channel: 'web',
		visibility: 'public',
		language: seed.lang,
		subject: seed.subject,
		text: seed.text,
		bodyId: seed.body,
		officeId: office?.slug ?? null,
		author: authorNamed(joining.at(-1) as Citizen),
		by: 'author',
		secretKey: story.secretKey,
		receivedAt: now,
		now,
	}
	return { at: now, what: 'B1 filed', work: (tx) => file(tx, story, 'B1', filing) }
}

async function askRedaction(tx: Writer, tale: Tale, act: Act<'ask-redaction'>, now: Date): Promise<void> {
	const wish = {
		subject: 'inquiry' as const,
		id: tale.story.filed.get(act.of) as string,
		reason: 'personal_data' as const,
		explanation: `${act.passage}\n\n${act.reason}`,
	}
	mustBe('asking a moderator', await reportText(tx, { ...wish, actor: authorOf(tale), now }))
}
