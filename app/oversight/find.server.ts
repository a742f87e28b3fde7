import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { hasTableFor, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { breaches } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { type BreachFilter, NO_BODY } from './breach-filter.ts'
import { type BreachTable, ROWS, TABLES } from './rows.server.ts'

export const BREACHES_A_PAGE = 25

/** Where one stands in the list; pages are found by it, so that the last costs what the first does. */
export interface Place {
	moment: Date
	id: string
}

/** The breaches of the filter, the latest first. Texts that are not for everybody only an overseer reads. */
export async function breachesOf(
	read: Reader,
	actor: Actor,
	filter: BreachFilter,
	{ law, today, limit, offset = 0, after }: Asked,
) {
	const where = and(...(await conditions(read, filter, law)), after && beyond(TABLES[filter.of], after))
	const rows = await ROWS[filter.of](read, { where, limit, offset })
	const overseer = hasRole(actor, 'overseer')
	return rows.map(({ subject, closed, ...row }) => ({
		...row,
		subject: subject !== null && (overseer || !closed) ? subject : undefined,
		daysLate: daysLate(row, law, today),
	}))
}

export type BreachRow = Awaited<ReturnType<typeof breachesOf>>[number]

interface Asked {
	law: Law
	today: Day
	limit: number
	offset?: number
	after?: Place | undefined
}

/**
 * How many there are for each body and office, and how many of them are still owed; the most first. What no body owes
 * stands under none.
 */
export async function breachCounts(read: Reader, filter: BreachFilter, law: Law) {
	const table = TABLES[filter.of]
	const officeId = table === breaches ? breaches.officeId : sql<null>`null`
	const rows = await read
		.select({
			bodyId: table.bodyId,
			officeId,
			total: count(),
			open: sql<number>`sum(case when ${table.mendedAt} is null then 1 else 0 end)`.mapWith(Number),
		})
		.from(table)
		.where(and(...(await conditions(read, filter, law))))
		.groupBy(table.bodyId, ...(table === breaches ? [breaches.officeId] : []))
	const named = await read.select({ id: bodies.id, code: bodies.code, names: bodies.names }).from(bodies)
	const posts = await read.select({ id: offices.id, slug: offices.slug, names: offices.names }).from(offices)
	return [...named, { id: null, code: NO_BODY, names: null }]
		.map(({ id, code, names }) => {
			const own = rows.filter(({ bodyId }) => bodyId === id)
			return {
				code,
				names,
				total: sum(own.map(({ total }) => total)),
				open: sum(own.map(({ open }) => open)),
				offices: own
					.flatMap(({ officeId, total, open }) => {
						const office = posts.find((post) => post.id === officeId)
						return office ? [{ slug: office.slug, names: office.names, total, open }] : []
					})
					.sort((a, b) => b.total - a.total || a.slug.localeCompare(b.slug)),
			}
		})
		.filter(({ total }) => total > 0)
		.sort((a, b) => b.total - a.total || a.code.localeCompare(b.code))
}

/** An unknown body or office has no breaches: the condition on it then holds for none. */
async function conditions(
	read: Reader,
	{ of, from, to, body, office, duty, mending }: BreachFilter,
	law: Law,
): Promise<SQL[]> {
	const table = TABLES[of]
	const { zone } = law.profile.time
	const where: (SQL | undefined)[] = [
		gte(table.legalMoment, legalMoment(from, zone)),
		lte(table.legalMoment, legalMoment(to, zone)),
		body ? await ofBody(read, table, body) : undefined,
		office && of === 'questions' ? await ofOffice(read, office) : undefined,
		duty ? eq(sql`${table.duty}`, duty) : undefined,
		mending === 'open' ? isNull(table.mendedAt) : undefined,
		mending === 'mended' ? isNotNull(table.mendedAt) : undefined,
	]
	return where.filter((one) => one !== undefined)
}

async function ofBody(read: Reader, table: BreachTable, code: string): Promise<SQL> {
	if (code === NO_BODY) return isNull(table.bodyId)
	return eq(table.bodyId, (await idOf(read, bodies, eq(bodies.code, code.toUpperCase()))) ?? 'none')
}

const ofOffice = async (read: Reader, slug: string): Promise<SQL> =>
	eq(breaches.officeId, (await idOf(read, offices, eq(offices.slug, slug))) ?? 'none')

async function idOf(read: Reader, named: typeof bodies | typeof offices, where: SQL) {
	const [row] = await read.select({ id: named.id }).from(named).where(where).orderBy(asc(named.id)).limit(1)
	return row?.id
}

const beyond = (table: BreachTable, { moment, id }: Place) =>
	or(lt(table.legalMoment, moment), and(eq(table.legalMoment, moment), lt(table.id, id)))

/** Working days after the due day until the duty was done, or until today; undefined without a calendar. */
function daysLate(
	{ dueOn, mendedAt }: { dueOn: Day; mendedAt: Date | null },
	law: Law,
	today: Day,
): number | undefined {
	const until = mendedAt ? dayIn(law.profile.time.zone, mendedAt) : today
	const years = [dueOn, until].every((day) => hasTableFor(law.calendar, day))
	return years ? workingDaysBetween(law.calendar, dueOn, until) : undefined
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
