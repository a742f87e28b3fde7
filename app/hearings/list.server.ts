import { and, asc, count, desc, eq, exists, gte, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import type { Language } from '#app/i18n/languages.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { prepared } from '#db/prepared.ts'
import { bodies } from '#db/schema/bodies.ts'
import { hearingLinks, hearings, hearingTerritories, hearingTexts } from '#db/schema/hearings.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { type HearingFilter, type HearingPageOfList, LISTS, type ListedHearing, PAGE_SIZE } from './listed.ts'

const MOST_FOUND = 500

/** A page of the public hearings. */
export async function publicHearings(
	read: Reader,
	filter: HearingFilter,
	{ page, language, size = PAGE_SIZE }: { page: number; language: Language; size?: number },
): Promise<HearingPageOfList> {
	const where = await conditions(read, filter)
	const [counted] = await read.select({ total: count() }).from(hearings).where(where)
	const total = counted?.total ?? 0
	const pages = Math.max(1, Math.ceil(total / size))
	const at = Math.min(Math.max(1, page), pages)
	const items = await listed(read, where, order(filter), { language, limit: size, offset: (at - 1) * size })
	return { items, total, page: at, pages }
}

/** The first of a list, which nobody turns the pages of. */
export async function firstHearings(
	read: Reader,
	filter: HearingFilter,
	{ language, limit }: { language: Language; limit: number },
): Promise<ListedHearing[]> {
	// Most questions and petitions are linked to none, and the list is dear to build.
	if (filter.linked && (await linkedTo(read).execute(filter.linked)).length === 0) return []
	return listed(read, await conditions(read, filter), order(filter), { language, limit })
}

const linkedTo = prepared((read) =>
	read
		.select({ id: hearingLinks.hearingId })
		.from(hearingLinks)
		.where(
			and(eq(hearingLinks.kind, sql.placeholder('kind')), eq(hearingLinks.number, sql.placeholder('number'))),
		),
)

/** What is held between two days, or goes on then: what is going on first. */
export async function hearingsBetween(
	read: Reader,
	{ from, to, language, limit }: { from: Day; to: Day; language: Language; limit: number },
): Promise<ListedHearing[]> {
	const where = and(
		inArray(hearings.state, ['announced', 'live']),
		lte(hearings.startsOn, to),
		gte(hearings.endsOn, from),
	)
	const nowFirst = sql`case when ${hearings.state} = 'live' then 0 else 1 end`
	return listed(read, where, [nowFirst, asc(hearings.startsAt), asc(hearings.id)], { language, limit })
}

/** Once its documents were made public a hearing stays public. */
async function conditions(read: Reader, filter: HearingFilter): Promise<SQL | undefined> {
	const { list = 'all', bodyId, region, query, linked } = filter
	return and(
		inArray(hearings.state, [...LISTS[list]]),
		isNotNull(hearings.postedAt),
		bodyId ? eq(hearings.bodyId, bodyId) : undefined,
		region
			? exists(
					read
						.select({ one: sql`1` })
						.from(hearingTerritories)
						.where(and(eq(hearingTerritories.hearingId, hearings.id), eq(hearingTerritories.region, region))),
				)
			: undefined,
		linked
			? inArray(
					hearings.id,
					read
						.select({ id: hearingLinks.hearingId })
						.from(hearingLinks)
						.where(and(eq(hearingLinks.kind, linked.kind), eq(hearingLinks.number, linked.number))),
				)
			: undefined,
		query ? await matching(read, query) : undefined,
	)
}

async function matching(read: Reader, query: string): Promise<SQL | undefined> {
	const number = parseRegisterNumber(query)
	if (number) return eq(hearings.number, number)
	const found = await search(read, 'hearing', query, { limit: MOST_FOUND })
	return inArray(hearings.id, found.map(Number))
}

/** What comes, the next first; otherwise the newest first. */
const order = ({ list }: HearingFilter): SQL[] =>
	list === 'coming' || list === 'now'
		? [sql`${hearings.startsOn} asc nulls last`, asc(hearings.id)]
		: [sql`${hearings.startsOn} desc nulls last`, desc(hearings.id)]

async function listed(
	read: Reader,
	where: SQL | undefined,
	ordered: readonly SQL[],
	{ language, limit, offset = 0 }: { language: Language; limit: number; offset?: number },
): Promise<ListedHearing[]> {
	const rows = await read
		.select({
			id: hearings.id,
			number: hearings.number,
			state: hearings.state,
			form: hearings.form,
			civic: hearings.civic,
			language: hearings.language,
			initiatorName: hearings.initiatorName,
			startsAt: hearings.startsAt,
			startsOn: hearings.startsOn,
			endsOn: hearings.endsOn,
			remarksUntil: hearings.remarksUntil,
			postedAt: hearings.postedAt,
			code: bodies.code,
			names: bodies.names,
		})
		.from(hearings)
		.leftJoin(bodies, eq(bodies.id, hearings.bodyId))
		.where(where)
		.orderBy(...ordered)
		.limit(limit)
		.offset(offset)
	const titles = await titlesOf(
		read,
		rows.map(({ id }) => id),
	)
	return rows.map(({ code, names, ...row }) => ({
		...row,
		number: row.number ?? '',
		...titleFor(titles, row, language),
		body: code && names ? { code, names } : null,
	}))
}

export const titlesOf = (read: Reader, ids: readonly number[]) =>
	read
		.select({
			hearingId: hearingTexts.hearingId,
			language: hearingTexts.language,
			title: hearingTexts.title,
		})
		.from(hearingTexts)
		.where(inArray(hearingTexts.hearingId, [...ids]))

/** In the reader's language, or in that of record. */
export function titleFor(
	titles: Awaited<ReturnType<typeof titlesOf>>,
	{ id, language: record, initiatorName }: { id: number; language: string; initiatorName: string },
	language: string,
): { title: string; language: string } {
	const own = titles.filter(({ hearingId, title }) => hearingId === id && title)
	const text = own.find((one) => one.language === language) ?? own.find((one) => one.language === record)
	return { title: text?.title ?? initiatorName, language: text?.language ?? record }
}
