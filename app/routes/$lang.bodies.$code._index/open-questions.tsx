import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ListedInquiry } from '#app/inquiries/listed.ts'
import { QuestionList } from '#app/inquiries/question-list.tsx'
import { inquiriesPath } from '#app/links.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** What waits for an answer, the first that falls due on top. */
export function OpenQuestions({ open, bodyCode }: { open: readonly ListedInquiry[]; bodyCode: string }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<section aria-labelledby="open">
			<div className="section-heading">
				<Heading level={2} id="open">
					{t('office.open')}
				</Heading>
				<TextLink href={inquiriesPath(language, { body: bodyCode, state: 'open' })}>
					{t('office.allOpen')}
				</TextLink>
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
