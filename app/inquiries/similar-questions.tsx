import type { ReactNode } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath } from '#app/links.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Similar } from './listed.ts'

/** Questions on the same matter; an open one can be joined, an answered one read. */
export function SimilarQuestions({
	similar,
	join,
}: {
	similar: readonly Similar[]
	join: (question: Similar) => ReactNode
}) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	return (
		<ul className="entries">
			{similar.map((question) => (
				<li key={question.number}>
					<p className="entry-title" lang={question.language}>
						<TextLink href={inquiryPath(language, question.number)}>{question.subject}</TextLink>
					</p>
					<p className="meta">
						<span className="tabular">{question.number}</span>
						<span>{question.body.names[language]}</span>
						{question.state === 'answered' ? (
							<strong>{t('similar.answered')}</strong>
						) : (
							question.dueOn && (
								<span>
									{t('similar.due')} <Time on={question.dueOn} format="spoken" />
								</span>
							)
						)}
						{question.joined > 0 && <span>{t('list.joined', { count: question.joined })}</span>}
					</p>
					{question.state === 'open' && <p>{join(question)}</p>}
				</li>
			))}
		</ul>
	)
}
