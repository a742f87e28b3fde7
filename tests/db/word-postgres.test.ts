import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { ANYTHING, openStore, type Store } from '#db/store.ts'
import { ledgerDatabase } from './ledger.ts'
import { closeListening, listening, tellUntilHeard } from './listening.ts'

afterEach(closeListening)

test('word reaches every process that listens, and no other database', async () => {
	const [url, elsewhere] = await Promise.all([ledgerDatabase(), ledgerDatabase()])
	const [one, two, stranger] = await Promise.all([url, url, elsewhere].map(listening))
	for (const { heard } of [one, two] as NonNullable<typeof one>[])
		await tellUntilHeard(one?.store as Store, heard, 'room:1')
	await tellUntilHeard(stranger?.store as Store, stranger?.heard as string[], 'room:2')
	expect(stranger?.heard).not.toContain('room:1')
})

test('word is heard again after the connection was cut', async () => {
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

test('whoever listens keeps looking for a server that is away, until it is closed', async () => {
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
})

test('a store closes beside a server that answers nothing', async () => {
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
