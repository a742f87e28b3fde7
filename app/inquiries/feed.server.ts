import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { NEWS } from '#app/following/follow.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { inquiryPath } from '#app/links.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { answers, inquiries } from '#db/schema/inquiries.ts'
import { events, hidings } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'

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

const narrowed = ({ officeId, bodyId, inquiryIds }: Narrowed) =>
	and(
		officeId ? eq(inquiries.officeId, officeId) : undefined,
		bodyId ? eq(inquiries.bodyId, bodyId) : undefined,
		inquiryIds ? inArray(inquiries.id, [...inquiryIds]) : undefined,
	)

/** The newest public questions. */
export async function newestQuestions(
	read: Reader,
	language: Language,
	which: Narrowed = {},
): Promise<FeedEntry[]> {
	const rows = await read
		.select({
			number: inquiries.number,
			subject: inquiries.subject,
			html: inquiries.html,
			author: inquiries.publicName,
			at: inquiries.receivedAt,
		})
		.from(inquiries)
		.where(and(OPEN_TO_ALL, narrowed(which)))
		.orderBy(desc(inquiries.receivedAt), desc(inquiries.id))
		.limit(MOST_ENTRIES)
	const t = translator(language)
	return rows.map(({ number, subject, author, ...row }) => {
		const path = inquiryPath(language, number)
		const by = author || t('inquiries:author.erased')
		return { id: path, path, title: `${number}: ${subject}`, author: by, ...row }
	})
}

/** The newest public answers. */
export async function newestAnswers(
	read: Reader,
	language: Language,
	which: Narrowed = {},
): Promise<FeedEntry[]> {
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
		.from(inquiries)
		.innerJoin(answers, eq(answers.inquiryId, inquiries.id))
		.leftJoin(
			hidings,
			and(eq(hidings.subject, 'answer'), eq(hidings.subjectId, answers.id), isNull(hidings.liftedAt)),
		)
		.where(and(OPEN_TO_ALL, isNotNull(inquiries.answeredAt), narrowed(which), isNull(hidings.id)))
		.orderBy(sql`${inquiries.answeredAt} desc nulls last`, desc(answers.signedAt), desc(answers.id))
		.limit(MOST_ENTRIES)
	const t = translator(language)
	return rows.map(({ id, number, subject, late, ...row }) => {
		const path = inquiryPath(language, number)
		const title = t(late ? 'mail:feed.late' : 'mail:feed.answer', { subject: `${number}: ${subject}` })
		return { id: `${path}#${id}`, path, title, ...row }
	})
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
