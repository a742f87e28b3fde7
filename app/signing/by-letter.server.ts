import { createHash } from 'node:crypto'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { confirmSignaturePath } from '#app/links.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { insertRow } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import { pendingSignatures } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'

export type PendingSignature = typeof pendingSignatures.$inferSelect

const secretHash = (secret: string) => createHash('sha256').update(secret).digest('hex')

const TWO_DAYS_MS = 48 * 60 * 60_000

/**
 * Writes to an address whether its owner signs. Nothing counts before they have said so on the page that the letter
 * leads to; whether they have signed before is not told here.
 */
export async function askByLetter(
	tx: Writer,
	wish: Omit<PendingSignature, 'id' | 'createdAt' | 'expiresAt'> & { number: string; title: string },
	secret: string,
	now: Date,
): Promise<void> {
	const { number, title, ...pending } = wish
	await insertRow(tx, pendingSignatures, {
		...pending,
		id: secretHash(secret),
		createdAt: now,
		expiresAt: new Date(now.getTime() + TWO_DAYS_MS),
	})
	await writeNotice(tx, {
		notice: 'confirm-signature',
		recipient: pending.email,
		language: pending.language,
		values: { number, title, path: confirmSignaturePath(secret) },
		now,
	})
}

/** What the secret of a letter would confirm, while it may be confirmed. */
export async function pendingOf(
	read: Reader,
	secret: string,
	now: Date,
): Promise<PendingSignature | undefined> {
	const [pending] = await pendingById(read).execute({ id: secretHash(secret), now })
	return pending
}

const pendingById = prepared((read) =>
	read
		.select()
		.from(pendingSignatures)
		.where(
			and(
				eq(pendingSignatures.id, sql.placeholder('id')),
				gt(pendingSignatures.expiresAt, sql.param(sql.placeholder('now'), pendingSignatures.expiresAt)),
			),
		),
)

/** Letters that nobody has answered in time: who was written to is forgotten. */
export async function forgetPendingSignatures({ write }: Store, { now }: { now: Date }): Promise<void> {
	await write('pending-signatures', (tx) =>
		tx.delete(pendingSignatures).where(lte(pendingSignatures.expiresAt, now)),
	)
}
