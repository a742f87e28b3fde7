import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath } from '#app/links.ts'
import { DutyBreaches } from '#app/oversight/duty-breaches.tsx'
import type { HearingDuty } from '#db/schema/hearings.ts'

interface Row {
	id: string
	duty: HearingDuty
	dueOn: string
	legalMoment: Date | string
	mendedAt: Date | string | null
	number: string | null
	postedAt: Date | string | null
	names: { kk: string; ru: string; en: string } | null
}

/** What was owed to hearings and not done in time, for those who oversee it. */
export function HearingBreaches({ rows, total }: { rows: readonly Row[]; total: number }) {
	const { t } = useTranslation('hearings')
	const language = useLanguage()
	return (
		<DutyBreaches
			id="hearing-breaches"
			title={t('breaches.all')}
			column={t('breaches.hearing')}
			empty={t('breaches.none')}
			total={total}
			rows={rows.map(({ names, postedAt, duty, ...row }) => ({
				...row,
				href: postedAt && hearingPath(language, String(row.number)),
				body: names?.[language],
				duty: t(`duty.${duty}`),
			}))}
		/>
	)
}
