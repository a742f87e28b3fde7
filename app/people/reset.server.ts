import { and, eq, isNull } from 'drizzle-orm'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { people } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { alertOwner } from './alert.server.ts'
import { CODE_MINUTES, newCode, spendCode } from './code.server.ts'
import { personByEmail } from './find.server.ts'
import { recordOf } from './record.server.ts'
import { closeAllSessions } from './session-rows.server.ts'

interface Asking {
	email: string
	secretKey: string
	now: Date
}

/** A letter with a code, if somebody has an account under this address; nothing is said either way. */
export async function requestReset(tx: Writer, { email, secretKey, now }: Asking): Promise<void> {
	const person = await personByEmail(tx, email)
	if (!person) return
	const { id, code } = await newCode(tx, { personId: person.id, purpose: 'reset', secretKey, now })
	await writeNotice(tx, {
		notice: 'reset-password',
		recipient: person.email,
		language: person.language,
		values: { code, minutes: CODE_MINUTES, path: `/reset/new?letter=${id}&code=${code}` },
		now,
	})
}

export interface Resetting {
	/** The address it was sent to, or the letter it came with. */
	email?: string
	letter?: string
	code: string
	passwordHash: string
	secretKey: string
	now: Date
}

/** A new password by a code from a letter. It also proves the address, and ends every session. */
export async function resetPassword(
	tx: Writer,
	{ email, letter, code, passwordHash, secretKey, now }: Resetting,
): Promise<Outcome<{ personId: string }, 'code'>> {
	const person = email ? await personByEmail(tx, email) : undefined
	if (!letter && !person) return refused('code')
	const spent = await spendCode(tx, {
		purpose: 'reset',
		personId: person?.id,
		letter: person ? undefined : letter,
		code,
		secretKey,
		now,
	})
	if (!spent) return refused('code')
	await tx
		.update(people)
		.set({ emailConfirmedAt: now, assuranceLevel: 1 })
		.where(and(eq(people.id, spent.personId), isNull(people.emailConfirmedAt)))
	await setPassword(tx, { personId: spent.personId, passwordHash, now })
	return done({ personId: spent.personId })
}

/** Whoever was signed in with the old password is signed out. */
export async function setPassword(
	tx: Writer,
	{ personId, passwordHash, now }: { personId: string; passwordHash: string; now: Date },
): Promise<void> {
	await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
	await closeAllSessions(tx, personId)
	await recordOf(tx, { personId, type: 'password-changed', now })
	await alertOwner(tx, personId, { notice: 'password-changed', path: '/reset', now })
}
