import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerToSign, signDigitally } from '#app/desk/sign-digitally.server.ts'
import { factorWanted } from '#app/factors/step-up.server.ts'
import { Attached } from '#app/files/attached.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskCasePath, deskStepPath, filePath, signInFactorPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { askToSign } from '#app/signatures/ask.server.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { fictionalSignerOf } from '#app/signatures/fictional-signer.server.ts'
import { NCALAYER } from '#app/signatures/ncalayer.ts'
import { isOfSignature } from '#app/signatures/refusal.ts'
import { fictionalSignature, signatureIn, signedFields } from '#app/signatures/signed-form.server.ts'
import { SigningForm } from '#app/signatures/signing-form.tsx'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle
export const handle = NCALAYER

const SENT = z.object({
	intent: z.enum(['sign', 'fictional']),
	version: z.coerce.number().int(),
	...signedFields,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const now = new Date()
	const { readOwn } = await store()
	if (!(await canVerify(readOwn, now))) throw notFound()
	const proceedingId = String(params.proceedingId)
	const { number, answer } = await answerToSign(person, proceedingId, now)
	await withFactor(person, pageLanguage(params), proceedingId)
	return {
		title: `${translator(pageLanguage(params))('signatures:answer.title')} ${number}`,
		proceedingId,
		number,
		answer,
		asked: answer && askToSign({ purpose: 'sign-answer', subject: number, text: answer.text, now }),
		fictional: (await fictionalSignerOf(readOwn, person))?.fullName,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const now = new Date()
	const refuse = (refusal: string, status = 422) =>
		data({ form: form.refuse(refusal, isOfSignature(refusal) ? 'signature' : '') }, status)
	const may = await limited('signature', { person: actor.personId, address: addressOf(context) })
	if (!may.ok) return refuse('often', 429)
	const { intent, sealed, version } = form.value
	const { readOwn } = await store()
	const signer = intent === 'fictional' ? await fictionalSignerOf(readOwn, actor) : undefined
	const cms = signer ? await fictionalSignature(sealed, signer, now) : await signatureIn(form.value)
	const proceedingId = String(params.proceedingId)
	await withFactor(actor, pageLanguage(params), proceedingId)
	const outcome = await signDigitally({ proceedingId, actor, now }, { sealed, cms, version })
	if (!outcome.ok) return refuse(outcome.refusal, 409)
	throw redirect(deskCasePath(pageLanguage(params), proceedingId))
}

/** The second factor first, so that nobody signs in vain. */
async function withFactor(person: SignedIn, language: Language, proceedingId: string): Promise<void> {
	if (!(await factorWanted(person))) return
	throw redirect(signInFactorPath(language, { next: deskStepPath(language, proceedingId, 'signature') }))
}

export default function SignDigitally() {
	const { t } = useTranslation(['signatures', 'desk', 'common'])
	const language = useLanguage()
	const { proceedingId, number, answer, asked, fictional } = useLoaderData<typeof loader>()
	const refusedForm = useActionData<{ form?: FormReply }>()?.form
	const ofSignature = useSignatureRefusals()
	const filled = useFilledForm(refusedForm, {
		refusal: (code) => (isOfSignature(code) ? ofSignature(code) : t(`desk:refused.${code as 'wrong-state'}`)),
	})
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<p>
					<TextLink href={deskStepPath(language, proceedingId, 'answer')}>
						{t('signatures:answer.back')}
					</TextLink>
				</p>
				<Heading level={1}>
					{t('signatures:answer.title')} <span className="nowrap">{number}</span>
				</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<p className="lead">{t('signatures:answer.lead')}</p>
			</header>
			{answer && asked ? (
				<>
					<Details summary={t('signatures:answer.text')} open>
						<pre className="statement">{answer.text}</pre>
						<Attached files={answer.files} ways={{ file: ({ id, name }) => filePath(id, name) }} />
					</Details>
					<SigningForm
						asked={asked}
						filled={filled}
						button={t('signatures:answer.button')}
						fictional={fictional && <p>{t('signatures:fictional.asYou', { name: fictional })}</p>}
					>
						<input type="hidden" name="version" value={answer.version} />
					</SigningForm>
				</>
			) : (
				<Notice tone="warning">{t('signatures:answer.notReady')}</Notice>
			)}
		</div>
	)
}
