// A process of its own, with DATABASE_URL: `everything.ts fill` migrates and fills that database,
// and either way all that it holds is printed as JSON, the same on both engines.
import { getTableName, is, Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '#db/schema/index.ts'
import { search } from '#db/search.ts'
import { openStore } from '#db/store.ts'
import { aWorld } from '#tests/support/world.ts'

const store = await openStore()
if (process.argv[2] === 'fill') {
	await store.migrate()
	const { file } = await aWorld(store)
	// More than go into one batch of a copy.
	await Promise.all(Array.from({ length: 620 }, (_, at) => file({ subject: `Ümlaut, Қазақша, 😀 ${at}` })))
}

const tables = (Object.values(schema) as unknown[]).filter((entry): entry is SQLiteTable => is(entry, Table))
const held: Record<string, string[]> = {}
for (const table of tables) {
	const rows = await store.read.select().from(table)
	held[getTableName(table)] = rows.map((row) => JSON.stringify(row, keysInOrder)).sort()
}
const found = (await search(store.read, 'inquiry', 'қазақша', { limit: 1000 })).sort()
process.stdout.write(JSON.stringify({ held, found }))
await store.close()

/** jsonb does not keep the order of keys. */
function keysInOrder(_: string, value: unknown) {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
