import { parseArgs } from 'node:util'
import { openStore } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { seedDemo } from './demo.ts'

// `npm run db:seed` fills a database that has nothing in it with the demo.

const { values } = parseArgs({ options: { inquiries: { type: 'string' }, signatures: { type: 'string' } } })
const began = Date.now()
const { DATABASE_URL: url, SECRET_KEY: secretKey, MAIL_IN_DOMAIN: mailDomain } = configuration()
const now = new Date()

const store = await openStore(url)
try {
	await store.migrate()
	const made = await seedDemo(store, { now, secretKey, mailDomain })
	console.log(made ? `The demo is there (${seconds()} s)` : 'There is something in the database already')
} finally {
	await store.close()
}
if (values.inquiries) {
	const { seedMany } = await import('./many.ts')
	await seedMany({ url, count: Number(values.inquiries), now, secretKey })
	console.log(`${values.inquiries} ordinary questions are there (${seconds()} s)`)
}
if (values.signatures) {
	const { seedManySignatures } = await import('./many-signatures.ts')
	const number = await seedManySignatures({ url, count: Number(values.signatures), now })
	console.log(`${values.signatures} signatures are there, under ${number} (${seconds()} s)`)
}

function seconds(): string {
	return ((Date.now() - began) / 1000).toFixed(1)
}
