import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Figure, Ledger } from '#app/ui/ledger.tsx'
import type { FigureName, Figures } from './figures.ts'

/** How the terms are kept, each number with the list behind it. */
export function FigureLedger({
	figures,
	hrefFor,
}: {
	figures: Figures
	hrefFor: (figure: FigureName) => string
}) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { inTime, late, share, medianDays, open, overdue } = figures
	const written = (value: number) => numberInWords(language, value)
	return (
		<section className="stack" aria-labelledby="figures">
			<Heading level={2} size="sm" id="figures">
				{t('figures.title')}
			</Heading>
			<Ledger label={t('figures.title')}>
				<Figure
					value={share === undefined ? '–' : percent(share)}
					label={t('figures.share')}
					note={
						share === undefined
							? t('figures.none')
							: t('figures.shareNote', {
									inTime: written(inTime),
									number: written(inTime + late),
									count: inTime + late,
								})
					}
					tone="sky"
					href={share === undefined ? undefined : hrefFor('in-time')}
				/>
				<Figure value={written(late)} label={t('figures.late')} href={late ? hrefFor('late') : undefined} />
				{medianDays !== undefined && (
					<Figure
						value={written(medianDays)}
						label={t('figures.median', { count: medianDays })}
						href={hrefFor('in-time')}
					/>
				)}
				<Figure value={written(open)} label={t('figures.open')} href={open ? hrefFor('open') : undefined} />
				<Figure
					value={written(overdue)}
					label={t('figures.overdue')}
					icon={overdue ? 'warning' : undefined}
					tone={overdue ? 'earth' : undefined}
					href={overdue ? hrefFor('overdue') : undefined}
				/>
			</Ledger>
			<Details summary={t('figures.how')}>
				<p>{t('figures.howText')}</p>
			</Details>
		</section>
	)

	/** Never rounded up to all of them. */
	function percent(part: number): string {
		const hundredths = part < 1 ? Math.min(Math.round(part * 100), 99) : 100
		return numberInWords(language, hundredths / 100, { style: 'percent' })
	}
}
