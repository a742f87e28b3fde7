import { type Hearing, hearingById } from '#app/hearings/hearing.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { type HearingOfficer, hearingOfficers, hearings, hearingTexts } from '#db/schema/hearings.ts'
import type { Store } from '#db/store.ts'

/** Announced on Thursday 12 March 2026, held on Tuesday 14 April at ten in Almaty (law.md V32). */
export const ANNOUNCED = new Date('2026-03-12T05:00:00Z')
export const STARTS = new Date('2026-04-14T05:00:00Z')

let number = 0

/**
 * A hearing by ENV of a project of `author`, announced; a test names only what matters. Of the people given as
 * officers, each has the part that is named.
 */
export async function aHearing(
	store: Store,
	over: Partial<typeof hearings.$inferInsert> = {},
	officers: Partial<Record<HearingOfficer, Actor>> = {},
): Promise<Hearing> {
	return store.write('a hearing', async (tx) => {
		const [row] = await tx
			.insert(hearings)
			.values({
				number: `H-2026-${String(++number).padStart(6, '0')}-0`,
				state: 'announced',
				form: 'open_meeting',
				bodyId: 'ENV',
				language: 'en',
				profileId: 'KZ',
				profileVersion: '2026-03',
				initiatorId: 'author',
				initiatorName: 'Sample Resort LLP',
				initiatorContact: '1 Sample Street, office@resort.example',
				commentsAddress: 'remarks@env.example',
				createdAt: ANNOUNCED,
				updatedAt: ANNOUNCED,
				postedAt: ANNOUNCED,
				announcedAt: ANNOUNCED,
				notices: 1,
				startsAt: STARTS,
				startsOn: '2026-04-14',
				endsOn: '2026-04-14',
				remarksUntil: '2026-04-09',
				remarksCloseAt: new Date('2026-04-09T19:00:00Z'),
				queueSeed: 'a published seed',
				...over,
			})
			.returning()
		if (!row) throw new Error('no hearing was made')
		await tx.insert(hearingTexts).values({
			hearingId: row.id,
			language: 'en',
			title: `A hearing ${row.id}`,
			subject: 'A resort is to be built.',
			html: '<p>A resort is to be built.</p>',
			place: 'Sample Hall',
			updatedAt: ANNOUNCED,
		})
		for (const [role, { personId }] of Object.entries(officers) as [HearingOfficer, Actor][])
			await tx.insert(hearingOfficers).values({
				hearingId: row.id,
				personId: String(personId),
				role,
				name: `The ${role}`,
				appointedAt: ANNOUNCED,
			})
		const hearing = await hearingById(tx, row.id)
		if (!hearing) throw new Error('no hearing was made')
		return hearing
	})
}
