import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { postPath, reportPostPath } from '#app/links.ts'
import { reportablePost } from '#app/moderation/find.server.ts'
import { textKey } from '#app/moderation/hide.server.ts'
import { reportText } from '#app/moderation/report.server.ts'
import { REPORT } from '#app/moderation/report-fields.ts'
import { ReportPage } from '#app/moderation/report-page.tsx'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { actorOf } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	return {
		title: translator(pageLanguage(params))('oversight:report.title'),
		text: await reported(params),
		sent: new URL(request.url).searchParams.has('sent'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { id } = await reported(params)
	const form = await readForm(request, REPORT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const actor = await actorOf(request)
	const allowed = await limited('report', { person: actor.personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)

	const { write } = await store()
	const outcome = await write(textKey('post', id), (tx) =>
		reportText(tx, { ...form.value, subject: 'post', id, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(`${reportPostPath(pageLanguage(params), id)}?sent=1`)
}

async function reported({ id = '' }: { id?: string }) {
	const { readOwn } = await store()
	const text = await reportablePost(readOwn, id)
	if (!text) throw notFound()
	return text
}

export default function ReportPost() {
	const language = useLanguage()
	const { text, sent } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return <ReportPage text={text} sent={sent} href={postPath(language, text.id)} reply={answer?.form} />
}
