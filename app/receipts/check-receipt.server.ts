import { petitionByNumber } from '#app/petitions/petition.server.ts'
import { isPublic } from '#app/petitions/petition.ts'
import type { Reader } from '#db/store.ts'
import { commitmentsAfter } from './commitments.server.ts'
import type { PublicSignatureState } from './public-state.ts'
import { commitmentOf, isSigned, type Receipt, readReceipt } from './receipt.server.ts'
import { headAt } from './receipt-of.server.ts'

export type ReceiptProblem =
	| 'unreadable'
	| 'other-site'
	| 'not-signed'
	| 'changed'
	| 'no-petition'
	| 'not-in-list'
	| 'chain'

export type CheckedReceipt =
	| { ok: false; problem: ReceiptProblem }
	| { ok: true; petition: string; ordinal: number; state: PublicSignatureState; isPublic: boolean }

/**
 * Whether a receipt is one of this site, says what its commitment was made of, and stands in the published list at
 * its place, after the same signatures before it.
 */
export async function checkReceipt(read: Reader, text: string, site: string): Promise<CheckedReceipt> {
	const found = readReceipt(text)
	if (!found) return { ok: false, problem: 'unreadable' }
	const { receipt, body, signature } = found
	const problem = problemOf(receipt, { site, signed: isSigned(body, signature) })
	if (problem) return { ok: false, problem }
	const petition = await petitionByNumber(read, receipt.petition)
	if (!petition) return { ok: false, problem: 'no-petition' }
	const { ordinal, commitment, head } = receipt
	const [line] = await commitmentsAfter(read, petition.id, { after: ordinal - 1, limit: 1 })
	if (line?.ordinal !== ordinal || line.commitment !== commitment)
		return { ok: false, problem: 'not-in-list' }
	if ((await headAt(read, petition.id, ordinal)) !== head) return { ok: false, problem: 'chain' }
	return {
		ok: true,
		petition: receipt.petition,
		ordinal,
		state: line.state,
		isPublic: isPublic(petition),
	}
}

function problemOf(
	receipt: Receipt,
	{ site, signed }: { site: string; signed: boolean },
): ReceiptProblem | undefined {
	if (receipt.site !== site) return 'other-site'
	if (!signed) return 'not-signed'
	return commitmentOf(receipt) === receipt.commitment ? undefined : 'changed'
}
