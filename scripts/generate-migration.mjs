// Writes the next migration of each engine from the one schema:
//   npm run db:generate -- add-hearings
//   npm run db:generate -- --anew     one first migration again, while nothing has been released
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
		for (const file of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
			beStrict(join(folder, file))
			copyWhatWasThere(folder, file)
		}
}

/** STRICT tables make SQLite refuse text in an integer column, as PostgreSQL does. */
function beStrict(path) {
	const statements = readFileSync(path, 'utf8').split('--> statement-breakpoint')
	const strict = statements.map((sql) =>
		/^\s*CREATE TABLE/.test(sql) ? sql.replace(/^\);?$/m, ') STRICT;') : sql,
	)
	writeFileSync(path, strict.join('--> statement-breakpoint'))
}

/**
 * A table that is built anew is filled from the old one. drizzle-kit names the new columns too, and SQLite takes a
 * name in double quotes that it does not know for a text.
 */
function copyWhatWasThere(folder, file) {
	const path = join(folder, file)
	const before = join(
		folder,
		'meta',
		`${String(Number(file.slice(0, 4)) - 1).padStart(4, '0')}_snapshot.json`,
	)
	if (!existsSync(before)) return
	const { tables } = JSON.parse(readFileSync(before, 'utf8'))
	const sql = readFileSync(path, 'utf8').replace(
		/INSERT INTO `__new_(\w+)`\((.*?)\) SELECT .*? FROM/g,
		(_, table, columns) => {
			const there = columns.split(', ').filter((column) => tables[table].columns[column.slice(1, -1)])
			return `INSERT INTO \`__new_${table}\`(${there.join(', ')}) SELECT ${there.join(', ')} FROM`
		},
	)
	writeFileSync(path, sql)
}
