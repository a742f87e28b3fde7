import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { hasTableFor, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { addMonths, type Day, dayIn } from '#app/deadlines/day.ts'
import type { Found } from '#app/inquiries/listed.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { never } from '#app/outcome.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { type FigureName, type Figures, medianOf, type Scope, shareInTime } from './figures.ts'

/** The latest terms that the median is taken of. */
const MEDIAN_OF = 500
export const BEHIND_SIZE = 25

interface When {
	law: Law
	today: Day
}

/**
 * How an office or a body keeps its terms. Questions that joined another are one matter with it; what was sent on,
 * returned or taken back was not this body's to answer. Private questions count like all others.
 */
export async function figuresOf(read: Reader, scope: Scope, { law, today }: When): Promise<Figures> {
	const [inTime, late, open, overdue] = await Promise.all([
		countOf(read, behind(scope, 'in-time', today)),
		countOf(read, behind(scope, 'late', today)),
		countOf(read, behind(scope, 'open', today)),
		countOf(read, behind(scope, 'overdue', today)),
	])
	const medianDays = await medianDaysOf(read, scope, { law, today })
	return { inTime, late, share: shareInTime(inTime, late), medianDays, open, overdue }
}

const kept = new Map<string, { until: number; figures: Promise<Figures> }>()
const KEPT_MS = 60_000
const MOST_KEPT = 2000

/** As `figuresOf`, counted once a minute for all who ask: the year of a large body takes a moment to count. */
export function figuresKept(read: Reader, scope: Scope, when: When): Promise<Figures> {
	const key = `${scope.officeId ?? scope.bodyId} ${when.today} ${when.law.calendarVersion}`
	const now = performance.now()
	const known = kept.get(key)
	if (known && known.until > now) return known.figures
	if (kept.size >= MOST_KEPT) kept.clear()
	const figures = figuresOf(read, scope, when)
	kept.set(key, { until: now + KEPT_MS, figures })
	figures.catch(() => kept.delete(key))
	return figures
}

/**
 * A page of the questions behind a figure. `total` is the figure itself; of a page only those come back that
 * everybody may see.
 */
export async function questionsBehind(
	read: Reader,
	{ scope, figure, today, page }: { scope: Scope; figure: FigureName; today: Day; page: number },
): Promise<{ found: Found[]; total: number; unseen: number; page: number; pages: number }> {
	const where = behind(scope, figure, today)
	const total = await countOf(read, where)
	const pages = Math.max(1, Math.ceil(total / BEHIND_SIZE))
	const at = Math.min(Math.max(1, page), pages)
	const newestFirst = figure === 'in-time' || figure === 'late'
	const rows = await read
		.select({ inquiryId: proceedings.inquiryId, proceedingId: proceedings.id })
		.from(proceedings)
		.where(where)
		.orderBy(newestFirst ? desc(proceedings.dueOn) : asc(proceedings.dueOn), asc(proceedings.id))
		.limit(BEHIND_SIZE)
		.offset((at - 1) * BEHIND_SIZE)
	const ids = rows.map(({ inquiryId }) => inquiryId)
	const seen = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(and(inArray(inquiries.id, ids), eq(inquiries.visibility, 'public')))
	const found = rows.filter(({ inquiryId }) => seen.some(({ id }) => id === inquiryId))
	return { found, total, unseen: rows.length - found.length, page: at, pages }
}

/** Everything a figure counts stands in one index, so that no row is read for it. */
function behind(scope: Scope, figure: FigureName, today: Day): SQL | undefined {
	return and(whose(scope), isNull(proceedings.followsId), ...counted(figure, today))
}

const whose = ({ officeId, bodyId }: Scope) =>
	officeId === undefined ? eq(proceedings.bodyId, bodyId) : eq(proceedings.officeId, officeId)

function counted(figure: FigureName, today: Day): (SQL | undefined)[] {
	const open = [eq(proceedings.stage, 'desk'), eq(proceedings.state, 'open')]
	switch (figure) {
		case 'in-time':
			return [...answered, isNull(proceedings.breachedAt), ...endedWithinTheYear(today)]
		case 'late':
			return [
				inArray(proceedings.stage, ['ended', 'desk']),
				inArray(proceedings.state, ['answered', 'open']),
				// A lapse counts from the day after the term, whether or not it has been written down yet.
				or(isNotNull(proceedings.breachedAt), eq(proceedings.state, 'open')),
				...endedWithinTheYear(today),
			]
		case 'open':
			return open
		case 'overdue':
			return [...open, lt(proceedings.dueOn, today)]
		default:
			return never(figure)
	}
}

const endedWithinTheYear = (today: Day) => [
	gte(proceedings.dueOn, addMonths(today, -12)),
	lt(proceedings.dueOn, today),
]

const answered = [eq(proceedings.stage, 'ended'), eq(proceedings.state, 'answered')]

async function medianDaysOf(read: Reader, scope: Scope, { law, today }: When): Promise<number | undefined> {
	const latest = await read
		.select({ registeredOn: proceedings.registeredOn, answeredAt: proceedings.answeredAt })
		.from(proceedings)
		.where(and(whose(scope), isNull(proceedings.followsId), ...answered, ...endedWithinTheYear(today)))
		.orderBy(desc(proceedings.dueOn))
		.limit(MEDIAN_OF)
	const { calendar, profile } = law
	return medianOf(
		latest.flatMap(({ registeredOn, answeredAt }) => {
			const answeredOn = answeredAt && dayIn(profile.time.zone, answeredAt)
			if (!answeredOn || !hasTableFor(calendar, registeredOn) || !hasTableFor(calendar, answeredOn)) return []
			return [workingDaysBetween(calendar, registeredOn, answeredOn)]
		}),
	)
}

async function countOf(read: Reader, where: SQL | undefined): Promise<number> {
	const [row] = await read.select({ total: count() }).from(proceedings).where(where)
	return row?.total ?? 0
}
