import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB and two passes, the least that OWASP recommends: it holds the server's memory down.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let ofNobody: Promise<string> | undefined

/** Takes as long for nobody as for somebody, so that time does not tell who has an account. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string) {
	ofNobody ??= hashPassword(crypto.randomUUID())
	const matches = await verify(passwordHash ?? (await ofNobody), password)
	return matches && Boolean(passwordHash)
}
