import type { TFunction } from 'i18next'
import type { Strip } from '#app/clocks/strip.ts'
import { yearOf } from '#app/deadlines/day.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What the strip of a petition says: nothing in it is answered, so the words of a question would be wrong. */
export function stripSentence(t: TFunction<'petitions'>, language: Language, strip: Strip): string {
	const { standing, today } = strip
	const inWords = (day: string | undefined) =>
		day ? dayInWords(language, day, yearOf(day) === yearOf(today) ? 'spoken' : 'full') : ''
	const due = inWords(strip.dueOn)
	const on = inWords(strip.stoppedOn)
	const { dayNumber: day, ofDays: of, workingDaysLeft, workingDaysOver = 0 } = standing
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
			return day === 0 ? t('strip.metAtOnce', { on }) : t('strip.met', { on, day, of })
		case 'met-late':
			return t('strip.metLate', { on, due, count: workingDaysOver })
		default:
			return t('strip.stopped', { on })
	}
}
