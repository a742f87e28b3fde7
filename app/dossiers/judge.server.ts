import { and, eq } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { documentVersions, hearingDocuments, hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

export type JudgingRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'not-later' | 'already'

/**
 * The chair decides, with a reason, whether a version that came after the announcement changes what is heard. If it
 * does, the announcement begins anew (ENV 73(17): a substantial change that was not heard wants a hearing of its own).
 */
export async function judgeVersion(
	tx: Writer,
	act: ActingOnHearing & { documentId: string; version: number; material: boolean; reason: string },
): Promise<Outcome<null, JudgingRefusal>> {
	const opened = await openHearing(tx, 'judge-version', act)
	if (!opened.ok) return opened
	const { documentId, version, material, reason, now } = act
	const which = and(eq(documentVersions.documentId, documentId), eq(documentVersions.version, version))
	const [found] = await tx
		.select({
			party: hearingDocuments.party,
			frozenAt: documentVersions.frozenAt,
			judgedAt: documentVersions.materialAt,
		})
		.from(documentVersions)
		.innerJoin(hearingDocuments, eq(hearingDocuments.id, documentVersions.documentId))
		.where(and(which, eq(hearingDocuments.hearingId, act.hearingId)))
	if (!found) return refused('not-found')
	// What others think of the project changes nothing in the project.
	if (found.frozenAt || found.party === 'other') return refused('not-later')
	if (found.judgedAt) return refused('already')
	await tx.update(documentVersions).set({ material, materialReason: reason, materialAt: now }).where(which)
	if (material)
		await tx
			.update(hearings)
			.set({ renewReason: 'substantial_change', updatedAt: now })
			.where(eq(hearings.id, act.hearingId))
	await recordHearingStep(tx, opened.value, act, 'version-judged', { documentId, version, material })
	return done(null)
}
