import { DayStrip } from '#app/clocks/day-strip.tsx'
import type { Strip } from '#app/clocks/strip.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** The days of a stage of a petition, with what they say. */
export function StageStrip({ strip }: { strip: Strip }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { standing, dueOn, stoppedOn } = strip
	const { dayNumber: day, ofDays: of, workingDaysLeft, workingDaysOver = 0 } = standing
	const due = dueOn ? dayInWords(language, dueOn, 'plain') : ''
	const on = stoppedOn ? dayInWords(language, stoppedOn, 'plain') : ''
	return <DayStrip strip={strip} words={words()} />

	function words(): string {
		switch (standing.state) {
			case 'running':
				return workingDaysLeft === undefined
					? t('strip.runningUncounted', { day, of, due })
					: t('strip.running', { day, of, due, count: workingDaysLeft })
			case 'due-today':
				return t('strip.dueToday', { day, of, due })
			case 'overdue':
				return t('strip.overdue', { due, count: workingDaysOver })
			case 'met':
				return t('strip.met', { day, of, on })
			case 'met-late':
				return t('strip.metLate', { due, on, count: workingDaysOver })
			default:
				return t('strip.stopped', { on })
		}
	}
}
