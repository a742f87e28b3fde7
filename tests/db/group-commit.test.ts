import { AsyncLocalStorage } from 'node:async_hooks'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore, type Store } from '#db/store.ts'
import { addEntry, entries, ledgerDatabase } from './ledger.ts'

let store: Store
let another: Database.Database
beforeEach(async () => {
	const path = await ledgerDatabase()
	store = await openStore(path)
	another = new Database(path, { timeout: 0 })
})
afterEach(async () => {
	another.close()
	await store.close()
})

const add = () => store.write('a', (tx) => addEntry(tx, 'a'))
const addAtOnce = (times: number) => Promise.allSettled(Array.from({ length: times }, add))
const committed = () => another.prepare('select count(*) from entries').pluck().get()

test('writes made at once share a commit', async () => {
	const exec = vi.spyOn(Database.prototype, 'exec')
	await addAtOnce(40)
	const commits = exec.mock.calls.filter(([sql]) => sql === 'COMMIT').length
	expect(commits).toBeLessThan(10)
	expect(committed()).toBe(40)
})

test('a write is acknowledged only when another connection can read it', async () => {
	const seen = await Promise.all(
		Array.from({ length: 20 }, () => add().then((number) => [number, committed()])),
	)
	for (const [number, rows] of seen) expect(rows).toBeGreaterThanOrEqual(number as number)
})

test('a refusal is heard only after the commit it may rest on', async () => {
	const first = add()
	const refused = store.write('a', async (tx) => {
		throw new Error(`there are ${await tx.$count(entries)}`)
	})
	const rowsWhenHeard = refused.catch((error: Error) => [error.message, committed()])
	expect(await rowsWhenHeard).toEqual(['there are 1', 1])
	await first
})

test('a commit that fails is a failure for all in it, and the next one starts clean', async () => {
	const exec = Database.prototype.exec
	let disk: 'full' | 'free' = 'full'
	// why: a disk that is full at the moment of the commit cannot be had otherwise.
	vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, sql: string) {
		if (sql !== 'COMMIT' || disk === 'free') return exec.call(this, sql)
		throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
	})
	const outcomes = await addAtOnce(5)
	expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(5).fill('rejected'))
	expect(committed()).toBe(0)

	disk = 'free'
	expect(await add()).toBe(1)
})

test('a file another process is writing to is waited for without holding up the event loop', async () => {
	another.exec('BEGIN IMMEDIATE')
	const written = addAtOnce(3)
	let turns = 0
	const began = performance.now()
	while (performance.now() - began < 150) {
		await new Promise((resolve) => setTimeout(resolve, 1))
		turns++
	}
	expect(turns).toBeGreaterThan(20)
	expect(committed()).toBe(0)
	another.exec('COMMIT')
	expect((await written).map((outcome) => outcome.status)).toEqual(Array(3).fill('fulfilled'))
})

test('each write runs in its own caller’s context', async () => {
	const caller = new AsyncLocalStorage<string>()
	const names = ['ann', 'bob', 'eve'].map((name) =>
		caller.run(name, () => store.write('a', async () => caller.getStore())),
	)
	expect(await Promise.all(names)).toEqual(['ann', 'bob', 'eve'])
})
