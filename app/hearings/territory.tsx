import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { isRegion, regionName } from '#app/jurisdictions/region.ts'
import { followPath, hearingsPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { tilesOf } from '#app/ui/tiles.ts'

/** The land that the project touches: as tiles where the country is drawn, and by name, each to be followed. */
export function Territory({ regions }: { regions: readonly string[] }) {
	const { t } = useTranslation(['hearings', 'petitions', 'notices'])
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	if (regions.length === 0) return null
	const names = regions.map((region) => regionName(law, region) ?? region)
	const { side, width, height, tiles } = tilesOf(regions.map((region) => ({ region, confirmed: 1 })))
	return (
		<section className="stack" aria-labelledby="territory">
			<Heading level={2} size="xs" id="territory">
				{t('hearings:territory.title')}
			</Heading>
			{regions.some(isRegion) && (
				<svg
					className="tiles"
					viewBox={`0 0 ${width} ${height}`}
					role="img"
					aria-label={t('hearings:territory.alt', { regions: names.join(', ') })}
				>
					{tiles.map(({ region, x, y, shade }) => (
						<g key={region} className={`tile tile-${shade}`}>
							<title>{regionName(law, region)}</title>
							<rect x={x} y={y} width={side} height={side} rx="4" />
							<text x={x + side / 2} y={y + side / 2 + 4}>
								{t(`petitions:map.tile.${region as 'KZ-10'}`)}
							</text>
						</g>
					))}
				</svg>
			)}
			<ul>
				{regions.map((region, index) => (
					<li key={region}>
						<TextLink href={hearingsPath(language, { region })}>{names[index]}</TextLink>
						{' · '}
						<a className="ds-link" href={followPath(language, 'territory', region)} rel="nofollow">
							{t('notices:follow.follow')}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
