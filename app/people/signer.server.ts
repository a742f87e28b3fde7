import { createHmac } from 'node:crypto'
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { identities, people } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'

/** Who signs, as far as it makes them one: a human whose identifier was shown, or else an address. */
export type Signer = { identifierHash: string } | { emailFolded: string }

/**
 * What makes one human one signature on one petition. It is keyed by the petition too: rows of two petitions do not
 * tell that the same person signed both.
 */
export const signerHash = (petitionId: number, signer: Signer): string =>
	humanHash(`signer:${petitionId}`, signer)

/** The same for another matter in which a human counts once: no two matters know the same human by the same hash. */
export function humanHash(matter: string, human: Signer | { name: string }): string {
	const [how, who] =
		'identifierHash' in human
			? ['identifier', human.identifierHash]
			: 'emailFolded' in human
				? ['email', human.emailFolded]
				: ['name', human.name]
	return createHmac('sha256', configuration().IDENTITY_KEY)
		.update(`${matter}:${how}:${who}`)
		.digest('base64url')
}

export interface SigningPerson {
	identifierHash: string | null
	emailFolded: string | null
	emailConfirmedAt: Date | null
	email: string | null
	fullName: string
	/** As a proof of identity says it. */
	region: string | null
}

/** What is known of a person who is about to sign. */
export async function signingPerson(read: Reader, personId: string): Promise<SigningPerson | undefined> {
	const [person] = await personAndRegion(read).execute({ personId })
	return person
}

export const SIGNING_PERSON = {
	identifierHash: people.identifierHash,
	email: people.email,
	emailFolded: people.emailFolded,
	emailConfirmedAt: people.emailConfirmedAt,
	fullName: people.fullName,
}

/** Of the person of the query that it stands in. */
export const provenRegion = (read: Reader) =>
	sql<string | null>`${read
		.select({ region: identities.region })
		.from(identities)
		.where(
			and(eq(identities.personId, people.id), isNull(identities.unlinkedAt), isNotNull(identities.region)),
		)
		.limit(1)}`

const personAndRegion = prepared((read) =>
	read
		.select({ ...SIGNING_PERSON, region: provenRegion(read) })
		.from(people)
		.where(and(eq(people.id, sql.placeholder('personId')), isNull(people.closedAt))),
)

/** Every hash under which this person may have signed: that of the human first. None for one who can be neither. */
export const signerHashes = (petitionId: number, person: Known): string[] =>
	humanHashes(`signer:${petitionId}`, person)

type Known = Pick<SigningPerson, 'identifierHash' | 'emailFolded' | 'emailConfirmedAt'>

/** The same for another matter. */
export function humanHashes(
	matter: string,
	{ identifierHash, emailFolded, emailConfirmedAt }: Known,
): string[] {
	const hashes: string[] = []
	if (identifierHash) hashes.push(humanHash(matter, { identifierHash }))
	if (emailFolded && emailConfirmedAt) hashes.push(humanHash(matter, { emailFolded }))
	return hashes
}

/** The same of somebody who signs without an account, whose account may know them by both: one human is one row. */
export async function signersOf(
	read: Reader,
	petitionId: number,
	signer: Signer,
): Promise<[string, ...string[]]> {
	const accounts = await accountsOf(read).execute({ identifierHash: '', emailFolded: '', ...signer })
	// An address that nobody has confirmed says nothing of who has it.
	const known = accounts.filter(
		({ emailConfirmedAt }) => 'identifierHash' in signer || emailConfirmedAt !== null,
	)
	return [signerHash(petitionId, signer), ...known.flatMap((account) => signerHashes(petitionId, account))]
}

const accountsOf = prepared((read) =>
	read
		.select({
			identifierHash: people.identifierHash,
			emailFolded: people.emailFolded,
			emailConfirmedAt: people.emailConfirmedAt,
		})
		.from(people)
		.where(
			and(
				or(
					eq(people.identifierHash, sql.placeholder('identifierHash')),
					eq(people.emailFolded, sql.placeholder('emailFolded')),
				),
				isNull(people.closedAt),
			),
		),
)
