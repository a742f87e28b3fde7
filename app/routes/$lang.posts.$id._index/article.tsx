import type { ShownPost, ShownText } from '#app/blogs/shown.ts'
import { momentInWords } from '#app/i18n/dates.ts'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPostPath, officePath, postPath, postRevisionsPath, reportPostPath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

interface Shown extends Omit<ShownPost, 'texts'> {
	published: boolean
	text: ShownText
	languages: readonly string[]
}

/** The post in one of its languages. */
export function Article({ post }: { post: Shown }) {
	const { t } = useTranslation('blogs')
	const { t: words } = useTranslation('oversight')
	const language = useLanguage()
	const { text, office, official } = post
	const other = text.language === language ? undefined : text.language
	return (
		<article className="stack column">
			{!post.published && (
				<Notice tone="warning" heading={t('post.draft')}>
					<p>
						<LinkButton variant="secondary" icon="back" href={deskPostPath(language, post.id)}>
							{t('post.draftBack')}
						</LinkButton>
					</p>
				</Notice>
			)}
			<header className="page-heading">
				<p className="meta">
					<a href={officePath(language, office.slug)}>{office.names[language]}</a>
					{official && <span>{official[language]}</span>}
					{post.publishedAt && <Time at={post.publishedAt} format="day" />}
				</p>
				<Heading level={1} lang={other}>
					{text.title}
				</Heading>
				{text.summary && (
					<p className="lead" lang={other}>
						{text.summary}
					</p>
				)}
				<Languages post={post} />
			</header>
			{post.correctedAt && (
				<Notice>
					<p>
						{t('post.corrected', { day: momentInWords(language, new Date(post.correctedAt), 'day') })}{' '}
						<TextLink href={postRevisionsPath(language, post.id)}>{t('post.whatChanged')}</TextLink>
					</p>
				</Notice>
			)}
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={other} dangerouslySetInnerHTML={{ __html: text.html }} />
			{post.published && (
				<p className="small">
					<a href={reportPostPath(language, post.id)} rel="nofollow">
						{words('report.link')}
					</a>
				</p>
			)}
		</article>
	)
}

/** The original is always one tap away. */
function Languages({ post: { id, language: original, languages, text } }: { post: Shown }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const missing = !languages.includes(language)
	if (languages.length < 2 && !missing) return null
	return (
		<nav className="stack" data-gap="tight" aria-label={t('post.languages')}>
			{missing && <p className="quiet small">{t('post.notTranslated')}</p>}
			<ul className="post-languages">
				{[original, ...languages.filter((one) => one !== original)].filter(isLanguage).map((one) => (
					<li key={one}>
						<a
							href={postPath(language, id, { text: one })}
							hrefLang={one}
							aria-current={one === text.language ? 'true' : undefined}
						>
							{one === original
								? t('post.original', { language: LANGUAGE_NAMES[one] })
								: t('post.translated', { language: LANGUAGE_NAMES[one] })}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
