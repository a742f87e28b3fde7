import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'

export const SECRET_KEY = 'a secret key for the bench and for nothing else'

/** The server as it is installed: from the production build, in a process of its own. */
export interface Site {
	port: number
	/** From the start of the process to its word that it answers. */
	startMs: number
	/** Of the process, in seconds. */
	cpu: () => number
	resident: () => number
	stop: () => Promise<void>
	kill: () => Promise<void>
}

export interface Running {
	database: string
	data: string
	port?: number
	/** Without duties a bench measures pages alone. */
	role?: 'web' | 'all'
	/** Web processes. */
	processes?: number
}

export async function startSite({
	database,
	data,
	port,
	role = 'web',
	processes = 1,
}: Running): Promise<Site> {
	const chosen = port ?? (await freePort())
	const began = performance.now()
	const server = spawn(
		process.execPath,
		// As scripts/start.mjs does.
		['--max-old-space-size=160', '--max-semi-space-size=8', 'build/server/index.js'],
		{
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			// A group of its own, so that all its processes can be killed at one blow.
			detached: true,
			env: {
				PATH: process.env.PATH,
				MALLOC_ARENA_MAX: '2',
				NODE_ENV: 'production',
				DATABASE_URL: database,
				DATA_DIR: data,
				PORT: String(chosen),
				PUBLIC_URL: `http://127.0.0.1:${chosen}`,
				HOST: '127.0.0.1',
				SECRET_KEY,
				IDENTITY_KEY: SECRET_KEY,
				ROLE: role,
				WEB_CONCURRENCY: String(processes),
				RATE_LIMITS: 'off',
				LOG_LEVEL: 'warn',
			} as NodeJS.ProcessEnv,
		},
	)
	started.add(server)
	server.once('exit', () => started.delete(server))
	await ready(server)
	const startMs = performance.now() - began
	return {
		port: chosen,
		startMs,
		cpu: () => cpuOf(server.pid as number),
		resident: () => residentOf(server.pid as number),
		stop: () => ended(server, 'SIGTERM'),
		kill: async () => {
			const exit = once(server, 'exit')
			killGroup(server)
			await exit
		},
	}
}

const started = new Set<ChildProcess>()

const killGroup = ({ pid }: ChildProcess) => process.kill(-(pid as number), 'SIGKILL')

// A bench that is ended early leaves no server behind.
process.on('exit', () => started.forEach(killGroup))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

export function build(): void {
	if (process.env.BENCH_BUILT === '1' && existsSync('build/server/index.js')) return
	const environment = { ...process.env, NODE_ENV: 'production' } as NodeJS.ProcessEnv
	const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
		stdio: ['ignore', 'ignore', 'ignore'],
		env: environment,
	})
	if (status !== 0) throw new Error('the build failed: npm run build says why')
}

export function ready(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('message', () => resolve())
		server.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)))
	})
}

export async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return
	const exit = once(server, 'exit')
	server.kill(signal)
	await exit
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	await once(server, 'close')
	return typeof address === 'object' && address ? address.port : 0
}

const TICKS_PER_SECOND = 100

/** From Linux's own account; elsewhere it is not known. */
function cpuOf(pid: number): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
		return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
	} catch {
		return Number.NaN
	}
}

function residentOf(pid: number): number {
	try {
		return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
	} catch {
		return Number.NaN
	}
}
