import { eq } from 'drizzle-orm'
import {
	type Addressee,
	addressedTo,
	authorAddress,
	deskAddress,
	write as writeNotice,
} from '#app/notices/notice.server.ts'
import { personById } from '#app/people/find.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { ModeratedText } from './text.server.ts'

interface Told {
	notice: 'text-hidden' | 'hiding-lifted'
	hidingId: string
	reason?: string
	explanation?: string
	now: Date
}

/** Whoever wrote the text learns what became of it and why; where nobody can be reached, the desk does. */
export async function tellOfHiding(
	tx: Writer,
	text: ModeratedText,
	{ notice, hidingId, reason, explanation, now }: Told,
): Promise<void> {
	const addressee = await authorOf(tx, text)
	if (!addressee) return
	await writeNotice(tx, {
		notice,
		...addressedTo(addressee),
		...(text.subject === 'inquiry' && { inquiryId: text.id, toAuthor: true }),
		values: {
			text: text.number ?? text.title,
			...(reason && { ground: reason, explanation: explanation ?? null }),
			// Only what runs on needs to be said of a question.
			runs: text.subject === 'inquiry' ? 'yes' : null,
			path: text.number ? `/inquiries/${text.number}` : `/posts/${text.id}`,
		},
		once: `${notice}:${hidingId}`,
		now,
	})
}

async function authorOf(read: Reader, text: ModeratedText): Promise<Addressee | undefined> {
	if (text.subject === 'inquiry') {
		const [inquiry] = await read.select().from(inquiries).where(eq(inquiries.id, text.id))
		return inquiry && authorAddress(read, inquiry)
	}
	const person = text.personId ? await personById(read, text.personId) : undefined
	if (person?.email) return { email: person.email, language: person.language, personId: person.id }
	const [body] = await read.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, text.body.code))
	return body && deskAddress(read, body.id)
}
