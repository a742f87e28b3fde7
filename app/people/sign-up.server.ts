import { eq } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { people } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { CODE_MINUTES, newCode, spendCode } from './code.server.ts'
import { foldEmail } from './email.ts'
import { type Addressed, personByEmail } from './find.server.ts'
import { recordOf } from './record.server.ts'

export interface SigningUp {
	email: string
	fullName: string
	passwordHash: string
	language: Language
	secretKey: string
	now: Date
}

/** The key to hold for what is decided about an address. */
export const emailKey = (email: string) => `email:${foldEmail(email)}`

/**
 * Opens an account that its e-mail must still confirm. It answers the same whatever is known of the
 * address; who has the account already is told so by letter, and nobody else.
 */
export async function signUp(tx: Writer, signing: SigningUp): Promise<void> {
	const { email, fullName, passwordHash, language, secretKey, now } = signing
	const emailFolded = foldEmail(email)
	const [known] = await tx.select().from(people).where(eq(people.emailFolded, emailFolded))
	if (known?.closedAt) return
	if (known?.emailConfirmedAt) return tellAlreadyKnown(tx, { ...known, email }, now)

	// An account that nobody confirmed belongs to nobody yet: what was said last is what counts.
	const said = { email, fullName, passwordHash, language }
	const personId = known?.id ?? crypto.randomUUID()
	if (known) await tx.update(people).set(said).where(eq(people.id, known.id))
	else await tx.insert(people).values({ id: personId, emailFolded, createdAt: now, ...said })
	await sendConfirmation(tx, { id: personId, email, language }, { secretKey, now })
}

/** Another letter, when the first did not come. Says nothing of whether there is somebody to write to. */
export async function resendConfirmation(
	tx: Writer,
	{ email, secretKey, now }: Pick<SigningUp, 'email' | 'secretKey' | 'now'>,
): Promise<void> {
	const person = await personByEmail(tx, email)
	if (!person) return
	if (person.emailConfirmedAt) return tellAlreadyKnown(tx, person, now)
	await sendConfirmation(tx, person, { secretKey, now })
}

export interface Confirming {
	/** The address it was sent to, or the letter it came with. */
	email?: string
	letter?: string
	code: string
	/** Whether whoever confirms is the one that signed up with this password. */
	isProven?: (person: { email: string | null; passwordHash: string | null }) => boolean
	secretKey: string
	now: Date
}

/**
 * The address is theirs: they may file from now on. A password that they have not shown to be their own is
 * forgotten, because anybody can sign up with anybody's address; a new one is set by letter.
 */
export async function confirmEmail(
	tx: Writer,
	{ email, letter, code, isProven, secretKey, now }: Confirming,
): Promise<Outcome<{ personId: string; proven: boolean }, 'code'>> {
	const person = email ? await personByEmail(tx, email) : undefined
	if (!letter && !person) return refused('code')
	const spent = await spendCode(tx, {
		purpose: 'confirm',
		personId: person?.id,
		letter: person ? undefined : letter,
		code,
		secretKey,
		now,
	})
	if (!spent) return refused('code')
	const [owner] = await tx.select().from(people).where(eq(people.id, spent.personId))
	const proven = owner !== undefined && (isProven?.(owner) ?? false)
	await tx
		.update(people)
		.set({ emailConfirmedAt: now, assuranceLevel: 1, ...(proven ? {} : { passwordHash: null }) })
		.where(eq(people.id, spent.personId))
	await recordOf(tx, { personId: spent.personId, type: 'email-confirmed', now })
	return done({ personId: spent.personId, proven })
}

async function sendConfirmation(
	tx: Writer,
	person: Pick<Addressed, 'id' | 'email' | 'language'>,
	{ secretKey, now }: { secretKey: string; now: Date },
): Promise<void> {
	const { id, code } = await newCode(tx, { personId: person.id, purpose: 'confirm', secretKey, now })
	await writeNotice(tx, {
		notice: 'confirm-email',
		recipient: person.email,
		language: person.language,
		values: { code, minutes: CODE_MINUTES, path: `/confirm?letter=${id}&code=${code}` },
		now,
	})
}

export async function tellAlreadyKnown(
	tx: Writer,
	{ email, language }: Pick<Addressed, 'email' | 'language'>,
	now: Date,
): Promise<void> {
	await writeNotice(tx, {
		notice: 'already-account',
		recipient: email,
		language,
		values: { path: '/sign-in' },
		now,
	})
}
