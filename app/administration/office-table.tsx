import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

interface Row {
	id: string
	slug: string
	names: { kk: string; ru: string; en: string }
	position: number
	closedAt: Date | string | null
	holder?: { kk: string; ru: string; en: string } | undefined
	body: { names: { kk: string; ru: string; en: string } }
}

export function OfficeTable({
	offices,
	caption,
	empty,
	named,
}: {
	offices: readonly Row[]
	caption: string
	empty: string
	/** Says the body of each. */
	named?: boolean
}) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	return (
		<Table
			caption={caption}
			hideCaption
			stacked
			empty={empty}
			columns={[
				{ label: t('column.name') },
				...(named ? [{ label: t('offices.body') }] : []),
				{ label: t('column.holder') },
				{ label: t('offices.slug') },
				{ label: t('offices.position'), numeric: true },
			]}
			rows={offices.map(({ id, slug, names, position, closedAt, holder, body }) => ({
				key: id,
				tone: closedAt ? 'quiet' : undefined,
				cells: [
					<span key="name">
						<TextLink href={administeredPath(language, 'offices', id)}>{names[language]}</TextLink>{' '}
						{closedAt && <Tag>{t('admin.closed')}</Tag>}
					</span>,
					...(named ? [body.names[language]] : []),
					holder?.[language] ?? <span className="quiet">{t('offices.empty')}</span>,
					slug,
					position,
				],
			}))}
		/>
	)
}
