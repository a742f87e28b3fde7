import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPath } from '#app/links.ts'
import { DutyBreaches } from '#app/oversight/duty-breaches.tsx'
import type { PetitionState } from '#db/schema/petitions.ts'
import { PUBLIC_STATES } from './petition.ts'

interface Row {
	id: string
	duty: 'check' | 'inform_media' | 'tell_sent' | 'consider' | 'publish_decision'
	dueOn: string
	legalMoment: Date | string
	mendedAt: Date | string | null
	number: string | null
	state: PetitionState
	/** None: whoever is authorised to check petitions. */
	names: { kk: string; ru: string; en: string } | null
}

/** What was owed to petitions and not done in time, for those who oversee it. */
export function PetitionBreaches({ rows, total }: { rows: readonly Row[]; total: number }) {
	const { t } = useTranslation('considering')
	const language = useLanguage()
	return (
		<DutyBreaches
			id="petition-breaches"
			title={t('breaches.title')}
			lead={t('breaches.lead')}
			column={t('breaches.column.petition')}
			empty={t('breaches.none')}
			total={total}
			rows={rows.map(({ names, state, duty, ...row }) => ({
				...row,
				href: PUBLIC_STATES.includes(state) ? petitionPath(language, String(row.number)) : null,
				body: names?.[language] ?? t('breaches.platform'),
				duty: t(`breaches.duty.${duty}`),
			}))}
		/>
	)
}
