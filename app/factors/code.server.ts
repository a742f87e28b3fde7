import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { alertOwner } from '#app/people/alert.server.ts'
import { factors } from '#db/schema/factors.ts'
import type { Writer } from '#db/store.ts'
import { decrypt } from './encrypted.server.ts'
import { recoveryCodesLeft, spendRecoveryCode } from './recovery.server.ts'
import { stepOf } from './totp.ts'

interface Showing {
	personId: string
	/** As it was typed: from the application, or one of the recovery codes. */
	code: string
	secretKey: string
	now: Date
}

/** Whether the code is one of theirs. It is worth nothing afterwards. */
export async function showCode(tx: Writer, showing: Showing): Promise<Outcome<null, 'factorWrong'>> {
	const digits = showing.code.replace(/\s/g, '')
	if (/^\d{6}$/.test(digits)) {
		return (await spendTotp(tx, { ...showing, code: digits })) ? done(null) : refused('factorWrong')
	}
	if (!(await spendRecoveryCode(tx, showing))) return refused('factorWrong')
	const { personId, now } = showing
	const left = await recoveryCodesLeft(tx, personId)
	await alertOwner(tx, personId, { notice: 'recovery-used', path: '/account/factors', values: { left }, now })
	return done(null)
}

async function spendTotp(tx: Writer, { personId, code, secretKey, now }: Showing): Promise<boolean> {
	const applications = await tx
		.select({ id: factors.id, secret: factors.secret })
		.from(factors)
		.where(and(eq(factors.personId, personId), eq(factors.kind, 'totp')))
	for (const { id, secret } of applications) {
		const step = stepOf(decrypt(String(secret), { secretKey, owner: personId }), code, now)
		if (step === undefined) continue
		const spent = await tx
			.update(factors)
			.set({ lastStep: step, lastUsedAt: now })
			.where(and(eq(factors.id, id), or(isNull(factors.lastStep), lt(factors.lastStep, step))))
			.returning({ id: factors.id })
		if (spent.length > 0) return true
	}
	return false
}
