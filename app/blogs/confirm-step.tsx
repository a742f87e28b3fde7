import { Form, useParams } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPostPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useRefusals } from './use-refusals.ts'

/** What cannot be undone is confirmed on a page that says its effect. */
export function ConfirmStep({
	step,
	title,
	refusal,
}: {
	step: 'withdraw' | 'discard'
	title: string
	refusal: string | undefined
}) {
	const { t } = useTranslation(['blogs', 'common'])
	const language = useLanguage()
	const { id = '' } = useParams()
	const inWords = useRefusals()
	return (
		<Form method="post" className="form" reloadDocument>
			<ErrorSummary
				title={t('common:errors.summary')}
				problems={refusal ? [{ message: inWords(refusal) }] : []}
			/>
			<Heading level={1} size="lg">
				{title}
			</Heading>
			<p>{t(`blogs:desk.${step}Effect`)}</p>
			<p className="actions">
				<Button color="danger">{t(`blogs:desk.${step}`)}</Button>
				<TextLink href={deskPostPath(language, id)}>{t('blogs:desk.back')}</TextLink>
			</p>
		</Form>
	)
}
