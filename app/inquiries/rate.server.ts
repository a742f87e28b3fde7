import { done, type Outcome } from '#app/outcome.ts'
import { record } from '#app/register/record.server.ts'
import { satisfactions } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, openCase } from './act.server.ts'
import type { ActRefusal } from './inquiry.ts'

/** The author says whether the question was answered and whether it helped; the last word counts. */
export async function rateAnswer(
	tx: Writer,
	act: Acting & { answered: boolean; helped: boolean },
): Promise<Outcome<null, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'rate', act)
	if (!opened.ok) return opened
	const values = { answered: act.answered, helped: act.helped, at: act.now }
	await tx
		.insert(satisfactions)
		.values({ inquiryId: opened.value.inquiry.id, ...values })
		.onConflictDoUpdate({ target: satisfactions.inquiryId, set: values })
	// What was said stands in its row: said anew, it stays one step of the public record.
	const { inquiry, proceeding, today, by } = opened.value
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'rated',
		at: act.now,
		on: today,
		by,
		personId: act.actor.personId,
		proceedingId: proceeding.id,
		once: `rated:${inquiry.id}`,
	})
	return done(null)
}
