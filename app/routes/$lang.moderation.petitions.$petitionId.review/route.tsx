import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { countChosen, keepTrial } from '#app/invalidations/invalidate.server.ts'
import { confirmGroup, groupsSetApart } from '#app/invalidations/review.server.ts'
import { invalidationPath, moderatedPetitionPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Groups } from './groups.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({
	intent: z.enum(['confirm', 'remove']),
	/** 'network crowd', and 'network ' for those of no known network. */
	group: z.string().regex(/^(network|domain) \S{0,253}$|^(network|domain)$/),
	...FACTOR_SENT,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { moderator, head } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	const [networks, domains] = await Promise.all([
		groupsSetApart(readOwn, head.id, 'network'),
		groupsSetApart(readOwn, head.id, 'domain'),
	])
	return {
		title: translator(pageLanguage(params))('invalidating:review.title'),
		head,
		networks,
		domains,
		done: new URL(request.url).searchParams.has('done'),
		wanted: networks.length > 0 ? await factorWanted(moderator) : null,
	}
}

/** The rest of a group that is larger waits for the next press of the button. */
const LONGEST_MS = 5000

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { moderator, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const language = pageLanguage(params)
	const now = new Date()
	const shown = await steppedUp({ request, context }, moderator, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const [by, key = ''] = form.value.group.split(' ') as ['network' | 'domain', string?]
	const acting = { petitionId: head.id, actor: shown.value, now }
	const { readOwn, write } = await store()

	if (form.value.intent === 'remove') {
		const conditions = { [by]: key, state: 'review' as const }
		const counted = await countChosen(readOwn, head.id, conditions)
		const kept = await write(petitionKey(head.id), (tx) =>
			keepTrial(tx, { ...acting, conditions, ...counted }),
		)
		if (!kept.ok) return data({ form: form.refuse(kept.refusal) }, 409)
		throw redirect(invalidationPath(language, head.id, kept.value.invalidationId))
	}
	const began = performance.now()
	for (let left = 1; left > 0 && performance.now() - began < LONGEST_MS; ) {
		const outcome = await write(petitionKey(head.id), (tx) =>
			confirmGroup(tx, { ...acting, group: { by, key: key || null } }),
		)
		if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
		left = outcome.value.left
	}
	throw redirect(moderatedPetitionPath(language, head.id, 'review', { done: 1 }))
}

export default function Review() {
	const { t } = useTranslation('invalidating')
	const { title, head, networks, domains, wanted, done } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<PetitionWork head={head} page="review" heading={title}>
			<p>{t('review.lead')}</p>
			{done && !answer && <Notice tone="success" heading={t('review.done')} />}
			{networks.length === 0 ? (
				<EmptyState icon="tick" heading={t('review.none')} />
			) : (
				<Groups networks={networks} domains={domains} wanted={wanted} reply={answer?.form} />
			)}
		</PetitionWork>
	)
}
