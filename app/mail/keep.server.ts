import { incomingMail, rawMail } from '#db/schema/mail.ts'
import type { Writer } from '#db/store.ts'

/** A message as the mail server handed it over. */
export interface Received {
	raw: Buffer
	recipients: readonly string[]
	/** Empty for what must not be answered. */
	returnPath: string
	clientAddress: string | null
	clientName: string | null
	receivedAt: Date
}

/**
 * Keeps the message byte for byte, once for each of our addresses that it is for. Only when this is committed
 * may its sender be told that it was taken. What it says is read afterwards.
 */
export async function keepMail(tx: Writer, { raw, recipients, ...envelope }: Received): Promise<void> {
	const rawId = crypto.randomUUID()
	await tx.insert(rawMail).values({ id: rawId, bytes: raw, size: raw.length })
	await tx
		.insert(incomingMail)
		.values(recipients.map((recipient) => ({ ...envelope, id: crypto.randomUUID(), rawId, recipient })))
}
