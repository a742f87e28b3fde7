import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { DATABASE_URL, engine } from './engine.ts'

type Drizzle = BaseSQLiteDatabase<'async', unknown>

/** What a query that only reads takes. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>

/** What a query that changes rows takes. It is only ever handed out by `write`. */
export type Writer = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete'>

/** The thing a write decides about, or several: `inquiry:17`, `number:ENV-2026`. */
export type WriteKey = string | readonly string[]

export interface Store {
	/** Sees committed rows only. With a replica it may be a moment behind. */
	read: Reader
	/** As `read`, and never behind: for a person's own pages and whatever follows a write. */
	readOwn: Reader
	/**
	 * Runs `work` in one transaction: all of it happens or none. It is acknowledged only
	 * when it would survive a power cut. No other write with the same key happens
	 * meanwhile; on SQLite no other write at all, so `work` is short and talks to nothing
	 * but the database. It is refused after ten seconds.
	 */
	write<Result>(key: WriteKey, work: (tx: Writer) => Promise<Result>): Promise<Result>
	/**
	 * Calls `hear` with each topic that `tellOnceKept` names: in every process on PostgreSQL, in the one that
	 * writes on SQLite. Word may be lost or come twice, so whoever must know looks by itself as well. After a time
	 * in which nothing could be heard the topic is `ANYTHING`.
	 */
	listen(hear: (topic: string) => void): void
	/** Brings the tables up to date. Several processes may do this at once. */
	migrate(folder?: string): Promise<void>
	/** Rejects when the database does not answer. */
	ping(): Promise<void>
	/** Waits for the writes that have begun. */
	close(): Promise<void>
}

/** What an engine gives; the rest is the same on both. */
export interface OpenedStore extends Omit<Store, 'listen'> {
	tell(topic: string): void
	listen(): void
}

export async function openStore(url = DATABASE_URL): Promise<Store> {
	const { open } =
		engine === 'postgres' ? await import('./open-postgres.ts') : await import('./open-sqlite.ts')
	const listeners: ((topic: string) => void)[] = []
	const { tell, listen, ...store } = open(url, (topic) => {
		for (const hear of listeners) hear(topic)
	})
	const begun = new Set<Promise<unknown>>()
	let closing: Promise<void> | undefined

	return {
		...store,
		async write(key, work) {
			if (closing) throw new Error('the store is closed')
			const topics = new Set<string>()
			const writing = notWithinAnother(() => store.write(key, (tx) => whileItLasts(tx, topics, work)))
			begun.add(writing)
			try {
				const result = await writing
				for (const topic of topics) tell(topic)
				return result
			} finally {
				begun.delete(writing)
			}
		},
		listen(hear) {
			listeners.push(hear)
			listen()
		},
		close() {
			closing ??= Promise.allSettled(begun).then(() => store.close())
			return closing
		},
	}
}

/** Following what calls what makes every `await` of the process three times as dear: not in production. */
const writing = process.env.NODE_ENV === 'production' ? undefined : new AsyncLocalStorage<true>()

/** A write that waits for the write around it would wait until its time is up; a mistake like that is told at once. */
async function notWithinAnother<Result>(write: () => Promise<Result>): Promise<Result> {
	if (!writing) return write()
	if (writing.getStore()) throw new Error('write() inside write(): pass tx along instead')
	return writing.run(true, write)
}

const LONGEST_WRITE_MS = 10_000

const behind = new WeakMap<Reader, Reader>()

/** What a query in a write is asked of: on SQLite one connection for all writes, so what was built for it stays good. */
export const connectionOf = (read: Reader): Reader => behind.get(read) ?? read

/** The topic of what may have been missed. */
export const ANYTHING = '*'

const toTell = new WeakMap<Writer, Set<string>>()

/** Once what `tx` writes is kept, and only then, whoever listens is told: see `listen`. A topic names nobody. */
export function tellOnceKept(tx: Writer, topic: string): void {
	toTell.get(tx)?.add(topic)
}

/**
 * `tx` is of use until `work` has settled or its time is up: a query made later would run outside
 * the transaction, or inside another's.
 */
async function whileItLasts<Result>(
	tx: Writer,
	topics: Set<string>,
	work: (tx: Writer) => Promise<Result>,
): Promise<Result> {
	const { proxy, revoke } = Proxy.revocable(tx, {})
	behind.set(proxy, tx)
	toTell.set(proxy, topics)
	let timer: NodeJS.Timeout | undefined
	const tooLong = new Promise<never>((_, reject) => {
		const error = new Error('a write took longer than ten seconds: it may wait for nothing but the database')
		timer = setTimeout(() => reject(error), LONGEST_WRITE_MS)
	})
	try {
		return await Promise.race([work(proxy), tooLong])
	} finally {
		clearTimeout(timer)
		revoke()
	}
}
