import { describe, expect, test } from 'vitest'
import { addAssessment, addDocument, addVersion, type HandedIn } from '#app/dossiers/add.server.ts'
import { changesOf } from '#app/dossiers/changes.ts'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { hideAssessment } from '#app/dossiers/hide.server.ts'
import { judgeVersion } from '#app/dossiers/judge.server.ts'
import { postDocuments } from '#app/dossiers/post.server.ts'
import { fileFor } from '#app/files/find.server.ts'
import { sweepFiles } from '#app/files/sweep.server.ts'
import { hearingById } from '#app/hearings/hearing.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { STRANGER } from '#app/people/actor.ts'
import { files } from '#db/schema/files.ts'
import { documentVersions, hearingOfficers, hearings } from '#db/schema/hearings.ts'
import { ANNOUNCED, aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-03-20T06:00:00Z')

/** A file that this person has just sent. */
async function handedIn({ store }: World, by: Actor, text: string): Promise<HandedIn> {
	const fileId = crypto.randomUUID()
	await store.write('file', (tx) =>
		tx.insert(files).values({
			id: fileId,
			sha256: `hash of ${text}`,
			name: 'report.txt',
			mediaType: 'text/plain',
			size: text.length,
			uploadedAt: NOW,
			uploadedBy: by.personId,
		}),
	)
	return { title: `Report: ${text}`, language: 'en', fileId, words: text }
}

describe('the dossier', () => {
	test('an initiator adds documents, the desk makes them public, and from then on anybody opens them', async () => {
		const world = await aWorld()
		const { store, actors } = world
		const hearing = await aHearing(store, { state: 'preparing', postedAt: null, announcedAt: null })
		const act = { hearingId: hearing.id, now: NOW }
		const desk = actors['ENV:clerk'] as Actor
		const early = await store.write('post', (tx) => postDocuments(tx, { ...act, actor: desk }))
		expect(early).toEqual({ ok: false, refusal: 'no-document' })

		const version = await handedIn(world, actors.author, 'A road to the valley')
		const added = await store.write('add', (tx) =>
			addDocument(tx, { ...act, actor: actors.author, kind: 'report', version }),
		)
		expect(added.ok).toBe(true)
		expect(await fileFor(store.readOwn, version.fileId, STRANGER)).toBeUndefined()
		expect(await fileFor(store.readOwn, version.fileId, desk)).toMatchObject({ open: false })

		const posted = await store.write('post', (tx) => postDocuments(tx, { ...act, actor: desk }))
		expect(posted).toEqual({ ok: true, value: hearing.number })
		expect((await hearingById(store.readOwn, hearing.id))?.postedAt).toEqual(NOW)
		expect(await fileFor(store.readOwn, version.fileId, STRANGER)).toMatchObject({ open: true })
		expect(await store.write('post', (tx) => postDocuments(tx, { ...act, actor: desk }))).toEqual({
			ok: false,
			refusal: 'already',
		})
	})

	test('who has no part in the project, and who handed in another file, adds nothing to its documents', async () => {
		const world = await aWorld()
		const { store, actors } = world
		const hearing = await aHearing(store)
		const act = { hearingId: hearing.id, now: NOW, kind: 'report' as const }
		const version = await handedIn(world, actors.stranger, 'mine')
		expect(
			await store.write('add', (tx) => addDocument(tx, { ...act, actor: actors.stranger, version })),
		).toEqual({ ok: false, refusal: 'not-allowed' })
		expect(
			await store.write('add', (tx) => addDocument(tx, { ...act, actor: actors.author, version })),
		).toEqual({ ok: false, refusal: 'file-gone' })
		expect(await dossierOf(store.readOwn, hearing.id)).toEqual([])
	})

	test('a version that comes after the announcement waits for the chair, and a material one asks for a new one', async () => {
		const world = await aWorld()
		const { store, actors } = world
		const chair = actors['HSG:executor'] as Actor
		const hearing = await aHearing(store, {}, { chair })
		const act = { hearingId: hearing.id, now: NOW }
		const first = await handedIn(world, actors.author, 'Ten lifts')
		const added = await store.write('add', (tx) =>
			addDocument(tx, { ...act, actor: actors.author, kind: 'report', version: first }),
		)
		if (!added.ok) throw new Error(added.refusal)
		await store.write('freeze', (tx) => tx.update(documentVersions).set({ frozenAt: ANNOUNCED }))
		const documentId = added.value
		const second = await handedIn(world, actors.author, 'Twelve lifts')
		const byOther = await store.write('version', (tx) =>
			addVersion(tx, { ...act, actor: actors['ENV:clerk'] as Actor, documentId, version: second }),
		)
		expect(byOther).toEqual({ ok: false, refusal: 'not-allowed' })
		expect(
			await store.write('version', (tx) =>
				addVersion(tx, { ...act, actor: actors.author, documentId, version: second }),
			),
		).toEqual({ ok: true, value: 2 })
		const again = await handedIn(world, actors.author, 'Twelve lifts')
		expect(
			await store.write('version', (tx) =>
				addVersion(tx, { ...act, actor: actors.author, documentId, version: again }),
			),
		).toEqual({ ok: false, refusal: 'same-file' })

		const judged = { ...act, documentId, material: true, reason: 'Two lifts more.' }
		expect(
			await store.write('judge', (tx) => judgeVersion(tx, { ...judged, actor: chair, version: 1 })),
		).toEqual({ ok: false, refusal: 'not-later' })
		expect(
			await store.write('judge', (tx) =>
				judgeVersion(tx, { ...judged, actor: { ...chair, factorUntil: undefined }, version: 2 }),
			),
		).toEqual({ ok: false, refusal: 'factorNeeded' })
		expect(
			await store.write('judge', (tx) => judgeVersion(tx, { ...judged, actor: chair, version: 2 })),
		).toEqual({ ok: true, value: null })
		expect((await hearingById(store.readOwn, hearing.id))?.renewReason).toBe('substantial_change')
		expect(
			await store.write('judge', (tx) =>
				judgeVersion(tx, { ...judged, actor: chair, version: 2, material: false }),
			),
		).toEqual({ ok: false, refusal: 'already' })
	})

	test('anybody known well enough adds an assessment; a moderator takes it out of sight, and its stub stays', async () => {
		const world = await aWorld()
		const { store, actors } = world
		const hearing = await aHearing(store)
		const act = { hearingId: hearing.id, now: NOW }
		const version = await handedIn(world, actors.stranger, 'Snow will not lie')
		const assessment = { kind: 'study' as const, stance: 'against' as const, author: 'Sample group', version }
		expect(
			await store.write('add', (tx) =>
				addAssessment(tx, { ...act, ...assessment, actor: { ...actors.stranger, level: 0 } }),
			),
		).toEqual({ ok: false, refusal: 'level' })
		const added = await store.write('add', (tx) =>
			addAssessment(tx, { ...act, ...assessment, actor: actors.stranger }),
		)
		if (!added.ok) throw new Error(added.refusal)
		const hiding = { ...act, documentId: added.value, reason: 'It names a child.' }
		expect(
			await store.write('hide', (tx) => hideAssessment(tx, { ...hiding, actor: actors.author })),
		).toEqual({ ok: false, refusal: 'not-allowed' })
		// Nor by the desk that has named itself the moderator of the hearing.
		const clerk = actors['ENV:clerk'] as typeof actors.author
		await store.write('officer', (tx) =>
			tx.insert(hearingOfficers).values({
				hearingId: hearing.id,
				personId: String(clerk.personId),
				role: 'moderator',
				name: 'A Clerk',
				appointedAt: NOW,
			}),
		)
		expect(await store.write('hide', (tx) => hideAssessment(tx, { ...hiding, actor: clerk }))).toEqual({
			ok: false,
			refusal: 'not-allowed',
		})
		expect(
			await store.write('hide', (tx) => hideAssessment(tx, { ...hiding, actor: actors.moderator })),
		).toEqual({ ok: true, value: null })
		expect(await fileFor(store.readOwn, version.fileId, STRANGER)).toBeUndefined()
		const [document] = await dossierOf(store.readOwn, hearing.id)
		expect(document).toMatchObject({ hiddenReason: 'It names a child.', author: 'Sample group' })
	})

	test('the initiator of a hearing that is over adds nothing; the files of the dossier are never swept', async () => {
		const world = await aWorld()
		const { store, actors } = world
		const hearing = await aHearing(store)
		const act = { hearingId: hearing.id, now: NOW, kind: 'report' as const, actor: actors.author }
		const version = await handedIn(world, actors.author, 'kept')
		await store.write('add', (tx) => addDocument(tx, { ...act, version }))
		await store.write('over', (tx) => tx.update(hearings).set({ state: 'decided' }))
		const late = await handedIn(world, actors.author, 'late')
		expect(await store.write('add', (tx) => addDocument(tx, { ...act, version: late }))).toEqual({
			ok: false,
			refusal: 'wrong-state',
		})
		await sweepFiles(store, { now: new Date('2026-04-20T06:00:00Z') })
		const left = await store.readOwn.select({ id: files.id }).from(files)
		expect(left).toEqual([{ id: version.fileId }])
	})
})

test('what changed between two versions is found line by line, and what stayed is shortened', () => {
	const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`)
	const after = lines.map((line) => (line === 'line 20' ? 'another line' : line))
	const changes = changesOf(lines.join('\n'), after.join('\n'))
	expect(changes?.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
	expect(changes?.[1]?.text).toBe('line 20\n')
	expect(changes?.[0]?.text).not.toContain('line 5\n')
	expect(changes?.[0]?.text).toContain('line 19')
})
