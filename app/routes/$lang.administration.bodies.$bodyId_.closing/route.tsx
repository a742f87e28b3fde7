import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { BODIES_KEY, clocksOf, closeBody } from '#app/administration/bodies.server.ts'
import { bodyById } from '#app/administration/find.server.ts'
import { useRefusal } from '#app/administration/use-refusal.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const body = await bodyById(readOwn, params.bodyId ?? '')
	if (!body || body.closedAt) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:bodies.closing'),
		id: body.id,
		names: body.names,
		clocks: await clocksOf(readOwn, body.id),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const bodyId = params.bodyId ?? ''
	const { write } = await store()
	const outcome = await write([BODIES_KEY, `body:${bodyId}`], (tx) =>
		closeBody(tx, { bodyId, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'bodies', bodyId, { saved: 1 }))
}

export default function CloseBody() {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const refusal = useRefusal()
	const { id, names, clocks } = useLoaderData<typeof loader>()
	const answer = useActionData<{ refusal: string }>()
	return (
		<Form method="post" className="stack">
			<Heading level={1}>{t('oversight:bodies.closing')}</Heading>
			{answer && (
				<ErrorSummary title={t('common:errors.summary')} problems={[{ message: refusal(answer.refusal) }]} />
			)}
			<p>
				<strong>{names[language]}</strong>
			</p>
			<p>{t('oversight:bodies.closingText')}</p>
			{clocks > 0 && <p>{t('oversight:bodies.closingOwes', { count: clocks })}</p>}
			<div className="actions">
				{clocks === 0 && <Button color="danger">{t('oversight:bodies.close')}</Button>}
				<TextLink href={administeredPath(language, 'bodies', id)}>{names[language]}</TextLink>
			</div>
		</Form>
	)
}
