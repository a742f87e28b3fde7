import cluster from 'node:cluster'
import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { putZoneInForce } from '#app/i18n/dates.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { store } from '#app/store.server.ts'
import type { Configuration } from './configuration.ts'
import { shareDemoIdentity } from './demo-identity.ts'
import { startDuties } from './duties.ts'
import { openLog } from './log.ts'
import { closed } from './stopping.ts'
import { openWeb } from './web.ts'

// A little less than what a service manager waits before it kills.
const PATIENCE_MS = 9000
// Connections of a crowd that came in one moment: what goes over is refused by the system.
const MOST_WAITING = 4096

interface Process {
	configuration: Configuration
	build: () => Promise<ServerBuild>
	/** What development adds before the pages. */
	before?: RequestHandler
}

/** One process of the installation: it opens the store, does its part, and stops cleanly. */
export async function run({ configuration, build, before }: Process): Promise<void> {
	const log = openLog(configuration.LOG_LEVEL)
	putZoneInForce(profileById(configuration.JURISDICTION).time.zone)
	let stopping = false
	const data = await store()
	if (cluster.isPrimary) await data.migrate()

	const several = cluster.isPrimary && configuration.WEB_CONCURRENCY > 1
	const answers = configuration.ROLE !== 'duties' && !several
	const doesDuties = configuration.ROLE !== 'web' && cluster.isPrimary
	if (several && configuration.ROLE !== 'duties') {
		if (configuration.DEMO) await shareDemoIdentity(configuration)
		startWorkers(configuration, log)
	}

	const ping = () => data.ping()
	const web = answers
		? await openWeb({ configuration, log, build, before, ping, stopping: () => stopping })
		: undefined
	if (web) await listening(web, configuration)
	const takesMail = cluster.isPrimary && configuration.MAIL_IN_PORT !== undefined
	const mailIn = takesMail
		? await (await import('./mail-in.ts')).openMailIn(data, log, configuration)
		: undefined
	const duties = doesDuties ? startDuties(data, log) : undefined
	const address = web?.address()
	const port = typeof address === 'object' ? address?.port : undefined
	log.info(
		{ port, mailPort: mailIn?.port, role: configuration.ROLE, ms: Math.round(performance.now()) },
		'ready',
	)

	async function stop(signal: string) {
		if (stopping) return
		stopping = true
		log.info({ signal }, 'stopping')
		// Whatever hangs must not keep the machine from going down.
		setTimeout(() => process.exit(1), PATIENCE_MS + 1000).unref()
		await Promise.all([web && closed(web, PATIENCE_MS), mailIn?.close(), duties?.stop(), stopWorkers()])
		await data.close()
		log.info('stopped')
		log.flush(() => process.exit(0))
	}
	process.on('SIGTERM', stop)
	process.on('SIGINT', stop)
	process.on('unhandledRejection', (reason) => log.error(reason, 'a promise was left alone'))
	process.on('uncaughtException', (error) => {
		log.fatal(error)
		log.flush(() => process.exit(1))
	})
	// Whoever waits for this may stop us at once.
	process.send?.({ ready: configuration.PUBLIC_URL, mailPort: mailIn?.port })
}

function listening(web: Server, { PORT, HOST }: Configuration): Promise<void> {
	return new Promise((resolve, reject) => {
		web.once('error', reject)
		web.listen({ port: PORT, host: HOST, backlog: MOST_WAITING }, resolve)
	})
}

function startWorkers({ WEB_CONCURRENCY, NODE_ENV }: Configuration, log: Logger) {
	// They read the settings anew; what was set for React alone must not make a trial a production site.
	const start = () => cluster.fork({ NODE_ENV })
	for (let started = 0; started < WEB_CONCURRENCY; started++) start()
	cluster.on('exit', (worker, code) => {
		if (worker.exitedAfterDisconnect || code === 0) return
		log.error({ code }, 'a web process ended and is started again')
		setTimeout(start, 500)
	})
}

async function stopWorkers() {
	const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
	await Promise.all(
		workers.map((worker) => {
			const ended = new Promise((resolve) => worker.once('exit', resolve))
			worker.process.kill('SIGTERM')
			return ended
		}),
	)
}
