// A throw-away PostgreSQL from the machine's own programs, for tests.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The folder with initdb and pg_ctl: the newest of Debian's, or wherever PATH has them. */
export function postgresFolder() {
	const debian = '/usr/lib/postgresql'
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
	const folders = [
		...versions.map((version) => join(debian, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	]
	const program = process.platform === 'win32' ? 'initdb.exe' : 'initdb'
	return folders.find((folder) => folder && existsSync(join(folder, program)))
}

/**
 * Starts one on a free port and returns its url and how to stop it. Its data is thrown away, so nothing of it needs to
 * reach the disk, unless that is what is measured.
 */
export async function startPostgres({ durable = false } = {}) {
	const folder = postgresFolder()
	if (!folder) throw new Error('no PostgreSQL here: initdb is neither in PATH nor in /usr/lib/postgresql')
	const home = mkdtempSync(join(durable ? tmpdir() : quickFolder(), 'jauap-postgres-'))
	const data = join(home, 'data')
	const owner = unprivileged()
	if (owner) chownSync(home, owner.uid, owner.gid)
	const run = (program, ...options) =>
		execFileSync(join(folder, program), options, { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })

	const port = await freePort()
	const settings = [
		`-p ${port} -c listen_addresses=127.0.0.1`,
		process.platform === 'win32' ? '' : `-k ${home}`,
		'-c max_connections=400',
		durable ? '' : '-c fsync=off -c full_page_writes=off',
	].join(' ')
	run('initdb', '-D', data, '-U', 'jauap', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
	run('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', settings, 'start')

	let stopped = false
	function stop() {
		if (stopped) return
		stopped = true
		spawnSync(join(folder, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...owner, cwd: home })
		rmSync(home, { recursive: true, force: true })
	}
	process.on('exit', stop)
	return { url: `postgres://jauap@127.0.0.1:${port}/postgres`, stop }
}

const ROOM_NEEDED = 4e9

/** In memory where there is room: each test has a database of its own, and making one is writing files. */
function quickFolder() {
	const memory = '/dev/shm'
	if (!existsSync(memory)) return tmpdir()
	const { bavail, bsize } = statfsSync(memory)
	return bavail * bsize > ROOM_NEEDED ? memory : tmpdir()
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
	if (process.getuid?.() !== 0) return undefined
	for (const name of ['postgres', 'nobody']) {
		const ids = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }))
		if (ids.every((id) => id.status === 0)) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) }
	}
	throw new Error('PostgreSQL needs a user other than root: neither postgres nor nobody is here')
}

function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer()
		server.on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address()
			server.close(() => resolve(port))
		})
	})
}
