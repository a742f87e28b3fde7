import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { officeKey } from '#app/administration/appoint.server.ts'
import { clocksOfOffice, officeById } from '#app/administration/find.server.ts'
import { closeOffice } from '#app/administration/offices.server.ts'
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
	const office = await officeById(readOwn, params.officeId ?? '')
	if (!office || office.closedAt) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:offices.closing'),
		id: office.id,
		names: office.names,
		clocks: await clocksOfOffice(readOwn, office.id),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const officeId = params.officeId ?? ''
	const { write } = await store()
	const outcome = await write(officeKey(officeId), (tx) =>
		closeOffice(tx, { officeId, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function CloseOffice() {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const refusal = useRefusal()
	const { id, names, clocks } = useLoaderData<typeof loader>()
	const answer = useActionData<{ refusal: string }>()
	return (
		<Form method="post" className="stack">
			<Heading level={1}>{t('oversight:offices.closing')}</Heading>
			{answer && (
				<ErrorSummary title={t('common:errors.summary')} problems={[{ message: refusal(answer.refusal) }]} />
			)}
			<p>
				<strong>{names[language]}</strong>
			</p>
			<p>{t('oversight:offices.closingText')}</p>
			{clocks > 0 && <p>{t('oversight:offices.closingOwes', { count: clocks })}</p>}
			<div className="actions">
				<Button color="danger">{t('oversight:offices.close')}</Button>
				<TextLink href={administeredPath(language, 'offices', id)}>{names[language]}</TextLink>
			</div>
		</Form>
	)
}
