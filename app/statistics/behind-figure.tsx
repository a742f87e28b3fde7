import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ListedInquiry } from '#app/inquiries/listed.ts'
import { QuestionList } from '#app/inquiries/question-list.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { FIGURES, type FigureName } from './figures.ts'

interface Props {
	figure: FigureName
	items: readonly ListedInquiry[]
	total: number
	unseen: number
	page: number
	pages: number
	way: readonly { label: string; href: string }[]
	hrefFor: (figure: FigureName, page?: number) => string
}

/** The questions that make up a figure. */
export function BehindFigure({ figure, items, total, unseen, page, pages, way, hrefFor }: Props) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<div className="column stack">
			<header className="page-heading">
				<Breadcrumbs label={t('way')} steps={[...way, { label: t(`figures.list.${figure}`) }]} />
				<Heading level={1}>{t(`figures.list.${figure}`)}</Heading>
				<p className="quiet">{t('figures.howText')}</p>
			</header>
			<Filters
				label={t('figures.which')}
				places={FIGURES.map((one) => ({
					label: t(`figures.list.${one}`),
					href: hrefFor(one),
					current: one === figure,
				}))}
			/>
			<p className="tabular">
				{t('figures.count', { count: total, number: numberInWords(language, total) })}{' '}
				{unseen > 0 && <span className="quiet">{t('figures.unseen', { count: unseen })}</span>}
			</p>
			{total > 0 ? (
				<QuestionList items={items} />
			) : (
				<EmptyState icon="tick" heading={t('figures.empty')}>
					{t('figures.emptyNext')}
				</EmptyState>
			)}
			<Pager
				page={page}
				pages={pages}
				hrefFor={(number) => hrefFor(figure, number)}
				words={{ label: t('pager.label'), previous: t('pager.previous'), next: t('pager.next') }}
			/>
		</div>
	)
}
