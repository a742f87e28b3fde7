import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingList } from '#app/hearings/hearing-list.tsx'
import { type HearingList as HearingListName, LISTS } from '#app/hearings/listed.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName, regionsOf } from '#app/jurisdictions/region.ts'
import { hearingsFeedPath, hearingsFilePath, hearingsPath, newHearingPath } from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { hearingsPage } from './hearings-page.server.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const page = await hearingsPage(request, language)
	const { q, body, region } = page.query
	const t = translator(language)
	return {
		...page,
		regions: regionsOf(configuration().JURISDICTION),
		feed: hearingsFeedPath(language, { q, body, region }),
		title: t('hearings:list.title'),
		description: t('hearings:list.lead'),
	}
}

export default function Hearings() {
	const { list, query, feed } = useLoaderData<typeof loader>()
	const { t } = useTranslation('hearings')
	const language = useLanguage()
	const at = (over: Record<string, string | number | undefined>) =>
		hearingsPath(language, { ...query, ...over })
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('list.title')}</Heading>
				<p className="lead">{t('list.lead')}</p>
				<p className="actions">
					<LinkButton icon="pen" href={newHearingPath(language)}>
						{t('list.start')}
					</LinkButton>
					{query.region ? (
						<FollowLinks subject="territory" name={query.region} feed={feed} />
					) : (
						<TextLink href={feed}>{t('list.feed')}</TextLink>
					)}
					<TextLink href={hearingsFilePath(language, query)}>{t('list.csv')}</TextLink>
				</p>
			</header>
			<Search />
			<Filters
				label={t('list.show')}
				places={LIST_NAMES.map((one) => ({
					label: t(`list.states.${one}`),
					href: at({ state: one === 'all' ? undefined : one, page: undefined }),
					current: one === (query.state ?? 'all'),
				}))}
			/>
			<p className="quiet">
				{t('list.count', { count: list.total, number: numberInWords(language, list.total) })}
			</p>
			{list.items.length > 0 ? (
				<HearingList items={list.items} />
			) : (
				<EmptyState icon="calendar" heading={t('list.empty')}>
					{t('list.emptyHelp')}
				</EmptyState>
			)}
			<Pager
				page={list.page}
				pages={list.pages}
				hrefFor={(page) => at({ page: page === 1 ? undefined : page })}
				words={{ label: t('list.pages'), previous: t('list.previous'), next: t('list.next') }}
			/>
		</div>
	)
}

const LIST_NAMES = Object.keys(LISTS) as HearingListName[]

function Search() {
	const { t } = useTranslation('hearings')
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const { query, places, regions } = useLoaderData<typeof loader>()
	return (
		<Form method="get" action={hearingsPath(language)} className="search-box" reloadDocument>
			<Field name="q" type="search" label={t('list.search')} defaultValue={query.q} maxLength={200} />
			<Field
				name="body"
				type="select"
				label={t('list.body')}
				defaultValue={query.body ?? ''}
				options={[
					{ value: '', label: t('list.everyBody') },
					...places.map(({ code, names }) => ({ value: code, label: names[language] })),
				]}
			/>
			{regions.length > 0 && (
				<Field
					name="region"
					type="select"
					label={t('list.region')}
					defaultValue={query.region ?? ''}
					options={[
						{ value: '', label: t('list.everyRegion') },
						...regions.map((region) => ({ value: region, label: regionName(law, region) ?? region })),
					]}
				/>
			)}
			{query.state && <input type="hidden" name="state" value={query.state} />}
			<Button variant="secondary" icon="search">
				{t('list.find')}
			</Button>
		</Form>
	)
}
