import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { type acceptRequest, keysForNumber } from '#app/hearings/request.server.ts'
import { type HoldingPage, holdingPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import { store } from '#app/store.server.ts'

type Writer = Parameters<typeof acceptRequest>[0]

interface Told {
	/** At which field a refusal is said. */
	at?: Readonly<Record<string, string>>
	/** Where one goes when it is done; the hearing's own page otherwise. */
	next?: HoldingPage
}

/** Reads a form of somebody who has a part in a hearing, does what it asks, and answers. */
export async function actOnHearing<Schema extends z.ZodType<object>>(
	{ request, params, context }: ActionFunctionArgs,
	schema: Schema,
	act: (tx: Writer, acting: ActingOnHearing, value: z.output<Schema>) => Promise<Outcome<unknown, string>>,
	{ at = {}, next }: Told = {},
) {
	const { hearing, person, act: acting, language } = await holdingPage(request, params)
	const form = await readForm(request, schema)
	if (!form.ok) return data({ form: form.reply }, 422)
	const shown = await steppedUp({ request, context }, person, form.value, acting.now)
	const { write } = await store()
	const outcome = shown.ok
		? await write(keysForNumber(hearing.id), (tx) => act(tx, { ...acting, actor: shown.value }, form.value))
		: shown
	if (!outcome.ok) {
		const factor = outcome.refusal.startsWith('factor') ? 'factorCode' : undefined
		return data({ form: form.refuse(outcome.refusal, factor ?? at[outcome.refusal]) }, 409)
	}
	throw redirect(holdingPath(language, hearing.id, next, { done: 1 }))
}
