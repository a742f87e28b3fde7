import { createHmac } from 'node:crypto'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type IDENTITY_KINDS, identities, people, sessions } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { alertOwner } from './alert.server.ts'
import type { Person } from './find.server.ts'
import { recordOf } from './record.server.ts'

/** Who somebody was shown to be by a state identity or a digital signature. */
export interface Identity {
	kind: (typeof IDENTITY_KINDS)[number]
	/** The provider's name in the configuration; 'eds' for signatures. */
	provider: string
	identifierHash: string
	fullName: string
	region?: string | null
	level: number
}

/** What is kept of a national identifier, as `identifierIn` writes it: without the key it cannot be guessed. */
export const identifierHash = (identifier: string): string =>
	createHmac('sha256', configuration().IDENTITY_KEY).update(`identifier:${identifier}`).digest('base64url')

/** The key to hold for what is decided about a human, whichever proof they show. */
export const identityKey = (hash: string) => `identity:${hash}`

export interface SigningInWith extends Identity {
	/** Of the letters and pages, if an account is made now. */
	language: string
	now: Date
}

export type IdentityRefusal = 'unlinked' | 'closed'

/**
 * The account of the human whom a proof shows; made now if there is none yet. A proof that its owner took off
 * opens nothing, and makes no second account either.
 */
export async function signInWithIdentity(
	tx: Writer,
	{ language, now, ...identity }: SigningInWith,
): Promise<Outcome<{ personId: string; created: boolean }, IdentityRefusal>> {
	const person = await personIdentifiedBy(tx, identity.identifierHash)
	if (person?.closedAt) return refused('closed')
	if (person) {
		if ((await linkTo(tx, person.id, identity))?.unlinkedAt) return refused('unlinked')
		await keep(tx, person, identity, now)
		return done({ personId: person.id, created: false })
	}
	const personId = crypto.randomUUID()
	const { fullName, identifierHash, level } = identity
	const made = { id: personId, fullName, identifierHash, language, assuranceLevel: level, createdAt: now }
	const [created] = await tx.insert(people).values(made).returning()
	if (!created) throw new Error('no account was made')
	await keep(tx, created, identity, now)
	return done({ personId, created: true })
}

export type LinkRefusal = 'no-person' | 'elsewhere' | 'somebody-else'

/**
 * Adds a proof to the account of whoever is signed in. It must show the same human as those that are there; the
 * first one says who that is, and so proves nothing of whose the account was.
 */
export async function linkIdentity(
	tx: Writer,
	{ personId, now, ...identity }: Identity & { personId: string; now: Date },
): Promise<Outcome<{ personId: string; first: boolean }, LinkRefusal>> {
	const fits = await personToLink(tx, personId, identity.identifierHash)
	if (!fits.ok) return fits
	const person = fits.value
	await keep(tx, person, identity, now)
	return done({ personId, first: person.identifierHash === null })
}

/** The account, if a proof of this human may stand on it. */
export async function personToLink(
	tx: Writer,
	personId: string,
	hash: string,
): Promise<Outcome<Person, LinkRefusal>> {
	const [person] = await tx
		.select()
		.from(people)
		.where(and(eq(people.id, personId), isNull(people.closedAt)))
	if (!person) return refused('no-person')
	const holder = await personIdentifiedBy(tx, hash)
	if (holder && holder.id !== personId) return refused('elsewhere')
	if (person.identifierHash && person.identifierHash !== hash) return refused('somebody-else')
	return done(person)
}

/** The proofs that are on the account now, oldest first. */
export const identitiesOf = (read: Reader, personId: string) =>
	read
		.select()
		.from(identities)
		.where(and(eq(identities.personId, personId), isNull(identities.unlinkedAt)))
		.orderBy(asc(identities.linkedAt), asc(identities.id))

/** Takes a proof off: it opens the account no more, here and in every session. The last way in stays. */
export async function unlinkIdentity(
	tx: Writer,
	{ personId, identityId, now }: { personId: string; identityId: string; now: Date },
): Promise<Outcome<null, 'not-found' | 'last-way-in'>> {
	const [person] = await tx.select().from(people).where(eq(people.id, personId))
	const linked = await identitiesOf(tx, personId)
	const identity = linked.find(({ id }) => id === identityId)
	if (!person || !identity) return refused('not-found')
	const others = linked.filter((one) => one !== identity)
	const byLetter = person.emailConfirmedAt !== null
	if (others.length === 0 && !byLetter) return refused('last-way-in')

	await tx.update(identities).set({ unlinkedAt: now }).where(eq(identities.id, identityId))
	const level = Math.max(byLetter ? 1 : 0, ...others.map((one) => one.level))
	await tx.update(people).set({ assuranceLevel: level }).where(eq(people.id, personId))
	await tx
		.update(sessions)
		.set({ level })
		.where(and(eq(sessions.personId, personId), gt(sessions.level, level)))
	await tell(tx, personId, 'identity-unlinked', identity, now)
	return done(null)
}

/** Only a proof that is new, or on again, is put on the record; the first one says the person's name in law. */
async function keep(tx: Writer, person: Person, identity: Identity, now: Date): Promise<void> {
	const { kind, provider, level, region = null } = identity
	const linked = await tx.$count(
		identities,
		and(eq(identities.personId, person.id), isNull(identities.unlinkedAt)),
	)
	const before = await linkTo(tx, person.id, identity)
	const shown = { level, region, lastUsedAt: now }
	if (!before) {
		const id = crypto.randomUUID()
		await tx.insert(identities).values({ id, personId: person.id, kind, provider, linkedAt: now, ...shown })
	} else {
		const on = before.unlinkedAt ? { ...shown, linkedAt: now, unlinkedAt: null } : shown
		await tx.update(identities).set(on).where(eq(identities.id, before.id))
	}
	await tx
		.update(people)
		.set({
			identifierHash: identity.identifierHash,
			assuranceLevel: Math.max(person.assuranceLevel, level),
			...(linked ? {} : { fullName: identity.fullName }),
		})
		.where(eq(people.id, person.id))
	if (before && !before.unlinkedAt) return
	await tell(tx, person.id, 'identity-linked', identity, now)
}

/** On the record, and to the owner: whoever else did it must not stay unseen. */
async function tell(
	tx: Writer,
	personId: string,
	type: 'identity-linked' | 'identity-unlinked',
	{ kind, provider }: Pick<Identity, 'kind' | 'provider'>,
	now: Date,
): Promise<void> {
	await recordOf(tx, { personId, type, details: { kind, provider }, now })
	await alertOwner(tx, personId, {
		notice: type,
		path: '/account/identity',
		values: { [kind]: provider },
		now,
	})
}

async function personIdentifiedBy(tx: Writer, hash: string): Promise<Person | undefined> {
	const [person] = await tx.select().from(people).where(eq(people.identifierHash, hash))
	return person
}

async function linkTo(tx: Writer, personId: string, { kind, provider }: Identity) {
	const [link] = await tx
		.select()
		.from(identities)
		.where(
			and(eq(identities.personId, personId), eq(identities.kind, kind), eq(identities.provider, provider)),
		)
	return link
}
