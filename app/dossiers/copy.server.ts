import { and, eq, isNull } from 'drizzle-orm'
import { insertRows } from '#db/insert.ts'
import { attachments } from '#db/schema/files.ts'
import { documentVersions, hearingDocuments } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

/** Which version of a document was copied, and into which document. */
export type Copied = ReadonlyMap<string, { id: string; version: number }>

/**
 * The dossier with which a hearing that repeats another begins: of each document that can be read the version that
 * stands, the same file under the same hash, as its first. Nothing of it is frozen until the new one is announced.
 */
export async function copyDossier(tx: Writer, from: number, to: number, now: Date): Promise<Copied> {
	const rows = await tx
		.select({ document: hearingDocuments, version: documentVersions })
		.from(hearingDocuments)
		.innerJoin(documentVersions, eq(documentVersions.documentId, hearingDocuments.id))
		.where(and(eq(hearingDocuments.hearingId, from), isNull(hearingDocuments.hiddenAt)))
		.orderBy(hearingDocuments.position, documentVersions.version)
	const last = new Map(rows.map((row) => [row.document.id, row]))
	const copied = new Map([...last.values()].map((row) => [row, crypto.randomUUID()]))
	const each = <Row>(made: (row: (typeof rows)[number], id: string) => Row) =>
		[...copied].map(([row, id]) => made(row, id))
	await insertRows(
		tx,
		hearingDocuments,
		each(({ document }, id) => ({ ...document, id, hearingId: to, addedAt: now })),
	)
	await insertRows(
		tx,
		documentVersions,
		each(({ version }, documentId) => ({
			...version,
			documentId,
			version: 1,
			addedAt: now,
			frozenAt: null,
			material: null,
			materialReason: null,
			materialAt: null,
		})),
	)
	await insertRows(
		tx,
		attachments,
		each(({ version: { fileId } }, subjectId) => ({
			id: crypto.randomUUID(),
			fileId,
			subject: 'document' as const,
			subjectId,
			public: true,
			position: 1,
		})),
	)
	return new Map(each(({ document, version: { version } }, id) => [document.id, { id, version }]))
}
