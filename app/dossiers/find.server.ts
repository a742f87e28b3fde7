import { and, asc, desc, eq } from 'drizzle-orm'
import { files } from '#db/schema/files.ts'
import { documentVersions, hearingDocuments } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'

const VERSION = {
	version: documentVersions.version,
	title: documentVersions.title,
	language: documentVersions.language,
	sha256: documentVersions.sha256,
	addedAt: documentVersions.addedAt,
	frozenAt: documentVersions.frozenAt,
	material: documentVersions.material,
	materialReason: documentVersions.materialReason,
	materialAt: documentVersions.materialAt,
	fileId: files.id,
	fileName: files.name,
	mediaType: files.mediaType,
	size: files.size,
}

const DOCUMENT = {
	id: hearingDocuments.id,
	party: hearingDocuments.party,
	kind: hearingDocuments.kind,
	stance: hearingDocuments.stance,
	author: hearingDocuments.author,
	addedAt: hearingDocuments.addedAt,
	hiddenAt: hearingDocuments.hiddenAt,
	hiddenReason: hearingDocuments.hiddenReason,
}

export type FoundVersion = Awaited<ReturnType<typeof versionsOf>>[number]['version']
export type FoundDocument = Awaited<ReturnType<typeof dossierOf>>[number]

const versionsOf = (read: Reader, hearingId: number) =>
	read
		.select({ document: DOCUMENT, version: VERSION })
		.from(hearingDocuments)
		.innerJoin(documentVersions, eq(documentVersions.documentId, hearingDocuments.id))
		.innerJoin(files, eq(files.id, documentVersions.fileId))
		.where(eq(hearingDocuments.hearingId, hearingId))
		.orderBy(asc(hearingDocuments.position), desc(documentVersions.version))

/** The documents of a hearing in their order, each with its versions, the last first. */
export async function dossierOf(read: Reader, hearingId: number) {
	const documents = new Map<string, (typeof rows)[number]['document'] & { versions: FoundVersion[] }>()
	const rows = await versionsOf(read, hearingId)
	for (const { document, version } of rows) {
		const known = documents.get(document.id)
		if (known) known.versions.push(version)
		else documents.set(document.id, { ...document, versions: [version] })
	}
	return [...documents.values()]
}

/** The words of a version; null where it has none. */
export async function wordsOfVersion(read: Reader, documentId: string, version: number) {
	const [found] = await read
		.select({ words: documentVersions.words })
		.from(documentVersions)
		.where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.version, version)))
	return found?.words ?? null
}
