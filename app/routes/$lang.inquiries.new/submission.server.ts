import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import { looseFiles } from '#app/files/find.server.ts'
import { claimFiles } from '#app/files/keep.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { type Addressee, addressed, postAskedUnder } from '#app/inquiries/addressees.server.ts'
import { fileAsked, QuestionSent } from '#app/inquiries/asked.server.ts'
import { type Forecast, forecast } from '#app/inquiries/forecast.server.ts'
import type { Similar } from '#app/inquiries/listed.ts'
import { similarTo } from '#app/inquiries/similar.server.ts'
import type { Names } from '#app/inquiries/thread.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { newInquiryPath } from '#app/links.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { carry, claimedBy, claimTo } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { configuration } from '#server/configuration.ts'

type Values = Omit<z.output<typeof QuestionSent>, 'files' | 'intent' | 'submissionId' | 'kept' | 'claim'>

/** What the page shows next. */
export type Answered =
	| { step: 'filed'; secret: string }
	| { step: 'form'; form: FormReply; kept?: KeptFile[]; post?: string }
	| { step: 'sign-in'; form: FormReply; carried: string }
	| Checked

export interface Checked {
	step: 'check'
	form?: undefined
	values: Values
	kept: KeptFile[]
	submissionId: string
	to: { body: Names; office?: Names; holder?: Names }
	post?: Partial<Record<string, string>>
	html: string
	similar: Similar[]
	forecast: Forecast
	/** Digital signatures can be verified here. */
	signable: boolean
	/** Arrived with the form and could not be taken. */
	refusedFiles: string[]
}

interface Asking {
	language: Language
	context: AppLoadContext
}

/** Reads the form and goes one step on: back to the form, to signing in, to the check, or to the receipt. */
export async function answerAsking(request: Request, { language, context }: Asking): Promise<Answered> {
	const read = await readForm(request, QuestionSent)
	if (!read.ok) return { step: 'form', form: read.reply }
	const { value, refuse } = read
	const now = new Date()
	const data = await store()
	const law = await lawOf(data.read, configuration().JURISDICTION)
	const chosen = await addressed(data.read, law, value, now)
	if (typeof chosen === 'string') return { step: 'form', form: refuse('choice', chosen) }

	const person = await personOf(request)
	const address = addressOf(context)
	const claimed = claimedBy(value.claim, now)
	const needed = value.safetyReport ? 1 : await levelDemanded(data.read, law.profile, 'inquiry')
	if (!person || person.level < needed) {
		const held = await takeUploads(value.files, null, { address }, now)
		if (held === 'often') return { step: 'form', form: refuse('often'), post: value.post }
		if (held.refused.length > 0) return { step: 'form', form: refuse('fileKind', 'files'), post: value.post }
		const claim = claimTo([...claimed, ...held.ids], now)
		const values = { ...asFields(typedOf(value)), claim }
		const carried = carry({ to: newInquiryPath(language), values }, now)
		return { step: 'sign-in', form: { ...refuse(''), error: {} }, carried }
	}
	const { personId } = person
	if (claimed.length > 0)
		await data.write(`files:${personId}`, (tx) => claimFiles(tx, { ids: claimed, personId }))

	const keys = { person: personId, address }
	const taken = await takeUploads(value.files, personId, keys, now)
	if (taken === 'often') return { step: 'form', form: refuse('often'), post: value.post }
	const kept = await looseFiles(data.readOwn, [...value.kept, ...claimed, ...taken.ids], personId)
	if (kept.length > MOST_FILES)
		return { step: 'form', form: refuse(`tooManyFiles:${MOST_FILES}`, 'files'), kept, post: value.post }
	if (value.intent === 'edit')
		return { step: 'form', form: { ...refuse(''), error: {} }, kept, post: value.post }

	if (value.intent === 'check' || !value.submissionId)
		return { ...(await check(value, chosen, law, now)), kept, refusedFiles: taken.refused }

	const fileIds = kept.map(({ id }) => id)
	const secretKey = configuration().SECRET_KEY
	const filed = await fileAsked(value, { person, address, language, chosen, law, fileIds, secretKey, now })
	if (!filed.ok) return { step: 'form', form: refuse(filed.refusal), kept, post: value.post }
	return { step: 'filed', secret: filed.value.secret }
}

async function check(
	value: z.output<typeof QuestionSent>,
	{ body, office }: Addressee,
	law: Law,
	now: Date,
): Promise<Omit<Checked, 'kept' | 'refusedFiles'>> {
	const { read } = await store()
	const { submissionId: sent } = value
	return {
		step: 'check',
		values: typedOf(value),
		submissionId: sent ?? crypto.randomUUID(),
		to: { body: body.names, office: office?.names, holder: office?.holder ?? undefined },
		post: value.post ? (await postAskedUnder(read, value.post))?.titles : undefined,
		html: renderMarkdown(value.text).html,
		similar: await similarTo(read, value),
		forecast: await forecast(read, law, { kind: value.kind, bodyId: body.id, now }),
		signable: await canVerify(read, now),
	}
}

function typedOf({
	files: _,
	kept: __,
	claim: ___,
	intent: ____,
	submissionId: _____,
	...typed
}: z.output<typeof QuestionSent>): Values {
	return typed
}

const asFields = ({ safetyReport, ...typed }: Values): Record<string, string> => ({
	...Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value ? [[name, value]] : []))),
	...(safetyReport ? { safetyReport: 'on' } : {}),
})
