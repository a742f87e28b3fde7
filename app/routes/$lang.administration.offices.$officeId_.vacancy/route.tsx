import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endTenure, officeKey } from '#app/administration/appoint.server.ts'
import * as fields from '#app/administration/fields.ts'
import { officeById } from '#app/administration/find.server.ts'
import { useRefusal } from '#app/administration/use-refusal.ts'
import { dayIn } from '#app/deadlines/day.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, fieldOf, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
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
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({ tenureId: z.string().max(100), until: fields.day, ...FACTOR_SENT })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const office = await officeById(readOwn, params.officeId ?? '')
	const running = office?.tenures.find(({ until }) => until === null)
	if (!office || !running) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:offices.vacate'),
		names: office.names,
		running,
		wanted: await factorWanted(administrator),
		today: dayIn(zoneInForce(), new Date()),
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
	const { tenureId, until } = form.value
	const outcome = await write(officeKey(officeId), (tx) =>
		endTenure(tx, { tenureId, until, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal, 'until')) }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function Vacancy() {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const { names, running, today, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { defaults: { until: today }, refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:offices.vacate')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>
				<strong>{names[language]}</strong>, {running.names[language]}
			</p>
			<p>{t('oversight:offices.vacateText')}</p>
			<input type="hidden" name="tenureId" value={running.id} />
			<Field
				name="until"
				type="date"
				label={t('oversight:offices.lastDay')}
				required
				defaultValue={form.value('until')}
				error={form.problem('until')}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button>{t('oversight:offices.vacate')}</Button>
			</div>
		</Form>
	)
}
