import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWhatIsMissing } from './install.mjs'

// `npm start`, also on a fresh clone: install what is missing, build what is older than its source,
// fill a new database with the demo, and serve. Needs nothing but Node until npm has run.

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)
const tooOld = major < 20 || (major === 20 && minor < 19)
if (tooOld) fail(`Node 20.19 or newer is needed; this is ${process.version}.`)

const production = process.env.NODE_ENV === 'production'
const data = process.env.DATA_DIR || 'data'
const database = process.env.DATABASE_URL || join(data, 'jauap.db')
const environment = {
	...process.env,
	DATA_DIR: data,
	DATABASE_URL: database,
	...(production ? {} : { DEMO: process.env.DEMO ?? '1' }),
}
// The demo takes letters too, where it harms nobody: on the loopback alone.
if (environment.DEMO === '1') environment.MAIL_IN_PORT ??= await freePort(2525)

if (!installWhatIsMissing()) fail('The packages could not be installed.')

const SOURCES = ['app', 'server', 'db', 'public', 'vite.config.ts', 'package-lock.json']
const isNew = !database.startsWith('postgres') && !existsSync(database)
const wantsDemo = environment.DEMO === '1' && isNew && existsSync('db/seed/index.ts')
const over = () => process.exit(1)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, over)
// Neither needs the other, and each takes its time.
await Promise.all([
	olderThan('build/server/index.js', SOURCES) && npm('Building …', 'build', { NODE_ENV: 'production' }),
	wantsDemo && fillDemo(),
])
for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, over)
serve()

/** In a file of its own until it is whole, so that whoever interrupts it does not find half a demo the next time. */
async function fillDemo() {
	const filling = `${database}.filling-${process.pid}`
	process.on('exit', () => remove(filling, ...logsOf(filling)))
	await npm('Filling the demo …', 'db:seed', { DATABASE_URL: filling })
	if (existsSync(database)) return
	// The log of a database that was taken away would be written over this one.
	remove(...logsOf(database))
	renameSync(filling, database)
}

function logsOf(file) {
	return [`${file}-wal`, `${file}-shm`]
}

function remove(...files) {
	for (const file of files) rmSync(file, { force: true })
}

function serve() {
	const server = spawn(
		process.execPath,
		['--max-old-space-size=160', '--max-semi-space-size=8', 'build/server/index.js'],
		{
			stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
			// Fewer arenas and threads: freed memory goes back instead of lying about in pieces.
			env: { MALLOC_ARENA_MAX: '2', ...environment },
		},
	)
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
	server.on('message', ({ ready, mailPort }) => {
		if (ready) say(`Jauap is at ${ready}`)
		if (mailPort) say(`Letters to it are taken on port ${mailPort} of this machine`)
	})
	server.on('exit', (code) => process.exit(code ?? 1))
}

/** The port, or any other (0) when something listens on it already. */
function freePort(port) {
	return new Promise((resolve) => {
		const probe = createServer().once('error', () => resolve('0'))
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(String(port))))
	})
}

/** Whether something under `sources` was changed after `made` was. */
function olderThan(made, sources) {
	if (!existsSync(made)) return true
	const { mtimeMs } = statSync(made)
	return sources.some((source) => newest(source) > mtimeMs)
}

function newest(path) {
	if (!existsSync(path)) return 0
	const found = statSync(path)
	if (!found.isDirectory()) return found.mtimeMs
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Runs a script of package.json; one that fails ends it all. */
function npm(words, script, more) {
	say(words)
	const running = spawn('npm', ['run', script, '--silent'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...environment, ...more },
		shell: process.platform === 'win32',
	})
	process.on('exit', () => running.kill())
	return new Promise((resolve) => {
		running.on('error', (error) => fail(`npm run ${script} failed: ${error.message}`))
		running.on('exit', (status) => (status === 0 ? resolve() : fail(`npm run ${script} failed.`)))
	})
}

function say(words) {
	console.log(words)
}

function fail(words) {
	console.error(words)
	process.exit(1)
}
