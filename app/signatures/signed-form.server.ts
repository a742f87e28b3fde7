import { z } from 'zod'
import { uploads } from '#app/forms/read-form.server.ts'
import { notFound } from '#app/not-found.ts'
import { configuration } from '#server/configuration.ts'
import { askedIn } from './ask.server.ts'
import { signFictionally } from './fictional.server.ts'
import { statementText } from './statement.ts'

const LONGEST_STATEMENT = 4000
const LONGEST_SIGNATURE = 100_000

/** In the schema of a page that asks for a signature: what `SigningForm` sends. */
export const signedFields = {
	sealed: z.string().max(LONGEST_STATEMENT),
	signature: uploads({ maxFiles: 1, maxMegabytes: 1 }),
	signatureText: z.string().max(LONGEST_SIGNATURE).default(''),
}

interface Sent {
	sealed: string
	signature: readonly File[]
	signatureText: string
}

/** The signature that was sent: a file, or text in its place. */
export async function signatureIn({ signature: [file], signatureText }: Sent): Promise<Uint8Array> {
	return file ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(signatureText)
}

/** Of a demonstration: the signature that a fictional person would have sent. */
export async function fictionalSignature(
	sealed: string,
	signer: { fullName: string; identifier: string },
	now: Date,
): Promise<Uint8Array> {
	const { DEMO, production } = configuration()
	if (!DEMO || production) throw notFound()
	const asked = askedIn(sealed, now)
	// Empty: refused as one that never came, with what to do now.
	return asked ? signFictionally(statementText(asked), { ...signer, now }) : new Uint8Array()
}
