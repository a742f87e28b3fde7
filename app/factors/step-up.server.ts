import { z } from 'zod'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { knownDevice } from '#app/people/device.server.ts'
import { addressOf, forgive, limited } from '#app/people/limits.server.ts'
import { factorShown } from '#app/people/session.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import { showCode } from './code.server.ts'
import type { FactorWanted } from './factor-fields.tsx'
import { factorsHad } from './find.server.ts'
import { type AddRefusal, isFactorFresh, refusalToAdd } from './fresh.ts'
import { shownPasskey } from './passkey.server.ts'

/** What the fields of a second factor send, for the schema of the form they stand in. */
export const FACTOR_SENT = {
	factorCode: z.string().max(40).optional(),
	passkey: z.string().max(40_000).optional(),
}

/** The field at which a refusal stands: of a second factor that is wanted its own, else the one given. */
export const fieldOf = (refusal: string, field?: string): string | undefined =>
	refusal === 'factorNeeded' ? 'factorCode' : field

interface FactorSent {
	factorCode?: string
	passkey?: string
}

/** For the loader of a page with an act that needs a factor: what to ask for, if anything. */
export async function factorWanted(person: SignedIn, now = new Date()): Promise<FactorWanted> {
	if (isFactorFresh(person, now)) return null
	const { readOwn } = await store()
	return factorsHad(readOwn, person.personId)
}

/** For the loader of a page on which a factor is added: what must be done before, if anything. */
export async function beforeAdding(person: SignedIn, now = new Date()): Promise<AddRefusal | undefined> {
	const { readOwn } = await store()
	const { passkeys, totps } = await factorsHad(readOwn, person.personId)
	return refusalToAdd(person, passkeys + totps, now)
}

/**
 * The person as they stand after what the form shows of a second factor. Whether that is enough the act asks
 * for itself; a form that shows nothing changes nothing.
 */
export async function steppedUp(
	{ request, context }: { request: Request; context: Parameters<typeof addressOf>[0] },
	person: SignedIn,
	sent: object,
	now = new Date(),
): Promise<Outcome<SignedIn, string>> {
	// Of the forms of a page some have the fields of a factor and some have not.
	const { factorCode, passkey } = sent as FactorSent
	if (!factorCode && !passkey) return done(person)
	const { personId } = person
	const { readOwn, write } = await store()
	const device = await knownDevice(readOwn, request, personId)
	const keys = { account: personId, address: addressOf(context), device }
	const allowed = await limited('factor', keys)
	if (!allowed.ok) return refused(`factorOften:${allowed.seconds}`)
	const secretKey = configuration().SECRET_KEY
	const shown = factorCode
		? await write(`person:${personId}`, (tx) => showCode(tx, { personId, code: factorCode, secretKey, now }))
		: await shownPasskey(String(passkey), { personId, now })
	if (!shown.ok) return refused('factorWrong')
	await forgive('factor', keys)
	return done(await factorShown(request, person, now))
}
