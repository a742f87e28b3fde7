import { eq } from 'drizzle-orm'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { people } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { CODE_MINUTES, newCode, spendCode } from './code.server.ts'
import { personById } from './find.server.ts'
import { recordOf } from './record.server.ts'

interface PhoneChange {
	personId: string
	/** E.164. */
	phone: string
	secretKey: string
	now: Date
}

/** Sends a code to the number; until it is entered nothing changes. */
export async function requestPhone(
	tx: Writer,
	{ personId, phone, secretKey, now }: PhoneChange,
): Promise<void> {
	const person = await personById(tx, personId)
	if (!person) return
	const { code } = await newCode(tx, { personId, purpose: 'phone', phone, secretKey, now })
	await writeNotice(tx, {
		notice: 'confirm-phone',
		channel: 'sms',
		recipient: phone,
		language: person.language,
		values: { code, minutes: CODE_MINUTES },
		now,
	})
}

/** The number is theirs: receipts go there too from now on. */
export async function confirmPhone(
	tx: Writer,
	{ personId, code, secretKey, now }: Omit<PhoneChange, 'phone'> & { code: string },
): Promise<Outcome<undefined, 'wrongCode'>> {
	const spent = await spendCode(tx, { purpose: 'phone', personId, code, secretKey, now })
	if (!spent?.phone) return refused('wrongCode')
	await tx.update(people).set({ phone: spent.phone }).where(eq(people.id, personId))
	await recordOf(tx, { personId, type: 'phone-confirmed', now })
	return done(undefined)
}

export async function removePhone(
	tx: Writer,
	{ personId, now }: { personId: string; now: Date },
): Promise<void> {
	await tx.update(people).set({ phone: null }).where(eq(people.id, personId))
	await recordOf(tx, { personId, type: 'phone-removed', now })
}
