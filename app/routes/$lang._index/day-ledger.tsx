import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiriesPath } from '#app/links.ts'
import { type DayCounts, MOST_IN_LEDGER } from '#app/statistics/ledger.ts'
import { Figure, Ledger } from '#app/ui/ledger.tsx'

/** What the day has brought and what it still owes. */
export function DayLedger({ answeredToday, dueToday, overdue }: DayCounts) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const written = (count: number) =>
		count > MOST_IN_LEDGER
			? t('home.atLeast', { number: numberInWords(language, MOST_IN_LEDGER) })
			: numberInWords(language, count)
	return (
		<Ledger label={t('home.ledger')}>
			<Figure
				value={written(answeredToday)}
				label={t('home.answeredToday')}
				icon="tick"
				tone="sky"
				href={inquiriesPath(language, { state: 'answered-today' })}
			/>
			<Figure
				value={written(dueToday)}
				label={t('home.dueToday')}
				icon="flag"
				tone="sun"
				href={inquiriesPath(language, { state: 'due-today' })}
			/>
			<Figure
				value={written(overdue)}
				label={t('home.overdue')}
				icon="warning"
				tone="earth"
				href={inquiriesPath(language, { state: 'overdue' })}
			/>
		</Ledger>
	)
}
