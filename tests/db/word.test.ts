import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { engine } from '#db/engine.ts'
import { ANYTHING, openStore, type Store, tellOnceKept } from '#db/store.ts'
import { addEntry, entries, ledgerDatabase } from './ledger.ts'

const opened: Store[] = []

afterEach(async () => {
	await Promise.all(opened.splice(0).map((store) => store.close()))
})

async function listening(url: string) {
	const store = await openStore(url)
	opened.push(store)
	const heard: string[] = []
	store.listen((topic) => heard.push(topic))
	return { store, heard }
}

const tell = (store: Store, topic: string) =>
	store.write('a', async (tx) => {
		await addEntry(tx, 'a')
		tellOnceKept(tx, topic)
	})

/** Until it listens, or listens again, word is lost. */
const tellUntilHeard = (store: Store, heard: string[], topic: string) =>
	vi.waitFor(
		async () => {
			await tell(store, topic)
			expect(heard).toContain(topic)
		},
		{ timeout: 10_000, interval: 50 },
	)

describe('word of what was written', () => {
	test('is heard when it is kept and can be read', async () => {
		const { store, heard } = await listening(await ledgerDatabase())
		const rows: Promise<number>[] = []
		store.listen(() => rows.push(store.readOwn.$count(entries)))
		await tellUntilHeard(store, heard, 'room:1')
		expect(await rows[0]).toBeGreaterThan(0)
	})

	test('is not heard of what was undone', async () => {
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

	test.skipIf(engine === 'sqlite')('reaches every process that listens, and no other database', async () => {
		const [url, elsewhere] = await Promise.all([ledgerDatabase(), ledgerDatabase()])
		const [one, two, stranger] = await Promise.all([url, url, elsewhere].map(listening))
		for (const { heard } of [one, two] as NonNullable<typeof one>[])
			await tellUntilHeard(one?.store as Store, heard, 'room:1')
		await tellUntilHeard(stranger?.store as Store, stranger?.heard as string[], 'room:2')
		expect(stranger?.heard).not.toContain('room:1')
	})

	test.skipIf(engine === 'sqlite')('is heard again after the connection was cut', async () => {
		const url = await ledgerDatabase()
		const { store, heard } = await listening(url)
		await tellUntilHeard(store, heard, 'room:1')
		const admin = new Client({ connectionString: url })
		await admin.connect()
		const { rowCount } = await admin.query(
			`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and query = 'listen jauap_word'`,
		)
		await admin.end()
		expect(rowCount).toBe(1)
		heard.length = 0
		await vi.waitFor(() => expect(heard).toContain(ANYTHING), { timeout: 10_000 })
		await tellUntilHeard(store, heard, 'room:2')
	})

	test.skipIf(engine === 'sqlite')(
		'keeps looking for a server that is away, until it is closed',
		async () => {
			let calls = 0
			const away = createServer((socket) => {
				calls++
				socket.destroy()
			}).listen(0)
			const { port } = away.address() as AddressInfo
			const store = await openStore(`postgres://nobody@127.0.0.1:${port}/nothing`)
			store.listen(() => {})
			await vi.waitFor(() => expect(calls).toBeGreaterThan(2), { timeout: 10_000 })
			await store.close()
			const before = calls
			await pause(1500)
			expect(calls).toBe(before)
			away.close()
		},
	)

	test.skipIf(engine === 'sqlite')('closes beside a server that answers nothing', async () => {
		const sockets: Socket[] = []
		const mute = createServer((socket) => sockets.push(socket)).listen(0)
		const { port } = mute.address() as AddressInfo
		const store = await openStore(`postgres://nobody@127.0.0.1:${port}/nothing`)
		store.listen(() => {})
		await vi.waitFor(() => expect(sockets.length).toBe(1), { timeout: 5000 })
		await store.close()
		for (const socket of sockets) socket.destroy()
		mute.close()
	})
})
