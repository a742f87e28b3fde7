import { type Filing, keysForFiling, type Receipt, submitInquiry } from '#app/inquiries/submit.server.ts'
import { storeCalendars } from '#app/jurisdictions/store-calendar.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { bodies, offices, officials, tenures } from '#db/schema/bodies.ts'
import { people, type Role, roles } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from './fresh-store.ts'

const words = (text: string) => ({ kk: text, ru: text, en: text })
/** A second factor shown once and for all: what a test is about is seldom this. */
const ALWAYS = new Date('9999-01-01T00:00:00Z')
const founded = new Date('2025-01-06T04:00:00Z')

export const SECRET_KEY = 'a secret key that only the tests know'

/** The bodies, people and calendars that most tests need, in a database of their own. */
export interface World {
	store: Store
	/** Who acts: `actors.author`, and `actors['ENV:approver']` for each role in ENV, HSG and GOV. */
	actors: Record<string, Actor> & {
		author: Actor
		stranger: Actor
		administrator: Actor
		overseer: Actor
		moderator: Actor
	}
	/** Files a question to ENV; the test names only what matters. */
	file: (over?: Partial<Filing>) => Promise<Receipt>
}

/** GOV is the superior of ENV and HSG; ENV has the office `minister`; every role is held once. */
export async function aWorld(opened?: Store): Promise<World> {
	const store = opened ?? (await freshStore())
	const actors: Record<string, Actor> = {}
	await store.write('world', async (tx) => {
		await storeCalendars(tx, founded)
		await tx.insert(bodies).values(
			['GOV', 'ENV', 'HSG'].map((code) => ({
				id: code,
				code,
				names: words(`Body ${code}`),
				parentId: code === 'GOV' ? null : 'GOV',
				deskEmail: `${code.toLowerCase()}@demo.example`,
			})),
		)
		await tx
			.insert(offices)
			.values({ id: 'minister', slug: 'minister', bodyId: 'ENV', names: words('Minister') })
		await tx.insert(officials).values({ id: 'holder', names: words('Holder') })
		await tx
			.insert(tenures)
			.values({ id: 'tenure', officeId: 'minister', officialId: 'holder', from: '2024-01-01' })
		for (const bodyId of ['GOV', 'ENV', 'HSG'])
			for (const role of ['clerk', 'executor', 'approver'] as const)
				actors[`${bodyId}:${role}`] = await add(role, bodyId)
		for (const role of ['administrator', 'overseer', 'moderator'] as const)
			actors[role] = await add(role, null)
		for (const name of ['author', 'stranger']) actors[name] = await add(null, null, name)

		async function add(role: Role | null, bodyId: string | null, name: string = role ?? ''): Promise<Actor> {
			const personId = [bodyId, name].filter(Boolean).join('-')
			const email = `${personId}@demo.example`
			await tx.insert(people).values({
				id: personId,
				email,
				emailFolded: email.toLowerCase(),
				emailConfirmedAt: founded,
				fullName: `${name} ${bodyId ?? ''}`.trim(),
				language: 'en',
				assuranceLevel: 1,
				createdAt: founded,
			})
			if (!role) return { personId, roles: [], level: 1, factorUntil: ALWAYS }
			await tx.insert(roles).values({ id: `role-${personId}`, personId, role, bodyId, grantedAt: founded })
			return { personId, roles: [{ role, bodyId }], level: 1, factorUntil: ALWAYS }
		}
	})

	const file = (over: Partial<Filing> = {}) => {
		const filing = aFiling(over)
		return store.write(keysForFiling(filing.bodyId, filing.leadId), (tx) => submitInquiry(tx, filing))
	}
	return { store, actors: actors as World['actors'], file }
}

/** A question of `author` to the minister of ENV, received on Monday 12 January 2026 at noon. */
export function aFiling(over: Partial<Filing> = {}): Filing {
	const receivedAt = over.receivedAt ?? new Date('2026-01-12T12:00:00+05:00')
	return {
		profileId: 'KZ',
		kind: 'request',
		channel: 'web',
		visibility: 'public',
		language: 'en',
		subject: 'Where do batteries go',
		text: 'Where do batteries go after they are collected?',
		bodyId: 'ENV',
		officeId: 'minister',
		author: { personId: 'author', name: 'author', publicName: 'A.', assuranceLevel: 1 },
		by: 'author',
		secretKey: SECRET_KEY,
		receivedAt,
		now: over.now ?? receivedAt,
		...over,
	}
}
