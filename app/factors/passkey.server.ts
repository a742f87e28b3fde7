import { and, eq, isNotNull, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { store } from '#app/store.server.ts'
import { factors } from '#db/schema/factors.ts'
import { configuration } from '#server/configuration.ts'
import { newChallenge, spendChallenge } from './challenge.server.ts'
import { passkeysOf } from './find.server.ts'

/** Read only where there is a passkey: it is half a second of the start. */
const webauthn = () => import('@simplewebauthn/server')

/** What a browser sends of a passkey. The library looks into the parts; here only their shape is asked for. */
const Sent = z.object({
	id: z.string().max(1500),
	rawId: z.string().max(1500),
	type: z.literal('public-key'),
	clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
	response: z.object({
		clientDataJSON: z.string().max(4000),
		authenticatorData: z.string().max(4000).optional(),
		signature: z.string().max(4000).optional(),
		userHandle: z.string().max(500).nullish(),
		attestationObject: z.string().max(20_000).optional(),
		transports: z.array(z.string().max(30)).max(10).optional(),
	}),
})

interface Owner {
	personId: string
	/** What the browser shows beside the passkey. */
	label: string
	now: Date
}

/** What the browser is asked, to make a passkey. It must be one that knows its owner: by finger, face or PIN. */
export async function optionsToCreate({ personId, label, now }: Owner) {
	const { readOwn, write } = await store()
	const challenge = await write(`person:${personId}`, (tx) =>
		newChallenge(tx, { ceremony: 'create', personId, now }),
	)
	return (await webauthn()).generateRegistrationOptions({
		rpName: 'Jauap',
		rpID: site().rpID,
		userID: new TextEncoder().encode(personId),
		userName: label,
		userDisplayName: label,
		challenge: Buffer.from(challenge, 'base64url'),
		attestationType: 'none',
		excludeCredentials: await known(readOwn, personId),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	})
}

/** What the browser is asked, to show one. Without a person any passkey of this site will do. */
export async function optionsToGet(personId: string | null, now: Date) {
	const { readOwn, write } = await store()
	const ceremony = personId ? 'get' : 'sign-in'
	const challenge = await write(`challenge:${personId ?? ''}`, (tx) =>
		newChallenge(tx, { ceremony, personId, now }),
	)
	return (await webauthn()).generateAuthenticationOptions({
		rpID: site().rpID,
		challenge: Buffer.from(challenge, 'base64url'),
		allowCredentials: personId ? await known(readOwn, personId) : [],
		userVerification: 'required',
	})
}

export interface NewPasskey {
	credentialId: string
	publicKey: Buffer
	counter: number
	transports: string[]
}

/** The passkey that a browser made, if it is an answer to what it was asked. */
export async function createdPasskey(
	text: string,
	{ personId, now }: Omit<Owner, 'label'>,
): Promise<Outcome<NewPasskey, 'passkey'>> {
	const sent = readSent(text)
	if (!sent?.response.attestationObject) return refused('passkey')
	const { write } = await store()
	const asked = await write(`person:${personId}`, (tx) =>
		spendChallenge(tx, sent.challenge, { ceremony: 'create', personId, now }),
	)
	if (!asked) return refused('passkey')
	const verified = await (await webauthn())
		.verifyRegistrationResponse({
			response: sent as never,
			expectedChallenge: sent.challenge,
			expectedOrigin: site().origin,
			expectedRPID: site().rpID,
			requireUserVerification: true,
		})
		.catch(notVerified)
	if (!verified.registrationInfo) return refused('passkey')
	const { id, publicKey, counter } = verified.registrationInfo.credential
	const transports = sent.response.transports ?? []
	return done({ credentialId: id, publicKey: Buffer.from(publicKey), counter, transports })
}

/** Whose passkey was shown. With a person, only one of theirs counts. */
export async function shownPasskey(
	text: string,
	{ personId, now }: { personId: string | null; now: Date },
): Promise<Outcome<{ personId: string }, 'passkey'>> {
	const sent = readSent(text)
	if (!sent?.response.authenticatorData || !sent.response.signature) return refused('passkey')
	const { readOwn, write } = await store()
	const ceremony = personId ? 'get' : 'sign-in'
	const asked = await write(`challenge:${personId ?? ''}`, (tx) =>
		spendChallenge(tx, sent.challenge, { ceremony, personId, now }),
	)
	const [passkey] = await readOwn
		.select()
		.from(factors)
		.where(and(eq(factors.credentialId, sent.id), isNotNull(factors.publicKey)))
	if (!asked || !passkey?.publicKey || (personId && passkey.personId !== personId)) return refused('passkey')
	const verified = await (await webauthn())
		.verifyAuthenticationResponse({
			response: sent as never,
			expectedChallenge: sent.challenge,
			expectedOrigin: site().origin,
			expectedRPID: site().rpID,
			credential: {
				id: sent.id,
				publicKey: new Uint8Array(passkey.publicKey),
				counter: passkey.counter,
			},
			requireUserVerification: true,
		})
		.catch(notVerified)
	if (!verified.authenticationInfo) return refused('passkey')
	return write(`person:${passkey.personId}`, async (tx) => {
		const { newCounter } = verified.authenticationInfo
		// A counter that stands still is one that is not kept; one that was overtaken meanwhile is a copy's.
		const used = await tx
			.update(factors)
			.set({ counter: newCounter, lastUsedAt: now })
			.where(
				and(
					eq(factors.id, passkey.id),
					or(lt(factors.counter, newCounter), newCounter === 0 ? eq(factors.counter, 0) : undefined),
				),
			)
			.returning({ id: factors.id })
		return used.length > 0 ? done({ personId: passkey.personId }) : refused('passkey')
	})
}

type Verified<Result> = Result | { registrationInfo?: undefined; authenticationInfo?: undefined }

/** The library throws for whatever is wrong with an answer; the person is told only that it did not do. */
const notVerified = (): Verified<never> => ({})

function readSent(text: string): (z.output<typeof Sent> & { challenge: string }) | undefined {
	try {
		const sent = Sent.parse(JSON.parse(text))
		const client = JSON.parse(Buffer.from(sent.response.clientDataJSON, 'base64url').toString('utf8'))
		const { challenge } = z.object({ challenge: z.string().max(200) }).parse(client)
		return { ...sent, challenge }
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
		throw error
	}
}

async function known(read: Parameters<typeof passkeysOf>[0], personId: string) {
	const passkeys = await passkeysOf(read, personId)
	return passkeys.map(({ credentialId, transports }) => ({
		id: String(credentialId),
		transports: transports ?? [],
	}))
}

/** A passkey belongs to the name of the site: after a move to another name they have to be made anew. */
function site() {
	const { origin, hostname } = new URL(configuration().PUBLIC_URL)
	return { origin, rpID: hostname }
}
