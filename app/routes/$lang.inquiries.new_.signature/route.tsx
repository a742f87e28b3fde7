import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newInquiryPath, receiptPath, signedInquiryPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { Typed } from '#app/routes/$lang.inquiries.new/check-step.tsx'
import { NCALAYER } from '#app/signatures/ncalayer.ts'
import { SigningForm } from '#app/signatures/signing-form.tsx'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { answerSigning, type Signing } from './signed-filing.server.ts'

export const meta = pageTitle
export const handle = NCALAYER

/** The page is reached from the check of a question; nobody types anything here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	await requirePerson(request)
	return { title: translator(pageLanguage(params))('signatures:filing.title') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const person = await requirePerson(request)
	const answered = await answerSigning(request, { person, language, context })
	if (answered.step === 'lost') throw redirect(newInquiryPath(language))
	if (answered.step === 'sign')
		return data(answered, Object.keys(answered.form.error ?? {}).length > 0 ? 422 : 200)
	const { secret, shown } = answered
	const next = receiptPath(language, secret)
	if (!shown) throw redirect(next)
	// Whoever has signed has shown who they are.
	return signedInNow(request, { personId: person.personId, language, shown, next })
}

export default function SignQuestion() {
	const { t } = useTranslation(['signatures', 'inquiries', 'common'])
	const language = useLanguage()
	const signing = useActionData() as Signing | undefined
	const filled = useFilledForm(signing?.form, { refusal: useSignatureRefusals() })
	if (!signing) return <TextLink href={newInquiryPath(language)}>{t('inquiries:ask.title')}</TextLink>
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<Heading level={1}>{t('signatures:filing.title')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<p className="lead">{t('signatures:filing.lead')}</p>
			</header>
			<Details summary={t('signatures:filing.text')}>
				<pre className="statement" lang={signing.values.language}>
					{signing.text}
				</pre>
			</Details>
			<SigningForm
				asked={signing.asked}
				filled={filled}
				button={t('signatures:filing.button')}
				action={signedInquiryPath(language)}
				fictional={signing.fictional && <p>{t('signatures:fictional.asYou', { name: signing.fictional })}</p>}
			>
				<Typed {...signing} />
			</SigningForm>
		</div>
	)
}
