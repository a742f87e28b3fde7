import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import {
	discardTrial,
	invalidationById,
	reverseInvalidation,
	startInvalidation,
} from '#app/invalidations/invalidate.server.ts'
import { INVALIDATION_ACTS } from '#app/invalidations/invalidation.ts'
import { carryOn } from '#app/invalidations/run-invalidations.server.ts'
import { sampleOf } from '#app/invalidations/sample.server.ts'
import { invalidationPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { store } from '#app/store.server.ts'
import { DecisionForms } from './decision-forms.tsx'
import { Findings } from './findings.tsx'
import { Standing } from './standing.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const reason = z.string().min(10).max(1000)
const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('start'), reason, ...FACTOR_SENT }),
	z.object({ intent: z.literal('reverse'), reason, ...FACTOR_SENT }),
	z.object({ intent: z.literal('discard') }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { moderator, head } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	const invalidation = await invalidationById(readOwn, String(params.invalidationId))
	if (invalidation?.petitionId !== head.id) throw notFound()
	const acts = INVALIDATION_ACTS[invalidation.state]
	return {
		title: translator(pageLanguage(params))('invalidating:invalidation.title'),
		head,
		invalidation,
		acts,
		sample: invalidation.state === 'tried' ? await sampleOf(readOwn, invalidation) : null,
		wanted: acts.length > 0 ? await factorWanted(moderator) : null,
	}
}

/** What is small is done when the page comes back; a duty goes on with what is not. */
const AT_ONCE_MS = 1000

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { moderator, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const now = new Date()
	const shown = await steppedUp({ request, context }, moderator, sent, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const held = await store()
	const invalidationId = String(params.invalidationId)
	const acting = { petitionId: head.id, invalidationId, actor: shown.value, now }
	const outcome = await held.write(petitionKey(head.id), async (tx) => {
		switch (sent.intent) {
			case 'start':
				return startInvalidation(tx, { ...acting, reason: sent.reason })
			case 'reverse':
				return reverseInvalidation(tx, { ...acting, reason: sent.reason })
			case 'discard':
				return discardTrial(tx, acting)
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	await carryOn(held, invalidationId, { now, ms: AT_ONCE_MS })
	throw redirect(invalidationPath(pageLanguage(params), head.id, invalidationId))
}

export default function Invalidation() {
	const { title, head, invalidation, acts, sample, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<PetitionWork head={head} page="invalidations" heading={title}>
			<Standing invalidation={invalidation} petitionId={head.id} />
			{sample && <Findings sample={sample} />}
			<DecisionForms acts={acts} found={invalidation.found} wanted={wanted} reply={answer?.form} />
		</PetitionWork>
	)
}
