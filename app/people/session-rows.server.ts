import { createHash } from 'node:crypto'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { generateIdFromEntropySize } from 'lucia'
import { people, type Role, roles, sessions } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'
import { extendedEnd, isOver, sessionEnd, sessionLimits } from './session.ts'

/** Whom a session belongs to, as they are at this moment. */
export interface SessionOwner {
	person: typeof people.$inferSelect
	roles: { role: Role; bodyId: string | null }[]
	/** The later end that the session has earned by being used. */
	extendTo?: Date
}

/** The id is known to the browser only; the table keeps its hash. */
const hashed = (id: string) => createHash('sha256').update(id).digest('hex')

/** Gives a new id, always: one that was known before signing in is worth nothing afterwards. */
export async function openSession(
	tx: Writer,
	{ personId, now }: { personId: string; now: Date },
): Promise<string> {
	const id = generateIdFromEntropySize(25)
	const limits = sessionLimits(await rolesOf(tx, personId))
	await tx
		.insert(sessions)
		.values({ id: hashed(id), personId, createdAt: now, expiresAt: sessionEnd(now, limits, now) })
	return id
}

/** Roles are read each time: one that has ended opens nothing any more. */
export async function ownerOf(read: Reader, id: string, now: Date): Promise<SessionOwner | undefined> {
	const rows = await read
		.select({ session: sessions, person: people, role: { role: roles.role, bodyId: roles.bodyId } })
		.from(sessions)
		.innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.closedAt)))
		.leftJoin(roles, and(eq(roles.personId, people.id), isNull(roles.endedAt)))
		.where(eq(sessions.id, hashed(id)))
	const [first] = rows
	if (!first) return undefined
	const held = rows.flatMap(({ role }) => (role ? [role] : []))
	const limits = sessionLimits(held)
	if (isOver(first.session, limits, now)) return undefined
	return { person: first.person, roles: held, extendTo: extendedEnd(first.session, limits, now) }
}

export async function extendSession(tx: Writer, id: string, expiresAt: Date): Promise<void> {
	await tx
		.update(sessions)
		.set({ expiresAt })
		.where(eq(sessions.id, hashed(id)))
}

export async function closeSession(tx: Writer, id: string): Promise<void> {
	await tx.delete(sessions).where(eq(sessions.id, hashed(id)))
}

export async function closeAllSessions(tx: Writer, personId: string): Promise<void> {
	await tx.delete(sessions).where(eq(sessions.personId, personId))
}

/** For the duties: sessions that ended are kept by nobody. */
export async function forgetOldSessions(tx: Writer, now: Date): Promise<void> {
	await tx.delete(sessions).where(lte(sessions.expiresAt, now))
}

function rolesOf(read: Reader, personId: string) {
	return read
		.select({ role: roles.role, bodyId: roles.bodyId })
		.from(roles)
		.where(and(eq(roles.personId, personId), isNull(roles.endedAt)))
}
