import { and, eq, inArray, ne } from 'drizzle-orm'
import { type Day, dayIn, startOfDay } from '#app/deadlines/day.ts'
import { attach } from '#app/files/attach.server.ts'
import { looseFiles } from '#app/files/find.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { personById } from '#app/people/find.server.ts'
import {
	type ActingOnPetition,
	openPetition,
	recordPetitionStep,
	tellStarter,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { writeToSigners } from '#app/petitions/tell-signers.server.ts'
import { lastDayOf } from '#app/petitions/terms.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { considerationDuties, considerations, petitions } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type DecisionText, dutiesOf, missingInDecision, openDuties, STATEMENT } from './consider.ts'
import { keptDuties } from './duties.server.ts'

type Act = ActingOnPetition & { considerationId: number }
type Refusal = PetitionRefusal | 'not-found' | 'factorNeeded'
export type DecisionRefusal =
	| Refusal
	| 'incomplete'
	| 'duties-open'
	| 'wrong-day'
	| 'already'
	| `tooManyFiles:${number}`

/**
 * Signs the decision of the body. It is published with the signature, which is sooner than the next working day that
 * APPC 90-6(3) allows; the author is told, and the signers who want to hear of it by the duty that writes to them.
 */
export async function decidePetition(
	tx: Writer,
	act: Act & { text: DecisionText; fileIds?: readonly string[] },
): Promise<Outcome<null, DecisionRefusal>> {
	const opened = await openPetition(tx, 'decide', act)
	if (!opened.ok) return opened
	const { petition, consideration, law, today } = opened.value
	if (!consideration) return refused('not-found')
	const { text, fileIds = [], now } = act
	if (missingInDecision(text, law.profile, { ...petition, today }).length > 0) return refused('incomplete')
	if (openDuties(law.profile, await keptDuties(tx, consideration.id)).length > 0)
		return refused('duties-open')
	if (fileIds.length > MOST_FILES) return refused(`tooManyFiles:${MOST_FILES}`)

	const signer = await personById(tx, String(act.actor.personId))
	const { body, promises, ...rest } = text
	await tx
		.update(considerations)
		.set({
			...rest,
			html: renderMarkdown(body).html,
			promises: promises.length > 0 ? [...promises] : null,
			state: 'decided',
			decidedAt: now,
			decidedOn: today,
			decidedBy: act.actor.personId,
			signerName: signer?.fullName ?? '',
			publishBy: lastDayOf(law, 'publish_decision', today),
			publishedAt: now,
		})
		.where(eq(considerations.id, consideration.id))
	const files = await looseFiles(tx, fileIds, act.actor.personId)
	const ids = files.map(({ id }) => id)
	await attach(tx, 'consideration', String(consideration.id), ids, true)
	const over = petition.state === 'considered' || petition.state === 'closed'
	if (over && !(await hasOthers(tx, petition.id, consideration.id)))
		await tx.update(petitions).set({ state: 'decided', updatedAt: now }).where(eq(petitions.id, petition.id))
	await recordPetitionStep(tx, opened.value, act, 'decided', { outcome: text.outcome })
	const { bodyId } = consideration
	await tellStarter(tx, petition, 'petition-decided', { bodyId }, now)
	const values = { bodyId, number: petition.number, path: `/petitions/${petition.number}` }
	await writeToSigners(tx, { petitionId: petition.id, notice: 'petition-decided-signers', values, now })
	return done(null)
}

/** Whether another threshold of it has still to be decided about. */
async function hasOthers(read: Reader, petitionId: number, considerationId: number): Promise<boolean> {
	const [row] = await read
		.select({ id: considerations.id })
		.from(considerations)
		.where(
			and(
				eq(considerations.petitionId, petitionId),
				ne(considerations.id, considerationId),
				inArray(considerations.state, ['reached', 'sent']),
			),
		)
		.limit(1)
	return row !== undefined
}

/** The official statement of the head of the body, which follows the decision (APPC 90-6(3)). */
export async function statePublicly(
	tx: Writer,
	act: Act & { statement: string; on: Day },
): Promise<Outcome<null, DecisionRefusal>> {
	const opened = await openPetition(tx, 'state-publicly', act)
	if (!opened.ok) return opened
	const { petition, consideration, law, today } = opened.value
	if (!consideration?.decidedOn) return refused('not-found')
	if (consideration.statementAt) return refused('already')
	const { on, statement, now } = act
	if (on > today || on < consideration.decidedOn) return refused('wrong-day')
	const { zone } = law.profile.time
	await tx
		.update(considerations)
		.set({ statement, statementAt: dayIn(zone, now) === on ? now : startOfDay(zone, on) })
		.where(eq(considerations.id, consideration.id))
	if (dutiesOf(law.profile).includes(STATEMENT))
		await tx
			.insert(considerationDuties)
			.values({
				considerationId: consideration.id,
				duty: STATEMENT,
				doneOn: on,
				note: '',
				at: now,
				by: String(act.actor.personId),
			})
			.onConflictDoNothing()
	await recordPetitionStep(tx, opened.value, act, 'statement-made')
	await tellStarter(tx, petition, 'petition-statement', { bodyId: consideration.bodyId }, now)
	return done(null)
}
