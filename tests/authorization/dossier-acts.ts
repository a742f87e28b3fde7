import { addAssessment, addDocument, addVersion, type HandedIn } from '#app/dossiers/add.server.ts'
import { hideAssessment } from '#app/dossiers/hide.server.ts'
import { judgeVersion } from '#app/dossiers/judge.server.ts'
import { postDocuments } from '#app/dossiers/post.server.ts'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { files } from '#db/schema/files.ts'
import { documentVersions, hearingDocuments } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { DESK, OFFICERS, row } from './hearing-acts.ts'
import { EVERYBODY } from './who.ts'

const AT = new Date('2026-01-19T12:00:00+05:00')

/** A file that whoever tries has just sent; nobody who is not signed in has one. */
async function handedIn(tx: Writer, { actor }: ActingOnHearing): Promise<HandedIn> {
	const fileId = crypto.randomUUID()
	const sent = { name: 'a.txt', mediaType: 'text/plain', size: 1, uploadedAt: AT, uploadedBy: actor.personId }
	await tx.insert(files).values({ id: fileId, sha256: fileId, ...sent })
	return { title: 'A report', language: 'en', fileId, words: null }
}

async function aDocument(tx: Writer, { hearingId }: ActingOnHearing, party: 'initiator' | 'other') {
	const fileId = crypto.randomUUID()
	await tx
		.insert(files)
		.values({ id: fileId, sha256: fileId, name: 'b.txt', mediaType: 'text/plain', size: 1, uploadedAt: AT })
	const documentId = crypto.randomUUID()
	const added = { addedAt: AT, addedBy: party === 'other' ? 'another' : 'author' }
	await tx.insert(hearingDocuments).values({
		id: documentId,
		hearingId,
		position: 1,
		party,
		kind: party === 'other' ? 'study' : 'report',
		stance: party === 'other' ? 'against' : null,
		author: 'Sample',
		...added,
	})
	const version = { documentId, version: 1, title: 'A report', language: 'en', fileId, sha256: fileId }
	await tx.insert(documentVersions).values({ ...version, ...added })
	return documentId
}

const REASON = { reason: 'Two lifts more.' }
const POSTED = { state: 'preparing', postedAt: null, announcedAt: null } as const

/** The documents of a hearing. */
export const dossierActs = [
	row('addDocument', 'add-document', {}, ['author', ...DESK], async (tx, act) =>
		addDocument(tx, { ...act, kind: 'report', version: await handedIn(tx, act) }),
	),
	row('addVersion', 'add-document', {}, ['author'], async (tx, act) => {
		const documentId = await aDocument(tx, act, 'initiator')
		return addVersion(tx, { ...act, documentId, version: await handedIn(tx, act) })
	}),
	row('postDocuments', 'post-documents', POSTED, DESK, async (tx, act) => {
		await aDocument(tx, act, 'initiator')
		return postDocuments(tx, act)
	}),
	row('judgeVersion', 'judge-version', {}, [OFFICERS.chair], async (tx, act) => {
		const documentId = await aDocument(tx, act, 'initiator')
		return judgeVersion(tx, { ...act, documentId, version: 1, material: true, ...REASON })
	}),
	row('hideAssessment', 'hide-assessment', {}, [OFFICERS.moderator, 'moderator'], async (tx, act) => {
		const documentId = await aDocument(tx, act, 'other')
		return hideAssessment(tx, { ...act, documentId, ...REASON })
	}),
	{
		...row('addAssessment', 'add-document', {}, [], async (tx, act) =>
			addAssessment(tx, {
				...act,
				kind: 'study',
				stance: 'against',
				author: 'Sample',
				version: await handedIn(tx, act),
			}),
		),
		allowed: EVERYBODY.filter((who) => !/receipt|anonymous/.test(who)),
	},
]
