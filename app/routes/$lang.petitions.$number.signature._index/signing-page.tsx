import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath, petitionPath, signInPath, sponsorLinkPath, sponsorPagePath } from '#app/links.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import { useSigningRefusals } from '#app/signing/use-refusals.ts'
import { WishFields } from '#app/signing/wish-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SigningAnswer, signingLoader } from './signing.server.ts'

/** Signing, the same page for whoever signs first and for whoever has signed before. */
export function SigningPage() {
	const { t } = useTranslation(['signing', 'common'])
	const language = useLanguage()
	const page = useLoaderData<typeof signingLoader>()
	const answer = useActionData() as SigningAnswer | undefined
	const filled = useFilledForm(answer?.form, { refusal: useSigningRefusals() })
	const back = page.secret ? sponsorLinkPath(language, page.secret) : petitionPath(language, page.number)
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<p className="quiet tabular">{page.number}</p>
				<Heading level={1}>{t('signing:heading')}</Heading>
				<p className="lead" lang={page.petition.language}>
					<TextLink href={back}>{page.petition.title}</TextLink>
				</p>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			</header>
			{answer?.sentTo ? (
				<Notice tone="success" heading={t('signing:letter.sent')}>
					<p>{t('signing:letter.sentText', { email: answer.sentTo })}</p>
				</Notice>
			) : page.open ? (
				<Ways page={page} filled={filled} />
			) : (
				<Notice heading={t('signing:closed')}>
					<p>{t('signing:closedText')}</p>
				</Notice>
			)}
		</div>
	)
}

function Ways({
	page,
	filled,
}: {
	page: ReturnType<typeof useLoaderData<typeof signingLoader>>
	filled: ReturnType<typeof useFilledForm>
}) {
	const { t } = useTranslation('signing')
	const language = useLanguage()
	const { way, standing, regions, display, secret, number } = page
	if (way === 'level') return <LevelFirst standing={standing} next={page.path} />
	const eds = secret
		? sponsorPagePath(language, secret, 'signature/eds')
		: petitionPagePath(language, number, 'signature/eds')
	return (
		<>
			<p>{t(`way.${way}`, { name: page.name })}</p>
			<Form
				method="post"
				action={way === 'eds' ? eds : page.path}
				className="stack"
				noValidate
				reloadDocument
			>
				{way === 'letter' && (
					<>
						<Field
							name="name"
							label={t('name')}
							description={t('nameHelp')}
							error={filled.problem('name')}
							defaultValue={filled.value('name')}
							autoComplete="name"
							required
						/>
						<Field
							name="email"
							type="email"
							label={t('email')}
							description={t('emailHelp')}
							error={filled.problem('email')}
							defaultValue={filled.value('email')}
							autoComplete="email"
							required
						/>
					</>
				)}
				<WishFields filled={filled} regions={regions} display={display} />
				<p className="actions">
					<Button name="intent" value="show" icon="pen">
						{t(`button.${way}`)}
					</Button>
				</p>
			</Form>
			{way === 'letter' && (
				<p>
					{t('haveAccount')}{' '}
					<TextLink href={signInPath(language, { next: page.path })}>{t('signIn')}</TextLink>
				</p>
			)}
		</>
	)
}
