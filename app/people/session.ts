import type { Role } from '#db/schema/people.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How long a session lasts: unused for so long, or from its beginning for so long, whichever ends first. */
export interface SessionLimits {
	idleMs: number
	absoluteMs: number
}

const CITIZEN: SessionLimits = { idleMs: 14 * DAY, absoluteMs: 60 * DAY }
/** Who can sign, route or hide in the name of a body stays signed in for a working day. */
const OFFICE: SessionLimits = { idleMs: 8 * HOUR, absoluteMs: 24 * HOUR }

export function sessionLimits(roles: readonly { role: Role }[]): SessionLimits {
	return roles.length > 0 ? OFFICE : CITIZEN
}

interface SessionTimes {
	createdAt: Date
	expiresAt: Date
}

/** When a session that is used now ends, if it is not used again. */
export function sessionEnd(createdAt: Date, limits: SessionLimits, now: Date): Date {
	return new Date(Math.min(now.getTime() + limits.idleMs, createdAt.getTime() + limits.absoluteMs))
}

export function isOver({ createdAt, expiresAt }: SessionTimes, limits: SessionLimits, now: Date): boolean {
	return now >= expiresAt || now.getTime() >= createdAt.getTime() + limits.absoluteMs
}

/**
 * The new end of a session in use, when it is worth a write: at most twenty times in one idle limit.
 * It comes nearer when the person has been given a role since.
 */
export function extendedEnd(session: SessionTimes, limits: SessionLimits, now: Date): Date | undefined {
	const end = sessionEnd(session.createdAt, limits, now)
	const moved = Math.abs(end.getTime() - session.expiresAt.getTime())
	return moved > limits.idleMs / 20 ? end : undefined
}
