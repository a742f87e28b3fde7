import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { GeneralRow, RuleRow } from './profile-rows.ts'
import { useValues } from './profile-values.ts'

/** The steps of one area with their terms. */
export function RuleTable({ area, rows }: { area: RuleRow['area']; rows: readonly RuleRow[] }) {
	const { t } = useTranslation(['oversight', 'law'])
	if (rows.length === 0) return null

	function term({ limit }: RuleRow): string {
		if (!limit) return t('oversight:profile.noTerm')
		const { n, unit, before, least } = limit
		const words = t(`law:unit.${unit as 'wd'}`, { count: n })
		const whole = least ? t('oversight:profile.atLeast', { term: words }) : words
		const from = t(`law:from.${limit.from as 'registered'}`)
		return t(before ? 'oversight:profile.before' : 'oversight:profile.from', { term: whole, from })
	}

	return (
		<div className="stack">
			<Heading level={2} id={area}>
				{t(`law:area.${area}`)}
			</Heading>
			<Table
				caption={t(`law:area.${area}`)}
				hideCaption
				stacked
				columns={[
					{ label: t('oversight:column.rule') },
					{ label: t('oversight:column.value') },
					{ label: t('oversight:column.article') },
					{ label: t('oversight:column.source') },
					{ label: t('oversight:column.sure') },
				]}
				rows={rows.map((row) => ({
					key: row.id,
					tone: row.conf === 'confirm' ? 'sun' : undefined,
					cells: [
						t(`law:rule.${area}.${row.id}` as 'law:rule.inquiry.answer'),
						term(row),
						row.article && `${t(`law:code.${row.article.law as 'APPC'}`)} ${row.article.at}`,
						row.src,
						<Sure key="sure" conf={row.conf} />,
					],
				}))}
			/>
		</div>
	)
}

/** What holds for every case alike. */
export function GeneralTable({ rows }: { rows: readonly GeneralRow[] }) {
	const { t } = useTranslation(['oversight', 'law'])
	const { name, value } = useValues()
	if (rows.length === 0) return null
	return (
		<div className="stack">
			<Heading level={2} id="general">
				{t('oversight:profile.general')}
			</Heading>
			<Table
				caption={t('oversight:profile.general')}
				hideCaption
				stacked
				columns={[
					{ label: t('oversight:column.rule') },
					{ label: t('oversight:column.value') },
					{ label: t('oversight:column.source') },
					{ label: t('oversight:column.sure') },
				]}
				rows={rows.map((row) => ({
					key: `${row.id} ${row.of ?? ''}`,
					tone: row.conf === 'confirm' ? 'sun' : undefined,
					cells: [name(row), value(row), row.src, <Sure key="sure" conf={row.conf} />],
				}))}
			/>
		</div>
	)
}

function Sure({ conf }: { conf: 'ok' | 'confirm' }) {
	const { t } = useTranslation('law')
	return (
		<Tag tone={conf === 'ok' ? 'neutral' : 'warning'} icon={conf === 'ok' ? undefined : 'warning'}>
			{t(`conf.${conf}`)}
		</Tag>
	)
}
