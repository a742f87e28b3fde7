import type { Acting } from '#app/inquiries/act.server.ts'
import { draftOf } from '#app/inquiries/desk.server.ts'
import { draftFiles, isHeldByAnother } from '#app/inquiries/draft.server.ts'
import { inquiryOf, writeCase } from '#app/inquiries/hold.server.ts'
import { gapsIn, type SigningRefusal, signAnswer } from '#app/inquiries/sign.server.ts'
import { answerText } from '#app/inquiries/signed-text.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { identityKey, type LinkRefusal } from '#app/people/identify.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import type { SignatureRefusal } from '#app/signatures/refusal.ts'
import { linkSigner } from '#app/signatures/sign-in.server.ts'
import { keepSignature, spendStatement, takeSignature } from '#app/signatures/take.server.ts'
import { store } from '#app/store.server.ts'
import type { Writer } from '#db/store.ts'
import { caseOnDesk } from './case.server.ts'

type Refusal = SigningRefusal | SignatureRefusal | LinkRefusal

/** The answer as it is signed; undefined while it is not ready, or held by somebody. */
export async function answerToSign(person: SignedIn, proceedingId: string, now: Date) {
	const { readOwn } = await store()
	const opened = await caseOnDesk(readOwn, person, proceedingId, now)
	const draft = (await draftOf(readOwn, proceedingId))?.draft
	const { number } = opened.inquiry
	const allowed = opened.handling.acts.includes('answer')
	const ready =
		allowed &&
		draft !== undefined &&
		!isHeldByAnother(draft, person.personId, now) &&
		gapsIn(draft, opened).length === 0
	if (!ready) return { number, allowed }
	const files = await draftFiles(readOwn, proceedingId)
	const text = answerText(number, { ...draft, files })
	return { number, allowed, answer: { text, version: draft.version, files } }
}

/** The answer goes out with the signature over it, or not at all. */
export async function signDigitally(
	acting: Acting & { actor: SignedIn },
	{ sealed, cms, version }: { sealed: string; cms: Uint8Array; version: number },
): Promise<Outcome<null, Refusal>> {
	const { actor, proceedingId, now } = acting
	const { answer, number, allowed } = await answerToSign(actor, proceedingId, now)
	if (!allowed) return refused('not-allowed')
	if (!answer) return refused('incomplete')
	if (answer.version !== version) return refused('stale')
	const asked = { purpose: 'sign-answer', subject: number, text: answer.text } as const
	const taken = await takeSignature({ ...asked, sealed, cms, now })
	if (!taken.ok) return taken
	const keys = [identityKey(taken.value.identifierHash), `person:${actor.personId}`]
	const sign = async (tx: Writer): Promise<Outcome<null, Refusal>> => {
		const { personId } = actor
		const linked = await linkSigner(tx, taken.value, { personId, now })
		if (!linked.ok) return linked
		if (!(await spendStatement(tx, taken.value))) return refused('replayed')
		const signed = await signAnswer(tx, { ...acting, version })
		if (!signed.ok) return signed
		const { answerId: subjectId } = signed.value
		await keepSignature(tx, taken.value, { subject: 'answer', subjectId, personId, now })
		return done(null)
	}
	return writeCase(await store(), [inquiryOf(proceedingId)], sign, keys)
}
