import { Form } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { shortHash } from '#app/invalidations/invalidation.ts'
import { Spark } from '#app/invalidations/spark.tsx'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

interface Props {
	kind: 'network' | 'address' | 'domain' | 'name' | 'region'
	trends: readonly { key: string; count: number; review: number; strip: number[] }[]
	looked: number
	/** Where an invalidation is tried; names do not belong into an address, so all that goes there is sent. */
	action: string
	from: string | null
	until: string | null
}

/** What many of the last signatures have in common, in one respect. */
export function TrendTable({ kind, trends, looked, action, from, until }: Props) {
	const { t } = useTranslation(['invalidating'])
	const regionNamed = useRegion()
	const language = useLanguage()
	const shown = (key: string) => {
		if (kind === 'region') return regionNamed(key)
		return kind === 'network' || kind === 'address' ? <code>{shortHash(key)}</code> : key
	}
	return (
		<Table
			caption={t(`invalidating:sources.${kind}`)}
			stacked
			dense
			columns={[
				{ label: t(`invalidating:condition.${kind}`) },
				{ label: t('invalidating:sources.count'), numeric: true },
				{ label: t('invalidating:sources.share'), numeric: true },
				{ label: t('invalidating:totals.review'), numeric: true },
				{ label: t('invalidating:sources.when') },
				{ label: t('invalidating:sources.act') },
			]}
			empty={t('invalidating:sources.nothing')}
			rows={trends.map(({ key, count, review, strip }) => ({
				key,
				cells: [
					shown(key),
					numberInWords(language, count),
					numberInWords(language, count / looked, { style: 'percent', maximumFractionDigits: 1 }),
					numberInWords(language, review),
					<Spark
						key="when"
						strip={strip}
						label={t('invalidating:sources.strip', { number: numberInWords(language, Math.max(...strip)) })}
					/>,
					<Form key="act" method="post" action={action}>
						<input type="hidden" name={kind} value={key} />
						<input type="hidden" name="from" value={from ?? ''} />
						<input type="hidden" name="until" value={until ?? ''} />
						<input type="hidden" name="state" value={review * 2 > count ? 'review' : 'confirmed'} />
						<Button name="intent" value="choose" variant="tertiary" size="sm">
							{t('invalidating:sources.try')}
							<VisuallyHidden>: {shown(key)}</VisuallyHidden>
						</Button>
					</Form>,
				],
			}))}
		/>
	)
}
