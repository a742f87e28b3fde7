// Full-text search is where the engines really differ, so it lives here alone. The index itself
// is made by hand-written migrations (0001_search): FTS5 on SQLite, tsvector on PostgreSQL. Neither
// knows word forms of Kazakh; words are folded in TypeScript, so both find the same rows.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { wordsOf } from '#app/text/fold.ts'
import { counter, table, text } from './columns.ts'
import { engine } from './engine.ts'
import { prepared } from './prepared.ts'
import type { Reader, Writer } from './store.ts'

/** What can be searched for. */
export type SearchKind = 'inquiry' | 'post' | 'petition' | 'hearing' | 'remark'

export const searchIndex = table('search_index', {
	number: counter('number'),
	kind: text('kind').notNull(),
	ref: text('ref').notNull(),
	words: text('words').notNull(),
})

/** PostgreSQL refuses an entry of more than a megabyte. */
const MOST_CHARACTERS = 200_000
/** Relevance is weighed among the newest that match: over a million rows a common word matches too many. */
const NEWEST = 2000

/** Puts a text where `search` finds it, in place of what was there for the same thing. */
export async function indexForSearch(tx: Writer, kind: SearchKind, ref: string, body: string) {
	const words = wordsOf(body).join(' ').slice(0, MOST_CHARACTERS)
	await putWords(tx).execute({ kind, ref, words })
}

const putWords = prepared((tx: Writer) =>
	tx
		.insert(searchIndex)
		.values({ kind: sql.placeholder('kind'), ref: sql.placeholder('ref'), words: sql.placeholder('words') })
		.onConflictDoUpdate({
			target: [searchIndex.kind, searchIndex.ref],
			set: { words: sql`${sql.placeholder('words')}` },
		}),
)

export async function removeFromSearch(tx: Writer, kind: SearchKind, ref: string) {
	await tx.delete(searchIndex).where(and(eq(searchIndex.kind, kind), eq(searchIndex.ref, ref)))
}

/** What holds all the words typed, best first. A word that is still being typed, the last, may go on. */
export function search(
	read: Reader,
	kind: SearchKind,
	typed: string,
	{ limit = 100 }: { limit?: number } = {},
): Promise<string[]> {
	const words = wordsOf(typed).slice(0, 12)
	const terms = words.map((word, at) => ({
		word,
		prefix: at === words.length - 1 && /[\p{L}\p{N}]$/u.test(typed),
	}))
	return refsOf(read, kind, { terms, join: 'all', limit })
}

/**
 * What may be alike: holds some of the longest words typed, which say most. Kazakh and Russian
 * words change their endings, so a stem is enough. The closest are then found by trigrams.
 */
export function candidates(read: Reader, kind: SearchKind, typed: string, limit = 200): Promise<string[]> {
	const words = [...new Set(wordsOf(typed))]
		.filter((word) => word.length > 2)
		.sort((a, b) => b.length - a.length)
	const stems = [...new Set(words.map((word) => word.slice(0, word.length > 7 ? 6 : 5)))]
	return refsOf(read, kind, {
		terms: stems.slice(0, 8).map((word) => ({ word, prefix: true })),
		join: 'any',
		limit,
	})
}

interface Query {
	terms: { word: string; prefix: boolean }[]
	join: 'all' | 'any'
	limit: number
}

async function refsOf(read: Reader, kind: SearchKind, query: Query): Promise<string[]> {
	if (query.terms.length === 0) return []
	const found = engine === 'postgres' ? postgresFound(kind, query) : sqliteFound(kind, query)
	const rows = await read
		.select({ ref: searchIndex.ref })
		.from(searchIndex)
		.innerJoin(sql`(${found}) found`, sql`found.number = ${searchIndex.number}`)
		.orderBy(sql`found.rank`, sql`found.number desc`)
		.limit(query.limit)
	return rows.map((row) => row.ref)
}

/** FTS5: every word quoted; bm25() is smaller for better hits. */
function sqliteFound(kind: SearchKind, { terms, join }: Query): SQL {
	const words = terms
		.map(({ word, prefix }) => `"${word}"${prefix ? '*' : ''}`)
		.join(join === 'all' ? ' AND ' : ' OR ')
	const match = `kind : "${kind}" AND words : (${words})`
	return sql`select rowid as number, bm25(search_words, 0, 1) as rank from search_words
		where search_words match ${match} order by rowid desc limit ${NEWEST}`
}

/** tsvector with the 'simple' configuration: no stemming, so both engines find the same rows. */
function postgresFound(kind: SearchKind, { terms, join }: Query): SQL {
	const words = terms
		.map(({ word, prefix }) => `'${word}'${prefix ? ':*' : ''}`)
		.join(join === 'all' ? ' & ' : ' | ')
	const query = sql`to_tsquery('simple', ${words})`
	return sql`select number, -ts_rank(vector, ${query}) as rank from search_index
		where kind = ${kind} and vector @@ ${query} order by number desc limit ${NEWEST}`
}
