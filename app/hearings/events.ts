import type { TFunction } from 'i18next'
import { dayInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What the public reads of a hearing's record; what goes on in the room is told there and in the protocol. */
export const TIMELINE = [
	'requested',
	'request-accepted',
	'documents-posted',
	'version-judged',
	'announced',
	'channel-added',
	'linked',
	'called-off',
	'begun',
	'ended',
	'not-begun',
	'not-held',
	'protocol-signed',
	'protocol-published',
	'protocol-sent',
	'objection-received',
	'objection-answered',
	'decided',
	'commitment-told',
	'repeated',
	'breach',
] as const
type Told = (typeof TIMELINE)[number]

export interface HearingEvent {
	type: string
	details: Record<string, unknown>
}

export const EVENT_TONES: Readonly<Record<string, string>> = {
	announced: 'sky',
	begun: 'sky',
	decided: 'sky',
	'protocol-published': 'sky',
	'called-off': 'earth',
	'not-begun': 'earth',
	'not-held': 'earth',
	breach: 'earth',
}

/** What happened, in a sentence. */
export function eventSentence(
	t: TFunction<readonly ['hearings', 'law']>,
	language: Language,
	{ type, details }: HearingEvent,
): string {
	const told = type as Told
	const text = (name: string) => String(details[name] ?? '')
	switch (told) {
		case 'announced':
			return t(Number(details.notice) > 1 ? 'hearings:event.announcedAgain' : 'hearings:event.announced', {
				day: dayInWords(language, text('startsOn'), 'plain'),
			})
		case 'channel-added':
			return t('hearings:event.channel-added', {
				channel: t(`law:hearing.channel.${text('channel') as 'newspaper'}`),
			})
		case 'version-judged':
			return t(details.material ? 'hearings:event.material' : 'hearings:event.immaterial')
		case 'linked':
			return t('hearings:event.linked', { number: text('number') })
		case 'not-held':
			return t('hearings:event.not-held', {
				ground: t(`law:hearing.notHeld.${text('ground') as 'chair_absent'}`),
			})
		case 'decided':
			return t('hearings:event.decided', {
				outcome: t(`law:hearing.outcome.${text('outcome') as 'approved'}`),
			})
		case 'repeated':
			return t('hearings:event.repeated', { number: text('number') })
		case 'breach':
			return t('hearings:event.breach', { duty: t(`hearings:duty.${text('duty') as 'announce'}`) })
		default:
			return t(`hearings:event.${told}`)
	}
}
