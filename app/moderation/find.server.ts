import { and, asc, count, desc, eq, isNull, min } from 'drizzle-orm'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { answers, inquiries, partialAnswers } from '#db/schema/inquiries.ts'
import { hidings, reports } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import type { TextKind } from './hiding.ts'
import { hidingOf, type ModeratedText, textOf } from './text.server.ts'

export const TEXTS_A_PAGE = 25
/** Every page is read from the top, as answers are of two tables; nobody reads the list to its end. */
const MOST_PAGES = 40

/** The texts that somebody wants looked at and nobody has yet, the longest waiting first. */
export async function reportQueue(read: Reader, page: number) {
	const waiting = isNull(reports.decidedAt)
	const queue = read
		.select({ subject: reports.subject, subjectId: reports.subjectId })
		.from(reports)
		.where(waiting)
		.groupBy(reports.subject, reports.subjectId)
		.as('queue')
	const [row] = await read.select({ total: count() }).from(queue)
	const since = min(reports.at)
	const rows = await read
		.select({ subject: reports.subject, id: reports.subjectId, times: count() })
		.from(reports)
		.where(waiting)
		.groupBy(reports.subject, reports.subjectId)
		.orderBy(asc(since), asc(reports.subjectId))
		.limit(TEXTS_A_PAGE)
		.offset((page - 1) * TEXTS_A_PAGE)
	const texts = await Promise.all(
		rows.map(async ({ subject, id, times }) => {
			const text = await textOf(read, subject, id)
			return text && { ...listed(text), times, reasons: await reasonsFor(read, subject, id) }
		}),
	)
	return { total: row?.total ?? 0, texts: texts.filter((text) => text !== undefined) }
}

/** What was filed, answered or published lately and is public: of each kind the newest. */
export async function recentTexts(read: Reader, kind: TextKind, wanted: number) {
	const page = Math.min(Math.max(1, wanted), MOST_PAGES)
	const ids = await recentIds(read, kind, page)
	const texts = await textsOf(
		read,
		ids.map((id) => ({ subject: kind, id })),
	)
	// Not counted: the next page is there as long as this one is full.
	const pages = ids.length < TEXTS_A_PAGE ? page : Math.min(page + 1, MOST_PAGES)
	return { texts, page, pages }
}

/** What is hidden now, the latest first. */
export async function hiddenTexts(read: Reader, page: number) {
	const inForce = isNull(hidings.liftedAt)
	const total = await read.$count(hidings, inForce)
	const rows = await read
		.select()
		.from(hidings)
		.where(inForce)
		.orderBy(desc(hidings.at), desc(hidings.id))
		.limit(TEXTS_A_PAGE)
		.offset((page - 1) * TEXTS_A_PAGE)
	const texts = await Promise.all(
		rows.map(async ({ subject, subjectId, reason, at }) => {
			const text = await textOf(read, subject, subjectId)
			return text && { ...listed(text), hiding: { reason, at } }
		}),
	)
	return { total, texts: texts.filter((text) => text !== undefined) }
}

/** One text with all that moderators did to it and readers said of it. */
export async function caseOf(read: Reader, subject: TextKind, id: string) {
	const text = await textOf(read, subject, id)
	// A private question was never public, so it is no business of a moderator.
	if (!text?.public) return undefined
	const { inquiryId: _, personId: __, search: ___, ...shown } = text
	const history = await read
		.select()
		.from(hidings)
		.where(and(eq(hidings.subject, subject), eq(hidings.subjectId, id)))
		.orderBy(desc(hidings.at))
	const said = await read
		.select({
			id: reports.id,
			reason: reports.reason,
			explanation: reports.explanation,
			at: reports.at,
			decidedAt: reports.decidedAt,
			outcome: reports.outcome,
		})
		.from(reports)
		.where(and(eq(reports.subject, subject), eq(reports.subjectId, id)))
		.orderBy(desc(reports.at))
		.limit(100)
	return { ...shown, hiding: await hidingOf(read, subject, id), history, reports: said }
}

/** What a public page may be reported under: the question itself, or one of its answers. */
export async function reportable(read: Reader, number: string, answerId: string | null) {
	const [inquiry] = await read
		.select({ id: inquiries.id, subject: inquiries.subject, language: inquiries.language })
		.from(inquiries)
		.where(and(eq(inquiries.number, number), eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false)))
	if (!inquiry) return undefined
	if (!answerId) return { kind: 'inquiry' as const, ...inquiry }
	const [answer] = await read
		.select({ id: answers.id })
		.from(answers)
		.where(and(eq(answers.id, answerId), eq(answers.inquiryId, inquiry.id)))
	const [part] = await read
		.select({ id: partialAnswers.id })
		.from(partialAnswers)
		.where(and(eq(partialAnswers.id, answerId), eq(partialAnswers.inquiryId, inquiry.id)))
	const found = answer ?? part
	return found && { kind: 'answer' as const, ...inquiry, id: found.id }
}

export async function reportablePost(read: Reader, id: string) {
	const [post] = await read
		.select({ id: posts.id, language: posts.language })
		.from(posts)
		.where(and(eq(posts.id, id), eq(posts.state, 'published')))
	if (!post || (await hidingOf(read, 'post', id))) return undefined
	const texts = await read.select().from(postTexts).where(eq(postTexts.postId, id))
	const text = texts.find(({ language }) => language === post.language) ?? texts[0]
	return text && { kind: 'post' as const, id, subject: text.title, language: text.language }
}

async function recentIds(read: Reader, kind: TextKind, page: number): Promise<string[]> {
	const offset = (page - 1) * TEXTS_A_PAGE
	if (kind === 'inquiry') {
		const rows = await read
			.select({ id: inquiries.id })
			.from(inquiries)
			.where(and(eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false)))
			.orderBy(desc(inquiries.receivedAt), desc(inquiries.id))
			.limit(TEXTS_A_PAGE)
			.offset(offset)
		return rows.map(({ id }) => id)
	}
	if (kind === 'answer') {
		const rows = await Promise.all(
			[answers, partialAnswers].map((given) =>
				read
					.select({ id: given.id, at: given.signedAt })
					.from(given)
					.innerJoin(inquiries, eq(inquiries.id, given.inquiryId))
					.where(eq(inquiries.visibility, 'public'))
					.orderBy(desc(given.signedAt), desc(given.id))
					.limit(offset + TEXTS_A_PAGE),
			),
		)
		return rows
			.flat()
			.sort((a, b) => b.at.getTime() - a.at.getTime())
			.slice(offset, offset + TEXTS_A_PAGE)
			.map(({ id }) => id)
	}
	const rows = await read
		.select({ id: posts.id })
		.from(posts)
		.where(eq(posts.state, 'published'))
		.orderBy(desc(posts.publishedAt), desc(posts.id))
		.limit(TEXTS_A_PAGE)
		.offset(offset)
	return rows.map(({ id }) => id)
}

async function textsOf(read: Reader, some: readonly { subject: TextKind; id: string }[]) {
	const texts = await Promise.all(some.map(({ subject, id }) => textOf(read, subject, id)))
	return texts.filter((text) => text !== undefined).map(listed)
}

async function reasonsFor(read: Reader, subject: TextKind, id: string): Promise<string[]> {
	const rows = await read
		.selectDistinct({ reason: reports.reason })
		.from(reports)
		.where(and(eq(reports.subject, subject), eq(reports.subjectId, id), isNull(reports.decidedAt)))
		.orderBy(asc(reports.reason))
	return rows.map(({ reason }) => reason)
}

/** The beginning is enough to judge most texts by. */
const listed = ({ subject, id, title, html, language, at, number, body }: ModeratedText) => ({
	subject,
	id,
	title,
	language,
	at,
	number,
	body,
	beginning: html
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 400),
})

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
