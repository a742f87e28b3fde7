import { parentPort } from 'node:worker_threads'
import { putZoneInForce } from '#app/i18n/dates.ts'
import { TASKS, type TaskName } from './tasks.server.ts'

/** One task at a time; what goes wrong in it is an answer too. */
parentPort?.on('message', async ({ name, input, zone }: { name: TaskName; input: never; zone: string }) => {
	try {
		putZoneInForce(zone)
		parentPort?.postMessage({ result: await TASKS[name](input) })
	} catch (error) {
		parentPort?.postMessage({
			failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
		})
	}
})
