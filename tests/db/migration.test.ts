import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { engine } from '#db/engine.ts'
import { bodies } from '#db/schema/bodies.ts'
import { hearingTexts } from '#db/schema/hearings.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { people, sessions } from '#db/schema/people.ts'
import { numberSequences } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import { openStore, type Store } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { freshDatabase, freshStore } from '#tests/support/fresh-store.ts'
import { accounts, addEntry, entries, ledgerMigrations, ledgerStore } from './ledger.ts'

let stores: Store[] = []
afterEach(async () => {
	await Promise.all(stores.map((store) => store.close()))
	stores = []
})
const kept = (store: Store) => {
	stores.push(store)
	return store
}

/** What drizzle-kit writes when a column loses its NOT NULL: SQLite's table is copied and dropped. */
const LOOSEN = {
	postgres: 'alter table accounts alter column kind drop not null;',
	sqlite: `PRAGMA foreign_keys=OFF;--> statement-breakpoint
create table __new_accounts (id text primary key not null, name text not null unique, kind text,
	hidden integer not null, opened_at integer, closes_on text, details text, seal blob) strict;--> statement-breakpoint
insert into __new_accounts select * from accounts;--> statement-breakpoint
drop table accounts;--> statement-breakpoint
alter table __new_accounts rename to accounts;--> statement-breakpoint
PRAGMA foreign_keys=ON;`,
}

test('rebuilding a table keeps the rows that refer to it, and they still must', async () => {
	const store = kept(await ledgerStore())
	await store.write('a', (tx) => addEntry(tx, 'a'))
	await store.migrate(ledgerMigrations(LOOSEN[engine]))
	expect(await store.read.$count(entries)).toBe(1)
	await expect(store.write('none', (tx) => addEntry(tx, 'none'))).rejects.toThrow()
})

test('a migration that fails changes nothing', async () => {
	const store = kept(await ledgerStore())
	await store.write('a', (tx) => addEntry(tx, 'a'))
	const broken = engine === 'sqlite' ? 'delete from accounts;' : 'delete from accounts; select 1/0;'
	await expect(store.migrate(ledgerMigrations(broken))).rejects.toThrow()
	expect([await store.read.$count(accounts), await store.read.$count(entries)]).toEqual([1, 1])
	await expect(store.write('a', (tx) => addEntry(tx, 'a'))).resolves.toBe(2)
})

test('people and their sessions of the release before are kept as they were', async () => {
	const store = kept(await openStore(await freshDatabase({ migrated: false })))
	await store.migrate(upTo(2))
	const at = new Date('2026-01-12T04:00:00Z')
	const person = { email: 'a@example.org', emailFolded: 'a@example.org', fullName: 'Айгүл', language: 'kk' }
	// why: the schema in hand is of today; this is what the release before wrote.
	const moment = engine === 'sqlite' ? at.getTime() : at.toISOString()
	await store.write('a', async (tx) => {
		const run = (query: SQL) => (tx as unknown as Raw)[engine === 'sqlite' ? 'run' : 'execute'](query)
		await run(
			sql`insert into people (id, email, email_folded, full_name, language, assurance_level, created_at)
			values ('a', ${person.email}, ${person.emailFolded}, ${person.fullName}, 'kk', 1, ${moment})`,
		)
		await run(
			sql`insert into sessions (id, person_id, expires_at, created_at) values ('s', 'a', ${moment}, ${moment})`,
		)
	})
	await store.migrate()
	expect(await store.read.select().from(people)).toMatchObject([
		{ ...person, id: 'a', assuranceLevel: 1, identifierHash: null, phone: null, createdAt: at },
	])
	expect(await store.read.select().from(sessions)).toMatchObject([
		{ id: 's', personId: 'a', level: 1, proof: 'password', expiresAt: at },
	])
})

test('titles of hearings that are public already are found by their words', async () => {
	const store = kept(await openStore(await freshDatabase({ migrated: false })))
	await store.migrate(upTo(6))
	await aHearing(store, { bodyId: null, initiatorId: null })
	await aHearing(store, { bodyId: null, initiatorId: null, postedAt: null })
	await store.write('title', (tx) => tx.update(hearingTexts).set({ title: 'Ирригация. «Ёлки»-Й' }))
	await store.migrate()
	for (const typed of ['ирригац', 'ЕЛКИ', 'ёлки ирригация', 'й'])
		expect(await search(store.read, 'hearing', typed)).toEqual(['1'])
	expect(await search(store.read, 'hearing', 'река')).toEqual([])
})

test('what is handled already is listed as public where its question is', async () => {
	const store = kept(await openStore(await freshDatabase({ migrated: false })))
	await store.migrate(upTo(10))
	const names = { kk: 'a', ru: 'a', en: 'a' }
	const at = new Date('2026-01-12T04:00:00Z')
	await store.write('a', async (tx) => {
		await tx.insert(bodies).values({ id: 'ENV', code: 'ENV', names })
		for (const visibility of ['public', 'private'] as const) {
			await tx.insert(inquiries).values({
				id: visibility,
				number: visibility,
				kind: 'request',
				procedure: 'general',
				channel: 'web',
				visibility,
				language: 'en',
				subject: 'a',
				text: 'a',
				html: 'a',
				bodyId: 'ENV',
				authorName: 'a',
				publicName: 'a',
				assuranceLevel: 1,
				receivedAt: at,
				registeredOn: '2026-01-12',
				profileId: 'KZ',
				profileVersion: '1',
				receiptHash: visibility,
			})
			const moment = engine === 'sqlite' ? at.getTime() : at.toISOString()
			await (tx as unknown as Raw)[engine === 'sqlite' ? 'run' : 'execute'](
				sql`insert into proceedings (id, inquiry_id, ordinal, body_id, received_at, registered_on, rule)
				values (${visibility}, ${visibility}, 1, 'ENV', ${moment}, '2026-01-12', 'inquiry.answer')`,
			)
		}
	})
	await store.migrate()
	const { id, public: open } = proceedings
	expect(await store.read.select({ id, open }).from(proceedings).orderBy(id)).toEqual([
		{ id: 'private', open: false },
		{ id: 'public', open: true },
	])
})

/** The migrations as they were when the one with this number was the last. */
function upTo(last: number): string {
	const folder = mkdtempSync(join(tmpdir(), 'jauap-before-'))
	cpSync(`db/migrations/${engine}`, folder, { recursive: true })
	const path = join(folder, 'meta/_journal.json')
	const journal = JSON.parse(readFileSync(path, 'utf8'))
	const entries = journal.entries.filter(({ idx }: { idx: number }) => idx <= last)
	writeFileSync(path, JSON.stringify({ ...journal, entries }))
	return folder
}

type Raw = Record<'run' | 'execute', (query: SQL) => Promise<unknown>>

test('several stores may open and migrate a new database at once', async () => {
	const url = await freshDatabase({ migrated: false })
	const several = await Promise.all([1, 2, 3, 4].map(async () => kept(await openStore(url))))
	await expect(Promise.all(several.map((store) => store.migrate()))).resolves.toHaveLength(4)
})

test('a store that is up to date is left as it is', async () => {
	const store = kept(await freshStore())
	await expect(store.migrate()).resolves.toBeUndefined()
})

test('a value of another type is refused by both', async () => {
	const store = kept(await freshStore())
	const sequence = (last: unknown) =>
		store.write('number', (tx) =>
			tx
				.insert(numberSequences)
				.values({ bodyCode: 'ENV', year: 2026, last: last as number })
				.returning(),
		)
	await expect(sequence('many')).rejects.toThrow()
	await expect(sequence(1.5)).rejects.toThrow()
})

test('the migrations are in step with the schema', () => {
	const folder = mkdtempSync(join(tmpdir(), 'jauap-step-'))
	cpSync(`db/migrations/${engine}`, folder, { recursive: true })
	const before = readdirSync(folder)
	execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate'], {
		env: { ...process.env, MIGRATIONS_FOLDER: folder },
		stdio: 'pipe',
	})
	expect(readdirSync(folder), 'npm run db:generate -- what-changed').toEqual(before)
	rmSync(folder, { recursive: true })
})
