import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officeWords } from '#app/administration/fields.ts'
import { bodyTree } from '#app/administration/find.server.ts'
import { OfficeForm } from '#app/administration/office-form.tsx'
import { createOffice, OFFICES_KEY } from '#app/administration/offices.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

const SENT = z.intersection(z.object({ bodyId: z.string().max(100) }), officeWords)

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('oversight:offices.creating'),
		bodies: (await bodyTree(readOwn))
			.filter(({ closedAt }) => !closedAt)
			.map(({ id, names }) => ({ id, names })),
		bodyId: new URL(request.url).searchParams.get('body') ?? undefined,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { bodyId, ...words } = form.value
	const { write } = await store()
	const outcome = await write(OFFICES_KEY, (tx) =>
		createOffice(tx, { bodyId, words, actor, now: new Date() }),
	)
	if (!outcome.ok) {
		const field = outcome.refusal === 'slug-taken' ? 'slug' : 'bodyId'
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	throw redirect(administeredPath(pageLanguage(params), 'offices', outcome.value.officeId, { saved: 1 }))
}

export default function NewOffice() {
	const { t } = useTranslation('oversight')
	const { bodies, bodyId } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<div className="stack">
			<Heading level={1}>{t('offices.creating')}</Heading>
			<OfficeForm bodies={bodies} bodyId={bodyId} reply={answer?.form} />
		</div>
	)
}
