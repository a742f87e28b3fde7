import { asc, desc, eq } from 'drizzle-orm'
import { protocolObjections, protocols } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import type { Protocol } from './content.ts'

/** The last version: the one that is signed, where one is. */
export async function lastProtocol(read: Reader, hearingId: number): Promise<Protocol | undefined> {
	const [protocol] = await read
		.select()
		.from(protocols)
		.where(eq(protocols.hearingId, hearingId))
		.orderBy(desc(protocols.version))
		.limit(1)
	// The column takes any JSON; only `composeProtocol` makes what stands in it.
	return protocol as unknown as Protocol | undefined
}

/** Who objected shows by their own choice of name; ids of people stay out of it. */
export const objectionsOf = (read: Reader, hearingId: number) =>
	read
		.select({
			id: protocolObjections.id,
			publicName: protocolObjections.publicName,
			text: protocolObjections.text,
			language: protocolObjections.language,
			receivedAt: protocolObjections.receivedAt,
			late: protocolObjections.late,
			answer: protocolObjections.answer,
			answeredAt: protocolObjections.answeredAt,
		})
		.from(protocolObjections)
		.where(eq(protocolObjections.hearingId, hearingId))
		.orderBy(asc(protocolObjections.receivedAt), asc(protocolObjections.id))
