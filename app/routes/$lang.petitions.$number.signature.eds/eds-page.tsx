import { useActionData, useLoaderData } from '@remix-run/react'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath, sponsorPagePath } from '#app/links.ts'
import { SigningForm } from '#app/signatures/signing-form.tsx'
import { useSigningRefusals } from '#app/signing/use-refusals.ts'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { DigitalSigning, digitalLoader } from './eds.server.ts'

/** The petition as it is signed with a key of one's own. */
export function DigitalSigningPage() {
	const { t } = useTranslation(['signing', 'signatures', 'common'])
	const language = useLanguage()
	const { number, secret } = useLoaderData<typeof digitalLoader>()
	const signing = useActionData() as DigitalSigning | undefined
	const filled = useFilledForm(signing?.form, { refusal: useSigningRefusals() })
	const before = secret
		? sponsorPagePath(language, secret, 'signature')
		: petitionPagePath(language, number, 'signature')
	if (!signing) return <TextLink href={before}>{t('signing:eds.again')}</TextLink>
	const { fictional, wish } = signing
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<p className="quiet tabular">{number}</p>
				<Heading level={1}>{t('signing:eds.heading')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<p className="lead">{t('signing:eds.lead')}</p>
			</header>
			<Details summary={t('signing:eds.text')}>
				<pre className="statement" lang={signing.language}>
					{signing.text}
				</pre>
			</Details>
			<SigningForm
				asked={signing.asked}
				filled={filled}
				button={t('signing:eds.button')}
				fictional={
					typeof fictional === 'string' ? (
						<p>{t('signatures:fictional.asYou', { name: fictional })}</p>
					) : (
						fictional && (
							<Field
								name="fictional"
								type="select"
								label={t('signatures:fictional.person')}
								options={fictional.map((label, at) => ({ value: String(at), label }))}
							/>
						)
					)
				}
			>
				{Object.entries(wish).map(([name, value]) =>
					value ? <input key={name} type="hidden" name={name} value={value} /> : null,
				)}
			</SigningForm>
		</div>
	)
}
