import type { Language } from '#app/i18n/languages.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type IdentityRefusal,
	identityKey,
	type LinkRefusal,
	linkIdentity,
	personToLink,
	signInWithIdentity,
} from '#app/people/identify.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { store } from '#app/store.server.ts'
import type { Writer } from '#db/store.ts'
import type { SignatureRefusal } from './refusal.ts'
import { spendStatement, type TakenSignature, takeSignature } from './take.server.ts'

interface SigningIn {
	sealed: string
	cms: Uint8Array
	/** Who is signed in already: the signature is added to their account. */
	person: SignedIn | null
	language: Language
	now: Date
}

/** Whose signature it is: the account of this human, or that of whoever is signed in, if they are the same. */
export async function signInBySignature({
	sealed,
	cms,
	person,
	language,
	now,
}: SigningIn): Promise<
	Outcome<{ personId: string; first: boolean }, SignatureRefusal | IdentityRefusal | LinkRefusal>
> {
	const taken = await takeSignature({ sealed, cms, purpose: 'sign-in', now })
	if (!taken.ok) return taken
	const { write } = await store()
	const keys = [identityKey(taken.value.identifierHash), ...(person ? [`person:${person.personId}`] : [])]
	return write(keys, async (tx) => {
		if (!(await spendStatement(tx, taken.value))) return refused('replayed')
		if (person) return linkSigner(tx, taken.value, { personId: person.personId, now })
		const signedIn = await signInWithIdentity(tx, { ...identityOf(taken.value), language, now })
		return signedIn.ok ? done({ personId: signedIn.value.personId, first: false }) : signedIn
	})
}

/**
 * The signer must be the person whose account it is; the first signature says who that is. One of which nobody has
 * said yet that it is not revoked says nothing of an account, and opens none.
 */
export async function linkSigner(
	tx: Writer,
	taken: TakenSignature,
	{ personId, now }: { personId: string; now: Date },
): Promise<Outcome<{ personId: string; first: boolean }, LinkRefusal>> {
	if (taken.revocation === 'good') return linkIdentity(tx, { ...identityOf(taken), personId, now })
	const fits = await personToLink(tx, personId, taken.identifierHash)
	return fits.ok ? done({ personId, first: false }) : fits
}

const identityOf = ({ identifierHash, fullName }: TakenSignature) =>
	({ kind: 'eds', provider: 'eds', identifierHash, fullName, level: 3 }) as const
