import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Workers are ended without a word, so what tests leave behind is cleared away from here.
const leftovers = mkdtempSync(join(tmpdir(), 'jauap-vitest-'))
process.env.TMPDIR = leftovers
process.on('exit', () => rmSync(leftovers, { recursive: true, force: true }))

const postgres = process.env.DATABASE_URL?.startsWith('postgres') ? process.env.DATABASE_URL : undefined

/** Rules alone: no database, so once is enough. */
const PURE = [
	'tests/{deadlines,jurisdictions,text,i18n}/**/*.test.{ts,tsx}',
	'tests/signatures/{cms,verify}.test.ts',
]
const PAGES = ['tests/pages/**/*.test.{ts,tsx}']
const setupFiles = ['tests/support/setup.ts']
const onDatabase = {
	include: ['tests/**/*.test.{ts,tsx}'],
	exclude: [...PURE, ...PAGES, 'tests/{journeys,bench}/**'],
	setupFiles,
	testTimeout: 20_000,
	hookTimeout: 30_000,
}

const onSqlite = () => ({
	...onDatabase,
	name: 'sqlite',
	exclude: [...onDatabase.exclude, 'tests/db/{copy,replica}.test.ts'],
})

const onPostgres = () => ({
	...onDatabase,
	name: 'postgres',
	// PostgreSQL commits groups by itself.
	exclude: [...onDatabase.exclude, 'tests/db/group-commit.test.ts'],
})

// The same files, once per engine. Without a PostgreSQL in DATABASE_URL that project is left out.
export default defineConfig({
	test: {
		// The default leaves one core of two to itself.
		maxWorkers: '100%',
		projects: [
			{ test: { name: 'pure', include: PURE, setupFiles, testTimeout: 20_000 } },
			{ test: { ...onSqlite(), env: { DATABASE_URL: ':file:' } } },
			...(postgres ? [{ test: { ...onPostgres(), env: { DATABASE_URL: postgres } } }] : []),
			{
				test: {
					name: 'dom',
					include: PAGES,
					setupFiles,
					environment: 'jsdom',
					env: { DATABASE_URL: ':file:' },
				},
			},
		],
	},
})
