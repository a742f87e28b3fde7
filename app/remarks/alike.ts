import { wordsOf } from '#app/text/fold.ts'

// Near-identity of remarks: how the figures were chosen is in docs/decisions/0014-near-identical-remarks.md.

/** A text of fewer words meets only its own words: among so few a single one may turn the sense round. */
const SHORT = 25
/** Words in a run. */
const RUN = 3
/** From how many shared runs among all that both have two texts say nearly the same. */
export const NEARLY_THE_SAME = 0.8

const BANDS = 8
const ROWS = 3

/** A text as it is compared. */
export interface Compared {
	words: readonly string[]
	runs: ReadonlySet<number>
}

export function compared(text: string): Compared {
	const words = wordsOf(text)
	const runs = new Set<number>()
	for (let at = 0; at + RUN <= words.length; at++) runs.add(hashOf(words.slice(at, at + RUN).join(' '), 0))
	return { words, runs }
}

export type Likeness = 'same' | 'nearly' | 'different'

/** The same words in the same order, whatever stands between them; or nearly all of them. */
export function likeness(a: Compared, b: Compared): Likeness {
	if (isSame(a.words, b.words)) return 'same'
	if (isShort(a) || isShort(b)) return 'different'
	return sharedOf(a, b) >= NEARLY_THE_SAME ? 'nearly' : 'different'
}

/** How many runs two texts share among all that they have, 0 to 1 (Jaccard). */
export function sharedOf({ runs: ours }: Compared, { runs: theirs }: Compared): number {
	let shared = 0
	for (const run of ours) if (theirs.has(run)) shared++
	const all = ours.size + theirs.size - shared
	return all === 0 ? 0 : shared / all
}

/**
 * What two texts that say nearly the same have at least one of in common, as good as always: their whole, and
 * groups of the least hashes of their runs (minhash). Texts that have none in common need not be compared.
 */
export function bandsOf(text: Compared): string[] {
	const whole = text.words.join(' ')
	const bands = [`=${hashOf(whole, 1).toString(36)}-${hashOf(whole, 2).toString(36)}`]
	if (isShort(text)) return bands
	const least = leastHashes(text.runs)
	for (let band = 0; band < BANDS; band++) {
		const rows = [...least.subarray(band * ROWS, (band + 1) * ROWS)]
		bands.push(`${band}:${rows.map((hash) => hash.toString(36)).join('-')}`)
	}
	return bands
}

function leastHashes(runs: ReadonlySet<number>): Uint32Array {
	const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
	for (const run of runs)
		for (let at = 0; at < least.length; at++) {
			const hash = mixed(run ^ (SEEDS[at] as number))
			if (hash < (least[at] as number)) least[at] = hash
		}
	return least
}

const isShort = ({ words }: Compared) => words.length < SHORT

const isSame = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((word, at) => word === b[at])

/** FNV-1a over the signs of a text, then mixed: the same on every machine and for ever, as bands are kept. */
function hashOf(text: string, seed: number): number {
	let hash = 0x811c9dc5 ^ seed
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
	return mixed(hash)
}

/** The last step of MurmurHash3: every bit of the result depends on every bit given. */
function mixed(given: number): number {
	let hash = given
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
	return (hash ^ (hash >>> 16)) >>> 0
}

const SEEDS = Array.from({ length: BANDS * ROWS }, (_, at) => mixed(Math.imul(at + 1, 0x9e3779b1)))
