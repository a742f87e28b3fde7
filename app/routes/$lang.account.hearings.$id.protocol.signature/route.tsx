import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { factorWanted } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath, signInFactorPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { protocolToSign, signProtocolDigitally } from '#app/protocols/sign-digitally.server.ts'
import { askToSign } from '#app/signatures/ask.server.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { fictionalSignerOf } from '#app/signatures/fictional-signer.server.ts'
import { NCALAYER } from '#app/signatures/ncalayer.ts'
import { isOfSignature } from '#app/signatures/refusal.ts'
import { fictionalSignature, signatureIn, signedFields } from '#app/signatures/signed-form.server.ts'
import { SigningForm } from '#app/signatures/signing-form.tsx'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'
import { Details } from '#app/ui/details.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle
export const handle = NCALAYER

/** The second factor first, so that nobody signs in vain. */
async function signingPage(request: Request, params: { lang?: string; id?: string }) {
	const page = await holdingPage(request, params)
	const { hearing, person, language, act } = page
	if (!hearing.civic && (await factorWanted(person, act.now))) {
		const next = holdingPath(language, hearing.id, 'protocol/signature')
		throw redirect(signInFactorPath(language, { next }))
	}
	return page
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, person, readOwn, language, act } = await signingPage(request, params)
	if (!(await canVerify(readOwn, act.now))) throw notFound()
	const asked = await protocolToSign(readOwn, person, act.hearingId)
	return {
		title: translator(language)('protocols:signing.title'),
		head,
		protocol: asked && {
			...asked,
			asked: askToSign({ purpose: 'sign-protocol', subject: asked.number, text: asked.text, now: act.now }),
		},
		fictional: (await fictionalSignerOf(readOwn, person))?.fullName,
	}
}

const SENT = z.object({
	intent: z.enum(['sign', 'fictional']),
	version: z.coerce.number().int(),
	...signedFields,
})

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { person, readOwn, language, act } = await signingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const refuse = (refusal: string, status: number) =>
		data({ form: form.refuse(refusal, isOfSignature(refusal) ? 'signature' : '') }, status)
	const may = await limited('signature', { person: person.personId, address: addressOf(context) })
	if (!may.ok) return refuse('often', 429)
	const { intent, sealed, version } = form.value
	const signer = intent === 'fictional' ? await fictionalSignerOf(readOwn, person) : undefined
	const cms = signer ? await fictionalSignature(sealed, signer, act.now) : await signatureIn(form.value)
	const outcome = await signProtocolDigitally({ ...act, actor: person }, { sealed, cms, version })
	if (!outcome.ok) return refuse(outcome.refusal, 409)
	throw redirect(holdingPath(language, act.hearingId, 'protocol'))
}

export default function SignProtocolDigitally() {
	const { t } = useTranslation(['protocols', 'signatures'])
	const { head, protocol, fictional } = useLoaderData<typeof loader>()
	const ofSignature = useSignatureRefusals()
	const filled = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		refusal: (code) =>
			isOfSignature(code) ? ofSignature(code) : t(`protocols:refused.${code as 'wrong-state'}`),
	})
	return (
		<HoldingFrame head={head} title={t('protocols:signing.title')} problems={filled.problems}>
			{protocol ? (
				<>
					<p>{t('protocols:signing.lead')}</p>
					<Details summary={t('protocols:signing.text')} open>
						<pre className="statement">{protocol.text}</pre>
					</Details>
					<SigningForm
						asked={protocol.asked}
						filled={filled}
						button={t('protocols:signing.button')}
						fictional={fictional && <p>{t('signatures:fictional.asYou', { name: fictional })}</p>}
					>
						<input type="hidden" name="version" value={protocol.version} />
					</SigningForm>
				</>
			) : (
				<Notice tone="warning">{t('protocols:signing.notReady')}</Notice>
			)}
		</HoldingFrame>
	)
}
