import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officeKey } from '#app/administration/appoint.server.ts'
import { clocksOfOffice, officeById } from '#app/administration/find.server.ts'
import { closeOffice } from '#app/administration/offices.server.ts'
import { StandingStep } from '#app/administration/standing-step.tsx'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, fieldOf, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object(FACTOR_SENT)

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const office = await officeById(readOwn, params.officeId ?? '')
	if (!office || office.closedAt) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:offices.closing'),
		id: office.id,
		names: office.names,
		clocks: await clocksOfOffice(readOwn, office.id),
		wanted: await factorWanted(administrator),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const officeId = params.officeId ?? ''
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const shown = await steppedUp({ request, context }, administrator, form.value)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { write } = await store()
	const outcome = await write(officeKey(officeId), (tx) =>
		closeOffice(tx, { officeId, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal)) }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function CloseOffice() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { id, names, clocks, wanted } = useLoaderData<typeof loader>()
	return (
		<StandingStep
			title={t('offices.closing')}
			name={names[language]}
			back={administeredPath(language, 'offices', id)}
			wanted={wanted}
			reply={useActionData<{ form: FormReply }>()?.form}
			button={t('offices.close')}
			danger
		>
			<p>{t('offices.closingText')}</p>
			{clocks > 0 && <p>{t('offices.closingOwes', { count: clocks })}</p>}
		</StandingStep>
	)
}
