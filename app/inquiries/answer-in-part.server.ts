import { and, eq } from 'drizzle-orm'
import { refreshSearch } from '#app/moderation/text.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { nameOfSigner } from '#app/people/find.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { partialAnswers } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, followersOf, type Opened, openCase, recordStep, tellAuthor } from './act.server.ts'
import { isAnswerLanguage } from './answer.ts'
import { settleLapses } from './breach.server.ts'
import { filedProceeding } from './filed.server.ts'
import type { ActRefusal } from './inquiry.ts'

/**
 * Signs and sends what can be answered now, to the author and to all who joined. The law knows one answer, which has
 * all that it lists (APPC 89(2)): until that is signed the term, its last day and a breach stay as they are.
 */
export async function answerInPart(
	tx: Writer,
	act: Acting & { body: string; language: string },
): Promise<Outcome<{ partialAnswerId: string }, ActRefusal | 'not-found' | 'language' | 'already'>> {
	const opened = await openCase(tx, 'answer-in-part', act)
	if (!opened.ok) return opened
	const { proceeding, inquiry, law, today } = opened.value
	if (!isAnswerLanguage(act.language, law.profile.languages.official, inquiry.language))
		return refused('language')
	const same = and(eq(partialAnswers.proceedingId, proceeding.id), eq(partialAnswers.body, act.body))
	if ((await tx.$count(partialAnswers, same)) > 0) return refused('already')

	const partialAnswerId = crypto.randomUUID()
	await tx.insert(partialAnswers).values({
		id: partialAnswerId,
		inquiryId: inquiry.id,
		proceedingId: proceeding.id,
		language: act.language,
		body: act.body,
		html: renderMarkdown(act.body).html,
		signedAt: act.now,
		signedOn: today,
		signedBy: String(act.actor.personId),
		signerName: await nameOfSigner(tx, String(act.actor.personId)),
	})
	await sendPart(tx, opened.value, act, partialAnswerId)
	await sendToFollowers(tx, opened.value, act, partialAnswerId)
	await refreshSearch(tx, { kind: 'inquiry', ref: inquiry.id })
	return done({ partialAnswerId })
}

async function sendToFollowers(tx: Writer, opened: Opened, act: Acting, partialAnswerId: string) {
	const following = (await followersOf(tx, opened.proceeding.id)).filter(({ stage }) => stage === 'following')
	await settleLapses(tx, following, opened.law, act.now)
	for (const { id } of following) {
		const filed = await filedProceeding(tx, id)
		if (filed) await sendPart(tx, { ...opened, ...filed }, act, partialAnswerId)
	}
}

/** Each who asked is told until when, by their own term, the whole answer is due. */
async function sendPart(tx: Writer, opened: Opened, act: Acting, partialAnswerId: string): Promise<void> {
	const { proceeding, inquiry, body, today } = opened
	await recordStep(tx, opened, act, 'answered_in_part', { partialAnswerId })
	const { dueOn } = proceeding
	const over = dueOn !== null && today > dueOn
	const values = { bodyId: body.id, dueOn: over ? null : dueOn, lapsedOn: over ? dueOn : null }
	await tellAuthor(tx, inquiry, 'answered-in-part', values, act.now)
}
