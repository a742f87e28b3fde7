import type { TFunction } from 'i18next'
import { dayInWords, numberInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What the public reads of a petition's record. Counting again each night is told when it did not agree. */
export const TIMELINE = [
	'link-opened',
	'sponsors-reached',
	'sponsors-lapsed',
	'checked',
	'published',
	'media-informed',
	'milestone',
	'threshold-reached',
	'threshold-lost',
	'sent',
	'sent-told',
	'duty-done',
	'discussion-announced',
	'decided',
	'statement-made',
	'promise-kept',
	'promise-lapsed',
	'list-taken',
	'list-received',
	'returned',
	'closed',
	'extended',
	'term-moved',
	'withdrawn',
	'update-published',
	'removal-run',
	'removal-reversed',
	'anonymised',
	'breach',
	'counter-linked',
] as const
type Told = (typeof TIMELINE)[number]

export interface PetitionEvent {
	type: string
	details: Record<string, unknown>
}

export const EVENT_TONES: Readonly<Record<string, string>> = {
	published: 'sky',
	'threshold-reached': 'sky',
	sent: 'sky',
	decided: 'sky',
	milestone: 'sun',
	'removal-run': 'earth',
	'threshold-lost': 'earth',
	breach: 'earth',
	'promise-lapsed': 'earth',
}

/** What happened, in a sentence. */
export function eventSentence(
	t: TFunction<readonly ['petitions', 'law']>,
	language: Language,
	{ type, details }: PetitionEvent,
): string {
	const told = type as Told
	const text = (name: string) => String(details[name] ?? '')
	const number = (name: string) => numberInWords(language, Number(details[name] ?? 0))
	switch (told) {
		case 'checked':
			return t(details.passed ? 'petitions:event.checked' : 'petitions:event.checkedNot')
		case 'milestone':
			return t('petitions:event.milestone', { share: text('share') })
		case 'threshold-reached':
		case 'threshold-lost':
			return t(`petitions:event.${told}`, {
				threshold: t(`law:petition.threshold.${text('threshold') as 'national'}`),
				needed: number('needed'),
			})
		case 'duty-done':
			return t('petitions:event.duty-done', {
				duty: t(`law:petition.duty.${text('duty') as 'public_discussion_of_draft'}`),
			})
		case 'decided':
			return t('petitions:event.decided', {
				outcome: t(`law:petition.outcome.${text('outcome') as 'granted'}`),
			})
		case 'extended':
			return t('petitions:event.extended', { until: dayInWords(language, text('until'), 'plain') })
		case 'term-moved':
			return t('petitions:event.term-moved', {
				to: dayInWords(language, text('to'), 'plain'),
				duty: t(`petitions:breach.${text('duty') as 'check'}`),
			})
		case 'removal-run':
		case 'removal-reversed':
			return t(`petitions:event.${told}`, { count: Number(details.removed ?? 0), number: number('removed') })
		case 'breach':
			return t('petitions:event.breach', { duty: t(`petitions:breach.${text('duty') as 'check'}`) })
		default:
			return t(`petitions:event.${told}`)
	}
}
