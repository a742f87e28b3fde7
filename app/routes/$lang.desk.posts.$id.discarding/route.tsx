import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConfirmStep } from '#app/blogs/confirm-step.tsx'
import { postForStep } from '#app/blogs/post-for-step.server.ts'
import { discardPost } from '#app/blogs/publish.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { deskPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { title } = await postForStep(request, params.id, 'discard', language)
	return { title: translator(language)('blogs:desk.discardTitle', { title }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const { actor, post } = await postForStep(request, params.id, 'discard', language)
	const { write } = await store()
	const outcome = await write(`post:${post.id}`, (tx) => discardPost(tx, { postId: post.id, actor }))
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	return redirect(deskPagePath(language, 'posts', { discarded: 1 }))
}

export default function Discarding() {
	const { title } = useLoaderData<typeof loader>()
	return <ConfirmStep step="discard" title={title} refusal={useActionData<typeof action>()?.refusal} />
}
