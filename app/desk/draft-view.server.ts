import type { Strip } from '#app/clocks/strip.ts'
import type { AttachedFile } from '#app/files/attached-file.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { AnswerGap } from '#app/inquiries/answer.ts'
import { draftOf, snippetsOf } from '#app/inquiries/desk.server.ts'
import { type Draft, draftFiles, isHeldByAnother } from '#app/inquiries/draft.server.ts'
import { gapsIn } from '#app/inquiries/sign.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { caseOnDesk } from './case.server.ts'

/** The answer as it stands, for whoever writes or signs it. */
export interface DraftView {
	proceedingId: string
	number: string
	subject: string
	language: string
	html: string
	strip: Strip
	mayDraft: boolean
	maySign: boolean
	/** Digital signatures can be verified here. */
	signable: boolean
	/** The viewer holds the pen. */
	editing: boolean
	/** Somebody else holds it. */
	heldBy: string | null
	version: number
	joined: number
	outcomes: string[]
	mustHave: AnswerGap[]
	gaps: AnswerGap[]
	defaults: Record<string, string | null>
	/** What goes out with it. */
	files: AttachedFile[]
	snippets: { id: string; title: string; text: string; language: string }[]
	draft: {
		html: string
		publicHtml: string | null
		redactionReason: string | null
		language: string
		reasons: string
		facts: string
		law: string
		appeal: string
		submitted: boolean
		promises: { text: string; dueOn: string }[]
	} | null
}

export async function draftView(person: SignedIn, proceedingId: string, now: Date): Promise<DraftView> {
	const { readOwn } = await store()
	const opened = await caseOnDesk(readOwn, person, proceedingId, now)
	const { inquiry, proceeding, law, handling, thread } = opened
	const row = await draftOf(readOwn, proceedingId)
	const draft = row?.draft
	const heldByAnother = draft !== undefined && isHeldByAnother(draft, person.personId, now)
	const holds = draft?.heldBy === person.personId && draft.heldUntil !== null && draft.heldUntil > now
	const mustHave: AnswerGap[] = ['body', ...(law.profile.inquiry.answer_must_have as AnswerGap[])]
	return {
		proceedingId,
		number: inquiry.number,
		subject: inquiry.subject,
		language: inquiry.language,
		html: thread.question?.html ?? inquiry.html,
		strip: handling.strip,
		mayDraft: handling.acts.includes('draft'),
		maySign: handling.acts.includes('answer'),
		signable: await canVerify(readOwn, now),
		editing: holds,
		heldBy: heldByAnother ? (row?.holder ?? '') : null,
		version: draft?.version ?? 1,
		joined: inquiry.joined,
		outcomes: law.profile.inquiry.procedures[inquiry.procedure]?.outcomes ?? [],
		mustHave,
		gaps: draft ? gapsIn(draft, opened) : mustHave,
		defaults: draft ? fieldsOf(draft) : {},
		files: await draftFiles(readOwn, proceedingId),
		snippets: await snippetsOf(readOwn, proceeding.bodyId),
		draft: draft ? shown(draft) : null,
	}
}

/** The language in which an answer begins: that of the question, where the site speaks it. */
export const answerLanguage = (language: string): Language => (isLanguage(language) ? language : 'kk')

function fieldsOf(draft: Draft): Record<string, string | null> {
	const promises = draft.promises.flatMap(({ text, dueOn }, row) => [
		[`promiseText${row}`, text],
		[`promiseDue${row}`, dueOn],
	])
	const { body, language, outcome, reasons, law, facts, appeal, publicBody, redactionReason } = draft
	return {
		...{ body, language, outcome, reasons, law, facts, appeal, publicBody, redactionReason },
		...Object.fromEntries(promises),
	}
}

function shown(draft: Draft): NonNullable<DraftView['draft']> {
	const { redactionReason, language, reasons, facts, law, appeal, promises } = draft
	return {
		...{ redactionReason, language, reasons, facts, law, appeal, promises },
		html: renderMarkdown(draft.body).html,
		publicHtml: draft.publicBody === null ? null : renderMarkdown(draft.publicBody).html,
		submitted: draft.submittedAt !== null,
	}
}
