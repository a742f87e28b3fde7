import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { petitionOnDesk } from '#app/considerations/desk.server.ts'
import type { keepDuty } from '#app/considerations/duties.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { deskPetitionPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'

interface Acting {
	petitionId: number
	considerationId: number
	actor: Actor
	now: Date
}

/** What a page of the desk does with a petition: its form is read, its act done, and the petition shown again. */
export async function actOnDesk<Schema extends z.ZodType>(
	{ request, params }: ActionFunctionArgs,
	schema: Schema,
	act: (
		tx: Parameters<typeof keepDuty>[0],
		acting: Acting,
		value: z.output<Schema>,
	) => Promise<Outcome<unknown, string>>,
	/** The field that a refusal is about. */
	field?: string,
) {
	const actor = await requirePerson(request)
	const { readOwn, write } = await store()
	const now = new Date()
	const { petition, consideration } = await petitionOnDesk(
		readOwn,
		actor,
		String(params.considerationId),
		now,
	)
	const form = await readForm(request, schema)
	if (!form.ok) return data({ form: form.reply }, 422)
	const acting = { petitionId: petition.id, considerationId: consideration.id, actor, now }
	const outcome = await write(petitionKey(petition.id), (tx) => act(tx, acting, form.value))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, field) }, 409)
	throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
}
