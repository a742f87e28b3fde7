import { and, asc, count, eq, gt, gte, inArray, isNull, lte } from 'drizzle-orm'
import { type CalendarEntry, calendarFrom } from '#app/deadlines/calendar.ts'
import type { Day } from '#app/deadlines/day.ts'
import { shiftedAmong } from '#app/inquiries/shift.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { tablesOf } from './calendar.server.ts'

/** Over more running clocks than this an answer would keep the administrator waiting. */
const MOST_COUNTED = 5000
const AT_ONCE = 500

export interface Touched {
	/** Running clocks that have the day in their term. */
	running: number
	/** How many of those counted would be due on another day. */
	shifted: number
	/** Fewer than `running` where there are very many. */
	counted: number
}

/** What an entry that is made, or taken out, would do to the clocks that run now. */
export async function touchedBy(
	read: Reader,
	calendar: string,
	change: { enter: CalendarEntry } | { remove: { id: string; day: Day } },
): Promise<Touched> {
	const day = 'enter' in change ? change.enter.day : change.remove.day
	const law = await lawOf(read, calendar)
	const { week, years, entries } = await tablesOf(read, calendar)
	const changed =
		'enter' in change ? [...entries, change.enter] : entries.filter(({ id }) => id !== change.remove.id)
	const supposed = { ...law, calendar: calendarFrom({ week, years, entries: changed }) }

	const within = and(
		inArray(proceedings.stage, ['desk', 'following']),
		isNull(proceedings.breachedAt),
		gte(proceedings.dueOn, day),
		lte(proceedings.registeredOn, day),
		eq(inquiries.profileId, calendar),
	)
	const [row] = await read
		.select({ total: count() })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(within)
	let shifted = 0
	let counted = 0
	for (let after = ''; counted < MOST_COUNTED; ) {
		const some = await read
			.select({
				id: proceedings.id,
				inquiryId: proceedings.inquiryId,
				rule: proceedings.rule,
				dueOn: proceedings.dueOn,
				procedure: inquiries.procedure,
			})
			.from(proceedings)
			.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
			.where(and(within, gt(proceedings.id, after)))
			.orderBy(asc(proceedings.id))
			.limit(AT_ONCE)
		const last = some.at(-1)
		if (!last) break
		shifted += (await shiftedAmong(read, supposed, some)).length
		counted += some.length
		after = last.id
	}
	return { running: row?.total ?? 0, shifted, counted }
}
