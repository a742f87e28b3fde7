import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileFor, looseFiles } from '#app/files/find.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { draftFiles, saveDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import type { Filing } from '#app/inquiries/submit.server.ts'
import { ANSWER, handsIn } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const stored = [{ sha256: 'a'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf' as const, size: 9 }]

async function aFile(by: string): Promise<string> {
	const now = new Date('2026-01-12T06:00:00Z')
	const [id] = await world.store.write('files', (tx) => keepFiles(tx, { stored, by, now }))
	return String(id)
}

async function filedWith(over: Partial<Filing>) {
	const id = await aFile('author')
	return { id, ...(await world.file({ ...over, fileIds: [id] })) }
}

const opens = async (who: string, id: string, receiptOf?: string) =>
	fileFor(world.store.read, id, {
		...(world.actors[who] ?? { personId: null, roles: [], level: 0 }),
		receiptOf,
	})

test('a file of a public question is open to all', async () => {
	const { id } = await filedWith({})
	expect(await opens('nobody', id)).toMatchObject({ open: true, file: { name: 'a.pdf' } })
})

test('a file of a private question opens for its author, its desk and the receipt', async () => {
	const { id, inquiryId } = await filedWith({ visibility: 'private' })
	for (const who of ['author', 'ENV:clerk']) expect(await opens(who, id), who).toMatchObject({ open: false })
	expect(await opens('nobody', id, inquiryId)).toMatchObject({ open: false })
	for (const who of ['nobody', 'stranger', 'HSG:clerk', 'moderator', 'administrator', 'overseer'])
		expect(await opens(who, id), who).toBeUndefined()
	expect(await opens('nobody', id, 'another')).toBeUndefined()
})

test('a file of a redacted answer is for its author and the desk alone', async () => {
	const { proceedingId } = await world.file()
	const id = await aFile('ENV-approver')
	await handsIn(world).answer(proceedingId, '2026-01-14', {
		fileIds: [id],
		publicBody: 'Less.',
		redactionReason: 'A name.',
	})
	expect(await opens('nobody', id)).toBeUndefined()
	expect(await opens('author', id)).toMatchObject({ open: false })
})

test('a draft has five files at most, and only those that came to it', async () => {
	const { proceedingId } = await world.file()
	const { write, as } = handsIn(world)
	const act = as('ENV:executor', proceedingId, '2026-01-14')
	await write((tx) => takeDraft(tx, { ...act, language: 'ru', outcome: 'answered' }))
	const save = (version: number, files: { kept: string[]; added: string[] }) =>
		write((tx) => saveDraft(tx, { ...act, version, text: ANSWER, files }))
	const [stays, goes] = [await aFile('ENV-executor'), await aFile('ENV-executor')]
	expect(await save(1, { kept: [], added: [stays, goes] })).toMatchObject({ ok: true })
	const more = await Promise.all(['', '', '', ''].map(() => aFile('ENV-executor')))
	expect(await save(2, { kept: [stays, goes], added: more })).toEqual({
		ok: false,
		refusal: 'tooManyFiles:5',
	})
	const { id: ofAnother } = await filedWith({ visibility: 'private' })
	expect(await save(2, { kept: [stays, ofAnother], added: [] })).toMatchObject({ ok: true })
	expect((await draftFiles(world.store.readOwn, proceedingId)).map(({ id }) => id)).toEqual([stays])
	expect(await opens('ENV:approver', goes)).toBeUndefined()
})

test('what is not attached yet belongs to whoever sent it, and what is attached cannot be used again', async () => {
	const loose = await aFile('author')
	const { id: attached } = await filedWith({})
	const { read } = world.store
	expect(await opens('author', loose)).toMatchObject({ open: false })
	expect(await opens('stranger', loose)).toBeUndefined()
	expect((await looseFiles(read, [loose, attached], 'author')).map(({ id }) => id)).toEqual([loose])
	expect(await looseFiles(read, [loose], 'stranger')).toEqual([])
})
