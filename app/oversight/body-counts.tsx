import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { oversightPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { type BreachFilter, fieldsOf } from './breach-filter.ts'

interface Count {
	/** None: whoever is authorised to check petitions. */
	names: { kk: string; ru: string; en: string } | null
	total: number
	open: number
}

interface OfBody extends Count {
	code: string
	offices: (Count & { slug: string })[]
}

/** How many at which body and office; each number leads to the cases behind it. */
export function BodyCounts({ counts, filter }: { counts: readonly OfBody[]; filter: BreachFilter }) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const fields = fieldsOf(filter)
	const at = (changed: object) => oversightPath(language, { ...fields, ...changed })
	const number = (value: number, href: string) =>
		value === 0 ? '0' : <TextLink href={href}>{numberInWords(language, value)}</TextLink>
	if (counts.length === 0) return null
	return (
		<div className="stack">
			<div className="section-heading">
				<Heading level={2} id="by-body">
					{t('breaches.byBody')}
				</Heading>
				{(filter.body || filter.office) && (
					<TextLink href={at({ body: undefined, office: undefined })}>{t('breaches.allBodies')}</TextLink>
				)}
			</div>
			<Table
				caption={t('breaches.byBody')}
				hideCaption
				stacked
				columns={[
					{ label: t('column.body') },
					{ label: t('column.total'), numeric: true },
					{ label: t('column.open'), numeric: true },
				]}
				rows={counts.flatMap(({ code, names, total, open, offices }) => {
					const ofBody = { body: code, office: undefined }
					return [
						{
							key: code,
							cells: [
								<strong key="body">{names?.[language] ?? t('breaches.platform')}</strong>,
								number(total, at(ofBody)),
								number(open, at({ ...ofBody, mending: 'open' })),
							],
						},
						...offices.map((office) => {
							const ofOffice = { body: code, office: office.slug }
							return {
								key: `${code} ${office.slug}`,
								cells: [
									<span key="office" className="quiet">
										{office.names?.[language]}
									</span>,
									number(office.total, at(ofOffice)),
									number(office.open, at({ ...ofOffice, mending: 'open' })),
								],
							}
						}),
					]
				})}
			/>
		</div>
	)
}
