import { and, desc, eq, exists, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { NEWS } from '#app/following/follow.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { inquiryPath } from '#app/links.ts'
import { notHidden } from '#app/moderation/text.server.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { answers, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { OPEN_TO_ALL as HANDLED_OPENLY, standing, whose } from './handled.server.ts'

/** Nothing private and nothing hidden; those who joined another question are found under it. */
const OPEN_TO_ALL = and(
	eq(inquiries.visibility, 'public'),
	eq(inquiries.hidden, false),
	isNull(inquiries.leadId),
)

/** Whose news: of an office, a body, one question, or what a search found; without any of them, of all. */
interface Narrowed {
	officeId?: string
	bodyId?: string
	inquiryIds?: readonly string[] | undefined
}

const isAtPlace = ({ officeId, bodyId }: Narrowed) => Boolean(officeId || bodyId)

/** The newest public questions; at a body or office those that it has not sent on, and those sent on to it. */
export async function newestQuestions(
	read: Reader,
	language: Language,
	which: Narrowed = {},
): Promise<FeedEntry[]> {
	const { officeId, bodyId, inquiryIds } = which
	const asked = await read
		.select({ ...QUESTION, at: inquiries.receivedAt })
		.from(inquiries)
		.where(
			and(
				OPEN_TO_ALL,
				officeId ? eq(inquiries.officeId, officeId) : undefined,
				bodyId ? eq(inquiries.bodyId, bodyId) : undefined,
				inquiryIds ? inArray(inquiries.id, [...inquiryIds]) : undefined,
				isAtPlace(which) ? exists(notSentOn(read, which)) : undefined,
			),
		)
		.orderBy(desc(inquiries.receivedAt), desc(inquiries.id))
		.limit(MOST_ENTRIES)
	const sentOn = isAtPlace(which) ? await waitingAfterRedirect(read, which) : []
	const come = sentOn.filter(({ number }) => asked.every((one) => one.number !== number))
	const t = translator(language)
	return [...asked, ...come].map(({ number, subject, author, ...row }) => {
		const path = inquiryPath(language, number)
		const by = author || t('inquiries:author.erased')
		return { id: path, path, title: `${number}: ${subject}`, author: by, ...row }
	})
}

const QUESTION = {
	number: inquiries.number,
	subject: inquiries.subject,
	html: inquiries.html,
	author: inquiries.publicName,
}

const notSentOn = (read: Reader, which: Narrowed) =>
	read
		.select({ one: sql`1` })
		.from(proceedings)
		.where(and(eq(proceedings.inquiryId, inquiries.id), whose(which), ne(proceedings.state, 'redirected')))

/** What came by redirect and waits: few enough to be put in order of arrival without an index. */
const waitingAfterRedirect = (read: Reader, which: Narrowed) =>
	read
		.select({ ...QUESTION, at: proceedings.receivedAt })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				whose(which),
				...HANDLED_OPENLY,
				...standing('open'),
				isNotNull(proceedings.previousId),
				OPEN_TO_ALL,
			),
		)
		.orderBy(desc(proceedings.receivedAt), desc(proceedings.id))
		.limit(MOST_ENTRIES)

/** The newest public answers; at a body or office those that it gave. */
export async function newestAnswers(
	read: Reader,
	language: Language,
	which: Narrowed = {},
): Promise<FeedEntry[]> {
	const newest = isAtPlace(which) ? await answersGivenAt(read, which) : await answersOf(read, which)
	const rows = await read
		.select({
			id: answers.id,
			number: inquiries.number,
			subject: inquiries.subject,
			html: answers.publicHtml,
			author: answers.signerName,
			late: answers.late,
			at: answers.signedAt,
		})
		.from(answers)
		.innerJoin(inquiries, eq(inquiries.id, answers.inquiryId))
		.where(
			inArray(
				answers.id,
				newest.map(({ id }) => id),
			),
		)
		.orderBy(desc(answers.signedAt), desc(answers.id))
	const t = translator(language)
	return rows.map(({ id, number, subject, late, ...row }) => {
		const path = inquiryPath(language, number)
		const title = t(late ? 'mail:feed.late' : 'mail:feed.answer', { subject: `${number}: ${subject}` })
		return { id: `${path}#${id}`, path, title, ...row }
	})
}

/** Asked of the answers alone: beside the columns of their questions SQLite would rather begin with those. */
const answersOf = (read: Reader, { inquiryIds }: Narrowed) =>
	read
		.select({ id: answers.id })
		.from(answers)
		.where(
			and(
				exists(
					read
						.select({ one: sql`1` })
						.from(inquiries)
						.where(and(eq(inquiries.id, answers.inquiryId), OPEN_TO_ALL)),
				),
				notHidden(read, 'answer', answers.id),
				inquiryIds ? inArray(answers.inquiryId, [...inquiryIds]) : undefined,
			),
		)
		.orderBy(desc(answers.signedAt), desc(answers.id))
		.limit(MOST_ENTRIES)

/** The same of a body or office: an index has its public handlings in order of their answers. */
async function answersGivenAt(read: Reader, which: Narrowed) {
	const shown = exists(
		read
			.select({ one: sql`1` })
			.from(answers)
			.innerJoin(inquiries, eq(inquiries.id, answers.inquiryId))
			.where(
				and(eq(answers.proceedingId, proceedings.id), OPEN_TO_ALL, notHidden(read, 'answer', answers.id)),
			),
	)
	const handled = await read
		.select({ id: proceedings.id })
		.from(proceedings)
		.where(and(whose(which), ...HANDLED_OPENLY, isNotNull(proceedings.answeredAt), shown))
		.orderBy(desc(proceedings.answeredAt))
		.limit(MOST_ENTRIES)
	return read
		.select({ id: answers.id })
		.from(answers)
		.where(
			inArray(
				answers.proceedingId,
				handled.map(({ id }) => id),
			),
		)
}

/** What the feed of a search is made of. */
export const questionsFound = (read: Reader, typed: string) => search(read, 'inquiry', typed, { limit: 100 })

/** The public question of this number, for its own feed. */
export async function questionOfFeed(read: Reader, number: string) {
	const [question] = await read
		.select({ id: inquiries.id, number: inquiries.number, subject: inquiries.subject })
		.from(inquiries)
		.where(and(eq(inquiries.number, number), eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false)))
	return question
}

/** What happened to one question, step by step; its answers are told with their text. */
export async function stepsOfQuestion(
	read: Reader,
	language: Language,
	question: { id: string; number: string; subject: string },
): Promise<FeedEntry[]> {
	const steps = await read
		.select({ sequence: events.sequence, type: events.type, at: events.at })
		.from(events)
		.where(
			and(
				eq(events.subject, 'inquiry'),
				eq(events.subjectId, question.id),
				inArray(events.type, [...NEWS.inquiry]),
				ne(events.type, 'answered'),
			),
		)
		.orderBy(desc(events.sequence))
		.limit(MOST_ENTRIES)
	const t = translator(language)
	const path = inquiryPath(language, question.number)
	return steps.map(({ sequence, type, at }) => ({
		id: `${path}#${sequence}`,
		path,
		title: t(`mail:items.news-${type as 'breached'}`, { number: question.number, title: question.subject }),
		html: '',
		author: 'Jauap',
		at,
	}))
}
