import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
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
	const { t } = useTranslation(['hearings', 'oversight'])
	const language = useLanguage()
	return (
		<section className="stack" aria-labelledby="hearing-breaches">
			<Heading level={2} id="hearing-breaches">
				{t('hearings:breaches.all')} <span className="quiet tabular">{total}</span>
			</Heading>
			<Table
				caption={t('hearings:breaches.all')}
				hideCaption
				stacked
				dense
				empty={t('hearings:breaches.none')}
				columns={[
					{ label: t('hearings:breaches.hearing') },
					{ label: t('oversight:column.body') },
					{ label: t('oversight:column.duty') },
					{ label: t('oversight:column.dueOn') },
					{ label: t('oversight:column.moment') },
					{ label: t('oversight:column.standing') },
				]}
				rows={rows.map((row) => ({
					key: row.id,
					cells: [
						row.postedAt ? (
							<TextLink key="hearing" href={hearingPath(language, String(row.number))}>
								<span className="tabular nowrap">{row.number}</span>
							</TextLink>
						) : (
							<span key="hearing" className="tabular nowrap">
								{row.number}
							</span>
						),
						row.names?.[language],
						t(`hearings:duty.${row.duty}`),
						<Time key="due" on={row.dueOn} format="plain" />,
						<Time key="moment" at={row.legalMoment} format="short" />,
						row.mendedAt ? (
							<span key="mended">
								<Tag tone="success" icon="tick">
									{t('oversight:mending.mended')}
								</Tag>{' '}
								<Time at={row.mendedAt} format="short" />
							</span>
						) : (
							<Tag key="open" tone="earth" icon="flag">
								{t('oversight:mending.open')}
							</Tag>
						),
					],
				}))}
			/>
		</section>
	)
}
