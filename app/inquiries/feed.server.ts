import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { inquiryPath } from '#app/links.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { answers, inquiries } from '#db/schema/inquiries.ts'
import { hidings } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'

/** Nothing private and nothing hidden; those who joined another question are found under it. */
const OPEN_TO_ALL = and(
	eq(inquiries.visibility, 'public'),
	eq(inquiries.hidden, false),
	isNull(inquiries.leadId),
)

/** The newest public questions. */
export async function newestQuestions(read: Reader, language: Language): Promise<FeedEntry[]> {
	const rows = await read
		.select({
			number: inquiries.number,
			subject: inquiries.subject,
			html: inquiries.html,
			author: inquiries.publicName,
			at: inquiries.receivedAt,
		})
		.from(inquiries)
		.where(OPEN_TO_ALL)
		.orderBy(desc(inquiries.receivedAt), desc(inquiries.id))
		.limit(MOST_ENTRIES)
	return rows.map(({ number, subject, ...row }) => {
		const path = inquiryPath(language, number)
		return { id: path, path, title: `${number}: ${subject}`, ...row }
	})
}

/** The newest public answers; with an office, those to questions that were put to it. */
export async function newestAnswers(
	read: Reader,
	language: Language,
	{ officeId }: { officeId?: string } = {},
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
		.where(
			and(
				OPEN_TO_ALL,
				isNotNull(inquiries.answeredAt),
				officeId ? eq(inquiries.officeId, officeId) : undefined,
				isNull(hidings.id),
			),
		)
		.orderBy(sql`${inquiries.answeredAt} desc nulls last`, desc(answers.signedAt), desc(answers.id))
		.limit(MOST_ENTRIES)
	const t = translator(language)
	return rows.map(({ id, number, subject, late, ...row }) => {
		const path = inquiryPath(language, number)
		const title = t(late ? 'mail:feed.late' : 'mail:feed.answer', { subject: `${number}: ${subject}` })
		return { id: `${path}#${id}`, path, title, ...row }
	})
}
