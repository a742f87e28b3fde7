import { randomBytes } from 'node:crypto'
import { sourceOf, tooMany } from '#app/invalidations/source.server.ts'
import { regionGiven } from '#app/jurisdictions/region.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { foldEmail } from '#app/people/email.ts'
import { limited } from '#app/people/limits.server.ts'
import { withInitial } from '#app/people/name.ts'
import { type SigningPerson, signerHashes, signersOf, signingPerson } from '#app/people/signer.server.ts'
import { type Petition, petitionByLink, petitionByNumber, textsOf } from '#app/petitions/petition.server.ts'
import { SIGNED_IN_STATES } from '#app/petitions/petition.ts'
import { receiptSecret } from '#app/receipts/receipt.server.ts'
import type { TakenSignature } from '#app/signatures/take.server.ts'
import { store } from '#app/store.server.ts'
import type { Reader } from '#db/store.ts'
import { askByLetter, type PendingSignature } from './by-letter.server.ts'
import { sign } from './sign.server.ts'
import { isOver, type TakeRefusal } from './take.server.ts'

/** What a signer says of themselves beside who they are. */
export interface Wish {
	/** Asked only of whoever has not shown it. */
	region?: string | undefined
	/** First name and initial may be shown. */
	show: boolean
	updates: boolean
}

interface Circumstances {
	language: string
	/** The network address of the request. */
	address: string | undefined
	/** It came by the direct link of the sponsors. */
	byLink: boolean
	/** The moment of the request. */
	at: Date
}

export type SignRefusal = TakeRefusal | 'level' | 'region' | 'often' | 'no-address'
type Signed = Outcome<{ secret: string }, SignRefusal>

/** The petition that a page of signing is about: by its number, or by the link that its sponsors have. */
export function petitionToSign(
	read: Reader,
	{ number, secret }: { number?: string | undefined; secret?: string | undefined },
): Promise<Petition | undefined> {
	return secret === undefined ? petitionByNumber(read, number ?? '') : petitionByLink(read, secret)
}

/** Whether this page may be shown: a petition that only its sponsors know is there by its link alone. */
export const maySee = (petition: Petition, byLink: boolean, at: Date): boolean =>
	SIGNED_IN_STATES.includes(petition.state) &&
	(petition.state !== 'sponsoring' || byLink) &&
	!isOver(petition, at)

/** Signs for whoever is signed in, as well as they have shown who they are since signing in. */
export async function signAs(
	{ personId, level, known }: { personId: string; level: number; known?: SigningPerson },
	petition: Petition,
	wish: Wish,
	circumstances: Circumstances,
): Promise<Signed> {
	// The certificate itself is wanted there: `signDigitally`.
	if (petition.signatureLevel > 2 || level < petition.signatureLevel) return refused('level')
	if (!(await limited('sign', { person: personId })).ok) return refused('often')
	const person = known ?? (await signingPerson((await store()).readOwn, personId))
	if (!person) return refused('level')
	const proven = level >= 2 && person.identifierHash !== null
	const [signer, ...others] = signerHashes(petition.id, person)
	if (!signer || (!proven && petition.signatureLevel > 1)) return refused('level')
	if (!proven && person.emailConfirmedAt === null) return refused('no-address')
	return give(petition, wish, circumstances, {
		signers: [signer, ...others],
		level: proven ? 2 : 1,
		method: proven ? 'oidc' : 'email',
		region: person.region,
		personId,
		fullName: person.fullName,
		domainOf: proven ? null : person.email,
	})
}

/** Signs with a digital signature over the text of the petition: no account is needed for it. */
export async function signDigitally(
	taken: TakenSignature,
	person: { personId: string } | null,
	petition: Petition,
	wish: Wish,
	circumstances: Circumstances,
): Promise<Signed> {
	const { readOwn } = await store()
	const known = person ? await signingPerson(readOwn, person.personId) : undefined
	const { identifierHash } = taken
	// At a shared computer somebody may sign while another is signed in: then the signature is of no account.
	const own = known?.identifierHash === identifierHash
	return give(petition, wish, circumstances, {
		signers: await signersOf(readOwn, petition.id, { identifierHash }),
		level: 3,
		method: 'eds',
		region: own ? known.region : null,
		personId: own ? (person?.personId ?? null) : null,
		fullName: taken.fullName,
		domainOf: null,
		evidence: taken,
	})
}

interface Who {
	signers: [string, ...string[]]
	level: number
	method: 'email' | 'oidc' | 'eds'
	region: string | null
	personId: string | null
	fullName: string
	/** The address by which alone the signer is known. */
	domainOf: string | null
	email?: string
	evidence?: TakenSignature
	/** Set apart already, when the letter was asked for. */
	review?: boolean
}

async function give(
	petition: Petition,
	wish: Wish,
	{ language, address, byLink, at }: Circumstances,
	{ domainOf, region: shown, review, ...who }: Who,
): Promise<Signed> {
	const region = regionGiven(petition.profileId, { shown, said: wish.region })
	if (region === undefined) return refused('region')
	const source = sourceOf(address, domainOf)
	const setApart = review || (who.level === 1 && (await tooMany(petition.id, source)))
	const taken = await sign(petition.id, {
		...who,
		region,
		publicName: wish.show ? withInitial(who.fullName) : null,
		language,
		updates: wish.updates,
		source,
		review: setApart,
		byLink,
		at,
	})
	if (!taken.ok) return taken
	return done({ secret: receiptSecret(petition.id, taken.value.ordinal) })
}

/** Of somebody without an account, where an address is enough: a letter asks whether they sign. */
export async function askToConfirm(
	petition: Petition,
	{ name, email }: { name: string; email: string },
	wish: Wish,
	{ language, address, byLink, at }: Circumstances,
): Promise<Outcome<null, SignRefusal>> {
	if (petition.signatureLevel > 1) return refused('level')
	if (!maySee(petition, byLink, at)) return refused('closed')
	const emailFolded = foldEmail(email)
	if (!(await limited('signatureLetter', { account: emailFolded, address })).ok) return refused('often')
	const region = regionGiven(petition.profileId, { shown: null, said: wish.region })
	if (region === undefined) return refused('region')
	const source = sourceOf(address, email)
	const review = await tooMany(petition.id, source)
	const { readOwn, write } = await store()
	const [text] = await textsOf(readOwn, petition)
	const secret = randomBytes(24).toString('base64url')
	await write(`pending-signature:${secret}`, (tx) =>
		askByLetter(
			tx,
			{
				petitionId: petition.id,
				number: petition.number ?? '',
				title: text?.title ?? '',
				email,
				fullName: name,
				publicName: wish.show ? withInitial(name) : null,
				region,
				language,
				updates: wish.updates,
				address: source.address,
				network: source.network,
				review,
				byLink,
			},
			secret,
			at,
		),
	)
	return done(null)
}

/** The owner of the address says that they sign. The letter was asked for in time, so the signature is in time. */
export async function confirmByLetter(petition: Petition, pending: PendingSignature): Promise<Signed> {
	const { email, fullName, publicName, region, language, updates, address, network, review } = pending
	const { readOwn } = await store()
	const taken = await sign(petition.id, {
		signers: await signersOf(readOwn, petition.id, { emailFolded: foldEmail(email) }),
		level: 1,
		method: 'email',
		region,
		fullName,
		publicName,
		email,
		language,
		updates,
		source: { address, network, domain: sourceOf(undefined, email).domain },
		review,
		byLink: pending.byLink,
		at: pending.createdAt,
	})
	if (!taken.ok) return taken
	return done({ secret: receiptSecret(petition.id, taken.value.ordinal) })
}
