import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Carried } from '#app/people/carried.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import * as fields from '#app/people/fields.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { type AskedToSign, askToSign } from '#app/signatures/ask.server.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { FICTIONAL_PEOPLE } from '#app/signatures/fictional-people.ts'
import { NCALAYER } from '#app/signatures/ncalayer.ts'
import { signInBySignature } from '#app/signatures/sign-in.server.ts'
import { fictionalSignature, signatureIn, signedFields } from '#app/signatures/signed-form.server.ts'
import { SigningForm } from '#app/signatures/signing-form.tsx'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle
export const handle = NCALAYER

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({ intent: z.literal('sign'), ...signedFields, carried: fields.sealed, next: fields.next }),
	z.object({
		intent: z.literal('fictional'),
		...signedFields,
		who: z.coerce
			.number()
			.int()
			.min(0)
			.max(FICTIONAL_PEOPLE.length - 1)
			.default(0),
		carried: fields.sealed,
		next: fields.next,
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { readOwn } = await store()
	const now = new Date()
	if (!(await canVerify(readOwn, now))) throw notFound()
	return {
		title: translator(pageLanguage(params))('signatures:signIn.title'),
		next: new URL(request.url).searchParams.get('next'),
		asked: askToSign({ purpose: 'sign-in', now }),
		demo: configuration().DEMO,
	}
}

interface Answer {
	form?: FormReply
	asked?: AskedToSign
	carried?: string
	next?: string
	goOn?: Carried
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const sent = form.value
	const { carried, next } = sent
	if (sent.intent === 'show') return data<Answer>({ carried, next })

	const now = new Date()
	const person = await personOf(request)
	const may = await limited('signature', { person: person?.personId, address: addressOf(context) })
	const refuse = (refusal: string, status = 422) =>
		data<Answer>({ form: form.refuse(refusal, 'signature'), carried, next }, status)
	if (!may.ok) return refuse('often', 429)
	const who = sent.intent === 'fictional' ? FICTIONAL_PEOPLE[sent.who] : undefined
	const cms = who ? await fictionalSignature(sent.sealed, who, now) : await signatureIn(sent)
	const outcome = await signInBySignature({ sealed: sent.sealed, cms, person, language, now })
	if (!outcome.ok) return refuse(outcome.refusal)
	const { personId, first } = outcome.value
	return signedInNow(request, { personId, language, shown: { level: 3, proof: 'eds', first }, carried, next })
}

export default function SignInBySignature() {
	const { t } = useTranslation(['signatures', 'people', 'common'])
	const language = useLanguage()
	const { asked, next: wanted, demo } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const filled = useFilledForm(answer?.form, { refusal: useSignatureRefusals() })
	if (answer?.goOn) return <GoOn {...answer.goOn} />
	const carried = filled.value('carried') ?? answer?.carried
	const next = filled.value('next') ?? answer?.next ?? wanted
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<Heading level={1}>{t('signatures:signIn.title')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<p className="lead">{t('signatures:signIn.lead')}</p>
				{carried && <Notice>{t('people:signIn.kept')}</Notice>}
			</header>
			<SigningForm
				asked={asked}
				filled={filled}
				button={t('signatures:signIn.button')}
				fictional={
					demo && (
						<Field
							name="who"
							type="select"
							label={t('signatures:fictional.person')}
							options={FICTIONAL_PEOPLE.map(({ fullName }, place) => ({
								value: String(place),
								label: fullName,
							}))}
						/>
					)
				}
			>
				<CarriedFields carried={carried} next={next} />
			</SigningForm>
			<p>
				<TextLink href={signInPath(language, { next: next ?? undefined })}>
					{t('signatures:signIn.other')}
				</TextLink>
			</p>
		</div>
	)
}
