import { standingInShort } from '#app/clocks/standing-words.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath } from '#app/links.ts'
import { Time } from '#app/ui/time.tsx'
import type { Pair } from './listed.ts'

/** Questions with the beginning of their answers. Sparing of bytes: a post may carry thirty. */
export function QuestionPairs({ pairs, level = 3 }: { pairs: readonly Pair[]; level?: 2 | 3 }) {
	const { t } = useTranslation(['inquiries', 'clock'])
	const language = useLanguage()
	const Title = `h${level}` as const
	return (
		<ol className="entries">
			{pairs.map(({ id, number, subject, question, answer, strip, author, language: spoken }) => (
				<li key={id}>
					<Title className="entry-title" lang={subject && spoken !== language ? spoken : undefined}>
						<a href={inquiryPath(language, number)}>{subject ?? t('inquiries:list.hidden')}</a>
					</Title>
					{question && <p lang={spoken === language ? undefined : spoken}>{question}</p>}
					{answer && (
						<blockquote
							className="pair-answer"
							lang={answer.language === language ? undefined : answer.language}
						>
							{answer.excerpt}
						</blockquote>
					)}
					<p className="meta">
						<span>{author}</span>
						<span data-state={strip.standing.state}>{standingInShort(t as never, strip)}</span>
						{answer && <Time at={answer.signedAt} format="short" />}
					</p>
				</li>
			))}
		</ol>
	)
}
