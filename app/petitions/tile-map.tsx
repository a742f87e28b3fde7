import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Counted, tilesOf } from '#app/ui/tiles.ts'

/** Where the signatures come from: the regions as tiles where the country is drawn, and a table in any. */
export function Regions({ regions, drawn }: { regions: readonly Counted[]; drawn: boolean }) {
	const { t } = useTranslation('petitions')
	if (regions.length === 0) return null
	return (
		<section className="stack" aria-labelledby="regions">
			<Heading level={2} size="sm" id="regions">
				{t('map.title')}
			</Heading>
			{drawn && <TileMap regions={regions} />}
			<Details summary={t('map.table')} open={!drawn}>
				<RegionTable regions={regions} />
			</Details>
		</section>
	)
}

function TileMap({ regions }: { regions: readonly Counted[] }) {
	const { t } = useTranslation('petitions')
	const { t: lawWords } = useTranslation('law')
	const language = useLanguage()
	const { side, width, height, tiles } = tilesOf(regions)
	const most = tiles.reduce((best, tile) => (tile.confirmed > best.confirmed ? tile : best))
	const inWords = (number: number) => numberInWords(language, number)
	return (
		<>
			<svg
				className="tiles"
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={t('map.alt', {
					region: regionName(lawWords, most.region) ?? '',
					number: inWords(most.confirmed),
				})}
			>
				{tiles.map(({ region, x, y, confirmed, shade }) => (
					<g key={region} className={`tile tile-${shade}`}>
						<title>{`${regionName(lawWords, region)}: ${inWords(confirmed)}`}</title>
						<rect x={x} y={y} width={side} height={side} rx="4" />
						<text x={x + side / 2} y={y + 26}>
							{t(`map.tile.${region as 'KZ-10'}`)}
						</text>
						<text className="tile-number" x={x + side / 2} y={y + 48}>
							{inWords(confirmed)}
						</text>
					</g>
				))}
			</svg>
			<p className="quiet small">{t('map.legend')}</p>
		</>
	)
}

function RegionTable({ regions }: { regions: readonly Counted[] }) {
	const { t } = useTranslation('petitions')
	const { t: lawWords } = useTranslation('law')
	const language = useLanguage()
	const all = regions.reduce((sum, { confirmed }) => sum + confirmed, 0)
	const sorted = [...regions].sort((a, b) => b.confirmed - a.confirmed)
	return (
		<Table
			caption={t('map.table')}
			hideCaption
			dense
			columns={[
				{ label: t('map.region') },
				{ label: t('map.count'), numeric: true },
				{ label: t('map.share'), numeric: true },
			]}
			rows={sorted.map(({ region, confirmed }) => ({
				key: region,
				cells: [
					region === 'unknown' ? t('map.unknown') : regionName(lawWords, region),
					numberInWords(language, confirmed),
					numberInWords(language, all ? confirmed / all : 0, { style: 'percent', maximumFractionDigits: 1 }),
				],
			}))}
		/>
	)
}
