import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Coverage } from './shown.ts'

/** How many rows say what became of them, of all: a decision waits for the last. */
export function CoverageMeter({ coverage }: { coverage: Coverage }) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const number = (count: number) => numberInWords(language, count)
	const { rows, responded, answered, unresolved, people, peopleResponded, complete } = coverage
	if (rows === 0) return <p>{t('coverage.none')}</p>
	return (
		<section className="stack" data-gap="tight">
			<p>
				<strong className="tabular">
					{t('coverage.rows', { done: number(responded), all: number(rows) })}
				</strong>{' '}
				{t('coverage.people', { done: number(peopleResponded), all: number(people) })}
			</p>
			<progress className="progress" value={responded} max={rows} aria-label={t('coverage.label')} />
			<p className="quiet">{t('coverage.answered', { done: number(answered), all: number(rows) })}</p>
			{unresolved > 0 && <Notice tone="warning" heading={t('coverage.unresolved', { count: unresolved })} />}
			<p>{t(complete ? 'coverage.complete' : 'coverage.open')}</p>
		</section>
	)
}
