import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { postOnDesk } from '#app/blogs/find.server.ts'
import { POST_TEXT } from '#app/blogs/post-fields.ts'
import { correctPost } from '#app/blogs/publish.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { type Preview, TextPreview } from '#app/blogs/text-preview.tsx'
import { editPost, picturesFor } from '#app/blogs/write.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { isLanguage, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { deskPagePath, deskPostPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { PostHead } from './post-head.tsx'
import { Pictures, Steps } from './post-steps.tsx'
import { TextForm } from './text-form.tsx'

export const meta = pageTitle

const DONE = ['saved', 'publishedNow', 'scheduledNow', 'pictureAdded', 'withdrawnNow'] as const

const SENT = z.object({
	...POST_TEXT,
	intent: z.enum(['save', 'preview']).default('save'),
	language: z.enum(LANGUAGES),
	note: z.string().max(1000).default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const actor = await requireRole(request, 'executor', 'approver')
	const { readOwn } = await store()
	const post = await postOnDesk(readOwn, actor, params.id ?? '')
	if (!post) throw notFound()
	const query = new URL(request.url).searchParams
	const wanted = query.get('text')
	return {
		title: textFor(post, pageLanguage(params))?.title,
		post,
		textLanguage: isLanguage(wanted) ? wanted : isLanguage(post.language) ? post.language : LANGUAGES[0],
		done: DONE.find((one) => one === query.get('done')),
	}
}

interface Answer {
	form: FormReply
	preview?: Preview
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'executor', 'approver')
	const postId = params.id ?? ''
	const { readOwn, write } = await store()
	const post = await postOnDesk(readOwn, actor, postId)
	if (!post) throw notFound()
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)

	const { intent, note, ...text } = form.value
	if (intent === 'preview') {
		const pictures = await picturesFor(readOwn, postId, text.language)
		const { html } = renderMarkdown(text.markdown, { pictures, page: true })
		return data<Answer>({ form: form.unchanged(), preview: { ...text, html } })
	}
	const now = new Date()
	const { zone } = profileById(configuration().JURISDICTION).time
	const outcome = await write(`post:${postId}`, async (tx) =>
		post.state === 'published'
			? correctPost(tx, { postId, text, note, actor, zone, now })
			: editPost(tx, { postId, text, actor, now }),
	)
	if (!outcome.ok)
		return data<Answer>(
			{ form: form.refuse(outcome.refusal, outcome.refusal === 'no-note' ? 'note' : undefined) },
			409,
		)
	return redirect(
		deskPostPath(pageLanguage(params), postId, undefined, { text: text.language, done: 'saved' }),
	)
}

export default function DeskPost() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { post, textLanguage, done } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const mayWrite = post.acts.includes('edit') || post.acts.includes('correct')
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPagePath(language, 'posts')}>{t('desk.toPosts')}</TextLink>
			</p>
			{done && !answer && <Notice tone="success" heading={t(`desk.${done}`)} />}
			<PostHead post={post} textLanguage={textLanguage} />
			<div className="split">
				<div className="stack" data-gap="wide">
					{answer?.preview && <TextPreview preview={answer.preview} />}
					{mayWrite ? (
						<TextForm key={textLanguage} post={post} textLanguage={textLanguage} form={answer?.form} />
					) : (
						post.state === 'published' && (
							<Notice>
								<p>{t('desk.readOnly')}</p>
							</Notice>
						)
					)}
				</div>
				<aside className="stack" data-gap="wide">
					<Steps post={post} />
					<Pictures post={post} />
				</aside>
			</div>
		</div>
	)
}
