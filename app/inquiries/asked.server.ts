import { z } from 'zod'
import { readFields, submissionId, uploads } from '#app/forms/read-form.server.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { type Outcome, refused } from '#app/outcome.ts'
import { authorOf } from '#app/people/find.server.ts'
import { limited } from '#app/people/limits.server.ts'
import { store } from '#app/store.server.ts'
import { type Addressee, addressed, postAskedUnder } from './addressees.server.ts'
import { fileOnline, keysForFiling, type Receipt } from './submit.server.ts'

/** What the form of a question holds. */
export const QuestionSent = z.object({
	intent: z.enum(['check', 'edit', 'file']).default('check'),
	to: z.string(),
	post: z.string().max(100).optional(),
	kind: z.string(),
	subject: z.string().min(3).max(200),
	text: z.string().min(10).max(10_000),
	visibility: z.enum(['public', 'private']),
	language: z.enum(LANGUAGES),
	safetyReport: z.boolean().default(false),
	files: uploads(),
	kept: z.array(z.uuid()).max(20).default([]),
	/** To files that were sent before signing in. */
	claim: z.string().max(2000).optional(),
	submissionId,
})

type Question = Omit<z.output<typeof QuestionSent>, 'files' | 'intent' | 'kept' | 'claim'>

interface Asker {
	person: { personId: string; level: number }
	/** The network address of the request. */
	address: string | undefined
	/** Of the page. */
	language: Language
	secretKey: string
	now: Date
}

/**
 * Files what is signed in, checked and has nothing attached, straight from the fields of the form. Undefined for
 * everything else: then the page says what is missing.
 */
export async function fileAtOnce(
	fields: URLSearchParams,
	{ profileId, ...asker }: Asker & { profileId: string },
): Promise<Receipt | undefined> {
	if (fields.get('intent') !== 'file') return undefined
	const form = readFields(fields, QuestionSent)
	if (!form?.ok || !form.value.submissionId || form.value.kept.length > 0 || form.value.claim)
		return undefined
	const { read } = await store()
	const law = await lawOf(read, profileId)
	const chosen = await addressed(read, law, form.value, asker.now)
	if (typeof chosen === 'string') return undefined
	const filed = await fileAsked(form.value, { ...asker, chosen, law, fileIds: [] })
	return filed.ok ? filed.value : undefined
}

/** Files the question of whoever is signed in. */
export async function fileAsked(
	value: Question,
	{
		person,
		address,
		language,
		chosen,
		law,
		fileIds,
		secretKey,
		now,
	}: Asker & Pick<ToFile, 'chosen' | 'law'> & { fileIds: readonly string[] },
): Promise<Outcome<Receipt, 'often' | 'level'>> {
	const may = await limited('ask', { person: person.personId, address })
	if (!may.ok) return refused('often')
	const { read, readOwn, write } = await store()
	const author = await authorOf(readOwn, person, translator(language)('people:author'))
	if (!author) throw new Error('a person without a record')
	const post = value.post ? await postAskedUnder(read, value.post) : undefined
	const filing = filingOf({ value, chosen, law, secretKey, now, postOffice: post?.office })
	return write(keysForFiling(chosen.body.id), (tx) => fileOnline(tx, { ...filing, author, fileIds }))
}

interface ToFile {
	value: Question
	chosen: Addressee
	law: Law
	/** The office whose post it was asked under. */
	postOffice?: string | null
	secretKey: string
	now: Date
}

/** The form as it is registered. */
export function filingOf({ value, chosen, law, postOffice, secretKey, now }: ToFile) {
	return {
		profileId: law.profile.id,
		kind: value.kind,
		channel: 'web',
		visibility: value.visibility,
		language: value.language,
		subject: value.subject,
		text: value.text,
		bodyId: chosen.body.id,
		officeId: chosen.office?.id,
		postId: postOffice && postOffice === chosen.office?.slug ? value.post : null,
		safetyReport: value.safetyReport,
		by: 'author',
		submissionId: value.submissionId,
		secretKey,
		receivedAt: now,
		now,
	} as const
}
