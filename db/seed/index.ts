import { parseArgs } from 'node:util'
import { openStore } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { seedDemo } from './demo.ts'

// `npm run db:seed` fills a database that has nothing in it with the demo.

const { values } = parseArgs({ options: { inquiries: { type: 'string' } } })
const began = Date.now()
const { DATABASE_URL, SECRET_KEY } = configuration()
const store = await openStore(DATABASE_URL)
try {
	await store.migrate()
	const made = await seedDemo(store, { now: new Date(), secretKey: SECRET_KEY })
	console.log(made ? `The demo is there (${seconds()} s)` : 'There is something in the database already')
	if (values.inquiries) {
		const { seedMany } = await import('./many.ts')
		await seedMany({ now: new Date(), count: Number(values.inquiries) })
		console.log(`${values.inquiries} inquiries are there (${seconds()} s)`)
	}
} finally {
	await store.close()
}

function seconds(): string {
	return ((Date.now() - began) / 1000).toFixed(1)
}
