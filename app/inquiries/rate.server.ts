import { done, type Outcome } from '#app/outcome.ts'
import { satisfactions } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, openCase, recordStep } from './act.server.ts'
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
	await recordStep(tx, opened.value, act, 'rated', { answered: act.answered, helped: act.helped })
	return done(null)
}
