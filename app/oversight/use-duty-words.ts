import { useTranslation } from '#app/i18n/use-translation.ts'
import type { OwedTo } from './breach-filter.ts'

/** The name of a duty, by what it is owed to. */
export function useDutyWords(of: OwedTo): (duty: string) => string {
	const { t } = useTranslation(['oversight', 'considering', 'hearings'])
	return (duty) => {
		if (of === 'petitions') return t(`considering:breaches.duty.${duty as 'check'}`)
		if (of === 'hearings') return t(`hearings:duty.${duty as 'announce'}`)
		return t(`oversight:duty.${duty as 'answer'}`)
	}
}
