import { createHmac, randomInt } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { recoveryCodes } from '#db/schema/factors.ts'
import type { Reader, Writer } from '#db/store.ts'

const CODES = 10
const LENGTH = 10
/** Without what is taken for something else when it is read from paper: 0 and o, 1, i and l. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'

interface Owner {
	personId: string
	secretKey: string
	now: Date
}

/** Ten codes to print. Those from before open nothing any more. They are shown now and never again. */
export async function newRecoveryCodes(tx: Writer, { personId, secretKey, now }: Owner): Promise<string[]> {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
	const codes = Array.from({ length: CODES }, newCode)
	await tx.insert(recoveryCodes).values(
		codes.map((code) => ({
			id: crypto.randomUUID(),
			personId,
			codeHash: hashOf(code, personId, secretKey),
			createdAt: now,
		})),
	)
	return codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`)
}

/** Uses the code up, if it is one of theirs. */
export async function spendRecoveryCode(
	tx: Writer,
	{ personId, code, secretKey, now }: Owner & { code: string },
): Promise<boolean> {
	const plain = code.toLowerCase().replace(/[^0-9a-z]/g, '')
	const spent = await tx
		.update(recoveryCodes)
		.set({ usedAt: now })
		.where(
			and(
				eq(recoveryCodes.personId, personId),
				eq(recoveryCodes.codeHash, hashOf(plain, personId, secretKey)),
				isNull(recoveryCodes.usedAt),
			),
		)
		.returning({ id: recoveryCodes.id })
	return spent.length > 0
}

export async function recoveryCodesLeft(read: Reader, personId: string): Promise<number> {
	const [left] = await read
		.select({ count: count() })
		.from(recoveryCodes)
		.where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
	return left?.count ?? 0
}

const newCode = () => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

const hashOf = (code: string, personId: string, secretKey: string) =>
	createHmac('sha256', secretKey).update(`recovery:${personId}:${code}`).digest('base64url')
