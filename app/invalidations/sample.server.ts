import { chosenBySpans } from '#app/signing/ordinals.server.ts'
import type { Reader } from '#db/store.ts'
import type { Invalidation } from './invalidate.server.ts'
import { STRIP_PARTS } from './sources.server.ts'

const ROWS = 2000
const LOOKED_MS = 500

/** When and in which regions the first of the signatures came that an invalidation would take out: no names. */
export async function sampleOf(read: Reader, { petitionId, conditions, doneTo, until }: Invalidation) {
	const began = performance.now()
	const rows: { region: string; signedAt: Date }[] = []
	const ordinals = { from: doneTo + 1, to: until }
	for await (const span of chosenBySpans(read, petitionId, conditions, ordinals, ROWS)) {
		rows.push(...span.rows)
		if (rows.length >= ROWS || performance.now() - began > LOOKED_MS) break
	}
	const looked = rows.slice(0, ROWS)
	const times = looked.map(({ signedAt }) => signedAt.getTime())
	const first = Math.min(...times)
	const last = Math.max(...times)
	const strip = Array<number>(STRIP_PARTS).fill(0)
	for (const time of times) {
		const part = Math.floor(((time - first) / Math.max(1, last - first)) * STRIP_PARTS)
		strip[Math.min(part, STRIP_PARTS - 1)]!++
	}
	const regions = new Map<string, number>()
	for (const { region } of looked) regions.set(region, (regions.get(region) ?? 0) + 1)
	return {
		looked: looked.length,
		first: looked.length ? new Date(first) : null,
		last: looked.length ? new Date(last) : null,
		strip,
		regions: [...regions].map(([region, count]) => ({ region, count })).sort((a, b) => b.count - a.count),
	}
}
