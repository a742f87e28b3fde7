import { hash } from 'node:crypto'
import { and, desc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm'
import { generateIdFromEntropySize } from 'lucia'
import { prepared } from '#db/prepared.ts'
import { factors } from '#db/schema/factors.ts'
import { people, type Role, roles, type SESSION_PROOFS, sessions } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'
import { extendedEnd, isOver, sessionEnd, sessionLimits } from './session.ts'
import { provenRegion, SIGNING_PERSON, type SigningPerson } from './signer.server.ts'

/** Whom a session belongs to, as they are at this moment. */
export interface SessionOwner {
	person: SigningPerson & { id: string; language: string; assuranceLevel: number }
	roles: { role: Role; bodyId: string | null }[]
	/** The highest proof shown since signing in. */
	level: number
	/** When a second factor was shown in it last. */
	factorAt: Date | null
	/** Whether there is a second factor to show. */
	hasFactor: boolean
	signedInAt: Date
	/** The later end that the session has earned by being used. */
	extendTo?: Date
}

/** What somebody showed to open a session, and how much it proves. */
export interface Shown {
	level: number
	proof: (typeof SESSION_PROOFS)[number]
	/** A second factor was shown with it. */
	factorAt?: Date | null
	/** It was the first to say who the owner is: whoever is signed in here has not shown that the account is theirs. */
	first?: boolean
}

/** The id is known to the browser only; the table keeps its hash. */
const hashed = (id: string) => hash('sha256', id)

/** Gives a new id, always: one that was known before signing in is worth nothing afterwards. */
export async function openSession(
	tx: Writer,
	{
		personId,
		device,
		level,
		proof,
		factorAt,
		now,
		createdAt = now,
	}: Omit<Shown, 'first'> & { personId: string; device?: string | null; createdAt?: Date; now: Date },
): Promise<string> {
	const id = generateIdFromEntropySize(25)
	const limits = sessionLimits(await rolesOf(tx, personId))
	await tx.insert(sessions).values({
		id: hashed(id),
		personId,
		createdAt,
		seenAt: now,
		expiresAt: sessionEnd(createdAt, limits, now),
		device,
		level,
		proof,
		factorAt,
	})
	return id
}

/** Roles are read each time: one that has ended opens nothing any more. */
export async function ownerOf(read: Reader, id: string, now: Date): Promise<SessionOwner | undefined> {
	const rows = await sessionRows(read).execute({ id: hashed(id) })
	const [first] = rows
	if (!first) return undefined
	const held = rows.flatMap(({ role }) => (role ? [role] : []))
	const limits = sessionLimits(held)
	if (isOver(first.session, limits, now)) return undefined
	return {
		person: { ...first.person, region: first.region },
		roles: held,
		level: first.session.level,
		factorAt: first.session.factorAt,
		hasFactor: first.hasFactor,
		signedInAt: first.session.createdAt,
		extendTo: extendedEnd(first.session, limits, now),
	}
}

// Each page begins with this query, so it asks for no more than they need.
const SESSION = {
	createdAt: sessions.createdAt,
	expiresAt: sessions.expiresAt,
	level: sessions.level,
	factorAt: sessions.factorAt,
}
const PERSON = {
	...SIGNING_PERSON,
	id: people.id,
	language: people.language,
	assuranceLevel: people.assuranceLevel,
}

const sessionRows = prepared((read) =>
	read
		.select({
			session: SESSION,
			person: PERSON,
			region: provenRegion(read),
			role: { role: roles.role, bodyId: roles.bodyId },
			hasFactor: sql`exists ${factorsOf(read)}`.mapWith(Boolean),
		})
		.from(sessions)
		.innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.closedAt)))
		.leftJoin(roles, and(eq(roles.personId, people.id), isNull(roles.endedAt)))
		.where(eq(sessions.id, sql.placeholder('id'))),
)

/** When the session was opened and how, and when a second factor was shown in it. */
export async function shownIn(read: Reader, id: string) {
	const [session] = await read
		.select({ createdAt: sessions.createdAt, proof: sessions.proof, factorAt: sessions.factorAt })
		.from(sessions)
		.where(eq(sessions.id, hashed(id)))
	return session
}

export async function extendSession(
	tx: Writer,
	id: string,
	{ expiresAt, now }: { expiresAt: Date; now: Date },
): Promise<void> {
	await tx
		.update(sessions)
		.set({ expiresAt, seenAt: now })
		.where(eq(sessions.id, hashed(id)))
}

/** A second factor was shown in it now. */
export async function markFactor(tx: Writer, id: string, now: Date): Promise<void> {
	await tx
		.update(sessions)
		.set({ factorAt: now })
		.where(eq(sessions.id, hashed(id)))
}

/** Gives what was shown in it, for a session that takes its place. */
export async function closeSession(
	tx: Writer,
	id: string,
): Promise<typeof sessions.$inferSelect | undefined> {
	const [closed] = await tx
		.delete(sessions)
		.where(eq(sessions.id, hashed(id)))
		.returning()
	return closed
}

/** The sessions of a person that still run, the newest first, for their own eyes. */
export async function sessionsOf(
	read: Reader,
	{ personId, now, id }: { personId: string; now: Date; id: string },
) {
	const rows = await read
		.select({
			key: sessions.id,
			device: sessions.device,
			createdAt: sessions.createdAt,
			seenAt: sessions.seenAt,
		})
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.createdAt), sessions.id)
	return rows.map((row) => ({ ...row, here: row.key === hashed(id) }))
}

/** Ends one session of a person by its key on their list. */
export async function closeOneSession(tx: Writer, personId: string, key: string): Promise<void> {
	await tx.delete(sessions).where(and(eq(sessions.id, key), eq(sessions.personId, personId)))
}

export async function closeOtherSessions(tx: Writer, personId: string, id: string): Promise<void> {
	await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, hashed(id))))
}

export async function closeAllSessions(tx: Writer, personId: string): Promise<void> {
	await tx.delete(sessions).where(eq(sessions.personId, personId))
}

/** For the duties: sessions that ended are kept by nobody. */
export async function forgetOldSessions(tx: Writer, now: Date): Promise<void> {
	await tx.delete(sessions).where(lte(sessions.expiresAt, now))
}

const factorsOf = (read: Reader) =>
	read.select({ id: factors.id }).from(factors).where(eq(factors.personId, people.id))

function rolesOf(read: Reader, personId: string) {
	return read
		.select({ role: roles.role, bodyId: roles.bodyId })
		.from(roles)
		.where(and(eq(roles.personId, personId), isNull(roles.endedAt)))
}
