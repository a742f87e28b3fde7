/** Keeps those that were asked for last, each made once: what a hash names never changes. */
export function keptByHash<Value>(most: number) {
	const kept = new Map<string, Promise<Value>>()
	return (sha256: string, make: () => Promise<Value>): Promise<Value> => {
		const value = kept.get(sha256) ?? make()
		kept.delete(sha256)
		kept.set(sha256, value)
		value.catch(() => kept.delete(sha256))
		const [oldest] = kept.keys()
		if (kept.size > most && oldest) kept.delete(oldest)
		return value
	}
}
