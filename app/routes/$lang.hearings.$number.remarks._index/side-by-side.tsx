import { POSITIONS } from '#app/hearings/sides.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { remarkGroupPath } from '#app/links.ts'
import type { ShownRow } from '#app/remarks/shown.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Position } from '#db/schema/hearings.ts'

const PEOPLE = { for: 'peopleFor', against: 'peopleAgainst', neutral: 'peopleNeutral' } as const

/** What is said most for it, against it and about it, beside each other. */
export function SideBySide({
	number,
	sides,
	people,
	hrefFor,
}: {
	number: string
	/** In the order of the positions; none where the list below is narrowed. */
	sides: readonly (readonly Pick<
		ShownRow,
		'ordinal' | 'title' | 'language' | 'peopleFor' | 'peopleAgainst' | 'peopleNeutral'
	>[])[]
	people: Record<Position, number>
	hrefFor: (position: Position) => string
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	if (sides.length === 0) return null
	return (
		<div className="grid">
			{POSITIONS.map((position, at) => (
				<section key={position} className="ds-card stack" aria-labelledby={`side-${position}`}>
					<Heading level={2} size="sm" id={`side-${position}`}>
						{t(`position.${position}`)}
					</Heading>
					<p className="tabular">
						{t('people', { count: people[position], number: numberInWords(language, people[position]) })}
					</p>
					{sides[at]?.length ? (
						<ol className="entries">
							{sides[at].map((row) => (
								<li key={row.ordinal}>
									<TextLink href={remarkGroupPath(language, number, row.ordinal)}>
										<span lang={row.title ? row.language : undefined}>
											{row.title || t('row', { row: row.ordinal })}
										</span>
									</TextLink>{' '}
									<span className="quiet small tabular">
										{t('people', {
											count: row[PEOPLE[position]],
											number: numberInWords(language, row[PEOPLE[position]]),
										})}
									</span>
								</li>
							))}
						</ol>
					) : (
						<p className="quiet">{t('noneOf')}</p>
					)}
					<p>
						<TextLink href={hrefFor(position)}>{t(`allOf.${position}`)}</TextLink>
					</p>
				</section>
			))}
		</div>
	)
}
