import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { allUpdatesOf, decideUpdate } from '#app/petitions/updates.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DecideUpdate } from './decide-update.tsx'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('publish'), updateId: z.uuid() }),
	z.object({ intent: z.literal('refuse'), updateId: z.uuid(), refusal: z.string().min(10).max(1000) }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	const updates = await allUpdatesOf(readOwn, head.id)
	return {
		title: translator(pageLanguage(params))('invalidating:updates.moderated'),
		head,
		updates: updates.map(({ text: _, ...update }) => update),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { moderator: actor, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const refusal = sent.intent === 'refuse' ? sent.refusal : null
	const acting = { petitionId: head.id, updateId: sent.updateId, refusal, actor, now: new Date() }
	const { write } = await store()
	const outcome = await write(petitionKey(head.id), (tx) => decideUpdate(tx, acting))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(moderatedPetitionPath(pageLanguage(params), head.id, 'updates'))
}

export default function ModeratedUpdates() {
	const { t } = useTranslation('invalidating')
	const { title, head, updates } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<PetitionWork head={head} page="updates" heading={title}>
			{updates.length === 0 && <EmptyState icon="letter" heading={t('updates.none')} />}
			{updates.map((update) => (
				<DecideUpdate
					key={update.id}
					update={update}
					reply={answer?.form?.initialValue?.updateId === update.id ? answer.form : undefined}
				/>
			))}
		</PetitionWork>
	)
}
