import { createServer } from 'vite'
import { configuration } from './configuration.ts'
import type { run as Run } from './run.ts'

// Everything is loaded by vite, so that a changed page is seen at the next request.
process.env.NODE_ENV ??= 'development'
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const { run } = (await vite.ssrLoadModule('/server/run.ts')) as { run: typeof Run }
await run({
	configuration: configuration(),
	build: () => vite.ssrLoadModule('virtual:remix/server-build') as never,
	before: vite.middlewares,
})
console.log(`http://localhost:${configuration().PORT}`)
