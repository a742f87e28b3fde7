import { and, asc, eq } from 'drizzle-orm'
import { attach, detach } from '#app/files/attach.server.ts'
import { KEPT_FILE } from '#app/files/kept-file.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { addressedTo, write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { personById } from '#app/people/find.server.ts'
import { attachments, files } from '#db/schema/files.ts'
import { drafts } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, type Opened, openCase, recordStep } from './act.server.ts'
import type { AnswerText } from './answer.ts'
import type { ActRefusal } from './inquiry.ts'

/** How long an opened draft is held for whoever opened or last saved it. */
export const HELD_FOR_MS = 15 * 60_000

export type Draft = typeof drafts.$inferSelect

/** Takes the pen: nobody else may save until it is given back, taken over, or left for a quarter of an hour. */
export async function takeDraft(
	tx: Writer,
	act: Acting & { takeOver?: boolean; language: string; outcome: string; appeal?: string },
): Promise<Outcome<Draft, ActRefusal | 'not-found' | 'held'>> {
	const opened = await openCase(tx, 'draft', act)
	if (!opened.ok) return opened
	const me = String(act.actor.personId)
	const heldUntil = new Date(act.now.getTime() + HELD_FOR_MS)
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, act.proceedingId))
	if (!draft) {
		const [made] = await tx
			.insert(drafts)
			.values({
				proceedingId: act.proceedingId,
				language: act.language,
				outcome: act.outcome,
				appeal: act.appeal ?? '',
				promises: [],
				updatedAt: act.now,
				updatedBy: me,
				heldBy: me,
				heldUntil,
			})
			.returning()
		return done(made as Draft)
	}
	const heldByAnother = isHeldByAnother(draft, me, act.now)
	if (heldByAnother && !act.takeOver) return refused('held')
	if (heldByAnother) await announceTakeOver(tx, opened.value, act, String(draft.heldBy))
	const [held] = await tx
		.update(drafts)
		.set({ heldBy: me, heldUntil })
		.where(eq(drafts.proceedingId, act.proceedingId))
		.returning()
	return done(held as Draft)
}

/** Whoever was writing learns why they can no longer save. */
async function announceTakeOver(tx: Writer, opened: Opened, act: Acting, holderId: string): Promise<void> {
	await recordStep(tx, opened, act, 'draft_taken_over', { from: holderId })
	const holder = await personById(tx, holderId)
	if (!holder?.email) return
	await writeNotice(tx, {
		notice: 'draft-taken-over',
		...addressedTo({ email: holder.email, language: holder.language, personId: holder.id }),
		inquiryId: opened.inquiry.id,
		values: { number: opened.inquiry.number, path: `/desk/${act.proceedingId}/answer` },
		now: act.now,
	})
}

/** Which of its files a draft keeps, and which come to it. */
interface FilesSaved {
	kept: readonly string[]
	added: readonly string[]
}

/** Saves the draft if nobody else holds it and nothing newer was saved meanwhile. Without `files` it keeps those it has. */
export async function saveDraft(
	tx: Writer,
	act: Acting & { text: AnswerText; version: number; files?: FilesSaved },
): Promise<
	Outcome<{ version: number }, ActRefusal | 'not-found' | 'held' | 'stale' | `tooManyFiles:${number}`>
> {
	const opened = await openCase(tx, 'draft', act)
	if (!opened.ok) return opened
	const me = String(act.actor.personId)
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, act.proceedingId))
	if (draft && isHeldByAnother(draft, me, act.now)) return refused('held')
	if (draft && draft.version !== act.version) return refused('stale')
	if (act.files && !(await saveFiles(tx, act, act.files))) return refused(`tooManyFiles:${MOST_FILES}`)

	const values = {
		...act.text,
		promises: [...act.text.promises],
		version: (draft?.version ?? 0) + 1,
		updatedAt: act.now,
		updatedBy: me,
		heldBy: me,
		heldUntil: new Date(act.now.getTime() + HELD_FOR_MS),
		submittedAt: null,
		submittedBy: null,
	}
	await tx
		.insert(drafts)
		.values({ proceedingId: act.proceedingId, ...values })
		.onConflictDoUpdate({ target: drafts.proceedingId, set: values })
	return done({ version: values.version })
}

/** Hands the draft to the approvers and gives the pen back. */
export async function submitDraft(
	tx: Writer,
	act: Acting,
): Promise<Outcome<null, ActRefusal | 'not-found' | 'no-draft' | 'held'>> {
	const opened = await openCase(tx, 'submit-draft', act)
	if (!opened.ok) return opened
	const me = String(act.actor.personId)
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, act.proceedingId))
	if (!draft || draft.body.trim() === '') return refused('no-draft')
	if (isHeldByAnother(draft, me, act.now)) return refused('held')
	await tx
		.update(drafts)
		.set({ submittedAt: act.now, submittedBy: me, heldBy: null, heldUntil: null })
		.where(eq(drafts.proceedingId, act.proceedingId))
	await recordStep(tx, opened.value, act, 'draft_submitted')
	return done(null)
}

/** Gives the pen back without a change. */
export async function releaseDraft(tx: Writer, act: Acting): Promise<void> {
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, act.proceedingId))
	if (draft?.heldBy !== act.actor.personId) return
	await tx
		.update(drafts)
		.set({ heldBy: null, heldUntil: null })
		.where(eq(drafts.proceedingId, act.proceedingId))
}

export function isHeldByAnother(draft: Draft, personId: string, now: Date): boolean {
	return (
		draft.heldBy !== null && draft.heldBy !== personId && draft.heldUntil !== null && draft.heldUntil > now
	)
}

export const ofDraft = (proceedingId: string) =>
	and(eq(attachments.subject, 'draft'), eq(attachments.subjectId, proceedingId))

/** What goes out with the draft when it is signed, in order. */
export const draftFiles = (read: Reader, proceedingId: string) =>
	read
		.select(KEPT_FILE)
		.from(attachments)
		.innerJoin(files, eq(files.id, attachments.fileId))
		.where(ofDraft(proceedingId))
		.orderBy(asc(attachments.position), asc(files.id))

/** False when there would be too many: then nothing is changed. */
async function saveFiles(
	tx: Writer,
	{ proceedingId, now }: Acting,
	{ kept, added }: FilesSaved,
): Promise<boolean> {
	const before = (await draftFiles(tx, proceedingId)).map(({ id }) => id)
	const ids = [...before.filter((id) => kept.includes(id)), ...added]
	if (ids.length > MOST_FILES) return false
	await detach(tx, 'draft', [proceedingId], now)
	await attach(tx, 'draft', proceedingId, ids, false)
	return true
}
