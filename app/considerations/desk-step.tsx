import type { ReactNode } from 'react'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath } from '#app/links.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** One thing that a body does while it considers a petition. */
export function DeskStep({
	head,
	title,
	filled,
	children,
}: {
	head: { considerationId: number; number: string; name: string; language: string }
	title: string
	filled: ReturnType<typeof useFilledForm>
	children: ReactNode
}) {
	const { t } = useTranslation('common')
	const back = deskPetitionPath(useLanguage(), head.considerationId)
	return (
		<div className="stack">
			<p>
				<TextLink href={back}>{head.number}</TextLink>
			</p>
			<ErrorSummary title={t('errors.summary')} problems={filled.problems} />
			<Heading level={1}>{title}</Heading>
			<p className="lead" lang={head.language}>
				{head.name}
			</p>
			{children}
		</div>
	)
}
