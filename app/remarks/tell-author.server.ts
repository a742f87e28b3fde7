import type { Hearing } from '#app/hearings/hearing.server.ts'
import { addressedTo, authorAddress, type NoticeValue, write } from '#app/notices/notice.server.ts'
import type { Writer } from '#db/store.ts'
import type { Remark } from './keep.server.ts'

/** The page that a letter on a remark leads to, without the language. */
export const remarkPage = (number: string | null, ordinal: number) =>
	`/hearings/${number ?? ''}/remarks/${ordinal}`

/** Writes to the author of a remark, where they have an account or have given an address. */
export async function tellAuthor(
	tx: Writer,
	told: {
		notice: string
		hearing: Pick<Hearing, 'number'>
		remark: Pick<Remark, 'ordinal' | 'personId' | 'email' | 'language'>
		values?: Record<string, NoticeValue>
		now: Date
	},
): Promise<void> {
	const { remark, hearing, now } = told
	const author = await authorAddress(tx, {
		authorId: remark.personId,
		authorEmail: remark.email,
		language: remark.language,
	})
	if (!author) return
	await write(tx, {
		notice: told.notice,
		...addressedTo(author),
		values: {
			hearing: hearing.number,
			ordinal: remark.ordinal,
			...told.values,
			path: remarkPage(hearing.number, remark.ordinal),
		},
		now,
	})
}
