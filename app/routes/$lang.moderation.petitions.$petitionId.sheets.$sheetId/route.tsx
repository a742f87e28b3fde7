import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '#app/deadlines/day.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { sheetPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { SIGNED_IN_STATES } from '#app/petitions/petition.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { enterRow, sheetById, takeRowOut } from '#app/signing/paper.server.ts'
import { store } from '#app/store.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { EnteredRows } from './entered-rows.tsx'
import { RowForm } from './row-form.tsx'

export const meta = pageTitle

const day = z.string().refine(isDay, 'day')

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('enter'),
		fullName: z.string().min(2).max(200),
		identifier: z.string().min(4).max(40),
		region: z.string().min(1).max(10),
		signedOn: day,
	}),
	z.object({
		intent: z.literal('take-out'),
		ordinal: z.coerce.number().int().min(1),
		reason: z.string().min(5).max(300),
	}),
])

const DONE = ['added', 'same', 'out'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, petition } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	const sheet = await sheetById(readOwn, head.id, String(params.sheetId))
	if (!sheet) throw notFound()
	const query = new URL(request.url).searchParams
	return {
		title: sheet.label,
		head,
		sheet,
		regions: regionsOf(petition.profileId),
		open: SIGNED_IN_STATES.includes(petition.state),
		done: DONE.find((one) => one === query.get('done')),
		// Rows of a sheet are mostly of one region and one day.
		last: sheet.entered.findLast(({ removedAt }) => !removedAt),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { moderator: actor, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { intent, ...sent } = form.value
	const sheetId = String(params.sheetId)
	const acting = { petitionId: head.id, sheetId, actor, now: new Date() }
	const { write } = await store()
	const page = (done: (typeof DONE)[number]) =>
		redirect(sheetPath(pageLanguage(params), head.id, sheetId, { done }))
	if ('ordinal' in sent) {
		const outcome = await write(petitionKey(head.id), (tx) => takeRowOut(tx, { ...acting, ...sent }))
		if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, 'ordinal') }, 409)
		throw page('out')
	}
	const outcome = await write(petitionKey(head.id), (tx) => enterRow(tx, { ...acting, ...sent }))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, FIELDS[outcome.refusal]) }, 409)
	throw page(outcome.value.before ? 'same' : 'added')
}

const FIELDS: Record<string, string | undefined> = { identifier: 'identifier', day: 'signedOn' }

export default function Sheet() {
	const { t } = useTranslation('invalidating')
	const { title, head, sheet, regions, open, done, last } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const takesOut = answer?.form?.initialValue?.intent === 'take-out'
	return (
		<PetitionWork head={head} page="sheets" heading={t('sheets.sheet', { label: title })}>
			{done && !answer && (
				<Notice tone={done === 'same' ? 'warning' : 'success'} heading={t(`sheets.done.${done}`)} />
			)}
			<p>{t('sheets.counts', { rows: sheet.rows, same: sheet.same })}</p>
			{open && <RowForm regions={regions} last={last} reply={takesOut ? undefined : answer?.form} />}
			<EnteredRows rows={sheet.entered} open={open} reply={takesOut ? answer?.form : undefined} />
		</PetitionWork>
	)
}
