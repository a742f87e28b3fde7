import type { TFunction } from 'i18next'
import { dayInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Entry } from './thread.ts'

type EntryWords = TFunction<readonly ['inquiries', 'law']>

/** One step of the record in a sentence. */
export function entrySentence(t: EntryWords, language: Language, entry: Entry): string {
	const day = (on: string | undefined) => (on ? dayInWords(language, on, 'plain') : '')
	const body = entry.body?.names[language] ?? ''
	const to = entry.office ? `${body}, ${entry.office.names[language]}` : body
	switch (entry.type) {
		case 'registered':
			if (entry.unbound) return t('inquiries:entry.registeredUnbound', { body: to })
			if (entry.awaitsCalendar) return t('inquiries:entry.awaitsCalendar', { body: to })
			if (!entry.dueOn) return t('inquiries:entry.registeredUndated', { body: to })
			return t('inquiries:entry.registered', { body: to, due: day(entry.dueOn) })
		case 'dated':
			return t('inquiries:entry.dated', { registered: day(entry.registeredOn), due: day(entry.dueOn) })
		case 'notice_undelivered':
			return t('inquiries:entry.noticeUndelivered', {
				notice: t(`inquiries:told.name.${(entry.notice ?? 'receipt') as 'receipt'}`),
			})
		case 'assigned':
			return t(entry.takenBack ? 'inquiries:entry.assignmentTakenBack' : 'inquiries:entry.assigned')
		case 'redirected':
			return t('inquiries:entry.redirected', { body: to })
		case 'redirected_in_part':
			return t('inquiries:entry.redirectedInPart', { body: to })
		case 'returned_for_correction':
			return t('inquiries:entry.returnedForCorrection', { until: day(entry.until) })
		case 'corrected':
			return t('inquiries:entry.corrected')
		case 'confirmed':
			return t('inquiries:entry.confirmed')
		case 'denied':
			return t('inquiries:entry.denied')
		case 'added':
			return t('inquiries:entry.added')
		case 'returned':
			return t(`inquiries:entry.returned.${(entry.ground ?? 'uncorrected') as 'uncorrected'}`)
		case 'extended':
			return t('inquiries:entry.extended', { from: day(entry.from), until: day(entry.until) })
		case 'extension_told':
			return t(entry.late ? 'inquiries:entry.extensionToldLate' : 'inquiries:entry.extensionTold')
		case 'terminated':
			return t('inquiries:entry.terminated', { ground: t(`law:ground.${entry.ground as 'anonymous'}`) })
		case 'answered':
			return t(entry.late ? 'inquiries:entry.answeredLate' : 'inquiries:entry.answered', { body: to })
		case 'answered_in_part':
			return t('inquiries:entry.answeredInPart', { body: to })
		case 'merged':
			return t('inquiries:entry.merged')
		case 'withdrawn':
			return t('inquiries:entry.withdrawn')
		case 'complained':
			return t('inquiries:entry.complained')
		case 'followed_up':
			return t('inquiries:entry.followedUp')
		case 'rated':
			return t('inquiries:entry.rated', {
				answered: t(`inquiries:yesNo.${entry.answered ? 'yes' : 'no'}`),
				helped: t(`inquiries:yesNo.${entry.helped ? 'yes' : 'no'}`),
			})
		case 'promise_kept':
			return t(entry.late ? 'inquiries:entry.promiseKeptLate' : 'inquiries:entry.promiseKept', {
				promise: entry.text ?? '',
			})
		case 'promise_lapsed':
			return t('inquiries:entry.promiseLapsed', { promise: entry.text ?? '', due: day(entry.dueOn) })
		case 'author_erased':
			return t('inquiries:entry.authorErased')
		case 'breached':
			if (entry.duty === 'answer' && !entry.refusal)
				return t('inquiries:entry.breached.answerOwed', { due: day(entry.dueOn) })
			return t(`inquiries:entry.breached.${(entry.duty ?? 'answer') as 'answer'}`, { due: day(entry.dueOn) })
		case 'shifted':
			return t('inquiries:entry.shifted', { from: day(entry.from), to: day(entry.dueOn) })
		default:
			return never(entry.type)
	}
}

/** How heavy a step is; the words say the same. */
export const ENTRY_TONES: Partial<Record<Entry['type'], 'sky' | 'earth' | 'sun'>> = {
	registered: 'sky',
	answered: 'sky',
	answered_in_part: 'sky',
	breached: 'earth',
	notice_undelivered: 'earth',
	promise_lapsed: 'earth',
	extended: 'sun',
	returned_for_correction: 'sun',
	shifted: 'sun',
	dated: 'sky',
}

function never(type: never): never {
	throw new Error(`a step without words: ${type}`)
}
