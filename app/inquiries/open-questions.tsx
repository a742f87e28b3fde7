import { useTranslation } from '#app/i18n/use-translation.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ListedInquiry } from './listed.ts'
import { QuestionList } from './question-list.tsx'

/** What waits for an answer of an office or a body, the first that falls due on top; `all` leads to the whole list. */
export function OpenQuestions({ open, all }: { open: readonly ListedInquiry[]; all: string }) {
	const { t } = useTranslation('blogs')
	return (
		<section aria-labelledby="open">
			<div className="section-heading">
				<Heading level={2} id="open">
					{t('office.open')}
				</Heading>
				<TextLink href={all}>{t('office.allOpen')}</TextLink>
			</div>
			{open.length > 0 ? (
				<QuestionList items={open} />
			) : (
				<EmptyState icon="question" heading={t('office.noOpen')}>
					{t('office.noOpenNext')}
				</EmptyState>
			)}
		</section>
	)
}
