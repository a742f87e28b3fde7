// The vocabulary every table is written in. Each word exists once per engine and
// yields the same TypeScript value on both, so the schema is written a single time.
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { engine } from './engine.ts'

const sqlite = {
	table: lite.sqliteTable,
	index: lite.index,
	uniqueIndex: lite.uniqueIndex,
	primaryKey: lite.primaryKey,
	foreignKey: lite.foreignKey,
	check: lite.check,

	/** The table's text key, made by the application. */
	id: (name = 'id') => lite.text(name).primaryKey(),
	text: (name: string) => lite.text(name),
	/** One of a list of words. The type alone is not enforced: add a check() to the table. */
	choice: <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
		lite.text(name, { enum: values }),
	integer: (name: string) => lite.integer(name),
	/** A row number the database hands out. Leaves gaps on PostgreSQL. */
	counter: (name: string) => lite.integer(name).primaryKey({ autoIncrement: true }),
	flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
	/** A moment in time, to the millisecond. */
	instant: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
	/** A calendar day without a time zone, 'YYYY-MM-DD': what statutory deadlines are. */
	day: (name: string) => lite.text(name),
	json: <Value>(name: string) => lite.text(name, { mode: 'json' }).$type<Value>(),
	bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
}

const bytea = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

const postgres = {
	table: pg.pgTable,
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	primaryKey: pg.primaryKey,
	foreignKey: pg.foreignKey,
	check: pg.check,

	id: (name = 'id') => pg.text(name).primaryKey(),
	text: (name: string) => pg.text(name),
	choice: (name: string, values: [string, ...string[]]) => pg.text(name, { enum: values }),
	integer: (name: string) => pg.bigint(name, { mode: 'number' }),
	counter: (name: string) => pg.bigint(name, { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
	flag: (name: string) => pg.boolean(name),
	instant: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
	day: (name: string) => pg.date(name, { mode: 'string' }),
	json: (name: string) => pg.jsonb(name),
	bytes: (name: string) => bytea(name),
} satisfies Record<keyof typeof sqlite, unknown>

// The one cast. Queries are checked against the SQLite types; the tests run them on
// both engines and are what makes the cast true.
export const {
	table,
	index,
	uniqueIndex,
	primaryKey,
	foreignKey,
	check,
	id,
	text,
	choice,
	integer,
	counter,
	flag,
	instant,
	day,
	json,
	bytes,
} = engine === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite

/** For a column that refers to its own table: `.references((): AnyColumn => bodies.id)`. */
export type AnyColumn = lite.AnySQLiteColumn
