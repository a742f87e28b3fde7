import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepFiles } from '#app/files/keep.server.ts'
import { bytesOf, putBytes } from '#app/files/store.server.ts'
import { sweepFiles } from '#app/files/sweep.server.ts'
import { discardPetition } from '#app/petitions/draft.server.ts'
import { attachToPetition } from '#app/petitions/write.server.ts'
import { files } from '#db/schema/files.ts'
import { configuration } from '#server/configuration.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
	return () => world.store.close()
})

const NOW = new Date('2026-01-20T12:00:00+05:00')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

async function aFile(content: string, uploadedAt: Date) {
	const sha256 = await putBytes(Buffer.from(content))
	utimesSync(join(configuration().DATA_DIR, 'files', sha256.slice(0, 2), sha256), uploadedAt, uploadedAt)
	const stored = [{ sha256, name: 'a.txt', mediaType: 'text/plain' as const, size: content.length }]
	const [id] = await world.store.write('files', (tx) =>
		keepFiles(tx, { stored, by: 'author', now: uploadedAt }),
	)
	return { id: String(id), sha256 }
}

test('what was attached to nothing for a day is forgotten, with its bytes when no other file has the same', async () => {
	const loose = await aFile('loose', hoursAgo(25))
	const twin = await aFile('the same', hoursAgo(25))
	const attached = await aFile('the same', hoursAgo(25))
	const fresh = await aFile('fresh', hoursAgo(23))
	await world.file({ fileIds: [attached.id] })

	await sweepFiles(world.store, { now: NOW })
	await sweepFiles(world.store, { now: NOW })
	const left = (await world.store.read.select().from(files)).map(({ id }) => id)
	expect(left.sort()).toEqual([attached.id, fresh.id].sort())
	expect(await bytesOf(loose.sha256)).toBeUndefined()
	expect(await bytesOf(twin.sha256)).toBeDefined()

	await sweepFiles(world.store, { now: new Date(NOW.getTime() + 2 * 3_600_000) })
	expect(await world.store.read.select().from(files)).toHaveLength(1)
})

test('bytes that were brought again since stay', async () => {
	const { sha256 } = await aFile('again', hoursAgo(25))
	await putBytes(Buffer.from('again'))
	await sweepFiles(world.store, { now: NOW })
	expect(await bytesOf(sha256)).toBeDefined()
})

test('what went with a petition is forgotten a day after its draft was thrown away, however long it lay there', async () => {
	const { store, actors } = world
	const draft = await aPetition(store, { state: 'draft', number: null })
	const { id, sha256 } = await aFile('of a draft', hoursAgo(200))
	const acting = { petitionId: draft.id, actor: actors.author, now: hoursAgo(100) }
	await store.write('attach', (tx) => attachToPetition(tx, { ...acting, fileIds: [id] }))
	await sweepFiles(store, { now: hoursAgo(50) })
	await store.write('discard', (tx) => discardPetition(tx, { ...acting, now: hoursAgo(25) }))
	await sweepFiles(store, { now: hoursAgo(2) })
	expect(await store.read.select().from(files)).toHaveLength(1)
	await sweepFiles(store, { now: NOW })
	expect(await store.read.select().from(files)).toEqual([])
	expect(await bytesOf(sha256)).toBeUndefined()
})
