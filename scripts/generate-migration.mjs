// Writes the next migration of each engine from the one schema:
//   npm run db:generate -- add-hearings
//   npm run db:generate -- --anew     one first migration again, while nothing has been released
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ENGINES = { sqlite: 'generate.db', postgres: 'postgres://generate' }
const [name] = process.argv.slice(2)
if (!name) throw new Error('what does the migration do? npm run db:generate -- add-hearings')

for (const [engine, url] of Object.entries(ENGINES)) {
	const folder = join('db/migrations', engine)
	const generate = (...options) =>
		execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...options], {
			env: { ...process.env, DATABASE_URL: url },
			stdio: 'inherit',
		})

	if (name === '--anew') {
		// The search index is written by hand: no schema can say it.
		const search = readFileSync(join(folder, '0001_search.sql'))
		rmSync(folder, { recursive: true })
		generate('--name', 'init')
		generate('--custom', '--name', 'search')
		writeFileSync(join(folder, '0001_search.sql'), search)
	} else generate('--name', name)

	if (engine === 'sqlite')
		for (const file of readdirSync(folder)) if (file.endsWith('.sql')) beStrict(join(folder, file))
}

/** STRICT tables make SQLite refuse text in an integer column, as PostgreSQL does. */
function beStrict(path) {
	const statements = readFileSync(path, 'utf8').split('--> statement-breakpoint')
	const strict = statements.map((sql) =>
		/^\s*CREATE TABLE/.test(sql) ? sql.replace(/^\);?$/m, ') STRICT;') : sql,
	)
	writeFileSync(path, strict.join('--> statement-breakpoint'))
}
