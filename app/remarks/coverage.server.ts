import { and, count, eq, gt, sql, sum } from 'drizzle-orm'
import { remarkGroups as groups } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import type { Coverage } from './shown.ts'

export async function coverageOf(read: Reader, hearingId: number): Promise<Coverage> {
	const responded = sql`${groups.outcome} is not null`
	const [found] = await read
		.select({
			rows: count(),
			answered: count(groups.answer),
			responded: count(groups.outcome),
			unresolved: count(sql`case when ${eq(groups.unresolved, true)} then 1 end`),
			people: sum(groups.people).mapWith(Number),
			peopleResponded: sum(sql`case when ${responded} then ${groups.people} else 0 end`).mapWith(Number),
		})
		.from(groups)
		.where(and(eq(groups.hearingId, hearingId), gt(groups.remarks, 0)))
	if (!found) throw new Error('counting gave nothing')
	return {
		...found,
		people: found.people ?? 0,
		peopleResponded: found.peopleResponded ?? 0,
		complete: found.responded === found.rows,
	}
}
