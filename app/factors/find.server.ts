import { and, asc, count, eq } from 'drizzle-orm'
import { factors } from '#db/schema/factors.ts'
import type { Reader } from '#db/store.ts'

/** What a person has to show, by kind. */
export interface Having {
	passkeys: number
	totps: number
}

export async function factorsHad(read: Reader, personId: string): Promise<Having> {
	const rows = await read
		.select({ kind: factors.kind, count: count() })
		.from(factors)
		.where(eq(factors.personId, personId))
		.groupBy(factors.kind)
	const of = (kind: 'passkey' | 'totp') => rows.find((row) => row.kind === kind)?.count ?? 0
	return { passkeys: of('passkey'), totps: of('totp') }
}

/** For the page on which their owner looks after them. */
export function factorsOf(read: Reader, personId: string) {
	return read
		.select({
			id: factors.id,
			kind: factors.kind,
			name: factors.name,
			createdAt: factors.createdAt,
			lastUsedAt: factors.lastUsedAt,
		})
		.from(factors)
		.where(eq(factors.personId, personId))
		.orderBy(asc(factors.createdAt), asc(factors.id))
}

export function passkeysOf(read: Reader, personId: string) {
	return read
		.select({ credentialId: factors.credentialId, transports: factors.transports })
		.from(factors)
		.where(and(eq(factors.personId, personId), eq(factors.kind, 'passkey')))
}
