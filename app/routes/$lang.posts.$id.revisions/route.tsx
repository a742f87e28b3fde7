import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postById, revisionsOf } from '#app/blogs/find.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { postPath } from '#app/links.ts'
import { hidingOf } from '#app/moderation/text.server.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Revision } from './revision.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const post = await postById(read, params.id ?? '')
	const text = post?.state === 'published' ? textFor(post, language) : undefined
	if (!post || !text || (await hidingOf(read, 'post', post.id))) throw notFound()
	return {
		id: post.id,
		title: translator(language)('blogs:revisions.title', { title: text.title }),
		heading: { text: text.title, language: text.language },
		languages: [...new Set([text.language, ...post.texts.map((one) => one.language)])].filter(isLanguage),
		revisions: await revisionsOf(read, post.id),
	}
}

export default function Revisions() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { id, title, languages, revisions } = useLoaderData<typeof loader>()
	return (
		<div className="column stack" data-gap="section">
			<header className="page-heading">
				<p>
					<TextLink href={postPath(language, id)}>{t('revisions.back')}</TextLink>
				</p>
				<Heading level={1} size="lg">
					{title}
				</Heading>
				<p className="lead">{t('revisions.lead')}</p>
			</header>
			{languages.map((of) => {
				const versions = revisions.filter((one) => one.language === of)
				return (
					<section key={of} className="stack" aria-labelledby={of}>
						<Heading level={2} size="sm" id={of}>
							{LANGUAGE_NAMES[of]}
						</Heading>
						{versions.length < 2 && <p className="quiet">{t('revisions.none')}</p>}
						<ol className="thread" reversed>
							{versions.map((version, at) => (
								<Revision key={version.number} revision={version} before={versions[at + 1]} />
							))}
						</ol>
					</section>
				)
			})}
		</div>
	)
}
