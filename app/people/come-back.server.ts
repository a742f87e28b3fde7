import { done, type Outcome, refused } from '#app/outcome.ts'
import { store } from '#app/store.server.ts'
import type { IdentityProvider } from '#server/identity-providers.ts'
import type { Errand } from './errand.server.ts'
import {
	type IdentityRefusal,
	identityKey,
	type LinkRefusal,
	linkIdentity,
	signInWithIdentity,
} from './identify.server.ts'
import { identityBy, type ProofRefusal } from './oidc.server.ts'
import { personOf, startSession } from './session.server.ts'

interface Return {
	provider: IdentityProvider
	errand: Errand
	/** The answer of the provider, as it stands in the address. */
	search: string
	report: (error: unknown) => void
}

/** Signs in whom the provider names, or adds the proof to the account from which somebody went there. */
export async function comeBack(
	request: Request,
	{ provider, errand, search, report }: Return,
): Promise<
	Outcome<
		{ headers: Headers; half: boolean; created: boolean },
		ProofRefusal | IdentityRefusal | LinkRefusal | 'changed'
	>
> {
	const person = await personOf(request)
	const { personId, language } = errand
	if (personId && personId !== person?.personId) return refused('changed')
	const proof = await identityBy(provider, { search, handshake: errand, language }, report)
	if (!proof.ok) return proof

	const identity = { ...proof.value, now: new Date() }
	const { write } = await store()
	const outcome: Outcome<
		{ personId: string; created?: boolean; first?: boolean },
		IdentityRefusal | LinkRefusal
	> = personId
		? await write([identityKey(identity.identifierHash), `person:${personId}`], (tx) =>
				linkIdentity(tx, { ...identity, personId }),
			)
		: await write(identityKey(identity.identifierHash), (tx) =>
				signInWithIdentity(tx, { ...identity, language }),
			)
	if (!outcome.ok) return outcome
	// What was shown before, since signing in, still counts.
	const level = Math.max(identity.level, personId ? (person?.level ?? 0) : 0)
	const { created = false, first } = outcome.value
	const opened = await startSession(request, outcome.value.personId, { level, proof: 'oidc', first })
	return done({ ...opened, created })
}
