import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingList } from '#app/hearings/hearing-list.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { QuestionList } from '#app/inquiries/question-list.tsx'
import {
	hearingPath,
	hearingsPath,
	inquiriesFeedPath,
	inquiriesPath,
	inquiryPath,
	newInquiryPath,
	petitionPath,
	petitionsPath,
	postPath,
	searchPath,
} from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { PetitionList } from '#app/petitions/petition-list.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { found } from './found.server.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const typed = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
	const result = await found(typed, language)
	const { number } = result
	if (number) throw redirect(pathOf(number)(language, number))
	// Words that find nothing yet are the ones worth waiting for.
	const feed = typed && !result.slip ? inquiriesFeedPath(language, { q: typed }) : undefined
	return { ...result, typed, feed, title: translator(language)('inquiries:search.title') }
}

const pathOf = (number: string) => {
	if (number.startsWith('P-')) return petitionPath
	return number.startsWith('H-') ? hearingPath : inquiryPath
}

export default function Search() {
	const { typed, list, petitions, hearings, posts, slip, feed } = useLoaderData<typeof loader>()
	const { t } = useTranslation('inquiries')
	const { t: ofPetitions } = useTranslation('petitions')
	const { t: ofHearings } = useTranslation('hearings')
	const language = useLanguage()
	const lists = [list, petitions, hearings]
	const nothing = typed && !slip && posts.length === 0 && lists.every((one) => one?.items.length === 0)
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('search.title')}</Heading>
			</header>
			<Form method="get" action={searchPath(language)} className="search-box" reloadDocument>
				<Field
					name="q"
					type="search"
					label={t('search.label')}
					description={t('search.help')}
					defaultValue={typed}
					maxLength={200}
				/>
				<Button icon="search">{t('search.find')}</Button>
			</Form>
			{feed && (
				<p className="actions">
					<FollowLinks subject="search" name={typed} feed={feed} />
				</p>
			)}
			{slip && (
				<Notice tone="warning" heading={t('search.slip')}>
					<p>{t('search.slipHelp')}</p>
				</Notice>
			)}
			{posts.length > 0 && (
				<section className="stack" aria-labelledby="posts">
					<Heading level={2} id="posts">
						{t('search.posts')}
					</Heading>
					<ul className="entries">
						{posts.map(({ id, title, language: written }) => (
							<li key={id}>
								<p className="entry-title" lang={written}>
									<TextLink href={postPath(language, id)}>{title}</TextLink>
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
			{hearings && hearings.items.length > 0 && (
				<section className="stack" aria-labelledby="hearings">
					<Heading level={2} id="hearings">
						{ofHearings('search.title')}
					</Heading>
					<HearingList items={hearings.items} />
					{hearings.pages > 1 && (
						<p>
							<TextLink href={hearingsPath(language, { q: typed })}>{ofHearings('search.all')}</TextLink>
						</p>
					)}
				</section>
			)}
			{petitions && petitions.items.length > 0 && (
				<section className="stack" aria-labelledby="petitions">
					<Heading level={2} id="petitions">
						{ofPetitions('search.title')}
					</Heading>
					<PetitionList items={petitions.items} />
					{petitions.pages > 1 && (
						<p>
							<TextLink href={petitionsPath(language, { q: typed })}>{ofPetitions('search.all')}</TextLink>
						</p>
					)}
				</section>
			)}
			{list && list.items.length > 0 && (
				<section className="stack" aria-labelledby="questions">
					<Heading level={2} id="questions">
						{t('search.questions')}
					</Heading>
					<QuestionList items={list.items} />
					{list.pages > 1 && (
						<p>
							<TextLink href={inquiriesPath(language, { q: typed })}>{t('search.all')}</TextLink>
						</p>
					)}
				</section>
			)}
			{nothing && (
				<EmptyState
					icon="search"
					heading={t('search.empty')}
					action={
						<LinkButton href={newInquiryPath(language)} variant="secondary">
							{t('ask.title')}
						</LinkButton>
					}
				>
					{t('search.emptyHelp')}
				</EmptyState>
			)}
		</div>
	)
}
