import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { numberInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LIST_STATES, type ListPage } from '#app/inquiries/listed.ts'
import { QuestionList } from '#app/inquiries/question-list.tsx'
import {
	bodyFeedPath,
	inquiriesFeedPath,
	inquiriesFilePath,
	inquiriesPath,
	newInquiryPath,
	officeFeedPath,
	officePath,
	postPath,
} from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { questionsPage } from './questions.server.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const page = await questionsPage(request)
	return {
		...page,
		feed: feedOf(language, page.query),
		title: translator(language)('inquiries:list.title'),
	}
}

function feedOf(language: Language, { q, office, body }: Partial<Record<string, string>>): string {
	if (q) return inquiriesFeedPath(language, { q })
	if (office) return officeFeedPath(language, office)
	return body ? bodyFeedPath(language, body) : inquiriesFeedPath(language)
}

export default function Questions() {
	const { list, query, state, office, places, feed } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['inquiries', 'common', 'notices'])
	const language = useLanguage()
	const at = (over: Record<string, string | number | undefined>) =>
		inquiriesPath(language, { ...query, ...over })
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('inquiries:list.title')}</Heading>
				<p className="lead">{t('inquiries:list.lead')}</p>
				<p className="actions">
					<LinkButton href={newInquiryPath(language, { office: query.office, body: query.body })}>
						{t('inquiries:ask.title')}
					</LinkButton>
					{query.q ? (
						<FollowLinks subject="search" name={query.q} feed={feed} />
					) : (
						<TextLink href={feed}>{t('notices:follow.feed')}</TextLink>
					)}
					<TextLink href={inquiriesFilePath(language, query)}>{t('inquiries:list.csv')}</TextLink>
				</p>
			</header>
			<Form method="get" action={inquiriesPath(language)} className="search-box" reloadDocument>
				<Field
					name="q"
					type="search"
					label={t('inquiries:list.search')}
					defaultValue={query.q}
					maxLength={200}
				/>
				<Field
					name="body"
					type="select"
					label={t('inquiries:list.body')}
					defaultValue={query.body ?? ''}
					options={[
						{ value: '', label: t('inquiries:list.everyBody') },
						...places.map(({ code, names }) => ({ value: code, label: names[language] })),
					]}
				/>
				{(['state', 'office', 'post'] as const).map(
					(name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
				)}
				<Button variant="secondary" icon="search">
					{t('inquiries:list.find')}
				</Button>
			</Form>
			<Filters
				label={t('inquiries:list.show')}
				places={LIST_STATES.map((one) => ({
					label: t(`inquiries:list.state.${one}`),
					href: at({ state: one === 'all' ? undefined : one, page: undefined }),
					current: one === state,
				}))}
			/>
			{(query.office || query.post) && (
				<p className="actions">
					{query.office && <a href={officePath(language, query.office)}>{office?.[language]}</a>}
					{query.post && <a href={postPath(language, query.post)}>{t('inquiries:list.underPost')}</a>}
					<TextLink href={at({ office: undefined, post: undefined, page: undefined })}>
						{t('inquiries:list.everyQuestion')}
					</TextLink>
				</p>
			)}
			<Count list={list} />
			{list.items.length > 0 ? (
				<QuestionList items={list.items} />
			) : (
				<EmptyState icon="question" heading={t('inquiries:list.empty')}>
					{t('inquiries:list.emptyHelp')}
				</EmptyState>
			)}
			<Pager
				page={list.page}
				pages={list.pages}
				hrefFor={(page) => at({ page: page === 1 ? undefined : page })}
				words={{
					label: t('inquiries:list.pages'),
					previous: t('inquiries:list.previous'),
					next: t('inquiries:list.next'),
				}}
			/>
		</div>
	)
}

/** Beyond ten thousand nobody counts. */
function Count({ list: { total, more } }: { list: ListPage }) {
	const { t } = useTranslation('inquiries')
	const number = numberInWords(useLanguage(), total)
	return (
		<p className="quiet">
			{more ? t('list.countMore', { number }) : t('list.count', { count: total, number })}
		</p>
	)
}
