import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { filesOf } from '#app/files/attached.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FilesField } from '#app/inquiries/ask-form.tsx'
import { draftPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { DraftFrame } from '#app/petitions/draft-frame.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { attachToPetition } from '#app/petitions/write.server.ts'
import { draftPage } from '#app/routes/$lang.petitions.new_.$id.addressee/draft-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

export const meta = pageTitle

const SENT = z.object({ files: uploads(), kept: z.array(z.uuid()).max(20).default([]) })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, language } = await draftPage(request, params)
	return {
		title: translator(language)('proposing:attachments.title'),
		id: petition.id,
		kept: await attachedTo(petition.id),
	}
}

async function attachedTo(petitionId: number) {
	const { readOwn } = await store()
	const files = await filesOf(readOwn, 'petition', [String(petitionId)], true)
	return files.get(String(petitionId)) ?? []
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { act, petition, language } = await draftPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { personId } = act.actor
	const taken = await takeUploads(
		form.value.files,
		personId,
		{ person: personId, address: addressOf(context) },
		act.now,
	)
	if (taken === 'often') return data({ form: form.refuse('often') }, 429)
	const stay = (await attachedTo(petition.id)).filter(({ id }) => form.value.kept.includes(id))
	const fileIds = [...stay.map(({ id }) => id), ...taken.ids]
	if (fileIds.length > MOST_FILES)
		return data({ form: form.refuse(`tooManyFiles:${MOST_FILES}`, 'files') }, 422)
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) => attachToPetition(tx, { ...act, fileIds }))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	if (taken.refused.length > 0) return data({ form: form.refuse('fileKind', 'files') }, 422)
	throw redirect(draftPath(language, petition.id, 'check'))
}

export default function Attachments() {
	const { t } = useTranslation(['proposing', 'common'])
	const language = useLanguage()
	const { id, kept } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		refusal: (code) => t(`proposing:refused.${code as 'too-many-files'}`),
	})
	return (
		<DraftFrame id={id} step="attachments" lead={t('proposing:attachments.lead')}>
			<Form
				method="post"
				action={draftPath(language, id, 'attachments')}
				encType="multipart/form-data"
				className="form"
			>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<FilesField kept={kept} problem={form.problem('files')} />
				<p className="actions">
					<Button>{t('proposing:step.next')}</Button>
				</p>
			</Form>
		</DraftFrame>
	)
}
