import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { notices } from '#db/schema/notices.ts'
import type { Reader } from '#db/store.ts'
import { noticeForPage } from './letter.server.ts'
import { MOST_UNREAD } from './unread.ts'

export const NOTICES_A_PAGE = 20

/** What the person was told, newest first, in the language of the page. */
export async function noticesOf(
	read: Reader,
	{ personId, language, page }: { personId: string; language: Language; page: number },
) {
	const own = eq(notices.personId, personId)
	const [total] = await read.select({ total: count() }).from(notices).where(own)
	const rows = await read
		.select()
		.from(notices)
		.where(own)
		.orderBy(desc(notices.number))
		.limit(NOTICES_A_PAGE)
		.offset((page - 1) * NOTICES_A_PAGE)
	return {
		total: total?.total ?? 0,
		notices: await Promise.all(
			rows.map(async (row) => ({
				number: row.number,
				at: row.at,
				read: row.readAt !== null,
				...(await noticeForPage(read, row, language)),
			})),
		),
	}
}

export async function unreadOf(read: Reader, personId: string): Promise<number> {
	const rows = await read
		.select({ number: notices.number })
		.from(notices)
		.where(and(eq(notices.personId, personId), isNull(notices.readAt)))
		.limit(MOST_UNREAD + 1)
	return rows.length
}
