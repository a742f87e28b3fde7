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
/** What a file needs is loaded once a process, which halves the time: nothing may be left behind in a module. */
const shared = { setupFiles: ['tests/support/setup.ts'], isolate: false }

/** A process reads its settings once, and one process runs many files: so they are the same for all. */
const SETTINGS = {
	SECRET_KEY: 'a secret key that only the tests know',
	IDENTITY_KEY: 'a key of identifiers that only the tests know',
	DATA_DIR: join(leftovers, 'data'),
	MAIL_IN_DOMAIN: 'mail.example',
	PRIVATE_RESPONDERS: '127.0.0.1',
}
const onSettings = (DATABASE_URL: string) => ({ ...SETTINGS, DATABASE_URL })
const onDatabase = {
	include: ['tests/**/*.test.{ts,tsx}'],
	exclude: [...PURE, ...PAGES, 'tests/{journeys,bench}/**'],
	...shared,
	testTimeout: 20_000,
	hookTimeout: 30_000,
}

const onSqlite = () => ({
	...onDatabase,
	name: 'sqlite',
	exclude: [...onDatabase.exclude, 'tests/db/{copy,replica,word-postgres}.test.ts'],
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
			{ test: { ...shared, name: 'pure', include: PURE, testTimeout: 20_000 } },
			{ test: { ...onSqlite(), env: onSettings(':file:') } },
			...(postgres ? [{ test: { ...onPostgres(), env: onSettings(postgres) } }] : []),
			{
				test: {
					...shared,
					name: 'dom',
					include: PAGES,
					setupFiles: [...shared.setupFiles, 'tests/support/after-pages.ts'],
					environment: 'jsdom',
					env: onSettings(':file:'),
				},
			},
		],
	},
})
