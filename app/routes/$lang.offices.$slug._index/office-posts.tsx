import { PostList } from '#app/blogs/post-list.tsx'
import type { PostPage } from '#app/blogs/shown.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { officePath } from '#app/links.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'

export function OfficePosts({ slug, posts }: { slug: string; posts: PostPage }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<section aria-labelledby="posts">
			<div className="section-heading">
				<Heading level={2} id="posts">
					{t('office.posts')}
				</Heading>
				{posts.total > 0 && <span className="quiet">{t('posts.count', { count: posts.total })}</span>}
			</div>
			{posts.items.length > 0 ? (
				<PostList posts={posts.items} level={3} ofOffice />
			) : (
				<EmptyState heading={t('office.noPosts')}>{t('office.noPostsNext')}</EmptyState>
			)}
			<Pager
				page={posts.page}
				pages={posts.pages}
				hrefFor={(page) => officePath(language, slug, { page })}
				words={{ label: t('pager.label'), previous: t('pager.previous'), next: t('pager.next') }}
			/>
		</section>
	)
}
