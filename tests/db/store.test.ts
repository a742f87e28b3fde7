// What must hold on both engines, without a branch.
import { asc, count, eq, max, sql, sum } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isUniqueViolation } from '#db/errors.ts'
import type { Store, Writer } from '#db/store.ts'
import { accounts, addEntry, entries, ledgerStore } from './ledger.ts'

let store: Store
beforeEach(async () => {
	store = await ledgerStore()
})
afterEach(() => store.close())

const noon = new Date('2026-03-02T12:00:00.123Z')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('every kind of value comes back as it went in', async () => {
	const account = {
		id: 'b',
		name: 'Ümlaut, Қазақ, 😀',
		kind: 'person' as const,
		hidden: true,
		openedAt: noon,
		closesOn: '2026-12-31',
		details: { ministry: 'Transport', tags: ['roads'] },
		seal: Buffer.from([0, 255, 10]),
	}
	const [returned] = await store.write('b', (tx) => tx.insert(accounts).values(account).returning())
	const [read] = await store.read.select().from(accounts).where(eq(accounts.id, 'b'))
	expect(returned).toEqual(account)
	expect(read).toEqual(account)
})

test('a failed write leaves nothing behind, also after waiting for something else', async () => {
	const failing = store.write('a', async (tx) => {
		await addEntry(tx, 'a')
		await pause(5)
		throw new Error('changed my mind')
	})
	await expect(failing).rejects.toThrow('changed my mind')
	expect(await store.read.$count(entries)).toBe(0)
})

test('readers never see half a write', async () => {
	const seen = await store.write('a', async (tx) => {
		await addEntry(tx, 'a')
		return [await store.read.$count(entries), await tx.$count(entries)]
	})
	expect([...seen, await store.read.$count(entries), await store.readOwn.$count(entries)]).toEqual([
		0, 1, 1, 1,
	])
})

test('a write inside a write is refused rather than waiting for ever', async () => {
	const nested = store.write('a', async () => store.write('b', (tx) => addEntry(tx, 'a')))
	await expect(nested).rejects.toThrow('pass tx along')
	await expect(store.write('a', (tx) => addEntry(tx, 'a'))).resolves.toBe(1)
})

test('tx is of no use once its write has ended', async () => {
	let kept: Writer | undefined
	await store.write('a', async (tx) => {
		kept = tx
	})
	expect(() => kept?.insert(entries)).toThrow()
})

test('read refuses to write', async () => {
	for (const sneaky of [store.read, store.readOwn] as Writer[])
		await expect(addEntry(sneaky, 'a')).rejects.toThrow()
	expect(await store.read.$count(entries)).toBe(0)
})

test('forty entries made at once get forty numbers without a gap', async () => {
	const numbers = await Promise.all(
		Array.from({ length: 40 }, () => store.write('a', (tx) => addEntry(tx, 'a'))),
	)
	expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
})

test('of forty writes at once one fails: the others are kept, and only its caller hears of it', async () => {
	const writes = Array.from({ length: 40 }, (_, at) =>
		store.write('a', async (tx) => {
			const number = await addEntry(tx, 'a')
			if (at === 17) throw new Error('only this one')
			return number
		}),
	)
	const outcomes = await Promise.allSettled(writes)
	expect(outcomes.flatMap((outcome, at) => (outcome.status === 'rejected' ? [at] : []))).toEqual([17])
	const kept = await store.read.select({ number: entries.number }).from(entries).orderBy(asc(entries.number))
	expect(kept.map((entry) => entry.number)).toEqual(Array.from({ length: 39 }, (_, at) => at + 1))
})

test('a statement that fails undoes its own write alone', async () => {
	const [good, orphan, twin] = await Promise.allSettled([
		store.write('a', (tx) => addEntry(tx, 'a')),
		store.write('none', (tx) => addEntry(tx, 'none')),
		store.write('a', (tx) => tx.insert(accounts).values({ id: 'c', name: 'A' }).returning()),
	])
	expect([good?.status, orphan?.status, twin?.status]).toEqual(['fulfilled', 'rejected', 'rejected'])
	expect(twin?.status === 'rejected' && isUniqueViolation(twin.reason)).toBe(true)
	expect(await store.read.$count(entries)).toBe(1)
})

test('a write that waits for something slow keeps no other from starting later', async () => {
	const order: string[] = []
	const slow = store.write('a', async (tx) => {
		await pause(50)
		order.push(`slow ${await addEntry(tx, 'a')}`)
	})
	const quick = store.write('a', async (tx) => void order.push(`quick ${await addEntry(tx, 'a')}`))
	await Promise.all([slow, quick])
	expect(order).toEqual(['slow 1', 'quick 2'])
})

test('a write that waits for anything but the database is refused after ten seconds', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	let begun = () => {}
	const waiting = new Promise<void>((resolve) => {
		begun = resolve
	})
	const stuck = store.write('a', async (tx) => {
		await addEntry(tx, 'a')
		begun()
		await new Promise(() => {})
	})
	await waiting
	vi.advanceTimersByTime(10_000)
	vi.useRealTimers()
	await expect(stuck).rejects.toThrow('ten seconds')
	expect(await store.write('a', (tx) => addEntry(tx, 'a'))).toBe(1)
})

test('several keys are held at once, in whatever order they are named', async () => {
	const both = (keys: string[]) =>
		store.write(keys, async (tx) => {
			const number = await addEntry(tx, 'a')
			await pause(2)
			return number
		})
	const turns = Array.from({ length: 10 }, (_, at) => both(at % 2 ? ['x', 'y'] : ['y', 'x', 'x']))
	const numbers = await Promise.all(turns)
	expect(new Set(numbers).size).toBe(10)
})

test('closing waits for the writes that have begun and refuses later ones', async () => {
	const writes = Array.from({ length: 5 }, () => store.write('a', (tx) => addEntry(tx, 'a')))
	const closing = store.close()
	await expect(Promise.all(writes)).resolves.toHaveLength(5)
	await closing
	await expect(store.write('a', (tx) => addEntry(tx, 'a'))).rejects.toThrow('closed')
})

test('a database that answers is pinged', async () => {
	await expect(store.ping()).resolves.toBeUndefined()
})

test('counts, sums and JSON reads agree', async () => {
	await store.write('a', async (tx) => {
		await tx
			.insert(accounts)
			.values({ id: 'b', name: 'B', hidden: true, details: { ministry: 'Health', tags: [] } })
		for (const accountId of ['a', 'a', 'b']) await addEntry(tx, accountId)
	})
	const [totals] = await store.read
		.select({ n: count(), sum: sum(entries.number).mapWith(Number), last: max(entries.number) })
		.from(entries)
	expect(totals).toEqual({ n: 3, sum: 4, last: 2 })
	const health = await store.read
		.select({ id: accounts.id })
		.from(accounts)
		.where(eq(sql`${accounts.details} ->> 'ministry'`, 'Health'))
	expect(health).toEqual([{ id: 'b' }])
	expect(await store.read.$count(accounts, eq(accounts.hidden, true))).toBe(1)
})

test('text sorts by code point', async () => {
	await store.write('a', async (tx) => {
		for (const name of ['Б', 'а', 'a', 'Ә', 'B']) await tx.insert(accounts).values({ id: `id ${name}`, name })
	})
	const rows = await store.read.select({ name: accounts.name }).from(accounts).orderBy(accounts.name)
	expect(rows.map((row) => row.name)).toEqual(['A', 'B', 'a', 'Б', 'а', 'Ә'])
})
