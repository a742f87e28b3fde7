import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { officePath, postPath } from '#app/links.ts'
import { Time } from '#app/ui/time.tsx'
import { type ListedPost, textFor } from './shown.ts'

/** Posts as rows; on the page of an office its name is not said again. */
export function PostList({
	posts,
	level = 2,
	ofOffice,
}: {
	posts: readonly ListedPost[]
	level?: 2 | 3
	ofOffice?: boolean
}) {
	return (
		<ol className="entries">
			{posts.map((post) => (
				<Row key={post.id} post={post} level={level} ofOffice={ofOffice} />
			))}
		</ol>
	)
}

function Row({ post, level, ofOffice }: { post: ListedPost; level: 2 | 3; ofOffice?: boolean | undefined }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const text = textFor(post, language)
	if (!text) return null
	const Title = `h${level}` as const
	const other = text.language === language ? undefined : text.language
	return (
		<li>
			<Title className="entry-title" lang={other}>
				<a href={postPath(language, post.id)}>{text.title}</a>
			</Title>
			{text.summary && <p lang={other}>{text.summary}</p>}
			<p className="meta">
				{post.publishedAt && <Time at={post.publishedAt} format="day" />}
				{!ofOffice && <a href={officePath(language, post.office.slug)}>{post.office.names[language]}</a>}
				{post.official && <span>{post.official[language]}</span>}
				{isLanguage(other) && <span>{t('posts.inLanguage', { language: LANGUAGE_NAMES[other] })}</span>}
			</p>
		</li>
	)
}
