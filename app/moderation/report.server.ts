import { and, eq, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { reports } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { settleReports } from './hide.server.ts'
import { type HidingReason, mayModerate, type TextKind } from './hiding.ts'
import { hidingOf, textOf } from './text.server.ts'

interface Reporting {
	subject: TextKind
	id: string
	reason: HidingReason
	explanation: string
	/** Anybody, signed in or not. */
	actor: Actor
	now: Date
}

/** Asks a moderator to look. The same wish of the same person is kept once; a stranger leaves no name. */
export async function reportText(
	tx: Writer,
	{ subject, id, reason, explanation, actor, now }: Reporting,
): Promise<Outcome<null, 'no-text'>> {
	const text = await textOf(tx, subject, id)
	if (!text?.public) return refused('no-text')
	// Hidden already: what was wished for has been done.
	if (await hidingOf(tx, subject, id)) return done(null)
	if (actor.personId) {
		const same = and(
			eq(reports.subject, subject),
			eq(reports.subjectId, id),
			eq(reports.reporterId, actor.personId),
			isNull(reports.decidedAt),
		)
		if ((await tx.$count(reports, same)) > 0) return done(null)
	}
	await tx.insert(reports).values({
		id: crypto.randomUUID(),
		subject,
		subjectId: id,
		reason,
		explanation,
		at: now,
		reporterId: actor.personId,
	})
	return done(null)
}

/** The text may stay. To hide it instead is hideText, which decides the reports as well. */
export async function decideReport(
	tx: Writer,
	{ subject, id, actor, now }: Pick<Reporting, 'subject' | 'id' | 'actor' | 'now'>,
): Promise<Outcome<{ decided: number }, 'not-allowed'>> {
	if (!mayModerate(actor)) return refused('not-allowed')
	return done({ decided: await settleReports(tx, { subject, id, outcome: 'left', actor, now }) })
}
