import { and, sql } from 'drizzle-orm'
import { notHidden } from '#app/moderation/text.server.ts'
import { listed as asList, inList } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import { answers, inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import type { ListedInquiry, Pair } from './listed.ts'

/** Questions with the beginning of the answer that was given in the handling which the row is of. */
export async function withAnswers(read: Reader, items: readonly ListedInquiry[]): Promise<Pair[]> {
	const ids = items.filter(({ subject }) => subject !== undefined).map(({ id }) => id)
	if (ids.length === 0) return [...items]
	const texts = await beginningsOf(read).execute({ ids: asList(ids) })
	const given = await answersTo(read).execute({ ids: asList(ids) })
	return items.map((item) => {
		const question = texts.find(({ id }) => id === item.id)?.text
		const answer = given.find(({ proceedingId }) => proceedingId === item.proceedingId)
		return {
			...item,
			question: question && shortened(question, 220),
			answer: answer && {
				excerpt: shortened(plain(answer.html), 320),
				language: answer.language,
				signedAt: answer.signedAt,
				late: answer.late,
			},
		}
	})
}

const beginningsOf = prepared((read) =>
	read
		.select({ id: inquiries.id, text: sql<string>`substr(${inquiries.text}, 1, 600)` })
		.from(inquiries)
		.where(inList(inquiries.id, 'ids')),
)

const answersTo = prepared((read) =>
	read
		.select({
			proceedingId: answers.proceedingId,
			html: sql<string>`substr(${answers.publicHtml}, 1, 1200)`,
			language: answers.language,
			signedAt: answers.signedAt,
			late: answers.late,
		})
		.from(answers)
		.where(
			and(
				inList(answers.inquiryId, 'ids'),
				// An answer that a moderator has hidden is not quoted.
				notHidden(read, 'answer', answers.id),
			),
		),
)

/** The words of sanitized HTML, which is cut anywhere. */
function plain(html: string): string {
	return html
		.replace(/<[^>]*(>|$)/g, ' ')
		.replace(/&(amp|lt|gt|quot|#39);?/g, (_, name: string) => ENTITIES[name] ?? ' ')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Cut between words. */
function shortened(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim()
	if (line.length <= most) return line
	return `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}
