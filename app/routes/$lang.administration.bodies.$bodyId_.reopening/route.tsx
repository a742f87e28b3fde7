import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BODIES_KEY, reopenBody } from '#app/administration/bodies.server.ts'
import { bodyById } from '#app/administration/find.server.ts'
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
	const body = await bodyById(readOwn, params.bodyId ?? '')
	if (!body?.closedAt) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:bodies.reopening'),
		id: body.id,
		names: body.names,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const bodyId = params.bodyId ?? ''
	const { write } = await store()
	const outcome = await write([BODIES_KEY, `body:${bodyId}`], (tx) =>
		reopenBody(tx, { bodyId, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'bodies', bodyId, { saved: 1 }))
}

export default function ReopenBody() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { id, names } = useLoaderData<typeof loader>()
	return (
		<StandingStep
			title={t('bodies.reopening')}
			name={names[language]}
			back={administeredPath(language, 'bodies', id)}
			refused={useActionData<{ refusal: string }>()?.refusal}
			button={t('bodies.reopen')}
		>
			<p>{t('bodies.reopeningText')}</p>
		</StandingStep>
	)
}
