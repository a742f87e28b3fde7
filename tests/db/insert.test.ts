import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isUniqueViolation } from '#db/errors.ts'
import { insertRow, insertRows } from '#db/insert.ts'
import type { Store } from '#db/store.ts'
import { accounts, entries, ledgerStore } from './ledger.ts'

let store: Store
beforeEach(async () => {
	store = await ledgerStore()
})
afterEach(() => store.close())

const anAccount = (n: number) => ({
	id: `b${n}`,
	name: `Ümlaut "Қазақ" \\ 😀 ${n}`,
	kind: 'person' as const,
	hidden: n % 2 === 1,
	openedAt: n % 3 === 0 ? null : new Date(`2026-03-02T12:00:00.${String(n).padStart(3, '0')}Z`),
	closesOn: '2026-12-31',
	details: n % 2 === 1 ? null : { ministry: 'Transport', tags: ['roads', "O'Neill"] },
})

test('many rows come back as they went in, every kind of value among them', async () => {
	const rows = Array.from({ length: 700 }, (_, n) => anAccount(n))
	await store.write('b', (tx) => insertRows(tx, accounts, rows))
	const found = await store.read.select().from(accounts).where(eq(accounts.kind, 'person'))
	const byId = new Map(found.map((row) => [row.id, row]))
	expect(rows.map(({ id }) => byId.get(id))).toEqual(rows.map((row) => ({ ...row, seal: null })))
})

test('a field that is not given takes what the table gives it', async () => {
	await store.write('b', (tx) => insertRow(tx, accounts, { id: 'b', name: 'B', details: undefined }))
	const [row] = await store.read.select().from(accounts).where(eq(accounts.id, 'b'))
	expect(row).toMatchObject({ kind: 'body', hidden: false, details: null })
})

test('no rows are nothing to do', async () => {
	await store.write('b', (tx) => insertRows(tx, accounts, []))
	expect(await store.read.$count(accounts)).toBe(1)
})

test('where a row of the key is there already, what the new one has is added to it', async () => {
	const added = (rows: { row: number; number: number }[]) =>
		store.write('a', (tx) =>
			insertRows(
				tx,
				entries,
				rows.map((row) => ({ ...row, accountId: 'a' })),
				{ key: ['row'], sum: 'number' },
			),
		)
	await added([
		{ row: 1, number: 5 },
		{ row: 2, number: 7 },
	])
	await added([
		{ row: 2, number: -3 },
		{ row: 3, number: 1 },
	])
	const sums = await store.read.select({ number: entries.number }).from(entries).orderBy(asc(entries.row))
	expect(sums).toEqual([{ number: 5 }, { number: 4 }, { number: 1 }])
})

test('one that may not be there twice undoes them all', async () => {
	const error = await store
		.write('b', (tx) => insertRows(tx, accounts, [anAccount(1), anAccount(2), anAccount(1)]))
		.catch((failure: unknown) => failure)
	expect(isUniqueViolation(error)).toBe(true)
	expect(await store.read.$count(accounts)).toBe(1)
})

test('bytes are refused rather than changed', async () => {
	const row = { id: 'b', name: 'B', seal: Buffer.from([0, 255]) }
	await expect(store.write('b', (tx) => insertRow(tx, accounts, row))).rejects.toThrow('bytes')
})
