import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

interface Row {
	id: string
	number: string | null
	/** Its page, where everybody may read it. */
	href: string | null
	body: string | undefined
	duty: string
	dueOn: string
	legalMoment: Date | string
	mendedAt: Date | string | null
}

/** What was owed and not done in time, of one kind of case, for those who oversee it. */
export function DutyBreaches({
	id,
	title,
	lead,
	column,
	empty,
	rows,
	total,
}: {
	id: string
	title: string
	lead?: string
	/** What the cases are called. */
	column: string
	empty: string
	rows: readonly Row[]
	total: number
}) {
	const { t } = useTranslation('oversight')
	return (
		<section className="stack" aria-labelledby={id}>
			<Heading level={2} id={id}>
				{title} <span className="quiet tabular">{total}</span>
			</Heading>
			{lead && <p>{lead}</p>}
			<Table
				caption={title}
				hideCaption
				stacked
				dense
				empty={empty}
				columns={[
					{ label: column },
					{ label: t('column.body') },
					{ label: t('column.duty') },
					{ label: t('column.dueOn') },
					{ label: t('column.moment') },
					{ label: t('column.standing') },
				]}
				rows={rows.map((row) => ({
					key: row.id,
					cells: [
						<span key="number" className="tabular nowrap">
							{row.href ? <TextLink href={row.href}>{row.number}</TextLink> : row.number}
						</span>,
						row.body,
						row.duty,
						<Time key="due" on={row.dueOn} format="plain" />,
						<Time key="moment" at={row.legalMoment} format="short" />,
						<Mending key="standing" at={row.mendedAt} />,
					],
				}))}
			/>
		</section>
	)
}

function Mending({ at }: { at: Date | string | null }) {
	const { t } = useTranslation('oversight')
	if (!at)
		return (
			<Tag tone="earth" icon="flag">
				{t('mending.open')}
			</Tag>
		)
	return (
		<>
			<Tag tone="success" icon="tick">
				{t('mending.mended')}
			</Tag>{' '}
			<Time at={at} format="short" />
		</>
	)
}
