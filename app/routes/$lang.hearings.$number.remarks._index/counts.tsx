import { POSITIONS } from '#app/hearings/sides.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import type { RemarkCounts } from '#app/remarks/cells.server.ts'
import { Details } from '#app/ui/details.tsx'
import { Table } from '#app/ui/table.tsx'

/** How many take which position, how well they are known and where they live; and that it decides nothing. */
export function Counts({ counts }: { counts: RemarkCounts }) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const region = useRegion()
	const number = (count: number) => numberInWords(language, count)
	return (
		<section className="stack">
			<p>
				{t('total', { count: counts.remarks, number: number(counts.remarks) })}
				{counts.withdrawn > 0 && ` ${t('totalWithdrawn', { count: counts.withdrawn })}`}
				{counts.notCounted > 0 && ` ${t('totalNotCounted', { count: counts.notCounted })}`}
			</p>
			<p>
				<strong>{t('noVote')}</strong> {t('noVoteHelp')}
			</p>
			<Details summary={t('counts')}>
				<div className="stack">
					<Split caption={t('byLevel')} cells={counts.levels} name={(key) => t(`level.${key as '0'}`)} />
					<Split caption={t('byRegion')} cells={counts.regions} name={region} />
				</div>
			</Details>
		</section>
	)
}

function Split({
	caption,
	cells,
	name,
}: {
	caption: string
	cells: RemarkCounts['levels']
	name: (key: string) => string
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const keys = [...new Set(cells.map(({ key }) => key))].sort()
	const remarksOf = (key: string, position: string) =>
		cells.find((cell) => cell.key === key && cell.position === position)?.remarks ?? 0
	return (
		<Table
			caption={caption}
			columns={[
				{ label: t('counted') },
				...POSITIONS.map((position) => ({ label: t(`position.${position}`), numeric: true })),
			]}
			rows={keys.map((key) => ({
				key,
				cells: [name(key), ...POSITIONS.map((position) => numberInWords(language, remarksOf(key, position)))],
			}))}
			empty={t('none')}
		/>
	)
}
