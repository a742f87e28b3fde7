import { LRUCache } from 'lru-cache'

/** Keeps those that were asked for last, each made once: what a hash names never changes. */
export function keptByHash<Value>(most: number) {
	const kept = new LRUCache<string, Promise<Value>>({ max: most })
	return (sha256: string, make: () => Promise<Value>): Promise<Value> => {
		const known = kept.get(sha256)
		if (known) return known
		const made = make()
		kept.set(sha256, made)
		made.catch(() => kept.delete(sha256))
		return made
	}
}
