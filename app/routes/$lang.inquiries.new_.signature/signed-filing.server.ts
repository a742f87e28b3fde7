import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { looseFiles } from '#app/files/find.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { addressed, postAskedUnder } from '#app/inquiries/addressees.server.ts'
import { filingOf, QuestionSent } from '#app/inquiries/asked.server.ts'
import { questionText } from '#app/inquiries/signed-text.ts'
import { filedBefore, keysForFiling, submitInquiry } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { authorOf } from '#app/people/find.server.ts'
import { identityKey, type LinkRefusal } from '#app/people/identify.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import type { Shown } from '#app/people/session-rows.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { type AskedToSign, askToSign } from '#app/signatures/ask.server.ts'
import { fictionalSignerOf } from '#app/signatures/fictional-signer.server.ts'
import type { SignatureRefusal } from '#app/signatures/refusal.ts'
import { linkSigner } from '#app/signatures/sign-in.server.ts'
import { fictionalSignature, signatureIn, signedFields } from '#app/signatures/signed-form.server.ts'
import {
	keepSignature,
	spendStatement,
	type TakenSignature,
	takeSignature,
} from '#app/signatures/take.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const Sent = QuestionSent.omit({ files: true }).extend({
	...signedFields,
	intent: z.enum(['show', 'sign', 'fictional']),
	sealed: signedFields.sealed.default(''),
	submissionId: z.uuid(),
})

type Values = Omit<z.output<typeof Sent>, keyof typeof signedFields | 'intent' | 'kept' | 'submissionId'>

export interface Signing {
	step: 'sign'
	form: FormReply
	asked: AskedToSign
	text: string
	values: Values
	kept: KeptFile[]
	submissionId: string
	/** Of a demonstration: whose name the fictional certificate will bear. */
	fictional?: string
}

interface Filed {
	step: 'filed'
	secret: string
	/** What the signature has shown of who is signed in; nothing while nobody has said that it is not revoked. */
	shown: Shown | undefined
}

type Answered = Signing | { step: 'lost' } | Filed

/** Shows the question as it is signed, or files it with the signature that came. */
export async function answerSigning(
	request: Request,
	{ person, language, context }: { person: SignedIn; language: Language; context: AppLoadContext },
): Promise<Answered> {
	const read = await readForm(request, Sent)
	// It is filled in by the page before; whatever is wrong with it is said there.
	if (!read.ok) return { step: 'lost' }
	const { value, refuse } = read
	const now = new Date()
	const data = await store()
	const law = await lawOf(data.read, configuration().JURISDICTION)
	const chosen = await addressed(data.read, law, value, now)
	if (typeof chosen === 'string') return { step: 'lost' }
	const { intent, sealed, signature, signatureText, kept: keptIds, submissionId, ...values } = value
	const kept = await looseFiles(data.readOwn, keptIds, person.personId)
	const text = questionText({ ...values, files: kept })
	const signer = await fictionalSignerOf(data.readOwn, person)
	const again = (refusal?: string): Signing => ({
		step: 'sign',
		form: refusal ? refuse(refusal, 'signature') : { ...refuse(''), error: {} },
		asked: askToSign({ purpose: 'file-inquiry', subject: submissionId, text, now }),
		text,
		values,
		kept,
		submissionId,
		fictional: signer?.fullName,
	})
	if (intent === 'show') return again()

	const keys = { person: person.personId, address: addressOf(context) }
	if (!(await limited('signature', keys)).ok) return again('often')
	const cms =
		intent === 'fictional' && signer
			? await fictionalSignature(sealed, signer, now)
			: await signatureIn({ sealed, signature, signatureText })
	const subject = submissionId
	const taken = await takeSignature({ sealed, cms, purpose: 'file-inquiry', subject, text, now })
	if (!taken.ok) return again(taken.refusal)
	if (!(await limited('ask', keys)).ok) return again('often')

	const post = value.post ? await postAskedUnder(data.read, value.post) : undefined
	const filing = {
		...filingOf({ value, chosen, law, now, postOffice: post?.office, secretKey: configuration().SECRET_KEY }),
		fileIds: kept.map(({ id }) => id),
	}
	const unnamed = translator(language)('people:author')
	const filed = await fileSigned(filing, { taken: taken.value, person, unnamed, now })
	if (!filed.ok) return again(filed.refusal)
	const { secret, first } = filed.value
	const isGood = taken.value.revocation === 'good'
	return { step: 'filed', secret, shown: isGood ? { level: 3, proof: 'eds', first } : undefined }
}

/** The question, its author's proof of who they are, and the signature: together or not at all. */
async function fileSigned(
	filing: ReturnType<typeof filingOf> & { fileIds: string[] },
	{
		taken,
		person: { personId },
		unnamed,
		now,
	}: { taken: TakenSignature; person: SignedIn; unnamed: string; now: Date },
): Promise<Outcome<{ secret: string; first: boolean }, SignatureRefusal | LinkRefusal>> {
	const { write } = await store()
	const keys = [identityKey(taken.identifierHash), `person:${personId}`, ...keysForFiling(filing.bodyId)]
	return write(keys, async (tx) => {
		const linked = await linkSigner(tx, taken, { personId, now })
		if (!linked.ok) return linked
		const { first } = linked.value
		const author = await authorOf(tx, { personId, level: 3 }, unnamed)
		if (!author) throw new Error('a person without a record')
		if (!(await spendStatement(tx, taken))) {
			// Sent twice, it was filed once.
			const before = await filedBefore(tx, { ...filing, author })
			return before ? done({ secret: before.secret, first }) : refused('replayed')
		}
		const receipt = await submitInquiry(tx, { ...filing, author })
		await keepSignature(tx, taken, { subject: 'inquiry', subjectId: receipt.inquiryId, personId, now })
		return done({ secret: receipt.secret, first })
	})
}
