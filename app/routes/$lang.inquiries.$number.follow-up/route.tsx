import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm, submissionId, uploads } from '#app/forms/read-form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { followUp } from '#app/inquiries/complain.server.ts'
import { SequelForm } from '#app/inquiries/sequel-form.tsx'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { authorsFiles } from '#app/routes/$lang.inquiries.$number._index/authors-files.server.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const FollowUp = z.object({
	subject: z.string().min(3).max(200),
	text: z.string().min(10).max(10_000),
	files: uploads(),
	submissionId,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, handling, language } = await authorsPage(request, params, 'follow-up')
	return {
		number: thread.number,
		secret,
		open: handling !== undefined,
		subject: translator(language)('inquiries:followUp.subject', { subject: thread.question?.subject ?? '' }),
		submissionId: crypto.randomUUID(),
		title: translator(language)('inquiries:followUp.title'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { thread, handling, language, actor, now } = await authorsPage(request, params, 'follow-up')
	const form = await readForm(request, FollowUp)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!handling) return data({ form: form.refuse('wrong-state') }, 409)
	const keys = { personId: actor.personId, address: addressOf(context), now }
	const may = await limited('ask', { person: actor.personId, address: keys.address })
	if (!may.ok) return data({ form: form.refuse('often') }, 429)
	const taken = await authorsFiles(form.value.files, keys)
	if (!taken.ok) return data({ form: form.refuse(taken.problem, 'files') }, 422)

	const { write } = await store()
	const { subject, text, submissionId } = form.value
	const outcome = await write([`inquiry:${thread.id}`, ...keysForFiling(handling.body.id)], (tx) =>
		followUp(tx, {
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

export default function FollowUpPage() {
	const { number, secret, open, subject, submissionId } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const { t } = useTranslation('inquiries')
	const ways = waysOf(useLanguage(), number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('followUp.title')}
			lead={t('followUp.lead')}
			closed={open ? undefined : t('followUp.closed')}
		>
			<SequelForm
				form={form}
				defaults={{ subject: subject.slice(0, 200) }}
				submissionId={submissionId}
				send={t('followUp.send')}
			>
				<p>{t('followUp.effect')}</p>
			</SequelForm>
		</ActPage>
	)
}
