import { and, count, eq, max, ne, sql } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { looseFiles } from '#app/files/find.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import {
	type ActingOnHearing,
	hearingById,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { isPublic } from '#app/hearings/hearing.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attachments } from '#db/schema/files.ts'
import { type DossierParty, documentVersions, hearingDocuments, type Position } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type DocumentKind, kindsOf, MOST_ASSESSMENTS, MOST_DOCUMENTS, takesAssessments } from './document.ts'

/** One version, as it is handed in. */
export interface HandedIn {
	title: string
	language: string
	fileId: string
	/** Of the file, where they could be taken out. */
	words: string | null
}

export type AddingRefusal =
	| HearingRefusal
	| 'not-found'
	| 'factorNeeded'
	| 'level'
	| 'file-gone'
	| 'same-file'
	| 'too-many'
	| 'wrong-kind'

/** A document of the project, by its initiator or by the desk of the authority. */
export async function addDocument(
	tx: Writer,
	act: ActingOnHearing & { kind: DocumentKind; version: HandedIn },
): Promise<Outcome<string, AddingRefusal>> {
	const opened = await openHearing(tx, 'add-document', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const party = hearing.initiatorId === act.actor.personId ? 'initiator' : 'authority'
	if (!kindsOf(party).includes(act.kind)) return refused('wrong-kind')
	// The authority is named by its body, wherever the document is shown.
	const author = party === 'initiator' ? hearing.initiatorName : ''
	return add(tx, opened.value, act, { party, kind: act.kind, stance: null, author }, act.version)
}

/** What somebody else has written of the project: shown beside the initiator's documents (Aarhus Convention, 6(7)). */
export async function addAssessment(
	tx: Writer,
	act: ActingOnHearing & { kind: DocumentKind; stance: Position; author: string; version: HandedIn },
): Promise<Outcome<string, AddingRefusal>> {
	const hearing = await hearingById(tx, act.hearingId)
	if (!hearing || !isPublic(hearing)) return refused('not-found')
	const { actor, now } = act
	if (actor.personId === null) return refused('not-allowed')
	if (actor.level < hearing.remarkLevel) return refused('level')
	if (!takesAssessments(hearing)) return refused('wrong-state')
	if (!kindsOf('other').includes(act.kind)) return refused('wrong-kind')
	if ((await addedBy(tx, hearing.id, actor.personId)) >= MOST_ASSESSMENTS) return refused('too-many')
	const law = await lawOf(tx, hearing.profileId)
	const opened = { hearing, law, today: dayIn(law.profile.time.zone, now), by: 'person' }
	const { kind, stance, author } = act
	return add(tx, opened, act, { party: 'other', kind, stance, author }, act.version)
}

/** A later version of a document, by whoever added it. Of one that was announced the chair decides what it changes. */
export async function addVersion(
	tx: Writer,
	act: ActingOnHearing & { documentId: string; version: HandedIn },
): Promise<Outcome<number, AddingRefusal>> {
	const opened = await openVersion(tx, act)
	if (!opened.ok) return opened
	const file = await fileOf(tx, act, act.documentId)
	if (!file.ok) return file
	const [last] = await tx
		.select({ version: max(documentVersions.version) })
		.from(documentVersions)
		.where(eq(documentVersions.documentId, act.documentId))
	const { documentId } = act
	const number = (last?.version ?? 0) + 1
	await keepVersion(tx, act, { documentId, number, file: file.value })
	await recordHearingStep(tx, opened.value, act, 'document-added', { documentId, version: number })
	return done(number)
}

async function openVersion(
	tx: Writer,
	act: ActingOnHearing & { documentId: string },
): Promise<Outcome<OpenedHearing, AddingRefusal>> {
	const [document] = await tx
		.select()
		.from(hearingDocuments)
		.where(and(eq(hearingDocuments.id, act.documentId), eq(hearingDocuments.hearingId, act.hearingId)))
	if (!document) return refused('not-found')
	if (document.party !== 'other') {
		const opened = await openHearing(tx, 'add-document', act)
		if (!opened.ok) return opened
		const isInitiator = opened.value.hearing.initiatorId === act.actor.personId
		return isInitiator === (document.party === 'initiator') ? opened : refused('not-allowed')
	}
	const hearing = await hearingById(tx, act.hearingId)
	if (!hearing || act.actor.personId === null || act.actor.personId !== document.addedBy)
		return refused('not-allowed')
	if (document.hiddenAt || !takesAssessments(hearing)) return refused('wrong-state')
	const law = await lawOf(tx, hearing.profileId)
	return done({ hearing, law, today: dayIn(law.profile.time.zone, act.now), by: 'person' })
}

async function add(
	tx: Writer,
	opened: OpenedHearing,
	act: ActingOnHearing,
	document: { party: DossierParty; kind: DocumentKind; stance: Position | null; author: string },
	version: HandedIn,
): Promise<Outcome<string, AddingRefusal>> {
	const { hearing } = opened
	const ofSide = document.party === 'other' ? eq : ne
	const [held] = await tx
		.select({
			// Of the project, or of others: neither side takes the other's room.
			count: count(sql`case when ${ofSide(hearingDocuments.party, 'other')} then 1 end`),
			last: max(hearingDocuments.position),
		})
		.from(hearingDocuments)
		.where(eq(hearingDocuments.hearingId, hearing.id))
	if ((held?.count ?? 0) >= MOST_DOCUMENTS) return refused('too-many')
	const file = await fileOf(tx, { ...act, version })
	if (!file.ok) return file
	const id = crypto.randomUUID()
	await tx.insert(hearingDocuments).values({
		...document,
		id,
		hearingId: hearing.id,
		position: (held?.last ?? 0) + 1,
		addedAt: act.now,
		addedBy: String(act.actor.personId),
	})
	await keepVersion(tx, { ...act, version }, { documentId: id, number: 1, file: file.value })
	await recordHearingStep(tx, opened, act, 'document-added', { documentId: id, version: 1 })
	return done(id)
}

/** The file that was handed in, unless the document has it already. */
async function fileOf(
	tx: Writer,
	{ version, actor }: Pick<ActingOnHearing, 'actor'> & { version: HandedIn },
	documentId?: string,
): Promise<Outcome<KeptFile, 'file-gone' | 'same-file'>> {
	const [file] = await looseFiles(tx, [version.fileId], actor.personId)
	if (!file) return refused('file-gone')
	if (!documentId) return done(file)
	const { documentId: of, sha256 } = documentVersions
	const same = await tx.$count(documentVersions, and(eq(of, documentId), eq(sha256, file.sha256)))
	return same > 0 ? refused('same-file') : done(file)
}

async function keepVersion(
	tx: Writer,
	{ version, actor, now }: Pick<ActingOnHearing, 'actor' | 'now'> & { version: HandedIn },
	{ documentId, number, file }: { documentId: string; number: number; file: KeptFile },
): Promise<void> {
	const { title, language, words } = version
	await tx.insert(documentVersions).values({
		documentId,
		version: number,
		title,
		language,
		words,
		fileId: file.id,
		sha256: file.sha256,
		addedAt: now,
		addedBy: String(actor.personId),
	})
	await tx.insert(attachments).values({
		id: crypto.randomUUID(),
		fileId: file.id,
		subject: 'document',
		subjectId: documentId,
		public: true,
		position: number,
	})
}

const addedBy = (read: Reader, hearingId: number, personId: string): Promise<number> =>
	read.$count(
		hearingDocuments,
		and(
			eq(hearingDocuments.hearingId, hearingId),
			eq(hearingDocuments.party, 'other'),
			eq(hearingDocuments.addedBy, personId),
		),
	)
