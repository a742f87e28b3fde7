import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { hasTableFor, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { breaches, inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import type { BreachFilter } from './breach-filter.ts'

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
	const rows = await read
		.select({
			id: breaches.id,
			proceedingId: breaches.proceedingId,
			duty: breaches.duty,
			dueOn: breaches.dueOn,
			legalMoment: breaches.legalMoment,
			mendedAt: breaches.mendedAt,
			number: inquiries.number,
			subject: inquiries.subject,
			language: inquiries.language,
			hidden: inquiries.hidden,
			visibility: inquiries.visibility,
			body: { code: bodies.code, names: bodies.names },
			office: { slug: offices.slug, names: offices.names },
		})
		.from(breaches)
		.innerJoin(inquiries, eq(inquiries.id, breaches.inquiryId))
		.innerJoin(bodies, eq(bodies.id, breaches.bodyId))
		.leftJoin(offices, eq(offices.id, breaches.officeId))
		.where(and(...(await conditions(read, filter, law)), after && beyond(after)))
		.orderBy(desc(breaches.legalMoment), desc(breaches.id))
		.limit(limit)
		.offset(offset)
	const overseer = hasRole(actor, 'overseer')
	return rows.map(({ subject, hidden, visibility, ...row }) => ({
		...row,
		subject: overseer || (visibility === 'public' && !hidden) ? subject : undefined,
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

/** How many there are for each body and office, and how many of them are still owed; the most first. */
export async function breachCounts(read: Reader, filter: BreachFilter, law: Law) {
	const rows = await read
		.select({
			bodyId: breaches.bodyId,
			officeId: breaches.officeId,
			total: count(),
			open: sql<number>`sum(case when ${breaches.mendedAt} is null then 1 else 0 end)`.mapWith(Number),
		})
		.from(breaches)
		.where(and(...(await conditions(read, filter, law))))
		.groupBy(breaches.bodyId, breaches.officeId)
	const named = await read.select({ id: bodies.id, code: bodies.code, names: bodies.names }).from(bodies)
	const posts = await read.select({ id: offices.id, slug: offices.slug, names: offices.names }).from(offices)
	return named
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
	{ from, to, body, office, duty, mending }: BreachFilter,
	law: Law,
): Promise<SQL[]> {
	const { zone } = law.profile.time
	const bodyId = body && (await idOf(read, bodies, eq(bodies.code, body.toUpperCase())))
	const officeId = office && (await idOf(read, offices, eq(offices.slug, office)))
	const where: (SQL | undefined)[] = [
		gte(breaches.legalMoment, legalMoment(from, zone)),
		lte(breaches.legalMoment, legalMoment(to, zone)),
		body ? eq(breaches.bodyId, bodyId || 'none') : undefined,
		office ? eq(breaches.officeId, officeId || 'none') : undefined,
		duty ? eq(breaches.duty, duty) : undefined,
		mending === 'open' ? isNull(breaches.mendedAt) : undefined,
		mending === 'mended' ? isNotNull(breaches.mendedAt) : undefined,
	]
	return where.filter((one) => one !== undefined)
}

async function idOf(read: Reader, named: typeof bodies | typeof offices, where: SQL) {
	const [row] = await read.select({ id: named.id }).from(named).where(where).orderBy(asc(named.id)).limit(1)
	return row?.id
}

const beyond = ({ moment, id }: Place) =>
	or(lt(breaches.legalMoment, moment), and(eq(breaches.legalMoment, moment), lt(breaches.id, id)))

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
