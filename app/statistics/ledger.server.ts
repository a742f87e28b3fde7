import { and, count, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { type Day, instantIn } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { type DayCounts, MOST_IN_LEDGER } from './ledger.ts'

/** The public questions answered today, due today, and overdue; each is the number of rows of its list. */
export async function dayLedger(read: Reader, { law, today }: { law: Law; today: Day }): Promise<DayCounts> {
	const midnight = instantIn(law.profile.time.zone, today, 0)
	const open = eq(inquiries.state, 'open')
	const [answeredToday, dueToday, overdue] = await Promise.all([
		countUpTo(
			read,
			and(eq(inquiries.state, 'answered'), gte(inquiries.answeredAt, midnight)),
			inquiries.answeredAt,
		),
		countUpTo(read, and(open, eq(inquiries.dueOn, today)), inquiries.dueOn),
		countUpTo(read, and(open, lt(inquiries.dueOn, today)), inquiries.dueOn),
	])
	return { answeredToday, dueToday, overdue }
}

/** In the order of the list, so that it keeps to the index of the list. */
async function countUpTo(
	read: Reader,
	which: SQL | undefined,
	ordered: typeof inquiries.answeredAt | typeof inquiries.dueOn,
): Promise<number> {
	const some = read
		.select({ one: sql`1`.as('one') })
		.from(inquiries)
		.where(and(eq(inquiries.visibility, 'public'), isNull(inquiries.leadId), which))
		.orderBy(ordered)
		.limit(MOST_IN_LEDGER + 1)
		.as('some')
	const [row] = await read.select({ total: count() }).from(some)
	return row?.total ?? 0
}
