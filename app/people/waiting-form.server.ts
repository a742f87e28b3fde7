import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import { waitingForms } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Where a form waits and what opens it; it is kept in the browser of its author alone. */
export interface WaitingPlace {
	id: string
	key: string
}

/** How long a form waits for its author to come back. */
export const WAITING_MINUTES = 60

/**
 * A form is too long for a cookie and may go through no address, so it waits here while its author is away at a
 * provider. Whoever reads the table reads nothing: the key is in the author's browser.
 */
export async function putAway(
	tx: Writer,
	{ carried, now }: { carried: string; now: Date },
): Promise<WaitingPlace> {
	const id = crypto.randomUUID()
	const key = randomBytes(32)
	const nonce = randomBytes(12)
	const cipher = createCipheriv('aes-256-gcm', key, nonce)
	const text = Buffer.concat([cipher.update(carried, 'utf8'), cipher.final()])
	await tx.insert(waitingForms).values({
		id,
		locked: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64'),
		expiresAt: new Date(now.getTime() + WAITING_MINUTES * 60_000),
	})
	return { id, key: key.toString('base64url') }
}

/** It stays until its time is over, so that a page that is loaded again still has it. */
export async function takeOut(
	read: Reader,
	{ id, key, now }: WaitingPlace & { now: Date },
): Promise<string | undefined> {
	const [form] = await read
		.select()
		.from(waitingForms)
		.where(and(eq(waitingForms.id, id), gt(waitingForms.expiresAt, now)))
	if (!form) return undefined
	const bytes = Buffer.from(form.locked, 'base64')
	const opened = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), bytes.subarray(0, 12))
	opened.setAuthTag(bytes.subarray(12, 28))
	return Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]).toString('utf8')
}

/** For the duties: nobody comes back for these. */
export async function forgetWaitingForms(tx: Writer, now: Date): Promise<void> {
	await tx.delete(waitingForms).where(lte(waitingForms.expiresAt, now))
}
