import type { ReactNode } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type DraftStep, draftPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { PetitionTag } from './petition-tag.tsx'

const STEPS = ['addressee', 'title', 'text', 'attachments', 'check'] as const satisfies DraftStep[]

/** One step of a draft, with the way to the others. */
export function DraftFrame({
	id,
	step,
	lead,
	children,
}: {
	id: number
	step: DraftStep
	lead?: ReactNode
	children: ReactNode
}) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading stack">
				<p>
					<PetitionTag state="draft" />
				</p>
				<Heading level={1}>{t(`${step}.title`)}</Heading>
				{lead && <p className="lead">{lead}</p>}
			</header>
			<Filters
				label={t('step.label')}
				places={STEPS.map((one) => ({
					label: t(`step.${one}`),
					href: draftPath(language, id, one),
					current: one === step,
				}))}
			/>
			{children}
		</div>
	)
}
