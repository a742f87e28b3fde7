import type { Outcome } from '#app/outcome.ts'
import { changeEmail } from '#app/people/change.server.ts'
import { foldEmail } from '#app/people/email.ts'
import { personById } from '#app/people/find.server.ts'
import { carrySigner } from '#app/signing/carry-signer.server.ts'
import type { Writer } from '#db/store.ts'

/** The new address is theirs, and with it what they signed under the one before. */
export async function changeAddress(
	tx: Writer,
	change: Parameters<typeof changeEmail>[1],
): Promise<Outcome<{ email: string }, 'code'>> {
	const before = await personById(tx, change.personId)
	const changed = await changeEmail(tx, change)
	if (changed.ok && before?.email && before.emailConfirmedAt)
		await carrySigner(tx, { from: foldEmail(before.email), to: foldEmail(changed.value.email) })
	return changed
}
