import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm'
import { protocolObjections, protocols } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import type { Protocol, ProtocolContent } from './content.ts'
import { keptByHash } from './kept.ts'

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

const { content: _, ...WITHOUT_CONTENT } = getTableColumns(protocols)

/** What the signed protocols say that were read last: with ten thousand remarks one takes tens of megabytes. */
const contents = keptByHash<ProtocolContent>(2)

/** The signed one, for those pages of it that everybody turns: what it says is read and taken apart once, not by each. */
export async function signedProtocol(read: Reader, hearingId: number): Promise<Protocol | undefined> {
	const [last] = await read
		.select(WITHOUT_CONTENT)
		.from(protocols)
		.where(eq(protocols.hearingId, hearingId))
		.orderBy(desc(protocols.version))
		.limit(1)
	return last && { ...last, content: await contents(last.sha256, () => contentOf(read, last)) }
}

async function contentOf(
	read: Reader,
	{ hearingId, version }: Pick<Protocol, 'hearingId' | 'version'>,
): Promise<ProtocolContent> {
	const [found] = await read
		.select({ content: protocols.content })
		.from(protocols)
		.where(and(eq(protocols.hearingId, hearingId), eq(protocols.version, version)))
	return found?.content as unknown as ProtocolContent
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
