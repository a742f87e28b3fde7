import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { codes, type NAME_DISPLAYS, people } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { alertOwner } from './alert.server.ts'
import { CODE_MINUTES, newCode, spendCode } from './code.server.ts'
import { foldEmail } from './email.ts'
import { personByEmail, personById } from './find.server.ts'
import { recordOf } from './record.server.ts'
import { tellAlreadyKnown } from './sign-up.server.ts'

export interface ProfileChange {
	personId: string
	fullName: string
	nameDisplay: (typeof NAME_DISPLAYS)[number]
	language: Language
	postalAddress: string | null
}

/**
 * Filings made before keep the name they were made under. Whoever is known by a state identity or a signature has
 * the name that it says.
 */
export async function changeProfile(
	tx: Writer,
	{ personId, fullName, ...profile }: ProfileChange,
): Promise<void> {
	await tx.update(people).set(profile).where(eq(people.id, personId))
	await tx
		.update(people)
		.set({ fullName })
		.where(and(eq(people.id, personId), isNull(people.identifierHash)))
}

interface EmailChange {
	personId: string
	email: string
	secretKey: string
	now: Date
}

/** A code to the new address and word to the old. Whether the new one is somebody's already is not said here. */
export async function requestEmailChange(
	tx: Writer,
	{ personId, email, secretKey, now }: EmailChange,
): Promise<void> {
	const person = await personById(tx, personId)
	if (!person) throw new Error(`no person ${personId}`)
	const holder = await personByEmail(tx, email)
	if (holder && holder.id !== personId && holder.emailConfirmedAt) {
		await tellAlreadyKnown(tx, holder, now)
	} else {
		const { code } = await newCode(tx, { personId, purpose: 'change', email, secretKey, now })
		await writeNotice(tx, {
			notice: 'change-email',
			recipient: email,
			language: person.language,
			values: { code, minutes: CODE_MINUTES, path: `/account/email?code=${code}` },
			now,
		})
	}
	if (!person.email) return
	await writeNotice(tx, {
		notice: 'email-changing',
		recipient: person.email,
		language: person.language,
		personId,
		values: { path: '/account/password' },
		now,
	})
}

/** The new address is theirs: letters go there from now on. */
export async function changeEmail(
	tx: Writer,
	{ personId, code, secretKey, now }: Omit<EmailChange, 'email'> & { code: string },
): Promise<Outcome<{ email: string }, 'code'>> {
	const spent = await spendCode(tx, { purpose: 'change', personId, code, secretKey, now })
	if (!spent?.email) return refused('code')
	const emailFolded = foldEmail(spent.email)
	const [holder] = await tx
		.select({ id: people.id, confirmed: people.emailConfirmedAt })
		.from(people)
		.where(and(eq(people.emailFolded, emailFolded), ne(people.id, personId)))
	if (holder?.confirmed) return refused('code')
	// Somebody began to sign up with an address that has just been shown to be another's.
	if (holder) await tx.delete(people).where(eq(people.id, holder.id))
	// To the address that it was until now: the new one has just had the code.
	await alertOwner(tx, personId, { notice: 'email-changed', path: '/account/email', now })
	await tx
		.update(people)
		.set({ email: spent.email, emailFolded, emailConfirmedAt: now })
		.where(eq(people.id, personId))
	// What was sent to the old address, to whoever reads it now, opens nothing any more.
	await tx
		.update(codes)
		.set({ usedAt: now })
		.where(and(eq(codes.personId, personId), isNull(codes.usedAt)))
	await recordOf(tx, { personId, type: 'email-changed', now })
	return done({ email: spent.email })
}
