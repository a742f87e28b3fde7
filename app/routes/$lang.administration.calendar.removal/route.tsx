import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { calendarKey, entryById, removeDay } from '#app/administration/calendar.server.ts'
import * as fields from '#app/administration/fields.ts'
import { touchedBy } from '#app/administration/touched.server.ts'
import { TouchedClocks } from '#app/administration/touched-clocks.tsx'
import { useRefusal } from '#app/administration/use-refusal.ts'
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
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({ source: fields.source, ...FACTOR_SENT })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const entry = await entryById(readOwn, entryIn(request))
	if (!entry) throw notFound()
	const { id, calendar, day, kind, titles, source } = entry
	return {
		title: translator(pageLanguage(params))('oversight:calendar.removing'),
		entry: { day, kind, titles, source },
		touched: await touchedBy(readOwn, calendar, { remove: { id, day } }),
		wanted: await factorWanted(administrator),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const shown = await steppedUp({ request, context }, administrator, form.value)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { readOwn, write } = await store()
	const entryId = entryIn(request)
	const entry = await entryById(readOwn, entryId)
	if (!entry) throw notFound()
	const outcome = await write(calendarKey(entry.calendar), (tx) =>
		removeDay(tx, { entryId, source: form.value.source, actor, now: new Date() }),
	)
	if (!outcome.ok)
		return data({ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal, 'source')) }, 409)
	const { calendar, day } = outcome.value
	const year = day.slice(0, 4)
	throw redirect(administrationPath(pageLanguage(params), 'calendar', { calendar, year, done: 'removed' }))
}

const entryIn = (request: Request) => new URL(request.url).searchParams.get('entry') ?? ''

export default function RemoveEntry() {
	const { t } = useTranslation(['oversight', 'law', 'common'])
	const language = useLanguage()
	const { entry, touched, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:calendar.removing')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<DefinitionList
				compact
				entries={[
					{ term: t('oversight:calendar.day'), value: <Time on={entry.day} /> },
					{ term: t('oversight:calendar.kind'), value: t(`law:entryKind.${entry.kind}`) },
					{ term: t('oversight:calendar.titles'), value: entry.titles[language] },
					{ term: t('oversight:calendar.source'), value: entry.source },
				]}
			/>
			<TouchedClocks touched={touched} />
			<p>{t('oversight:calendar.removingText')}</p>
			<Field
				name="source"
				label={t('oversight:calendar.removalSource')}
				description={t('oversight:calendar.sourceHint')}
				required
				defaultValue={form.value('source')}
				error={form.problem('source')}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button color="danger">{t('oversight:calendar.remove')}</Button>
			</div>
		</Form>
	)
}
