import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { looseFiles } from '#app/files/find.server.ts'
import { claimFiles } from '#app/files/keep.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, submissionId, uploads } from '#app/forms/read-form.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { carry, claimedBy, claimTo } from '#app/people/pending.server.ts'
import { store } from '#app/store.server.ts'
import { authorsFiles } from './authors-files.server.ts'

const Sent = z.object({
	/** `show` brings back what was written before its author had shown who they are. */
	intent: z.enum(['show', 'send']).default('send'),
	subject: z.string().min(3).max(200),
	text: z.string().min(10).max(10_000),
	files: uploads(),
	kept: z.array(z.uuid()).max(20).default([]),
	claim: z.string().max(2000).optional(),
	/** Of several handlings, the one that is complained about. */
	about: z.string().max(100).optional(),
	submissionId,
})

/** The page again: with what is wrong, with files that have come, or with the form that waits. */
export interface SequelAnswer {
	form: FormReply
	kept?: KeptFile[]
	carried?: string
}

type Taken =
	| { ok: false; status: number; answer: SequelAnswer }
	| {
			ok: true
			sent: { subject: string; text: string; fileIds: string[]; submissionId?: string | undefined }
	  }

export const readSequel = (request: Request) => readForm(request, Sent)

type ReadSequel = Extract<Awaited<ReturnType<typeof readSequel>>, { ok: true }>

/** Takes a follow-up or a complaint. Where its author must first show more, it goes along whole and comes back. */
export async function takeSequel(
	request: Request,
	{ value, refuse, unchanged }: ReadSequel,
	{ actor, known, context, now }: { actor: Actor; known: boolean; context: AppLoadContext; now: Date },
): Promise<Taken> {
	const { personId } = actor
	const keys = { personId: known ? personId : null, address: addressOf(context), now }
	const may = await limited('ask', { person: personId, address: keys.address })
	if (!may.ok) return { ok: false, status: 429, answer: { form: refuse('often') } }
	const taken = await authorsFiles(value.files, keys)
	if (!taken.ok) return { ok: false, status: 422, answer: { form: refuse(taken.problem, 'files') } }

	const claimed = claimedBy(value.claim, now)
	const { subject, text, about } = value
	if (!known) {
		const claim = claimTo([...claimed, ...taken.ids], now)
		const values = { intent: 'show', subject, text, claim, ...(about ? { about } : {}) }
		const carried = carry({ to: new URL(request.url).pathname, values }, now)
		return { ok: false, status: 403, answer: { form: unchanged(), carried } }
	}
	const { readOwn, write } = await store()
	if (personId) await write(`files:${personId}`, (tx) => claimFiles(tx, { ids: claimed, personId }))
	const kept = await looseFiles(readOwn, [...value.kept, ...claimed, ...taken.ids], personId)
	if (value.intent === 'show') return { ok: false, status: 200, answer: { form: unchanged(), kept } }
	const fileIds = kept.map(({ id }) => id)
	return { ok: true, sent: { subject, text, fileIds, submissionId: value.submissionId } }
}
