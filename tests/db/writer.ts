// A process of its own that writes as fast as it can and says on stdout what was acknowledged:
// `node --import tsx tests/db/writer.ts <how many at once>`, with DATABASE_URL.
import { openStore } from '#db/store.ts'
import { addEntry } from './ledger.ts'

const store = await openStore()

async function writeOn() {
	for (;;) process.stdout.write(`${await store.write('a', (tx) => addEntry(tx, 'a'))}\n`)
}
await Promise.all(Array.from({ length: Number(process.argv[2]) }, writeOn))
