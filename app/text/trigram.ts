import { wordsOf } from './fold.ts'

/** Every run of three characters of every word, with two blanks before the word and one after it. */
export function trigramsOf(text: string): ReadonlySet<string> {
	const trigrams = new Set<string>()
	for (const word of wordsOf(text)) {
		const letters = [' ', ' ', ...word, ' ']
		for (let at = 0; at + 3 <= letters.length; at++) trigrams.add(letters.slice(at, at + 3).join(''))
	}
	return trigrams
}

/** How alike two texts are, 0 to 1: trigrams they share among all they have, as PostgreSQL's pg_trgm counts. */
export function similarity(a: string | ReadonlySet<string>, b: string | ReadonlySet<string>): number {
	const ours = typeof a === 'string' ? trigramsOf(a) : a
	const theirs = typeof b === 'string' ? trigramsOf(b) : b
	let shared = 0
	for (const trigram of ours) if (theirs.has(trigram)) shared++
	const all = ours.size + theirs.size - shared
	return all === 0 ? 0 : shared / all
}
