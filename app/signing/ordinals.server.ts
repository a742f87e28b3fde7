import { and, between, eq, gte, lt, type SQL } from 'drizzle-orm'
import { isOfPattern } from '#app/invalidations/invalidation.ts'
import { type InvalidationConditions, petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { tallyOf } from './tally.server.ts'

/** So many rows are looked at in one query: a petition of millions holds up nobody. */
const SPAN = 10_000
/** Rows of one commit carry its moment, and machines differ: ordinals rise with time but for this. */
const UNEVEN_MS = 60_000

export interface Ordinals {
	from: number
	/** The last of them. */
	to: number
}

/** The last ordinal that was given out. */
export const lastOrdinal = async (read: Reader, petitionId: number): Promise<number> =>
	(await tallyOf(read, petitionId))?.taken ?? 0

/** The first ordinal that was given out at that moment or later: by halves, so two dozen rows of five million. */
export async function firstOrdinalSince(read: Reader, petitionId: number, at: Date): Promise<number> {
	let first = 1
	let after = (await lastOrdinal(read, petitionId)) + 1
	while (first < after) {
		const middle = Math.floor((first + after) / 2)
		const [row] = await read
			.select({ signedAt: signatures.signedAt })
			.from(signatures)
			.where(and(eq(signatures.petitionId, petitionId), eq(signatures.ordinal, middle)))
		if (row && row.signedAt < at) first = middle + 1
		else after = middle
	}
	return first
}

/** Where rows of the conditions can be: all, or those of a time. */
export async function ordinalsFor(
	read: Reader,
	petitionId: number,
	{ from, until }: Pick<InvalidationConditions, 'from' | 'until'>,
): Promise<Ordinals> {
	const ordinalAt = (moment: string, ms: number) =>
		firstOrdinalSince(read, petitionId, new Date(new Date(moment).getTime() + ms))
	return {
		from: from === undefined ? 1 : await ordinalAt(from, -UNEVEN_MS),
		to: until === undefined ? await lastOrdinal(read, petitionId) : (await ordinalAt(until, UNEVEN_MS)) - 1,
	}
}

/** The rows of the conditions in a span of ordinals, or the first so many of them. */
async function chosenIn(
	read: Reader,
	petitionId: number,
	conditions: InvalidationConditions,
	span: Ordinals,
	most = SPAN,
) {
	const { name } = conditions
	const rows = await read
		.select({
			ordinal: signatures.ordinal,
			region: signatures.region,
			signedAt: signatures.signedAt,
			fullName: signatures.fullName,
		})
		.from(signatures)
		.where(ofSpan(petitionId, conditions, span))
		.orderBy(signatures.ordinal)
		.limit(name === undefined ? most : SPAN)
	if (name === undefined) return rows
	const fits = isOfPattern(name)
	return rows.filter(({ fullName }) => fullName !== null && fits(fullName))
}

/** How many rows of a span the conditions choose; names alone have to be looked at one by one. */
const countIn = async (
	read: Reader,
	petitionId: number,
	conditions: InvalidationConditions,
	span: Ordinals,
): Promise<number> =>
	conditions.name === undefined
		? read.$count(signatures, ofSpan(petitionId, conditions, span))
		: (await chosenIn(read, petitionId, conditions, span)).length

const ofSpan = (petitionId: number, conditions: InvalidationConditions, { from, to }: Ordinals) =>
	and(eq(signatures.petitionId, petitionId), between(signatures.ordinal, from, to), ...ofColumns(conditions))

function ofColumns(conditions: InvalidationConditions): SQL[] {
	const { state, address, network, domain, region, method, level, from, until } = conditions
	return [
		eq(signatures.state, state),
		...(address === undefined ? [] : [eq(signatures.address, address)]),
		...(network === undefined ? [] : [eq(signatures.network, network)]),
		...(domain === undefined ? [] : [eq(signatures.domain, domain)]),
		...(region === undefined ? [] : [eq(signatures.region, region)]),
		...(method === undefined ? [] : [eq(signatures.method, method)]),
		...(level === undefined ? [] : [eq(signatures.level, level)]),
		...(from === undefined ? [] : [gte(signatures.signedAt, new Date(from))]),
		...(until === undefined ? [] : [lt(signatures.signedAt, new Date(until))]),
	]
}

export type Chosen = Awaited<ReturnType<typeof chosenIn>>[number]

/**
 * Span after span, so that whoever looks or removes can stop between them. Of a span that has more than `most` rows
 * only so many are given.
 */
export async function* chosenBySpans(
	read: Reader,
	petitionId: number,
	conditions: InvalidationConditions,
	ordinals: Ordinals,
	most?: number,
): AsyncGenerator<{ rows: Chosen[]; to: number }> {
	for (const span of spansOf(ordinals))
		yield { rows: await chosenIn(read, petitionId, conditions, span, most), to: span.to }
}

/** How many rows the conditions choose, counted span after span. */
export async function countBySpans(
	read: Reader,
	petitionId: number,
	conditions: InvalidationConditions,
	ordinals: Ordinals,
): Promise<number> {
	let found = 0
	for (const span of spansOf(ordinals)) found += await countIn(read, petitionId, conditions, span)
	return found
}

function* spansOf({ from, to }: Ordinals): Generator<Ordinals> {
	for (let at = from; at <= to; at += SPAN) yield { from: at, to: Math.min(to, at + SPAN - 1) }
}
