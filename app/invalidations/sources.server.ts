import { and, desc, eq, lt } from 'drizzle-orm'
import { firstOrdinalSince, lastOrdinal } from '#app/signing/ordinals.server.ts'
import { petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { foldedName, patternOf } from './invalidation.ts'

export const SOURCE_KINDS = ['network', 'address', 'domain', 'name', 'region'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The last signatures of a petition, by their number or by the hours in which they came. */
export type Latest = { signatures: number } | { hours: number }

/** One thing that many of the signatures have in common. */
export interface Trend {
	/** What an invalidation asks for: a hash, a domain, a pattern of names, a code. */
	key: string
	count: number
	/** Of them set apart already. */
	review: number
	/** How many in each part of the time looked at. */
	strip: number[]
}

export interface Trends {
	/** Signatures in force that were looked at, and when the first and the last of them came. */
	looked: number
	first: Date | null
	last: Date | null
	/** There were more in those hours than are looked at. */
	cut: boolean
	trends: Record<SourceKind, Trend[]>
}

const MOST = 30_000
const AT_ONCE = 5000
export const STRIP_PARTS = 24
const LISTED = 10
/** Fewer have nothing to say. */
const LEAST = 3

type Row = Awaited<ReturnType<typeof rowsBefore>>[number]

/** What the last signatures have in common. It looks at so many and no more, however many there are. */
export async function trendsOf(read: Reader, petitionId: number, latest: Latest, now: Date): Promise<Trends> {
	const end = await lastOrdinal(read, petitionId)
	const wanted =
		'hours' in latest
			? await firstOrdinalSince(read, petitionId, new Date(now.getTime() - latest.hours * 3_600_000))
			: end - latest.signatures + 1
	const from = Math.max(wanted, end - MOST + 1, 1)
	const rows: Row[] = []
	for (let before = end + 1; before > from; ) {
		const some = await rowsBefore(read, petitionId, before)
		const last = some.at(-1)
		if (!last) break
		rows.push(...some.filter(({ ordinal, state }) => ordinal >= from && IN_FORCE.includes(state)))
		before = last.ordinal
	}
	const last = rows[0]?.signedAt ?? null
	const first = rows.at(-1)?.signedAt ?? null
	return { looked: rows.length, first, last, cut: wanted < from && wanted > 0, trends: trendsIn(rows) }
}

const IN_FORCE: readonly string[] = ['confirmed', 'review']

const rowsBefore = (read: Reader, petitionId: number, before: number) =>
	read
		.select({
			ordinal: signatures.ordinal,
			state: signatures.state,
			signedAt: signatures.signedAt,
			network: signatures.network,
			address: signatures.address,
			domain: signatures.domain,
			name: signatures.fullName,
			region: signatures.region,
		})
		.from(signatures)
		.where(and(eq(signatures.petitionId, petitionId), lt(signatures.ordinal, before)))
		.orderBy(desc(signatures.ordinal))
		.limit(AT_ONCE)

function trendsIn(rows: readonly Row[]): Trends['trends'] {
	const begins = rows.at(-1)?.signedAt.getTime() ?? 0
	const lasts = Math.max(1, (rows[0]?.signedAt.getTime() ?? 0) - begins)
	const partOf = (at: Date) =>
		Math.max(0, Math.min(STRIP_PARTS - 1, Math.floor(((at.getTime() - begins) / lasts) * STRIP_PARTS)))
	const of = (keyOf: (row: Row) => string | null, shownAs = (key: string, _row: Row) => key) => {
		const found = new Map<string, Trend>()
		for (const row of rows) {
			const key = keyOf(row)
			if (key === null) continue
			const trend = found.get(key) ?? {
				key: shownAs(key, row),
				count: 0,
				review: 0,
				strip: Array<number>(STRIP_PARTS).fill(0),
			}
			trend.count++
			if (row.state === 'review') trend.review++
			trend.strip[partOf(row.signedAt)]!++
			found.set(key, trend)
		}
		return [...found.values()]
			.filter(({ count }) => count >= LEAST)
			.sort((a, b) => b.count - a.count)
			.slice(0, LISTED)
	}
	return {
		network: of(({ network }) => network),
		address: of(({ address }) => address),
		domain: of(({ domain }) => domain),
		name: of(
			({ name }) => name && foldedName(patternOf(name)),
			(_, { name }) => patternOf(String(name)),
		),
		region: of(({ region }) => region),
	}
}
