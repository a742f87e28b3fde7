import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { calendarKey, enterDay, tablesOf } from '#app/administration/calendar.server.ts'
import { KINDS, refusalToEnter } from '#app/administration/calendar-entry.ts'
import { EntryCheck } from '#app/administration/entry-check.tsx'
import { EntryForm } from '#app/administration/entry-form.tsx'
import * as fields from '#app/administration/fields.ts'
import { type Touched, touchedBy } from '#app/administration/touched.server.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { findProfile } from '#app/jurisdictions/profiles.ts'
import { administrationPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({
	intent: z.enum(['check', 'enter', 'change']),
	day: fields.day,
	kind: z.enum(KINDS),
	...fields.names,
	source: fields.source,
	...FACTOR_SENT,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { calendar, year } = chosen(request)
	return {
		title: translator(pageLanguage(params))('oversight:calendar.entering'),
		calendar,
		year,
		wanted: await factorWanted(administrator),
	}
}

interface Answer {
	form?: FormReply
	/** The entry can be made; what it does is told before it is. */
	checked?: { entry: Sent; touched: Touched }
	/** Back to the form, as it was filled in. */
	changing?: Sent
}

type Sent = Omit<z.output<typeof SENT>, 'intent' | keyof typeof FACTOR_SENT>

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { calendar } = chosen(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { intent, factorCode, passkey, ...sent } = form.value
	const { kk, ru, en, ...rest } = sent
	const entry = { ...rest, titles: { kk, ru, en } }
	if (intent === 'change') return data<Answer>({ changing: sent })

	const { readOwn, write } = await store()
	const enter = { day: entry.day, kind: entry.kind, title: entry.titles, source: entry.source }
	const checked = async () => ({ entry: sent, touched: await touchedBy(readOwn, calendar, { enter }) })
	const refusal = refusalToEnter(entry, await tablesOf(readOwn, calendar))
	if (refusal) return data<Answer>({ form: form.refuse(refusal, FIELDS[refusal]) }, 409)
	if (intent === 'check') return data<Answer>({ checked: await checked() })
	const shown = await steppedUp({ request, context }, administrator, { factorCode, passkey })
	const unproven = async (refusal: string) =>
		data<Answer>({ checked: await checked(), form: form.refuse(refusal, 'factorCode') }, 422)
	if (!shown.ok) return unproven(shown.refusal)
	const actor = shown.value
	const outcome = await write(calendarKey(calendar), (tx) =>
		enterDay(tx, { calendar, entry, actor, now: new Date() }),
	)
	if (!outcome.ok && outcome.refusal === 'factorNeeded') return unproven(outcome.refusal)
	if (!outcome.ok) return data<Answer>({ form: form.refuse(outcome.refusal, FIELDS[outcome.refusal]) }, 409)
	const year = entry.day.slice(0, 4)
	throw redirect(administrationPath(pageLanguage(params), 'calendar', { calendar, year, done: 'entered' }))
}

const FIELDS: Record<string, string | undefined> = {
	'no-year': 'day',
	known: 'day',
	'works-already': 'day',
	'off-already': 'day',
	'no-source': 'source',
}

function chosen(request: Request) {
	const address = new URL(request.url).searchParams
	const profile = findProfile(address.get('calendar') ?? '')
	if (!profile) throw notFound()
	return { calendar: profile.id, year: Math.trunc(Number(address.get('year'))) || undefined }
}

export default function NewEntry() {
	const { calendar, year, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (answer?.checked) return <EntryCheck {...answer.checked} wanted={wanted} reply={answer.form} />
	return <EntryForm calendar={calendar} year={year} filled={answer?.changing} reply={answer?.form} />
}
