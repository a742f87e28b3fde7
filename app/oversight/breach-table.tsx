import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath, inquiryPath, petitionPath } from '#app/links.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { OwedTo } from './breach-filter.ts'
import { useDutyWords } from './use-duty-words.ts'

interface Row {
	id: string
	number: string | null
	/** Its page can be read by everybody. */
	hasPage: boolean
	subject?: string | undefined
	language: string
	duty: string
	dueOn: string
	legalMoment: Date | string
	mendedAt: Date | string | null
	daysLate?: number | undefined
	body: { names: { kk: string; ru: string; en: string } } | null
	office: { names: { kk: string; ru: string; en: string } } | null
}

const PATHS = { questions: inquiryPath, petitions: petitionPath, hearings: hearingPath }

/** One breach a line, with its case. */
export function BreachTable({ of, rows }: { of: OwedTo; rows: readonly Row[] }) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const dutyName = useDutyWords(of)
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
						{row.hasPage && row.number ? (
							<TextLink href={PATHS[of](language, row.number)}>
								<span className="tabular nowrap">{row.number}</span>
							</TextLink>
						) : (
							<span className="tabular nowrap">{row.number}</span>
						)}{' '}
						<span lang={row.subject && row.language}>{row.subject ?? t('breaches.closed')}</span>
					</span>,
					<span key="body">
						{row.body?.names[language] ?? t('breaches.platform')}
						{row.office && <span className="quiet">, {row.office.names[language]}</span>}
					</span>,
					dutyName(row.duty),
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
