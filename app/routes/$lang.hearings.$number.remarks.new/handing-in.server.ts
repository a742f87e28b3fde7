import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { looseFiles } from '#app/files/find.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, submissionId, uploads } from '#app/forms/read-form.server.ts'
import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import type { Place } from '#app/hearings/place.server.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { hearingPagePath } from '#app/links.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { carry } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { store } from '#app/store.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'

const ticked = z
	.literal('on')
	.optional()
	.transform((value) => value === 'on')

const SENT = z.object({
	/** What comes back from signing in is looked at once more. */
	intent: z.enum(['look', 'hand-in']).default('look'),
	position: z.enum(POSITIONS, { error: 'required' }),
	affiliation: z.enum(AFFILIATIONS),
	text: z.string().min(3).max(LONGEST.remark),
	language: z.enum(LANGUAGES),
	documentId: z.string().max(60).optional(),
	passage: z.string().max(LONGEST.passage).optional(),
	region: z.string().max(20).optional(),
	published: ticked,
	showName: ticked,
	consent: z.literal('on', { error: 'required' }),
	files: uploads(),
	kept: z.array(z.uuid()).max(20).default([]),
	submissionId,
})

/** The paragraph from which somebody came: the address alone names it, its words are those of the version. */
export function placeAsked(request: Request): Place | undefined {
	const asked = new URL(request.url).searchParams
	const documentId = asked.get('document')
	const version = ordinalIn(asked.get('version'))
	const paragraph = ordinalIn(asked.get('paragraph'))
	return documentId && version && paragraph ? { documentId, version, paragraph } : undefined
}

/** The form, with the paragraph that it is about. */
export const remarkFormPath = (language: Language, number: string, place: Place | undefined) =>
	hearingPagePath(
		language,
		number,
		'remarks/new',
		place && { document: place.documentId, version: place.version, paragraph: place.paragraph },
	)

export type HandedIn =
	| { step: 'done'; ordinal: number }
	| { step: 'form'; form: FormReply; kept?: KeptFile[] }
	| { step: 'sign-in'; form: FormReply; carried: string }

/** Reads the form and hands the remark in; whoever must first show who they are keeps what they typed. */
export async function handIn(
	request: Request,
	{
		hearing,
		number,
		language,
		context,
	}: {
		hearing: Hearing
		number: string
		language: Language
		context: AppLoadContext
	},
): Promise<HandedIn> {
	const read = await readForm(request, SENT)
	const now = new Date()
	const person = await personOf(request)
	const { readOwn, write } = await store()
	if (!read.ok) {
		const ids = [read.reply.initialValue?.kept ?? []].flat().map(String)
		const kept = person ? await looseFiles(readOwn, ids, person.personId) : []
		return { step: 'form', form: read.reply, kept }
	}
	const { value, refuse, unchanged } = read
	if (!person || person.level < hearing.remarkLevel) {
		const to = remarkFormPath(language, number, placeAsked(request))
		const carried = carry({ to, values: typedIn(value) }, now)
		return { step: 'sign-in', form: unchanged(), carried }
	}
	const { personId } = person
	const keys = { person: personId, address: addressOf(context) }
	const taken = await takeUploads(value.files, personId, keys, now)
	if (taken === 'often') return { step: 'form', form: refuse('often') }
	const kept = await looseFiles(readOwn, [...value.kept, ...taken.ids], personId)
	if (taken.refused.length > 0) return { step: 'form', form: refuse('fileKind', 'files'), kept }
	if (kept.length > MOST_FILES)
		return { step: 'form', form: refuse(`tooManyFiles:${MOST_FILES}`, 'files'), kept }
	if (value.intent === 'look') return { step: 'form', form: unchanged(), kept }
	if (!(await limited('remark', keys)).ok) return { step: 'form', form: refuse('often'), kept }
	const outcome = await write(hearingKey(hearing.id), (tx) =>
		submitRemark(tx, {
			...value,
			hearingId: hearing.id,
			actor: person,
			documentId: value.documentId || undefined,
			place: placeAsked(request),
			fileIds: kept.map(({ id }) => id),
			now,
		}),
	)
	if (outcome.ok) return { step: 'done', ordinal: outcome.value.ordinal }
	return {
		step: 'form',
		form: refuse(outcome.refusal, outcome.refusal === 'region' ? 'region' : undefined),
		kept,
	}
}

function typedIn(value: z.output<typeof SENT>): Record<string, string> {
	const { files: _, kept: __, submissionId: ___, intent: ____, published, showName, ...typed } = value
	return {
		...Object.fromEntries(Object.entries(typed).flatMap(([name, text]) => (text ? [[name, text]] : []))),
		...(published && { published: 'on' }),
		...(showName && { showName: 'on' }),
	}
}
