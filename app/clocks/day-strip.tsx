import { dayInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { standingSentence } from './standing-words.ts'
import type { Gap, Strip } from './strip.ts'
import { drawStrip, type StripSize } from './strip-drawing.ts'

/**
 * The term as a row of days. Its words stand under it (`normal`, `large`) or are read out in its place
 * (`small`); with an address it leads to the day-by-day account.
 */
export function DayStrip({
	strip,
	size = 'normal',
	href,
	words: given,
}: {
	strip: Strip
	size?: StripSize
	href?: string
	/** What the strip says, when it is not how a clock stands today. */
	words?: string
}) {
	const { t, i18n } = useTranslation('clock')
	const language = i18n.language as Language
	const sentence = given ?? standingSentence(t, language, strip)
	const picture = strip.cells.length > 0 && <Picture strip={strip} size={size} />
	const words =
		size === 'small' ? (
			<VisuallyHidden>{sentence}</VisuallyHidden>
		) : (
			<span className="strip-words">{sentence}</span>
		)
	return (
		<div className="strip" data-size={size} data-state={strip.standing.state}>
			{href ? (
				<a href={href} title={t('strip.explain')}>
					{picture}
					{words}
				</a>
			) : (
				<>
					{picture}
					{words}
				</>
			)}
		</div>
	)
}

function Picture({ strip, size }: { strip: Strip; size: StripSize }) {
	const { t, i18n } = useTranslation('clock')
	const language = i18n.language as Language
	const drawing = drawStrip(strip, size)
	return (
		<svg
			viewBox={`0 0 ${drawing.width} ${drawing.height}`}
			width={drawing.width}
			height={drawing.height}
			aria-hidden="true"
			focusable="false"
		>
			{drawing.paths.map(({ name, d }) => (
				<path key={name} className={`s-${name}`} d={d} />
			))}
			{drawing.gaps.map(({ d, gap }) => (
				<path key={d} className="s-gap" d={d}>
					<title>{reasonsOf(gap)}</title>
				</path>
			))}
			{drawing.labels.map(({ x, y, text, name }) => (
				<text key={`${x} ${y}`} className={`s-${name}`} x={x} y={y}>
					{text}
				</text>
			))}
			{drawing.months.map(({ x, y, day }) => (
				<text key={day} className="s-month" x={x} y={y}>
					{dayInWords(language, day, 'monthName')}
				</text>
			))}
		</svg>
	)

	function reasonsOf(gap: Gap): string {
		return gap.reasons
			.map(({ day, why, title }) =>
				t(`strip.gap.${why}`, { day: dayInWords(language, day, 'spoken'), title: title?.[language] ?? '' }),
			)
			.join('\n')
	}
}
