import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm, submissionId, uploads } from '#app/forms/read-form.server.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { Article } from '#app/inquiries/article.tsx'
import { complain } from '#app/inquiries/complain.server.ts'
import { SequelForm } from '#app/inquiries/sequel-form.tsx'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { authorsFiles } from '#app/routes/$lang.inquiries.$number._index/authors-files.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import { complaintPage } from './complaint.server.ts'

export const meta = pageTitle

const Complaint = z.object({
	subject: z.string().min(3).max(200),
	text: z.string().min(10).max(10_000),
	files: uploads(),
	submissionId,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, closed, superior, prepared, by, article, title } = await complaintPage(
		request,
		params,
	)
	return {
		number: thread.number,
		secret,
		closed,
		superior,
		prepared,
		by,
		article,
		today: thread.today,
		submissionId: crypto.randomUUID(),
		title,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { thread, handling, superior, language, actor, now } = await complaintPage(request, params)
	const form = await readForm(request, Complaint)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!handling || !superior) return data({ form: form.refuse('wrong-state') }, 409)
	const keys = { personId: actor.personId, address: addressOf(context), now }
	const may = await limited('ask', { person: actor.personId, address: keys.address })
	if (!may.ok) return data({ form: form.refuse('often') }, 429)
	const taken = await authorsFiles(form.value.files, keys)
	if (!taken.ok) return data({ form: form.refuse(taken.problem, 'files') }, 422)

	const { write } = await store()
	const { subject, text, submissionId } = form.value
	const outcome = await write([`inquiry:${thread.id}`, ...keysForFiling(superior.id)], (tx) =>
		complain(tx, {
			proceedingId: handling.id,
			subject,
			text,
			fileIds: taken.ids,
			submissionId,
			secretKey: configuration().SECRET_KEY,
			actor,
			now,
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	return redirect(`${receiptPath(language, outcome.value.secret)}?done=filed`)
}

export default function ComplaintPage() {
	const { number, secret, closed, superior, prepared, by, article, today, submissionId } =
		useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const ways = waysOf(language, number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('complaint.title')}
			lead={superior && t('complaint.lead', { body: superior.names[language] })}
			closed={closed && t(`refusal.${closed as 'too-early'}`)}
		>
			{by && (
				<p>
					{t(by < today ? 'complaint.late' : 'complaint.by', { day: dayInWords(language, by) })}{' '}
					{article && <Article of={article} />}
				</p>
			)}
			<SequelForm form={form} defaults={prepared} submissionId={submissionId} send={t('complaint.send')}>
				<p>{t('complaint.effect')}</p>
			</SequelForm>
		</ActPage>
	)
}
