import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { coverageOf } from '#app/remarks/coverage.server.ts'
import { groupById } from '#app/remarks/group.server.ts'
import { type Submission, submitRemark } from '#app/remarks/submit.server.ts'
import { people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'

/** A week before written remarks end. */
export const REMARKED_AT = new Date('2026-04-02T06:00:00Z')

/** A hundred words, of which each letter of the campaign has all. */
export const CAMPAIGN = Array.from(
	{ length: 100 },
	(_, n) => `${['The', 'valley', 'keeps', 'its', 'water', 'and', 'its'][n % 7]}${n > 6 ? n : ''}`,
).join(' ')

export const aSubmission = (hearing: Hearing, over: Partial<Submission> = {}): Submission => ({
	hearingId: hearing.id,
	actor: { personId: 'author', roles: [], level: 1 },
	position: 'against',
	affiliation: 'resident',
	language: 'en',
	text: 'The lower station stands in the wood.',
	published: true,
	showName: true,
	region: 'KZ-75',
	now: REMARKED_AT,
	...over,
})

/** Hands a remark in, for a test that is not about whether it is taken. */
export async function aRemark(store: Store, hearing: Hearing, over: Partial<Submission> = {}) {
	const outcome = await store.write(hearingKey(hearing.id), (tx) =>
		submitRemark(tx, aSubmission(hearing, over)),
	)
	if (!outcome.ok) throw new Error(outcome.refusal)
	const group = await groupById(store.readOwn, hearing.id, outcome.value.groupId)
	if (!group) throw new Error('no group')
	return { ...outcome.value, group }
}

/** People with an address of their own: `crowd-0`, `crowd-1`. */
export async function aCrowd(store: Store, size: number): Promise<string[]> {
	const rows = Array.from({ length: size }, (_, n) => ({
		id: `crowd-${n}`,
		email: `crowd-${n}@demo.example`,
		emailFolded: `crowd-${n}@demo.example`,
		emailConfirmedAt: REMARKED_AT,
		fullName: `Name${n} Surname`,
		language: 'en' as const,
		assuranceLevel: 1,
		createdAt: REMARKED_AT,
	}))
	await store.write('crowd', async (tx) => {
		for (let at = 0; at < rows.length; at += 500) await tx.insert(people).values(rows.slice(at, at + 500))
	})
	return rows.map(({ id }) => id)
}

export const coverage = (store: Store, hearing: Hearing) => coverageOf(store.readOwn, hearing.id)
