import { and, desc, eq, isNull } from 'drizzle-orm'
import { documentVersions, hearingDocuments } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A paragraph of one version of a document, counted from one. */
export interface Place {
	documentId: string
	version: number
	paragraph: number
}

/** What stands there, in a document of this hearing that everybody may read. */
export async function wordsAt(
	read: Reader,
	hearingId: number,
	{ documentId, version, paragraph }: Place,
): Promise<{ title: string; language: string; words: string } | undefined> {
	const [found] = await read
		.select({
			title: documentVersions.title,
			language: documentVersions.language,
			words: documentVersions.words,
		})
		.from(hearingDocuments)
		.innerJoin(documentVersions, eq(documentVersions.documentId, hearingDocuments.id))
		.where(and(readable(hearingId, documentId), eq(documentVersions.version, version)))
	const words = found?.words ? paragraphsOf(found.words)[paragraph - 1] : undefined
	return found && words !== undefined ? { ...found, words } : undefined
}

/** The version that stands now, of such a document. */
export async function lastVersion(
	read: Reader,
	hearingId: number,
	documentId: string,
): Promise<number | undefined> {
	const [latest] = await read
		.select({ version: documentVersions.version })
		.from(hearingDocuments)
		.innerJoin(documentVersions, eq(documentVersions.documentId, hearingDocuments.id))
		.where(readable(hearingId, documentId))
		.orderBy(desc(documentVersions.version))
		.limit(1)
	return latest?.version
}

/** What everybody may read of the dossier of this hearing can be spoken to. */
const readable = (hearingId: number, documentId: string) =>
	and(
		eq(hearingDocuments.id, documentId),
		eq(hearingDocuments.hearingId, hearingId),
		isNull(hearingDocuments.hiddenAt),
	)
