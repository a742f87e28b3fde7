import { databaseOf, folder } from './databases.ts'
import { spread } from './load.ts'
import { against, megabytes, ms, say, title } from './report.ts'
import { startSite } from './site.ts'

/** From the start of the process to its word that it answers. */
export async function start(): Promise<void> {
	title('Start of the server')
	const database = await databaseOf(0)
	const took: number[] = []
	let resident = 0
	for (let round = 0; round < 5; round++) {
		const site = await startSite({ database, data: folder })
		took.push(site.startMs)
		resident = site.resident()
		await site.stop()
	}
	const { p50 } = spread(took)
	say('until it answers', ms(p50), `under 1 s: ${against(p50, 1000)}`)
	say('resident then', megabytes(resident))
}
