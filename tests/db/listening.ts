import { expect, vi } from 'vitest'
import { openStore, type Store, tellOnceKept } from '#db/store.ts'
import { addEntry } from './ledger.ts'

const opened: Store[] = []

export const closeListening = () => Promise.all(opened.splice(0).map((store) => store.close()))

/** A store that listens, and what it has heard. */
export async function listening(url: string) {
	const store = await openStore(url)
	opened.push(store)
	const heard: string[] = []
	store.listen((topic) => heard.push(topic))
	return { store, heard }
}

const tell = (store: Store, topic: string) =>
	store.write('a', async (tx) => {
		await addEntry(tx, 'a')
		tellOnceKept(tx, topic)
	})

/** Until it listens, or listens again, word is lost. */
export const tellUntilHeard = (store: Store, heard: string[], topic: string) =>
	vi.waitFor(
		async () => {
			await tell(store, topic)
			expect(heard).toContain(topic)
		},
		{ timeout: 10_000, interval: 50 },
	)
