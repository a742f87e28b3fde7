import { dayInWords, momentInWords, numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { drawGrowth, type Growth } from './growth.ts'

/** How the number grew, and under the picture every number of it. */
export function GrowthChart({ growth, needed }: { growth: Growth; needed?: number }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const drawing = drawGrowth(growth, needed)
	if (!drawing) return null
	const { by, points } = growth
	const when = (at: Date) =>
		by === 'day' ? dayInWords(language, dayOf(at), 'short') : momentInWords(language, at, 'short')
	const inWords = (number: number) => numberInWords(language, number)
	const most = points.reduce((best, point) => (point.confirmed > best.confirmed ? point : best))
	const [first] = points
	const last = points.at(-1)
	if (!first || !last) return null
	let sum = 0
	return (
		<section className="stack" aria-labelledby="growth">
			<Heading level={2} size="sm" id="growth">
				{t('chart.title')}
			</Heading>
			<svg
				className="chart"
				viewBox={`0 0 ${drawing.width} ${drawing.height}`}
				role="img"
				aria-label={t(by === 'day' ? 'chart.alt' : 'chart.altHours', {
					number: inWords(drawing.top.number),
					from: when(first.at),
					to: when(last.at),
					most: inWords(most.confirmed),
					on: when(most.at),
				})}
			>
				<path className="chart-area" d={drawing.area} />
				<path className="chart-line" d={drawing.line} />
				<path className="chart-ground" d={`M0 ${drawing.ground}H${drawing.right}`} />
				{drawing.goal && (
					<>
						<path className="chart-goal" d={`M0 ${drawing.goal.y}H${drawing.right}`} />
						<text x="0" y={drawing.goal.y - 6}>
							{t('chart.needed', { number: inWords(drawing.goal.needed) })}
						</text>
					</>
				)}
				<text x="0" y={drawing.height - 6}>
					{when(first.at)}
				</text>
				<text className="chart-end" x={drawing.right} y={drawing.height - 6}>
					{when(last.at)}
				</text>
			</svg>
			<Details summary={t('chart.table')}>
				<Table
					caption={t('chart.title')}
					hideCaption
					dense
					columns={[
						{ label: t(by === 'day' ? 'chart.day' : 'chart.hour') },
						{ label: t('chart.new'), numeric: true },
						{ label: t('chart.sum'), numeric: true },
					]}
					rows={points.map(({ at, confirmed }) => {
						sum += confirmed
						return { key: at.toISOString(), cells: [when(at), inWords(confirmed), inWords(sum)] }
					})}
				/>
			</Details>
		</section>
	)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
