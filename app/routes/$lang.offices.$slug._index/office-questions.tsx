import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Pair } from '#app/inquiries/listed.ts'
import { QuestionPairs } from '#app/inquiries/question-pairs.tsx'
import { inquiriesPath } from '#app/links.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** The newest that were answered, each with the beginning of its answer. */
export function Answered({ slug, pairs }: { slug: string; pairs: readonly Pair[] }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<section aria-labelledby="answered">
			<div className="section-heading">
				<Heading level={2} id="answered">
					{t('office.answered')}
				</Heading>
				<TextLink href={inquiriesPath(language, { office: slug, state: 'answered' })}>
					{t('office.allAnswered')}
				</TextLink>
			</div>
			{pairs.length > 0 ? (
				<QuestionPairs pairs={pairs} />
			) : (
				<EmptyState icon="letter" heading={t('office.noAnswered')}>
					{t('office.noAnsweredNext')}
				</EmptyState>
			)}
		</section>
	)
}
