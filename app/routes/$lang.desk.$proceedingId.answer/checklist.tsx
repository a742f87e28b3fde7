import { useTranslation } from '#app/i18n/use-translation.ts'
import type { AnswerGap } from '#app/inquiries/answer.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What the law wants in the answer, and what of it is still missing. It does not go out before all is there. */
export function Checklist({
	gaps,
	mustHave,
}: {
	gaps: readonly AnswerGap[]
	mustHave: readonly AnswerGap[]
}) {
	const { t } = useTranslation('desk')
	const lines = [...mustHave, ...gaps.filter((gap) => !mustHave.includes(gap))]
	return (
		<section className="stack" aria-labelledby="checklist-heading">
			<Heading level={2} id="checklist-heading">
				{t('answer.checklist')}
			</Heading>
			<ul className="plain-list">
				{lines.map((line) => {
					const missing = gaps.includes(line)
					return (
						<li key={line}>
							<Icon name={missing ? 'cross' : 'tick'} label={t(missing ? 'answer.missing' : 'answer.done')} />{' '}
							{t(`answer.gap.${line}`)}
						</li>
					)
				})}
			</ul>
		</section>
	)
}
