import { petitionById } from '#app/petitions/petition.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { passThresholds } from '#app/signing/threshold.server.ts'
import { insertRows } from '#db/insert.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { randomFrom } from './picture.ts'
import { chainOf, keepTotals, momentsOf, rowsOf, type Wave } from './signatures.ts'
import type { Step } from './steps.ts'

const WEEK_MS = 7 * 86_400_000

/** A wave of signatures week by week, with what their number brings about at its moment. */
export function waveSteps(wave: Wave, seed: number, petitionId: () => number): Step[] {
	const random = randomFrom(seed)
	const moments = momentsOf(wave, random)
	const steps: Step[] = []
	for (let from = wave.from.getTime(); from < wave.until.getTime(); from += WEEK_MS) {
		const at = new Date(Math.min(from + WEEK_MS, wave.until.getTime()))
		const those = moments.filter((moment) => moment >= from && moment < at.getTime())
		steps.push({
			at,
			what: `${those.length} signatures`,
			work: (tx) => addSignatures(tx, petitionId(), wave, those, random),
		})
	}
	return steps
}

async function addSignatures(
	tx: Writer,
	petitionId: number,
	wave: Wave,
	moments: readonly number[],
	random: () => number,
): Promise<void> {
	const petition = await petitionById(tx, petitionId)
	const tally = await tallyOf(tx, petitionId)
	const last = moments.at(-1)
	if (!petition || !tally || last === undefined) return
	const { id, signatureLevel } = petition
	const chain = chainOf({ id, number: String(petition.number), signatureLevel }, tally)
	const rows = rowsOf(chain, wave)(moments, random)
	await insertRows(tx, petitionSignatures, rows)
	await keepTotals(tx, chain, new Date(last))
	let before = tally.confirmed
	for (const { state, signedAt } of rows) {
		if (state !== 'confirmed') continue
		await passThresholds(tx, petition, { before, after: before + 1, now: signedAt })
		before++
	}
}
