import { and, asc, eq, sql } from 'drizzle-orm'
import { stripOf } from '#app/clocks/strip.ts'
import { filesOf } from '#app/files/attached.server.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { hidingOf } from '#app/moderation/text.server.ts'
import { noticesOfCase } from '#app/notices/of-case.server.ts'
import { type Actor, hasRole, isOnDesk } from '#app/people/actor.ts'
import { signaturesOf } from '#app/signatures/find.server.ts'
import { prepared } from '#db/prepared.ts'
import { postTexts } from '#db/schema/blogs.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { inquiries, proceedings, satisfactions } from '#db/schema/inquiries.ts'
import { incomingMail } from '#db/schema/mail.ts'
import { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { clockFrom } from './clock.server.ts'
import { refusalToComplain } from './complain.server.ts'
import { entriesOf } from './entries.server.ts'
import type { Inquiry } from './filed.server.ts'
import { actsOpenTo, isAuthor, mayRead } from './inquiry.ts'
import { lettersOf } from './letters.server.ts'
import { relatedTo } from './related.server.ts'
import { afterSilence } from './silence.ts'
import { legalDay, receiptHash } from './submit.server.ts'
import type { Entry, Handling, NamedBody, NamedOffice, Thread } from './thread.ts'

interface Looking {
	actor: Actor
	now: Date
}

/**
 * The question of this number with its record, as this actor may see it; undefined when they may not know of it.
 * A hidden text leaves number, dates and the reason (nothing may be made to disappear). Of a question that is not public
 * an overseer follows number, dates and clock, and reads no word that anybody wrote.
 */
export async function threadOf(
	read: Reader,
	number: string,
	{ actor, now }: Looking,
): Promise<Thread | undefined> {
	const [inquiry] = await byNumber(read).execute({ number })
	if (!inquiry) return undefined
	const handled = await handlingRows(read).execute({ inquiryId: inquiry.id })
	const bodyIds = handled.map(({ body }) => body.id)
	const readers = [...bodyIds, ...(await bodiesDecidingOn(read, inquiry.id))]
	const readable = mayRead(actor, inquiry, readers)
	const overseer = hasRole(actor, 'overseer')
	const closed = !readable && inquiry.visibility === 'private'
	if (closed && !overseer) return undefined

	const author = isAuthor(actor, inquiry)
	const desk = bodyIds.some((bodyId) => isOnDesk(actor, bodyId))
	const staff = readers.some((bodyId) => isOnDesk(actor, bodyId)) || (overseer && !closed)
	const insider = author || staff
	const involved = author || desk
	const law = await lawOf(read, inquiry.profileId)
	const today = legalDay(law, now)
	const record = await recordOf(read).execute({ inquiryId: inquiry.id })
	const handlings = handled.map((row) => handlingOf(row, { inquiry, record, law, today, actor, readable }))
	if (author) await withholdComplaints(read, { inquiry, handled, handlings, law })
	const shown = readable ? { insider, own: author } : undefined
	const { leadHidden, ...related } = await relatedTo(read, inquiry, actor, { insider, staff })
	const reader = {
		questionHidden: inquiry.hidden || leadHidden,
		insider,
		moderator: hasRole(actor, 'moderator'),
	}
	const [rating] = await ratingOf(read).execute({ inquiryId: inquiry.id })
	const entries = await entriesOf(read, record, { inquiry, handlings, rating, readable, reader })

	return {
		id: inquiry.id,
		number: inquiry.number,
		kind: inquiry.kind,
		procedure: inquiry.procedure,
		profileId: inquiry.profileId,
		visibility: inquiry.visibility,
		state: inquiry.state,
		language: inquiry.language,
		receivedAt: inquiry.receivedAt,
		registeredOn: inquiry.registeredOn,
		...(await addresseeOf(read, inquiry)),
		post: inquiry.postId ? await postOf(read, inquiry.postId) : undefined,
		author: closed ? undefined : insider ? inquiry.authorName : inquiry.publicName,
		knownBy: inquiry.assuranceLevel,
		question: shown && {
			subject: inquiry.subject,
			html: inquiry.html,
			files: await filesOf(read, 'inquiry', [inquiry.id], insider).then((of) => of.get(inquiry.id) ?? []),
			folded: insider && inquiry.channel === 'email' ? await foldedOf(read, inquiry.id) : undefined,
			signature: insider ? (await signaturesOf(read, [inquiry.id], involved)).get(inquiry.id) : undefined,
		},
		confirmation: insider ? (inquiry.confirmation ?? undefined) : undefined,
		hidden: inquiry.hidden ? await stubOf(read, inquiry.id) : undefined,
		joined: inquiry.joined,
		...related,
		handlings,
		entries: closed ? entries.map(withoutWords) : entries,
		letters: closed ? [] : await lettersOf(read, { inquiry, record, handlings, involved, reader }),
		notices: insider ? await noticesOfCase(read, inquiry.id) : [],
		satisfaction: rating,
		viewer: { author, desk, insider },
		today,
	}
}

/** A step of a question that is not public, for whoever follows its clock alone. */
const withoutWords = ({ reason: _r, text: _t, part: _p, html: _h, files: _f, ...dates }: Entry): Entry =>
	dates

/** Which question a secret link opens. */
export async function inquiryOfReceipt(read: Reader, secret: string) {
	if (!/^[\w-]{20,64}$/.test(secret)) return undefined
	const [found] = await read
		.select({ id: inquiries.id, number: inquiries.number })
		.from(inquiries)
		.where(eq(inquiries.receiptHash, receiptHash(secret)))
	return found
}

/** The bodies that have a complaint about it: with the complaint goes the file of the case (APPC 91(4)). */
export async function bodiesDecidingOn(read: Reader, inquiryId: string): Promise<string[]> {
	const rows = await decidingOn(read).execute({ inquiryId })
	return rows.map(({ bodyId }) => bodyId)
}

type EventRow = typeof events.$inferSelect
type HandlingRow = Awaited<ReturnType<ReturnType<typeof handlingRows>['execute']>>[number]

const byNumber = prepared((read) =>
	read
		.select()
		.from(inquiries)
		.where(eq(inquiries.number, sql.placeholder('number'))),
)

const recordOf = prepared((read) =>
	read
		.select()
		.from(events)
		.where(and(eq(events.subject, 'inquiry'), eq(events.subjectId, sql.placeholder('inquiryId'))))
		.orderBy(asc(events.sequence)),
)

const ratingOf = prepared((read) =>
	read
		.select()
		.from(satisfactions)
		.where(eq(satisfactions.inquiryId, sql.placeholder('inquiryId'))),
)

const decidingOn = prepared((read) =>
	read
		.selectDistinct({ bodyId: proceedings.bodyId })
		.from(inquiries)
		.innerJoin(proceedings, eq(proceedings.inquiryId, inquiries.id))
		.where(eq(inquiries.complaintAbout, sql.placeholder('inquiryId'))),
)

const bodyNamed = prepared((read) =>
	read
		.select({ id: bodies.id, code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(eq(bodies.id, sql.placeholder('id'))),
)

const officeNamed = prepared((read) =>
	read
		.select({ id: offices.id, slug: offices.slug, names: offices.names })
		.from(offices)
		.where(eq(offices.id, sql.placeholder('id'))),
)

const titlesOf = prepared((read) =>
	read
		.select({ language: postTexts.language, title: postTexts.title })
		.from(postTexts)
		.where(eq(postTexts.postId, sql.placeholder('postId'))),
)

const handlingRows = prepared((read) =>
	read
		.select({
			proceeding: proceedings,
			body: { id: bodies.id, code: bodies.code, names: bodies.names, bound: bodies.bound },
			parentId: bodies.parentId,
			office: { id: offices.id, slug: offices.slug, names: offices.names },
		})
		.from(proceedings)
		.innerJoin(bodies, eq(bodies.id, proceedings.bodyId))
		.leftJoin(offices, eq(offices.id, proceedings.officeId))
		.where(eq(proceedings.inquiryId, sql.placeholder('inquiryId')))
		.orderBy(asc(proceedings.ordinal)),
)

function handlingOf(
	{ proceeding, body, parentId, office }: HandlingRow,
	{
		inquiry,
		record,
		law,
		today,
		actor,
		readable,
	}: {
		inquiry: Inquiry
		record: readonly EventRow[]
		law: Law
		today: string
		actor: Actor
		readable: boolean
	},
): Handling {
	const steps = record.filter(({ proceedingId }) => proceedingId === proceeding.id)
	const clock = clockFrom(steps, law, proceeding.rule, inquiry.procedure)
	return {
		id: proceeding.id,
		ordinal: proceeding.ordinal,
		body,
		office: office ?? undefined,
		part: readable ? proceeding.part : null,
		state: proceeding.state,
		registeredOn: proceeding.registeredOn,
		rule: proceeding.rule,
		article: findRule(law.profile, proceeding.rule, { procedure: inquiry.procedure })?.article,
		dueOn: proceeding.dueOn,
		correctBy: proceeding.correctBy,
		breachedAt: proceeding.breachedAt,
		clock,
		strip: stripOf(clock, today, law.calendar),
		silence: afterSilence(law.profile, {
			rule: proceeding.rule,
			procedure: inquiry.procedure,
			parentId,
		}),
		acts: actsOpenTo(actor, { inquiry, proceeding }),
	}
}

/** A complaint is offered where it would be taken: there is something to complain of, and somebody to complain to. */
async function withholdComplaints(
	read: Reader,
	{
		inquiry,
		handled,
		handlings,
		law,
	}: { inquiry: Inquiry; handled: readonly HandlingRow[]; handlings: readonly Handling[]; law: Law },
): Promise<void> {
	for (const [at, { proceeding, parentId }] of handled.entries()) {
		const handling = handlings[at]
		if (!handling?.acts.includes('complain')) continue
		if (await refusalToComplain(read, { inquiry, proceeding, body: { parentId }, law }))
			handling.acts = handling.acts.filter((act) => act !== 'complain')
	}
}

async function addresseeOf(
	read: Reader,
	inquiry: Inquiry,
): Promise<{ body: NamedBody; office?: NamedOffice }> {
	const [body] = await bodyNamed(read).execute({ id: inquiry.bodyId })
	if (!body) throw new Error(`no body ${inquiry.bodyId}`)
	if (!inquiry.officeId) return { body }
	const [office] = await officeNamed(read).execute({ id: inquiry.officeId })
	return { body, office }
}

async function postOf(read: Reader, postId: string): Promise<Thread['post']> {
	const texts = await titlesOf(read).execute({ postId })
	if (texts.length === 0) return undefined
	return { id: postId, titles: Object.fromEntries(texts.map(({ language, title }) => [language, title])) }
}

/** What stood below the text of the letter that the question was. */
async function foldedOf(read: Reader, inquiryId: string): Promise<string | undefined> {
	const [mail] = await read
		.select({ folded: incomingMail.folded })
		.from(incomingMail)
		.where(and(eq(incomingMail.inquiryId, inquiryId), eq(incomingMail.state, 'filed')))
		.limit(1)
	return mail?.folded || undefined
}

/** What the public is told of a hiding: not who it was. */
async function stubOf(read: Reader, inquiryId: string) {
	const hiding = await hidingOf(read, 'inquiry', inquiryId)
	return hiding && { reason: hiding.reason, explanation: hiding.explanation, at: hiding.at }
}
