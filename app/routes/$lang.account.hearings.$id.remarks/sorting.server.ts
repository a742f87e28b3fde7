import { z } from 'zod'
import { type Day, instantIn, isDay } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { type ActingOnHearing, type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { limited } from '#app/people/limits.server.ts'
import { withInitial } from '#app/people/name.ts'
import { enterRemark } from '#app/remarks/enter.server.ts'
import { rowOfRemark } from '#app/remarks/find.server.ts'
import { mergeGroups, splitGroup } from '#app/remarks/regroup.server.ts'
import { countAgain, leaveOut, redactRemark } from '#app/remarks/sort.server.ts'
import { store } from '#app/store.server.ts'

const ordinal = z.coerce.number().int().positive().max(999_999_999)
const reason = z.string().min(1).max(LONGEST.reason)
const ticked = z
	.literal('on')
	.optional()
	.transform((value) => value === 'on')

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('leave-out'), ordinal, reason }),
	z.object({ intent: z.literal('count'), ordinal }),
	z.object({
		intent: z.literal('redact'),
		ordinal,
		text: z.string().min(1).max(LONGEST.remark),
		hideFiles: ticked,
		reason,
	}),
	z.object({ intent: z.literal('split'), groupId: ordinal, ordinals: z.array(ordinal).max(300).default([]) }),
	z.object({ intent: z.literal('merge'), groupId: ordinal, into: ordinal }),
	z.object({
		intent: z.literal('enter'),
		day: z.string().refine(isDay, 'day'),
		time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'moment'),
		name: z.string().min(1).max(200),
		email: z.email().max(200).optional(),
		position: z.enum(POSITIONS, { error: 'required' }),
		affiliation: z.enum(AFFILIATIONS),
		text: z.string().min(3).max(LONGEST.remark),
		language: z.enum(LANGUAGES),
		region: z.string().max(20).default(''),
		published: ticked,
		showName: ticked,
		files: uploads(),
	}),
])
type Sent = z.output<typeof SENT>

type Sorted =
	| { ok: true; value: { row?: number | undefined; entered?: number } }
	| { ok: false; form: FormReply; status: number }

/** Does what one of the forms of the page asks for, and says what to show next. */
export async function sortOrEnter(
	request: Request,
	{
		act,
		law,
		hearing,
		address,
	}: { act: ActingOnHearing; law: Law; hearing: Hearing; address?: string | undefined },
): Promise<Sorted> {
	const form = await readForm(request, SENT)
	if (!form.ok) return { ok: false, form: form.reply, status: 422 }
	const { value } = form
	const { write, readOwn } = await store()
	if (value.intent === 'enter') {
		if (!mayDo('enter-remark', act.actor, hearing))
			return { ok: false, form: form.refuse('not-allowed'), status: 409 }
		const keys = { person: act.actor.personId, address }
		const taken = await takeUploads(value.files, act.actor.personId, keys, act.now)
		if (taken === 'often' || !(await limited('remark', keys)).ok)
			return { ok: false, form: form.refuse('often'), status: 429 }
		if (taken.refused.length > 0) return { ok: false, form: form.refuse('fileKind', 'files'), status: 422 }
		const outcome = await write(hearingKey(act.hearingId), (tx) =>
			enterRemark(tx, { ...act, ...letterOf(value, law), fileIds: taken.ids }),
		)
		if (!outcome.ok) return { ok: false, form: form.refuse(outcome.refusal), status: 409 }
		return { ok: true, value: { entered: outcome.value.ordinal } }
	}
	const outcome = await write(hearingKey(act.hearingId), (tx) => sortWith(tx, act, value))
	if (!outcome.ok) {
		const field = outcome.refusal === 'altered' ? 'text' : undefined
		return { ok: false, form: form.refuse(outcome.refusal, field), status: 409 }
	}
	const row =
		'ordinal' in value
			? await rowOfRemark(readOwn, act.hearingId, value.ordinal)
			: outcome.value?.group.ordinal
	return { ok: true, value: { row } }
}

function sortWith(
	tx: Parameters<typeof leaveOut>[0],
	act: ActingOnHearing,
	value: Exclude<Sent, { intent: 'enter' }>,
): Promise<Outcome<{ group: { ordinal: number } } | null, string>> {
	switch (value.intent) {
		case 'leave-out':
			return leaveOut(tx, { ...act, ...value })
		case 'count':
			return countAgain(tx, { ...act, ...value })
		case 'redact':
			return redactRemark(tx, { ...act, ...value, files: value.hideFiles })
		case 'split':
			return splitGroup(tx, { ...act, ...value })
		default:
			return mergeGroups(tx, { ...act, ...value })
	}
}

const letterOf = (value: Extract<Sent, { intent: 'enter' }>, law: Law) => ({
	position: value.position,
	affiliation: value.affiliation,
	text: value.text,
	language: value.language,
	region: value.region,
	name: value.name,
	email: value.email ?? null,
	published: value.published,
	publicName: value.showName ? withInitial(value.name) : null,
	receivedAt: instantIn(law.profile.time.zone, value.day as Day, msOfTime(value.time)),
})
