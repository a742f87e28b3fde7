import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Spark } from '#app/invalidations/spark.tsx'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

interface Sample {
	looked: number
	first: Date | string | null
	last: Date | string | null
	strip: number[]
	regions: { region: string; count: number }[]
}

/** When and from where the first of them came: enough to see whether it looks like people. */
export function Findings({ sample: { looked, first, last, strip, regions } }: { sample: Sample }) {
	const { t } = useTranslation(['invalidating'])
	const regionNamed = useRegion()
	const language = useLanguage()
	if (!first || !last) return <p>{t('invalidating:invalidation.nothing')}</p>
	return (
		<section className="stack" aria-labelledby="sample">
			<Heading level={2} id="sample">
				{t('invalidating:invalidation.sample')}
			</Heading>
			<p>
				{t('invalidating:sources.looked', { count: looked, number: numberInWords(language, looked) })}{' '}
				<Time at={first} format="short" /> – <Time at={last} format="short" />
			</p>
			<p>
				<Spark
					strip={strip}
					label={t('invalidating:sources.strip', { number: numberInWords(language, Math.max(...strip)) })}
				/>
			</p>
			<Table
				caption={t('invalidating:sources.region')}
				dense
				columns={[
					{ label: t('invalidating:condition.region') },
					{ label: t('invalidating:sources.count'), numeric: true },
				]}
				rows={regions.map(({ region, count }) => ({
					key: region,
					cells: [regionNamed(region), numberInWords(language, count)],
				}))}
			/>
		</section>
	)
}
