import { openStore, type Store } from '#db/store.ts'

// On globalThis, because the server's own code and the bundled pages are two module graphs.
const held = globalThis as typeof globalThis & { jauapStore?: Promise<Store> }

/** The one door to the data, opened at first use. Migrating it is the server's business at start. */
export function store(): Promise<Store> {
	held.jauapStore ??= openStore()
	return held.jauapStore
}
