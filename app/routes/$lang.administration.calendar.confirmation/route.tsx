import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { calendarKey, confirmYear, tablesOf } from '#app/administration/calendar.server.ts'
import * as fields from '#app/administration/fields.ts'
import { useRefusal } from '#app/administration/use-refusal.ts'
import { yearOf } from '#app/deadlines/day.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, fieldOf, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
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
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({ source: fields.source, ...FACTOR_SENT })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const { calendar, year } = chosen(request)
	const { entries, tables } = await tablesOf(readOwn, calendar)
	if (!tables.some((table) => table.year === year)) throw notFound()
	return {
		title: translator(pageLanguage(params))('oversight:calendar.confirming', { year }),
		calendar,
		year,
		wanted: await factorWanted(administrator),
		entries: entries.filter(({ day }) => yearOf(day) === year).length,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { calendar, year } = chosen(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const shown = await steppedUp({ request, context }, administrator, form.value)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { write } = await store()
	const outcome = await write(calendarKey(calendar), (tx) =>
		confirmYear(tx, { calendar, year, source: form.value.source, actor, now: new Date() }),
	)
	if (!outcome.ok)
		return data({ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal, 'source')) }, 409)
	throw redirect(administrationPath(pageLanguage(params), 'calendar', { calendar, year, done: 'confirmed' }))
}

function chosen(request: Request) {
	const address = new URL(request.url).searchParams
	return { calendar: address.get('calendar') ?? '', year: Math.trunc(Number(address.get('year'))) }
}

export default function ConfirmYear() {
	const { t } = useTranslation(['oversight', 'law', 'common'])
	const language = useLanguage()
	const { title, calendar, year, entries, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{title}</Heading>
			<p>
				{t(`law:profile.${calendar as 'KZ'}`)},{' '}
				<TextLink href={administrationPath(language, 'calendar', { calendar, year })}>
					{t('oversight:calendar.count', { count: entries })}
				</TextLink>
			</p>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('oversight:calendar.confirmingText')}</p>
			<p>{t('oversight:calendar.touches', { count: 0 })}</p>
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
				<Button>{t('oversight:calendar.confirmYear')}</Button>
			</div>
		</Form>
	)
}
