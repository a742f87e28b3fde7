import { numberInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { GeneralRow } from './profile-rows.ts'

/** Puts the codes and figures of a profile into words. */
export function useValues() {
	const { t } = useTranslation(['oversight', 'law', 'people'])
	const language = useLanguage()

	function name({ id, of }: GeneralRow): string {
		switch (id) {
			case 'levels':
				return t(`oversight:profile.levels.${of as 'inquiry'}`)
			case 'kinds':
				return t(`law:kind.${of as 'request'}.name`)
			case 'procedures':
				return `${t('oversight:profile.outcomes')}: ${t(`law:procedure.${of as 'simple'}`)}`
			case 'thresholds':
				return `${t('oversight:profile.thresholds')}: ${t(`law:petition.threshold.${of as 'national'}`)}`
			case 'competences':
				return `${t('oversight:profile.competences')}: ${t(`law:petition.body.${of as 'central'}`)}`
			case 'petitionGrounds':
				return `${t('oversight:profile.petitionGrounds')}: ${t(`law:petition.ground.${of as 'banned_subject'}`)}`
			case 'heldFor':
				return `${t('oversight:profile.heldFor')}: ${t(`law:hearing.heldFor.${of as 'state_expertise'}`)}`
			case 'channels':
				return `${t('oversight:profile.channels')}: ${t(`law:hearing.channel.${of as 'newspaper'}`)}`
			case 'notHeldGrounds':
				return `${t('oversight:profile.notHeldGrounds')}: ${t(`law:hearing.notHeld.${of as 'chair_absent'}`)}`
			default:
				return t(`oversight:profile.${id}`)
		}
	}

	function value(row: GeneralRow): string {
		const [first = '', second = '', third = ''] = row.value
		switch (row.id) {
			case 'zone':
				return first
			case 'officeHours':
				return second ? t('oversight:profile.hours', { open: first || '…', close: second }) : '–'
			case 'registration':
				return first ? t('oversight:profile.sameDay', { until: first }) : t('oversight:profile.sameDayAlways')
			case 'thresholds':
				return row.value.map(figure).join(' ')
			case 'banned':
				return row.value.map((code) => word(row.id, code)).join('; ') || '–'
			case 'channels':
				return t('oversight:profile.places', { count: Number(first) })
			case 'outage':
				return t('oversight:profile.outageAdds', { count: Number(first) })
			case 'keepSigners':
				return t('oversight:profile.from', {
					term: t(`law:unit.${first as 'wd'}`, { count: Number(second) }),
					from: t(`law:from.${third as 'list_received'}`),
				})
			default:
				return row.value.map((code) => word(row.id, code)).join(', ') || '–'
		}
	}

	function word(id: GeneralRow['id'], code: string): string {
		switch (id) {
			case 'week':
				return weekdayName(language, Number(code))
			case 'correction':
				return t(`oversight:profile.effect.${code as 'none'}`)
			case 'byEmail':
				return t(`law:kind.${code as 'request'}.name`)
			case 'identity':
				return t(`oversight:profile.method.${code as 'eds'}`)
			case 'levels':
				return t(`people:level.${code as '1'}`)
			case 'languages':
				return LANGUAGE_NAMES[code as Language] ?? otherLanguage(language, code)
			case 'kinds':
				return t(`law:procedure.${code as 'simple'}`)
			case 'procedures':
				return t(`law:outcome.${code as 'answered'}`)
			case 'mustHave':
				return t(`law:mustHave.${code as 'reasons'}`)
			case 'grounds':
				return t(`law:ground.${code as 'anonymous'}`)
			case 'competences':
				return t(`law:petition.threshold.${code as 'national'}`)
			case 'sendingEnds':
				return t(`oversight:profile.sending.${code as 'collection_ends'}`)
			case 'banned':
				return t(`law:petition.banned.${code as 'state_symbols'}`)
			case 'petitionGrounds':
				return t(`oversight:profile.text.${code as 'hidden'}`)
			case 'duties':
				return t(`law:petition.duty.${code as 'official_statement'}`)
			case 'petitionOutcomes':
				return t(`law:petition.outcome.${code as 'granted'}`)
			case 'heldFor':
				return t(`law:hearing.form.${code as 'mixed'}`)
			case 'announceFields':
				return t(`law:hearing.field.${code as 'place'}`)
			case 'protocolMustHave':
				return t(`law:hearing.protocol.${code as 'answer_to_each'}`)
			case 'repeatIf':
				return t(`law:hearing.repeat.${code as 'open_comments'}`)
			case 'data':
				return t(`oversight:profile.retention.${code as 'configurable'}`)
			default:
				return code
		}
	}

	function figure(coded: string): string {
		const [code, amount, of] = coded.split(':')
		const number = numberInWords(language, Number(amount))
		switch (code) {
			case 'percent':
				return t('oversight:profile.percent', {
					percent: number,
					of: t(`oversight:profile.of.${of as 'population'}`),
				})
			case 'above':
			case 'below':
				return t(`oversight:profile.${code}`, { number })
			case 'floor':
				return t('oversight:profile.atLeast', { term: signatures(Number(amount)) })
			default:
				return signatures(Number(amount))
		}
	}

	const signatures = (count: number) =>
		t('oversight:profile.signatures', { count, number: numberInWords(language, count) })
	return { name, value }
}

/** 1 is Monday; 1 January 2024 was one. */
const weekdayName = (language: Language, day: number) =>
	new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))

const otherLanguage = (language: Language, code: string) =>
	new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
