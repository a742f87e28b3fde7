import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Pair } from '#app/inquiries/listed.ts'
import { QuestionPairs } from '#app/inquiries/question-pairs.tsx'
import { inquiriesPath } from '#app/links.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** What was asked under the post, and what was answered. */
export function PostQuestions({
	postId,
	pairs,
	total,
}: {
	postId: string
	pairs: readonly Pair[]
	total: number
}) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<section className="column" aria-labelledby="questions">
			<div className="section-heading">
				<Heading level={2} id="questions">
					{t('post.questions')}
				</Heading>
				{total > pairs.length && (
					<TextLink href={inquiriesPath(language, { post: postId })}>
						{t('post.allQuestions', { count: total })}
					</TextLink>
				)}
			</div>
			{pairs.length > 0 ? (
				<QuestionPairs pairs={pairs} />
			) : (
				<EmptyState icon="question" heading={t('post.noQuestions')}>
					{t('post.noQuestionsNext')}
				</EmptyState>
			)}
		</section>
	)
}
