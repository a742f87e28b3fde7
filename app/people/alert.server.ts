import { write as writeNotice } from '#app/notices/notice.server.ts'
import type { Writer } from '#db/store.ts'
import { personById } from './find.server.ts'

interface Alert {
	notice: string
	/** Where the letter leads, without the language. */
	path: string
	values?: Record<string, string | number | null>
	now: Date
}

/** A letter about one's own account: if it was somebody else, the owner is to know at once. */
export async function alertOwner(
	tx: Writer,
	personId: string,
	{ notice, path, values = {}, now }: Alert,
): Promise<void> {
	const person = await personById(tx, personId)
	if (!person?.email) return
	await writeNotice(tx, {
		notice,
		recipient: person.email,
		language: person.language,
		personId,
		values: { ...values, path },
		now,
	})
}
