import { and, count, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { alertOwner } from '#app/people/alert.server.ts'
import { recordOf } from '#app/people/record.server.ts'
import { factors, recoveryCodes } from '#db/schema/factors.ts'
import type { Writer } from '#db/store.ts'
import { encrypt } from './encrypted.server.ts'
import { type AddRefusal, isFactorFresh, type Owner, refusalToAdd } from './fresh.ts'
import type { NewPasskey } from './passkey.server.ts'
import { newRecoveryCodes, recoveryCodesLeft } from './recovery.server.ts'
import { stepOf } from './totp.ts'

interface Adding {
	owner: Owner
	name: string
	secretKey: string
	now: Date
}

/** With the first factor come the recovery codes, to be shown once. */
type Added = { recovery: string[] | null }

/** The application has shown that it has the secret: it gave the code of this half minute. */
export async function addTotp(
	tx: Writer,
	adding: Adding & { secret: string; code: string },
): Promise<Outcome<Added, AddRefusal | 'factorWrong'>> {
	const { owner, secret, code, secretKey, now } = adding
	const step = stepOf(secret, code, now)
	if (step === undefined) return refused('factorWrong')
	return add(tx, adding, {
		kind: 'totp',
		secret: encrypt(secret, { secretKey, owner: owner.personId }),
		lastStep: step,
	})
}

export async function addPasskey(
	tx: Writer,
	{ passkey, ...adding }: Adding & { passkey: NewPasskey },
): Promise<Outcome<Added, AddRefusal>> {
	return add(tx, adding, { kind: 'passkey', ...passkey })
}

async function add(
	tx: Writer,
	{ owner, name, secretKey, now }: Adding,
	factor: Omit<typeof factors.$inferInsert, 'id' | 'personId' | 'name' | 'createdAt'>,
): Promise<Outcome<Added, AddRefusal>> {
	const { personId } = owner
	const refusal = refusalToAdd(owner, await howMany(tx, personId), now)
	if (refusal) return refused(refusal)
	await tx
		.insert(factors)
		.values({ id: crypto.randomUUID(), personId, name, createdAt: now, lastUsedAt: now, ...factor })
	await recordOf(tx, { personId, type: 'factor-added', details: { kind: factor.kind }, now })
	await alertOwner(tx, personId, { notice: 'factor-added', path: '/account/factors', values: { name }, now })
	const without = (await recoveryCodesLeft(tx, personId)) === 0
	return done({ recovery: without ? await newRecoveryCodes(tx, { personId, secretKey, now }) : null })
}

/** Whoever works in the name of a body keeps one factor at least. */
export async function removeFactor(
	tx: Writer,
	{ owner, isOfficial, factorId, now }: { owner: Owner; isOfficial: boolean; factorId: string; now: Date },
): Promise<Outcome<null, 'factorNeeded' | 'no-factor' | 'lastFactor'>> {
	const { personId } = owner
	if (!isFactorFresh(owner, now)) return refused('factorNeeded')
	const its = and(eq(factors.id, factorId), eq(factors.personId, personId))
	const [factor] = await tx.select({ name: factors.name, kind: factors.kind }).from(factors).where(its)
	if (!factor) return refused('no-factor')
	const last = (await howMany(tx, personId)) === 1
	if (last && isOfficial) return refused('lastFactor')
	await tx.delete(factors).where(its)
	if (last) await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
	await recordOf(tx, { personId, type: 'factor-removed', details: { kind: factor.kind }, now })
	await alertOwner(tx, personId, {
		notice: 'factor-removed',
		path: '/account/factors',
		values: { name: factor.name },
		now,
	})
	return done(null)
}

export async function renewRecoveryCodes(
	tx: Writer,
	{ owner, secretKey, now }: Omit<Adding, 'name'>,
): Promise<Outcome<{ recovery: string[] }, 'factorNeeded' | 'no-factor'>> {
	const { personId } = owner
	if (!isFactorFresh(owner, now)) return refused('factorNeeded')
	if ((await howMany(tx, personId)) === 0) return refused('no-factor')
	await recordOf(tx, { personId, type: 'recovery-codes-renewed', now })
	await alertOwner(tx, personId, { notice: 'recovery-renewed', path: '/account/factors', now })
	return done({ recovery: await newRecoveryCodes(tx, { personId, secretKey, now }) })
}

async function howMany(tx: Writer, personId: string): Promise<number> {
	const [had] = await tx.select({ count: count() }).from(factors).where(eq(factors.personId, personId))
	return had?.count ?? 0
}
