/** A file of the largest message, written in lines of sixty signs, has fewer. */
const MOST_LINES = 450_000
/** A hundred times what a mail server may send (RFC 5322, 2.1.1). */
const LONGEST_LINE = 100_000

/**
 * Whether it is made as mail programs make messages. Libraries take a minute, and gigabytes, over millions of lines or
 * over one line without end, and everybody else would wait meanwhile.
 */
export function isBearable(raw: Buffer): boolean {
	let begins = 0
	for (let lines = 0; lines <= MOST_LINES; lines++) {
		const ends = raw.indexOf(10, begins)
		if (ends < 0) return raw.length - begins <= LONGEST_LINE
		if (ends - begins > LONGEST_LINE) return false
		begins = ends + 1
	}
	return false
}
