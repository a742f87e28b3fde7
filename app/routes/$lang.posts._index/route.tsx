import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publishedPosts } from '#app/blogs/find.server.ts'
import { PostList } from '#app/blogs/post-list.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { postsFeedPath, postsFilePath, postsPath } from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1
	return {
		title: translator(language)('blogs:posts.title'),
		feed: postsFeedPath(language),
		posts: await publishedPosts(read, { page }),
	}
}

export default function Posts() {
	const { t } = useTranslation(['blogs', 'notices'])
	const language = useLanguage()
	const { posts, feed } = useLoaderData<typeof loader>()
	return (
		<div className="column">
			<header className="page-heading">
				<Heading level={1}>{t('posts.title')}</Heading>
				<p className="lead">{t('posts.lead')}</p>
				<p className="actions">
					<TextLink href={feed}>{t('notices:follow.feed')}</TextLink>
					<TextLink href={postsFilePath(language)}>{t('posts.csv')}</TextLink>
				</p>
			</header>
			{posts.items.length > 0 ? (
				<>
					<p className="quiet">{t('posts.count', { count: posts.total })}</p>
					<PostList posts={posts.items} />
				</>
			) : (
				<EmptyState heading={t('office.noPosts')} />
			)}
			<Pager
				page={posts.page}
				pages={posts.pages}
				hrefFor={(page) => postsPath(language, { page })}
				words={{ label: t('pager.label'), previous: t('pager.previous'), next: t('pager.next') }}
			/>
		</div>
	)
}
