import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
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
	const { t } = useTranslation(['considering', 'oversight'])
	const language = useLanguage()
	return (
		<section className="stack" aria-labelledby="petition-breaches">
			<Heading level={2} id="petition-breaches">
				{t('considering:breaches.title')} <span className="quiet tabular">{total}</span>
			</Heading>
			<p>{t('considering:breaches.lead')}</p>
			<Table
				caption={t('considering:breaches.title')}
				hideCaption
				stacked
				dense
				empty={t('considering:breaches.none')}
				columns={[
					{ label: t('considering:breaches.column.petition') },
					{ label: t('oversight:column.body') },
					{ label: t('oversight:column.duty') },
					{ label: t('oversight:column.dueOn') },
					{ label: t('oversight:column.moment') },
					{ label: t('oversight:column.standing') },
				]}
				rows={rows.map((row) => ({
					key: row.id,
					cells: [
						PUBLIC_STATES.includes(row.state) ? (
							<TextLink key="petition" href={petitionPath(language, String(row.number))}>
								<span className="tabular nowrap">{row.number}</span>
							</TextLink>
						) : (
							<span key="petition" className="tabular nowrap">
								{row.number}
							</span>
						),
						row.names?.[language] ?? t('considering:breaches.platform'),
						t(`considering:breaches.duty.${row.duty}`),
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
