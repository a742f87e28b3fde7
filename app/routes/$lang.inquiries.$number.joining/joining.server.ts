import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, submissionId } from '#app/forms/read-form.server.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { fileOnline, keysForFiling } from '#app/inquiries/submit.server.ts'
import type { Handling, Thread } from '#app/inquiries/thread.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { inquiryActPath } from '#app/links.ts'
import { authorOf } from '#app/people/find.server.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { carry } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const Joining = z.object({
	/** `show` comes from the check of a question that turned out to be asked already. */
	intent: z.enum(['show', 'join']).default('join'),
	text: z.string().max(10_000).default(''),
	language: z.enum(LANGUAGES).optional(),
	shown: z.boolean().default(false),
	submissionId,
})

type Answered =
	| { step: 'filed'; secret: string }
	| { step: 'form' | 'refused'; form: FormReply }
	| { step: 'sign-in'; form: FormReply; carried: string }

/** The body's handling that a joining question follows; undefined when it cannot be joined. */
export function joinable(thread: Thread): Handling | undefined {
	if (thread.visibility !== 'public' || !thread.question || thread.lead) return undefined
	return thread.handlings.find(({ state }) => state === 'open')
}

export async function answerJoining(
	request: Request,
	{
		thread,
		language,
		context,
		now,
	}: { thread: Thread; language: Language; context: AppLoadContext; now: Date },
): Promise<Answered> {
	const read = await readForm(request, Joining)
	if (!read.ok) return { step: 'refused', form: read.reply }
	const { value, refuse } = read
	const empty = { ...refuse(''), error: {} }
	if (value.intent === 'show') return { step: 'form', form: empty }

	const handling = joinable(thread)
	if (!handling || !thread.question) return { step: 'refused', form: refuse('closed') }
	const data = await store()
	const person = await personOf(request)
	const needed = await levelDemanded(data.read, profileById(thread.profileId), 'inquiry')
	if (!person || person.level < needed) {
		const { text, shown } = value
		const values: Record<string, string> = { intent: 'show', text, ...(shown ? { shown: 'on' } : {}) }
		const carried = carry({ to: inquiryActPath(language, thread.number, 'joining'), values }, now)
		return { step: 'sign-in', form: empty, carried }
	}
	const may = await limited('join', { person: person.personId, address: addressOf(context) })
	if (!may.ok) return { step: 'refused', form: refuse('often') }

	const t = translator(language)
	const author = await authorOf(data.readOwn, person, t('people:author'))
	if (!author) throw new Error('a person without a record')
	const { subject } = thread.question
	const filed = await data.write(keysForFiling(handling.body.id, thread.id), (tx) =>
		fileOnline(tx, {
			profileId: thread.profileId,
			kind: thread.kind,
			channel: 'web',
			// What joins is the author's own; only who wants to is seen.
			visibility: value.shown ? 'public' : 'private',
			language: value.language ?? language,
			subject,
			text: value.text || t('inquiries:join.text', { number: thread.number, subject }),
			bodyId: handling.body.id,
			officeId: handling.office?.id,
			leadId: thread.id,
			author,
			by: 'author',
			submissionId: value.submissionId,
			secretKey: configuration().SECRET_KEY,
			receivedAt: now,
			now,
		}),
	)
	if (!filed.ok) return { step: 'refused', form: refuse(filed.refusal) }
	return { step: 'filed', secret: filed.value.secret }
}
