import { openStore, type Store } from '#db/store.ts'

// On globalThis: modules that were changed are loaded anew by `npm run dev`, and the store is not to be opened again.
const held = globalThis as typeof globalThis & { jauapStore?: Promise<Store> }

/** The one door to the data, opened at first use. Migrating it is the server's business at start. */
export function store(): Promise<Store> {
	held.jauapStore ??= openStore()
	return held.jauapStore
}
