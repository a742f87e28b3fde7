import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addYear, calendarKey, tablesOf } from '#app/administration/calendar.server.ts'
import * as fields from '#app/administration/fields.ts'
import { useRefusal } from '#app/administration/use-refusal.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, fieldOf, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile } from '#app/jurisdictions/profiles.ts'
import { administrationPath } from '#app/links.ts'
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

const SENT = z.object({
	year: z.coerce.number().int().min(2000).max(2199),
	source: fields.source,
	...FACTOR_SENT,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const calendar = calendarIn(request)
	const { years } = await tablesOf(readOwn, calendar)
	return {
		title: translator(pageLanguage(params))('oversight:calendar.addingYear'),
		calendar,
		wanted: await factorWanted(administrator),
		next: (years.at(-1) ?? new Date().getFullYear() - 1) + 1,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const calendar = calendarIn(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const shown = await steppedUp({ request, context }, administrator, form.value)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { write } = await store()
	const { year, source } = form.value
	const outcome = await write(calendarKey(calendar), (tx) =>
		addYear(tx, { year, source, calendar, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal, 'year')) }, 409)
	throw redirect(administrationPath(pageLanguage(params), 'calendar', { calendar, year, done: 'added' }))
}

function calendarIn(request: Request): string {
	const profile = findProfile(new URL(request.url).searchParams.get('calendar') ?? '')
	if (!profile) throw notFound()
	return profile.id
}

export default function NewYear() {
	const { t } = useTranslation(['oversight', 'law', 'common'])
	const { calendar, next, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { defaults: { year: next }, refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:calendar.addingYear')}</Heading>
			<p>{t(`law:profile.${calendar as 'KZ'}`)}</p>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('oversight:calendar.addingYearText')}</p>
			<p>{t('oversight:calendar.touches', { count: 0 })}</p>
			<Field
				name="year"
				type="number"
				label={t('oversight:calendar.year')}
				required
				defaultValue={form.value('year')}
				error={form.problem('year')}
			/>
			<Field
				name="source"
				label={t('oversight:calendar.source')}
				description={t('oversight:calendar.sourceHint')}
				required
				defaultValue={form.value('source')}
				error={form.problem('source')}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button>{t('oversight:calendar.addYear')}</Button>
			</div>
		</Form>
	)
}
