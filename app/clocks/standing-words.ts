import type { TFunction } from 'i18next'
import type { StoppedBy } from '#app/deadlines/clock.ts'
import { yearOf } from '#app/deadlines/day.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Told, ToldInShort } from './strip.ts'

/** From `useTranslation('clock')`, or `translator(language)` on the server. */
export type ClockWords = TFunction<'clock'>

/** How a clock stands, in a sentence or two; the text that says what the strip shows. */
export function standingSentence(t: ClockWords, language: Language, told: Told): string {
	const sentence = mainSentence(t, language, told)
	if (!told.extendedUntil || told.standing.state === 'overdue') return sentence
	return `${sentence} ${t('strip.extended', { until: inWords(language, told.extendedUntil, told.today) })}`
}

/** The same in two or three words, for a list. */
export function standingInShort(t: ClockWords, { standing, stoppedBy, unbound }: ToldInShort): string {
	if (unbound && standing.state === 'running') return t('standing.unbound')
	if (unbound && standing.state === 'met') return t('standing.answered')
	switch (standing.state) {
		case 'running': {
			const count = standing.workingDaysLeft
			return count === undefined ? t('standing.runningUncounted') : t('standing.running', { count })
		}
		case 'due-today':
			return t('standing.dueToday')
		case 'overdue':
			return t('standing.overdue', { count: standing.workingDaysOver ?? 0 })
		case 'paused':
			return t('standing.paused')
		case 'met':
			return t('standing.met')
		case 'met-late':
			return t('standing.metLate')
		case 'stopped':
			return t(`standing.${stoppedBy ?? 'closed'}`)
		default:
			return never(standing.state)
	}
}

function mainSentence(t: ClockWords, language: Language, told: Told): string {
	const { standing, today } = told
	const due = inWords(language, told.dueOn, today)
	const on = inWords(language, told.stoppedOn, today)
	if (told.unbound) return told.stoppedBy ? t(`strip.${endOf(told.stoppedBy)}`, { on }) : t('strip.unbound')
	const day = standing.dayNumber
	const of = standing.ofDays
	switch (standing.state) {
		case 'running': {
			const count = standing.workingDaysLeft
			if (!told.dueOn) return t(told.startedOn ? 'strip.undated' : 'strip.notYet')
			if (told.startedOn && told.startedOn > today) {
				return t('strip.toRegister', { on: inWords(language, told.startedOn, today), due })
			}
			if (told.startedOn === today && count !== undefined) return t('strip.first', { due, count })
			return count === undefined
				? t('strip.runningUncounted', { day, of, due })
				: t('strip.running', { day, of, due, count })
		}
		case 'due-today':
			return t('strip.dueToday', { day, of, due })
		case 'overdue':
			return t('strip.overdue', { due, count: standing.workingDaysOver ?? 0 })
		case 'paused': {
			const since = inWords(language, told.pausedSince, today)
			return t('strip.paused', { since, count: standing.workingDaysLeft ?? 0 })
		}
		case 'met':
			return t('strip.met', { on, day, of })
		case 'met-late':
			return t('strip.metLate', { on, due, count: standing.workingDaysOver ?? 0 })
		case 'stopped':
			return t(`strip.${told.stoppedBy ?? 'closed'}`, { on })
		default:
			return never(standing.state)
	}
}

/** Where no term ran, none ended or began. */
const endOf = (stoppedBy: StoppedBy) => (stoppedBy === 'redirected' ? 'sentOn' : stoppedBy)

/** The year is said only when it is another one. */
function inWords(language: Language, day: string | undefined, today: string): string {
	if (!day) return ''
	return dayInWords(language, day, yearOf(day) === yearOf(today) ? 'spoken' : 'full')
}

function never(state: never): never {
	throw new Error(`a standing without words: ${state}`)
}
