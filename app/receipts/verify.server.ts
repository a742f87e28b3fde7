import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { PUBLIC_SIGNATURE_STATES, type PublicSignatureState } from './public-state.ts'
import {
	CHAIN_START,
	checkpointText,
	commitmentOf,
	headAfter,
	isSigned,
	readReceipt,
} from './receipt.server.ts'

/** A part of a published list, as /petitions/<number>/signatures.json gives it. */
export const ListPart = z.object({
	petition: z.string(),
	totals: z.object({
		taken: z.number(),
		confirmed: z.number(),
		review: z.number(),
		removed: z.number(),
		withdrawn: z.number(),
	}),
	chain: z.object({ head: z.string() }),
	checkpoints: z.array(
		z.object({ ordinal: z.number(), head: z.string(), at: z.coerce.date(), signature: z.string() }),
	),
	signatures: z.array(
		z.object({
			ordinal: z.number(),
			state: z.enum(PUBLIC_SIGNATURE_STATES),
			commitment: z.string().regex(/^[0-9a-f]{64}$/),
		}),
	),
	next: z.string().nullable(),
})
export type ListPart = z.infer<typeof ListPart>

export type ListProblem =
	| 'unreadable'
	| 'not-signed'
	| 'commitment'
	| 'another-petition'
	| 'order'
	| 'not-in-list'
	| 'changed-here'
	| 'changed-before'
	| 'checkpoint'
	| 'head'
	| 'totals'

export type Checked =
	| {
			ok: true
			petition: string
			ordinal: number
			counted: Record<PublicSignatureState, number>
			confirmed: number
	  }
	| { ok: false; problem: ListProblem; at?: number }

/**
 * Whether a receipt is true, and whether the whole list that was published is the one that it was given for: counts
 * again, and goes along the chain from its start. A commitment that was changed, dropped or added before the
 * receipt, or before a signed checkpoint, breaks it.
 */
export async function verifyReceipt(
	text: string,
	parts: AsyncIterable<ListPart> | Iterable<ListPart>,
	publicKey: KeyObject,
): Promise<Checked> {
	const found = readReceipt(text)
	if (!found) return { ok: false, problem: 'unreadable' }
	const { receipt, body, signature } = found
	if (!isSigned(body, signature, publicKey)) return { ok: false, problem: 'not-signed' }
	if (commitmentOf(receipt) !== receipt.commitment) return { ok: false, problem: 'commitment' }

	const counted = { given: 0, removed: 0, withdrawn: 0 }
	let head = CHAIN_START
	let ordinal = 0
	let last: ListPart | undefined
	for await (const part of parts) {
		if (part.petition !== receipt.petition) return { ok: false, problem: 'another-petition' }
		const checkpoints = new Map(part.checkpoints.map((one) => [one.ordinal, one]))
		for (const line of part.signatures) {
			if (line.ordinal !== ++ordinal) return { ok: false, problem: 'order', at: ordinal }
			head = headAfter(head, line.commitment)
			counted[line.state]++
			if (ordinal === receipt.ordinal) {
				if (line.commitment !== receipt.commitment) return { ok: false, problem: 'changed-here', at: ordinal }
				if (head !== receipt.head) return { ok: false, problem: 'changed-before', at: ordinal }
			}
			const checkpoint = checkpoints.get(ordinal)
			if (!checkpoint) continue
			const signed = checkpointText({ ...checkpoint, petition: part.petition })
			if (checkpoint.head !== head || !isSigned(signed, checkpoint.signature, publicKey))
				return { ok: false, problem: 'checkpoint', at: ordinal }
		}
		last = part
	}
	if (ordinal < receipt.ordinal) return { ok: false, problem: 'not-in-list', at: receipt.ordinal }
	if (!last || last.chain.head !== head) return { ok: false, problem: 'head' }
	const { taken, confirmed, review, removed, withdrawn } = last.totals
	// Which of those that were given are set apart is not told: how many is, and the rest are counted.
	const agrees =
		taken === ordinal &&
		counted.given === confirmed + review &&
		counted.removed === removed &&
		counted.withdrawn === withdrawn
	return agrees
		? { ok: true, petition: receipt.petition, ordinal: receipt.ordinal, counted, confirmed }
		: { ok: false, problem: 'totals' }
}
