import { eq } from 'drizzle-orm'
import { takeIn } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import type { Acting } from '#app/inquiries/act.server.ts'
import type { AnswerText } from '#app/inquiries/answer.ts'
import { saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { done } from '#app/outcome.ts'
import { drafts } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { appeal } from './content/appeal.ts'
import type { AnswerSeed, Lang } from './content/types.ts'
import type { Tale } from './inquiries.ts'
import { actors } from './people.ts'
import { mustBe } from './steps.ts'
import type { Timeline } from './timeline.ts'

/** The executor writes the draft and hands it to the approver. */
export async function writeDraft(
	tx: Writer,
	tale: Tale,
	answer: AnswerSeed,
	acting: Acting,
	submitted: boolean,
) {
	const text = textOf(tale, answer)
	const stored = tale.attachments
	const added = await keepFiles(tx, { stored, by: acting.actor.personId, now: acting.now })
	const files = { kept: [], added }
	const { language, outcome } = text
	const draft = mustBe('taking the draft', await takeDraft(tx, { ...acting, language, outcome }))
	mustBe('saving the draft', await saveDraft(tx, { ...acting, version: draft.version, text, files }))
	return submitted ? submitDraft(tx, acting) : done(null)
}

const WRITTEN_BEFORE_MS = 30 * 60_000

/** Written by the executor of the same desk half an hour before the approver signs. */
export async function signAnswerOf(tx: Writer, tale: Tale, answer: AnswerSeed, acting: Acting) {
	const [role] = acting.actor.roles
	const executor = actors.get(`${role?.bodyId}-executor`)
	if (!executor) throw new Error(`${role?.bodyId} has no executor`)
	const writtenAt = new Date(acting.now.getTime() - WRITTEN_BEFORE_MS)
	mustBe(
		'handing in the draft',
		await writeDraft(tx, tale, answer, { ...acting, actor: executor, now: writtenAt }, true),
	)
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, acting.proceedingId))
	return signAnswer(tx, { ...acting, version: draft?.version ?? 0 })
}

/** Into the file store before the write begins, which waits for nothing but the database. */
export async function storeAttachments(answer: AnswerSeed) {
	const files = (answer.attachments ?? []).map(
		({ name, type, content }) => new File([content], name, { type }),
	)
	const { stored, refused } = await takeIn(files)
	if (refused[0]) throw new Error(`${refused[0].name} was refused: ${refused[0].refusal}`)
	return stored
}

function textOf({ inquiry, story }: Tale, answer: AnswerSeed): AnswerText {
	const { lang } = inquiry
	const written = (text: string) => story.timeline.written(text, lang)
	const body = written(answer.body)
	return {
		outcome: outcomeOf(inquiry.kind, answer.result),
		language: lang,
		body,
		reasons: written(answer.reasons),
		law: answer.law,
		facts: answer.facts.map(({ argument, fact }) => `${written(argument)} — ${written(fact)}`).join('\n\n'),
		appeal: appeal[lang],
		...publicVersionOf(body, answer),
		promises: promisesOf(answer, lang, story.timeline),
	}
}

/** An application ends in an administrative act; the simplified procedure in an answer (APPC 77, 89). */
function outcomeOf(kind: string, result: AnswerSeed['result']): string {
	if (kind === 'application') return 'act'
	return result === 'noted' ? 'noted' : 'answered'
}

function publicVersionOf(body: string, { redactions = [] }: AnswerSeed) {
	if (redactions.length === 0) return { publicBody: null, redactionReason: null }
	let publicBody = body
	for (const { passage, shown } of redactions) {
		if (!publicBody.includes(passage)) throw new Error(`the answer does not say "${passage}"`)
		publicBody = publicBody.replace(passage, shown)
	}
	return { publicBody, redactionReason: redactions.map(({ reason }) => reason).join(' ') }
}

const promisesOf = ({ promises = [] }: AnswerSeed, lang: Lang, timeline: Timeline) =>
	promises.map(({ text, due }) => ({ text: text[lang], dueOn: timeline.day(due) }))
