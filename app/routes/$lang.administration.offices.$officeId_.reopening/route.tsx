import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officeKey } from '#app/administration/appoint.server.ts'
import { officeById } from '#app/administration/find.server.ts'
import { reopenOffice } from '#app/administration/offices.server.ts'
import { StandingStep } from '#app/administration/standing-step.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const office = await officeById(readOwn, params.officeId ?? '')
	if (!office?.closedAt) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:offices.reopening'),
		id: office.id,
		names: office.names,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const officeId = params.officeId ?? ''
	const { write } = await store()
	const outcome = await write(officeKey(officeId), (tx) =>
		reopenOffice(tx, { officeId, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function ReopenOffice() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { id, names } = useLoaderData<typeof loader>()
	return (
		<StandingStep
			title={t('offices.reopening')}
			name={names[language]}
			back={administeredPath(language, 'offices', id)}
			refused={useActionData<{ refusal: string }>()?.refusal}
			button={t('offices.reopen')}
		>
			<p>{t('offices.reopeningText')}</p>
		</StandingStep>
	)
}
