import { and, eq, isNull } from 'drizzle-orm'
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
		.where(
			and(
				eq(hearingDocuments.id, documentId),
				eq(hearingDocuments.hearingId, hearingId),
				isNull(hearingDocuments.hiddenAt),
				eq(documentVersions.version, version),
			),
		)
	const words = found?.words ? paragraphsOf(found.words)[paragraph - 1] : undefined
	return found && words !== undefined ? { ...found, words } : undefined
}
