import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConfirmStep } from '#app/blogs/confirm-step.tsx'
import { postForStep } from '#app/blogs/post-for-step.server.ts'
import { withdrawPost } from '#app/blogs/publish.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { deskPostPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { title } = await postForStep(request, params.id, 'withdraw', language)
	return { title: translator(language)('blogs:desk.withdrawTitle', { title }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const { actor, post } = await postForStep(request, params.id, 'withdraw', language)
	const { write } = await store()
	const { zone } = profileById(configuration().JURISDICTION).time
	const outcome = await write(`post:${post.id}`, (tx) =>
		withdrawPost(tx, { postId: post.id, actor, zone, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	return redirect(deskPostPath(language, post.id, undefined, { done: 'withdrawnNow' }))
}

export default function Withdrawal() {
	const { title } = useLoaderData<typeof loader>()
	return <ConfirmStep step="withdraw" title={title} refusal={useActionData<typeof action>()?.refusal} />
}
