import type { Store } from '#db/store.ts'

/** Everything that falls due without anybody asking. Safe to run late, twice, and in several processes. */
export async function runDuties(_store: Store, _moment: { now: Date }): Promise<void> {}
