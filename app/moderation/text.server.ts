import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { answers, inquiries, partialAnswers } from '#db/schema/inquiries.ts'
import { hidings } from '#db/schema/register.ts'
import { indexForSearch, removeFromSearch } from '#db/search.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { TextKind } from './hiding.ts'

/** A text that a moderator may have to do with, as the public reads it. */
export interface ModeratedText {
	subject: TextKind
	id: string
	public: boolean
	title: string
	html: string
	language: string
	at: Date
	/** The number of the question it belongs to. */
	number?: string
	body: { code: string; names: { kk: string; ru: string; en: string } }
	/** Whose text it is in law: the inquiry it goes with, or the person who wrote it. */
	inquiryId?: string
	personId: string | null
	/** What search finds it by. */
	search: { kind: 'inquiry' | 'post'; ref: string }
}

export async function textOf(
	read: Reader,
	subject: TextKind,
	id: string,
): Promise<ModeratedText | undefined> {
	switch (subject) {
		case 'inquiry':
			return inquiryText(read, id)
		case 'answer':
			return answerText(read, id)
		case 'post':
			return postText(read, id)
	}
}

/** The hiding in force, which the public stub tells of. */
export async function hidingOf(read: Reader, subject: TextKind, id: string) {
	const [last] = await hidingsOf(read).execute({ subject, id })
	return last
}

const hidingsOf = prepared((read) =>
	read
		.select()
		.from(hidings)
		.where(
			and(
				eq(hidings.subject, sql.placeholder('subject')),
				eq(hidings.subjectId, sql.placeholder('id')),
				isNull(hidings.liftedAt),
			),
		)
		.orderBy(desc(hidings.at)),
)

/** Puts what the public may read now where search finds it, and takes out the rest. */
export async function refreshSearch(tx: Writer, { kind, ref }: ModeratedText['search']): Promise<void> {
	const words = kind === 'post' ? await wordsOfPost(tx, ref) : await wordsOfInquiry(tx, ref)
	if (words === undefined) await removeFromSearch(tx, kind, ref)
	else await indexForSearch(tx, kind, ref, words)
}

async function inquiryText(read: Reader, id: string): Promise<ModeratedText | undefined> {
	const [row] = await read
		.select({ inquiry: inquiries, body: { code: bodies.code, names: bodies.names } })
		.from(inquiries)
		.innerJoin(bodies, eq(bodies.id, inquiries.bodyId))
		.where(eq(inquiries.id, id))
	if (!row) return undefined
	const { inquiry, body } = row
	return {
		subject: 'inquiry',
		id,
		public: inquiry.visibility === 'public',
		title: inquiry.subject,
		html: inquiry.html,
		language: inquiry.language,
		at: inquiry.receivedAt,
		number: inquiry.number,
		body,
		inquiryId: id,
		personId: inquiry.authorId,
		search: { kind: 'inquiry', ref: id },
	}
}

/** An answer, or a part of one that was sent ahead. */
async function answerText(read: Reader, id: string): Promise<ModeratedText | undefined> {
	const whole = await answerIn(read, answers, answers.publicHtml, id)
	return whole ?? answerIn(read, partialAnswers, partialAnswers.html, id)
}

async function answerIn(
	read: Reader,
	given: typeof answers | typeof partialAnswers,
	html: typeof answers.publicHtml | typeof partialAnswers.html,
	id: string,
): Promise<ModeratedText | undefined> {
	const [row] = await read
		.select({
			html,
			language: given.language,
			at: given.signedAt,
			inquiryId: given.inquiryId,
			personId: given.signedBy,
			number: inquiries.number,
			title: inquiries.subject,
			visibility: inquiries.visibility,
			body: { code: bodies.code, names: bodies.names },
		})
		.from(given)
		.innerJoin(inquiries, eq(inquiries.id, given.inquiryId))
		.innerJoin(bodies, eq(bodies.id, inquiries.bodyId))
		.where(eq(given.id, id))
	if (!row) return undefined
	const { visibility, ...text } = row
	return {
		...text,
		subject: 'answer',
		id,
		public: visibility === 'public',
		search: { kind: 'inquiry', ref: text.inquiryId },
	}
}

async function postText(read: Reader, id: string): Promise<ModeratedText | undefined> {
	const [row] = await read
		.select({ post: posts, body: { code: bodies.code, names: bodies.names } })
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.where(eq(posts.id, id))
	const texts = await read
		.select()
		.from(postTexts)
		.where(eq(postTexts.postId, id))
		.orderBy(asc(postTexts.language))
	const text = texts.find(({ language }) => language === row?.post.language) ?? texts[0]
	if (!row || !text) return undefined
	const { post, body } = row
	return {
		subject: 'post',
		id,
		public: post.state === 'published',
		title: text.title,
		html: text.html,
		language: text.language,
		at: post.publishedAt ?? post.createdAt,
		body,
		personId: post.createdBy,
		search: { kind: 'post', ref: id },
	}
}

async function wordsOfPost(read: Reader, postId: string): Promise<string | undefined> {
	const [post] = await read.select({ state: posts.state }).from(posts).where(eq(posts.id, postId))
	if (post?.state !== 'published' || (await hidingOf(read, 'post', postId))) return undefined
	const texts = await read.select().from(postTexts).where(eq(postTexts.postId, postId))
	return texts.map(({ title, markdown }) => `${title}\n${markdown}`).join('\n')
}

async function wordsOfInquiry(read: Reader, inquiryId: string): Promise<string | undefined> {
	const [inquiry] = await read.select().from(inquiries).where(eq(inquiries.id, inquiryId))
	if (inquiry?.visibility !== 'public' || inquiry.hidden) return undefined
	const given = await read
		.select({ html: answers.publicHtml })
		.from(answers)
		.where(and(eq(answers.inquiryId, inquiryId), notHidden(read, 'answer', answers.id)))
		.orderBy(asc(answers.signedAt))
	const parts = await read
		.select({ html: partialAnswers.html })
		.from(partialAnswers)
		.where(and(eq(partialAnswers.inquiryId, inquiryId), notHidden(read, 'answer', partialAnswers.id)))
		.orderBy(asc(partialAnswers.signedAt))
	const words = [...parts, ...given].map(({ html }) =>
		html.replace(/<[^>]*>/g, ' ').replace(/&[#\w]+;/g, ' '),
	)
	return [inquiry.subject, inquiry.text, ...words].join('\n')
}

/** A condition for lists of what the public may read. */
export const notHidden = (
	read: Reader,
	subject: TextKind,
	id: typeof answers.id | typeof partialAnswers.id | typeof posts.id | typeof inquiries.id,
) =>
	notExists(
		read
			.select({ one: sql`1` })
			.from(hidings)
			.where(and(eq(hidings.subject, subject), eq(hidings.subjectId, id), isNull(hidings.liftedAt))),
	)
