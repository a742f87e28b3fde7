import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { breachesFilePath, oversightPath } from '#app/links.ts'
import { BodyCounts } from '#app/oversight/body-counts.tsx'
import { fieldsOf, filterOf } from '#app/oversight/breach-filter.ts'
import { BreachFilters } from '#app/oversight/breach-filters.tsx'
import { BreachTable } from '#app/oversight/breach-table.tsx'
import { BREACHES_A_PAGE, breachCounts, breachesOf } from '#app/oversight/find.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const overseer = await requireRole(request, 'overseer', 'administrator')
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const address = new URL(request.url).searchParams
	const filter = filterOf(address, today)

	const counts = await breachCounts(read, filter, law)
	const total = counts.reduce((sum, body) => sum + body.total, 0)
	const pages = Math.max(1, Math.ceil(total / BREACHES_A_PAGE))
	const page = Math.min(pages, Math.max(1, Math.trunc(Number(address.get('page')) || 1)))
	const rows = await breachesOf(read, overseer, filter, {
		law,
		today,
		limit: BREACHES_A_PAGE,
		offset: (page - 1) * BREACHES_A_PAGE,
	})
	return {
		title: translator(pageLanguage(params))('oversight:breaches.title'),
		filter,
		counts,
		total,
		page,
		pages,
		rows,
		today,
	}
}

export default function Oversight() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { filter, counts, total, page, pages, rows, today } = useLoaderData<typeof loader>()
	const fields = fieldsOf(filter)
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('breaches.title')}</Heading>
				<p className="lead">{t('breaches.lead')}</p>
			</header>
			<BreachFilters filter={filter} today={today} />
			<BodyCounts counts={counts} filter={filter} />
			<section className="stack" aria-labelledby="cases">
				<div className="section-heading">
					<Heading level={2} id="cases">
						{t('breaches.cases', { count: total })}
					</Heading>
					<p className="row">
						<TextLink href={breachesFilePath(language, 'csv', fields)} download>
							{t('breaches.csv')}
						</TextLink>
						<TextLink href={breachesFilePath(language, 'json', fields)} download>
							{t('breaches.json')}
						</TextLink>
					</p>
				</div>
				{rows.length === 0 ? (
					<EmptyState icon="tick" heading={t('breaches.none')}>
						{t('breaches.noneText')}
					</EmptyState>
				) : (
					<BreachTable of={filter.of} rows={rows} />
				)}
				<Pager
					page={page}
					pages={pages}
					hrefFor={(other) => oversightPath(language, { ...fields, page: other })}
					words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next') }}
				/>
			</section>
		</div>
	)
}
