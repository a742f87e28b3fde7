import { afterEach, expect, test, vi } from 'vitest'
import { addEntry, entries, ledgerDatabase } from './ledger.ts'

afterEach(() => {
	vi.unstubAllEnvs()
	vi.resetModules()
})

test('read goes to the replica, readOwn and write to the primary', async () => {
	const primary = await ledgerDatabase()
	// One that lags behind for ever.
	vi.stubEnv('DATABASE_REPLICA_URL', await ledgerDatabase())
	vi.resetModules()
	const { openStore } = await import('#db/store.ts')
	const store = await openStore(primary)
	await store.write('a', (tx) => addEntry(tx, 'a'))
	expect([await store.read.$count(entries), await store.readOwn.$count(entries)]).toEqual([0, 1])
	await store.close()
})
