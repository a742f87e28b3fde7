import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath } from '#app/links.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DUTIES } from './breach-filter.ts'

interface Row {
	id: string
	number: string
	subject?: string | undefined
	language: string
	duty: (typeof DUTIES)[number]
	dueOn: string
	legalMoment: Date | string
	mendedAt: Date | string | null
	daysLate?: number | undefined
	body: { names: { kk: string; ru: string; en: string } }
	office: { names: { kk: string; ru: string; en: string } } | null
}

/** One breach a line, with its case. */
export function BreachTable({ rows }: { rows: readonly Row[] }) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	return (
		<Table
			caption={t('breaches.title')}
			hideCaption
			stacked
			dense
			columns={[
				{ label: t('column.case') },
				{ label: t('column.body') },
				{ label: t('column.duty') },
				{ label: t('column.dueOn') },
				{ label: t('column.moment') },
				{ label: t('column.daysLate') },
				{ label: t('column.standing') },
			]}
			rows={rows.map((row) => ({
				key: row.id,
				cells: [
					<span key="case">
						<TextLink href={inquiryPath(language, row.number)}>
							<span className="tabular nowrap">{row.number}</span>
						</TextLink>{' '}
						<span lang={row.subject && row.language}>{row.subject ?? t('breaches.closed')}</span>
					</span>,
					<span key="body">
						{row.body.names[language]}
						{row.office && <span className="quiet">, {row.office.names[language]}</span>}
					</span>,
					t(`duty.${row.duty}`),
					<Time key="due" on={row.dueOn} format="plain" />,
					<Time key="moment" at={row.legalMoment} format="short" />,
					row.daysLate ?? '–',
					row.mendedAt ? (
						<span key="mended" className="nowrap">
							<Tag tone="success" icon="tick">
								{t('mending.mended')}
							</Tag>
							<br />
							<Time at={row.mendedAt} format="short" />
						</span>
					) : (
						<span key="open" className="nowrap">
							<Tag tone="earth" icon="flag">
								{t('mending.open')}
							</Tag>
						</span>
					),
				],
			}))}
		/>
	)
}
