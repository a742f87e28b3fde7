import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newPetitionPath, petitionsFeedPath, petitionsFilePath, petitionsPath } from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { LISTS, type PetitionList as PetitionListName, SORTS } from '#app/petitions/listed.ts'
import { PetitionList } from '#app/petitions/petition-list.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { petitionsPage } from './petitions-page.server.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const page = await petitionsPage(request, language)
	const { q, body } = page.query
	const t = translator(language)
	return {
		...page,
		feed: petitionsFeedPath(language, { q, body }),
		title: t('petitions:list.title'),
		description: t('petitions:list.lead'),
	}
}

export default function Petitions() {
	const { list, query, places, feed, checks } = useLoaderData<typeof loader>()
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const at = (over: Record<string, string | number | undefined>) =>
		petitionsPath(language, { ...query, ...over })
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('list.title')}</Heading>
				<p className="lead">{t('list.lead')}</p>
				<p className="actions">
					<LinkButton icon="pen" href={newPetitionPath(language)}>
						{t('list.start')}
					</LinkButton>
					<TextLink href={feed}>{t('list.feed')}</TextLink>
					<TextLink href={petitionsFilePath(language, query)}>{t('list.csv')}</TextLink>
				</p>
			</header>
			<Search query={query} places={places} />
			<Filters
				label={t('list.show')}
				places={LIST_NAMES.map((one) => ({
					label: t(`list.states.${one}`),
					href: at({ state: one === 'all' ? undefined : one, page: undefined }),
					current: one === (query.state ?? 'all'),
				}))}
			/>
			<Filters
				label={t('list.sort')}
				places={SORTS.map((one) => ({
					label: t(`list.sorts.${one}`),
					href: at({ sort: one === 'newest' ? undefined : one, page: undefined }),
					current: one === (query.sort ?? 'newest'),
				}))}
			/>
			<p className="quiet">
				{t('list.count', { count: list.total, number: numberInWords(language, list.total) })}
			</p>
			{list.items.length > 0 ? (
				<PetitionList items={list.items} />
			) : (
				<EmptyState icon="people" heading={t('list.empty')}>
					{t('list.emptyHelp')}
				</EmptyState>
			)}
			<Pager
				page={list.page}
				pages={list.pages}
				hrefFor={(page) => at({ page: page === 1 ? undefined : page })}
				words={{ label: t('list.pages'), previous: t('list.previous'), next: t('list.next') }}
			/>
			{checks.ended > 0 && (
				<p>
					{t('list.punctual')}: {t('list.punctualWords', checks)}
				</p>
			)}
		</div>
	)
}

const LIST_NAMES = Object.keys(LISTS) as PetitionListName[]

function Search({
	query,
	places,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'query' | 'places'>) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	return (
		<Form method="get" action={petitionsPath(language)} className="search-box" reloadDocument>
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
			{query.state && <input type="hidden" name="state" value={query.state} />}
			{query.sort && <input type="hidden" name="sort" value={query.sort} />}
			<Button variant="secondary" icon="search">
				{t('list.find')}
			</Button>
		</Form>
	)
}
