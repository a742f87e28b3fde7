import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { signatureReceiptPath } from '#app/links.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { petitionOfPage } from '#app/routes/$lang.petitions.$number.signature._index/signing.server.ts'
import { type AskedToSign, askToSign } from '#app/signatures/ask.server.ts'
import { FICTIONAL_PEOPLE } from '#app/signatures/fictional-people.ts'
import { fictionalSignerOf } from '#app/signatures/fictional-signer.server.ts'
import { fictionalSignature, signatureIn, signedFields } from '#app/signatures/signed-form.server.ts'
import { takeSignature } from '#app/signatures/take.server.ts'
import { signDigitally } from '#app/signing/online.server.ts'
import { petitionAsSigned } from '#app/signing/signed-text.ts'
import { WISH } from '#app/signing/wish.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const SENT = z.object({
	...WISH,
	...signedFields,
	intent: z.enum(['show', 'sign', 'fictional']),
	sealed: signedFields.sealed.default(''),
	/** Of a demonstration: as which of the fictional people. */
	fictional: z.coerce
		.number()
		.int()
		.min(0)
		.max(FICTIONAL_PEOPLE.length - 1)
		.optional(),
})

export interface DigitalSigning {
	form: FormReply
	asked: AskedToSign
	text: string
	language: string
	/** What was said on the page before, and goes along. */
	wish: { region?: string; show?: 'on'; updates?: 'on'; consent: 'on' }
	/** Of a demonstration: whose key it is, or the choice of them. */
	fictional?: string | string[]
}

export async function digitalLoader({ params }: LoaderFunctionArgs) {
	const { number } = await petitionOfPage(params)
	return {
		number,
		secret: params.secret,
		title: translator(pageLanguage(params))('signing:eds.title', { number }),
	}
}

/** Shows the petition as it is signed, or takes the signature that came. */
export async function digitalAction({ request, params, context }: ActionFunctionArgs) {
	const at = new Date()
	const language = pageLanguage(params)
	const { petition, number, text, byLink } = await petitionOfPage(params)
	const read = await readForm(request, SENT)
	// It is filled in on the page before: whatever is missing is asked for there.
	if (!read.ok) throw redirect(new URL(request.url).pathname.replace(/\/eds$/, ''))
	const { refuse, value } = read
	const { intent, sealed, signature, signatureText, fictional: chosen = 0, consent, ...wish } = value
	const person = await personOf(request)
	const { readOwn } = await store()
	const own = person ? await fictionalSignerOf(readOwn, person) : undefined
	const signed = petitionAsSigned(number, text)
	const again = (refusal?: string, status = 422) =>
		data<DigitalSigning>(
			{
				form: refusal ? refuse(refusal, 'signature') : { ...refuse(''), error: {} },
				asked: askToSign({ purpose: 'sign-petition', subject: number, text: signed, now: at }),
				text: signed,
				language: text.language,
				wish: {
					region: wish.region,
					show: wish.show ? 'on' : undefined,
					updates: wish.updates ? 'on' : undefined,
					consent,
				},
				fictional: fictionalChoice(own?.fullName),
			},
			refusal ? status : 200,
		)
	if (intent === 'show') return again()

	const address = addressOf(context)
	if (!(await limited('signature', { person: person?.personId, address })).ok) return again('often', 429)
	const signer = own ?? FICTIONAL_PEOPLE[chosen]
	const cms =
		intent === 'fictional' && signer
			? await fictionalSignature(sealed, signer, at)
			: await signatureIn({ sealed, signature, signatureText })
	const taken = await takeSignature({
		sealed,
		cms,
		purpose: 'sign-petition',
		subject: number,
		text: signed,
		now: new Date(),
	})
	if (!taken.ok) return again(taken.refusal)
	const outcome = await signDigitally(taken.value, person, petition, wish, { language, address, byLink, at })
	if (!outcome.ok) return again(outcome.refusal)
	throw redirect(signatureReceiptPath(language, outcome.value.secret), 303)
}

function fictionalChoice(own: string | undefined): string | string[] | undefined {
	const { DEMO, production } = configuration()
	if (!DEMO || production) return undefined
	return own ?? FICTIONAL_PEOPLE.map(({ fullName }) => fullName)
}
