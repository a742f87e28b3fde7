import type { Hearing } from '#app/hearings/hearing.server.ts'
import { files } from '#db/schema/files.ts'
import { documentVersions, hearingDocuments } from '#db/schema/hearings.ts'
import type { Store } from '#db/store.ts'

const ADDED_AT = new Date('2026-03-12T05:00:00Z')
const WORDS = 'Chapter 1.\n1. Water is released in April.\n2. In a dry year a quarter less.'

/** A document of its initiator; its second version has a paragraph more before the others. */
export async function aDraft(
	store: Store,
	{ id: hearingId }: Pick<Hearing, 'id'>,
	{ hiddenAt = null, words = WORDS }: { hiddenAt?: Date | null; words?: string } = {},
): Promise<string> {
	const documentId = crypto.randomUUID()
	const fileId = await aFile(store)
	const added = { addedAt: ADDED_AT, addedBy: 'author' }
	await store.write('draft', async (tx) => {
		const document = { kind: 'draft_act', party: 'initiator', author: 'Sample', position: 1 } as const
		await tx.insert(hearingDocuments).values({ id: documentId, hearingId, ...document, ...added, hiddenAt })
		for (const [at, text] of [words, `Preface.\n${words}`].entries())
			await tx.insert(documentVersions).values({
				...{ documentId, version: at + 1, title: 'Draft rules', language: 'en' },
				...{ fileId, sha256: `${documentId}-${at}`, words: text, ...added },
			})
	})
	return documentId
}

/** A text that its author has sent. */
export async function aFile(store: Store): Promise<string> {
	const id = crypto.randomUUID()
	const file = { id, sha256: id, name: 'draft.txt', mediaType: 'text/plain', size: 1 }
	await store.write('file', (tx) =>
		tx.insert(files).values({ ...file, uploadedAt: ADDED_AT, uploadedBy: 'author' }),
	)
	return id
}
