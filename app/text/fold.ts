/**
 * One spelling for matching: case and accents removed, in JavaScript so that both engines agree.
 * й becomes и and ё becomes е, as people type them; the Kazakh letters ә ғ қ ң ө ұ ү һ і are
 * letters of their own, without an accent to remove, and stay as they are.
 */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
}

/** The words of a text, folded; a word is letters and digits. */
export function wordsOf(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
