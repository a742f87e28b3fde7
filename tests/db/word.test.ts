import { afterEach, expect, test } from 'vitest'
import { tellOnceKept } from '#db/store.ts'
import { entries, ledgerDatabase } from './ledger.ts'
import { closeListening, listening, tellUntilHeard } from './listening.ts'

afterEach(closeListening)

test('word of what was written is heard when it is kept and can be read', async () => {
	const { store, heard } = await listening(await ledgerDatabase())
	const rows: Promise<number>[] = []
	store.listen((topic) => topic === 'room:1' && rows.push(store.readOwn.$count(entries)))
	await tellUntilHeard(store, heard, 'room:1')
	expect(await rows[0]).toBeGreaterThan(0)
})

test('word is not heard of what was undone', async () => {
	const { store, heard } = await listening(await ledgerDatabase())
	await tellUntilHeard(store, heard, 'room:1')
	const undone = store.write('a', async (tx) => {
		tellOnceKept(tx, 'room:2')
		throw new Error('undone')
	})
	await expect(undone).rejects.toThrow('undone')
	await tellUntilHeard(store, heard, 'room:3')
	expect(heard).not.toContain('room:2')
})
