import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postsOnDesk } from '#app/blogs/find.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { StateTag } from '#app/blogs/state-tag.tsx'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPagePath, deskPath, deskPostPath, newDeskPostPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const STATES = ['draft', 'scheduled', 'published', 'withdrawn'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const actor = await requireRole(request, 'executor', 'approver')
	const query = new URL(request.url).searchParams
	const state = STATES.find((one) => one === query.get('state'))
	const page = Number.parseInt(query.get('page') ?? '1', 10) || 1
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('blogs:desk.title'),
		posts: await postsOnDesk(readOwn, actor, { state, page }),
		state,
		discarded: query.has('discarded'),
	}
}

export default function DeskPosts() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { posts, state, discarded } = useLoaderData<typeof loader>()
	const at = (query: Record<string, string | number | undefined>) => deskPagePath(language, 'posts', query)
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('desk.toDesk')}</TextLink>
			</p>
			{discarded && <Notice tone="success" heading={t('desk.discarded')} />}
			<Heading level={1}>{t('desk.title')}</Heading>
			<p className="actions">
				<LinkButton icon="pen" href={newDeskPostPath(language)}>
					{t('desk.new')}
				</LinkButton>
			</p>
			<Filters
				label={t('desk.show')}
				places={[
					{ label: t('desk.all'), href: at({}), current: !state },
					...STATES.map((one) => ({
						label: t(`desk.filter.${one}`),
						href: at({ state: one }),
						current: one === state,
					})),
				]}
			/>
			<p className="quiet">{t('posts.count', { count: posts.total })}</p>
			{posts.items.length > 0 ? (
				<Table
					caption={t('desk.title')}
					hideCaption
					stacked
					columns={(['title', 'office', 'state', 'languages', 'when'] as const).map((column) => ({
						label: t(`desk.column.${column}`),
					}))}
					rows={posts.items.map((post) => ({
						key: post.id,
						cells: [
							<TextLink key="title" href={deskPostPath(language, post.id)}>
								{textFor(post, language)?.title}
							</TextLink>,
							post.office[language],
							<StateTag key="state" state={post.state} />,
							post.texts
								.map((text) => text.language)
								.filter(isLanguage)
								.map((one) => LANGUAGE_NAMES[one])
								.join(', '),
							<Time key="when" at={post.publishedAt ?? post.publishAt ?? post.createdAt} format="short" />,
						],
					}))}
				/>
			) : (
				<EmptyState icon="pen" heading={t('desk.none')}>
					{t('desk.noneNext')}
				</EmptyState>
			)}
			<Pager
				page={posts.page}
				pages={posts.pages}
				hrefFor={(page) => at({ state, page })}
				words={{ label: t('pager.label'), previous: t('pager.previous'), next: t('pager.next') }}
			/>
		</div>
	)
}
