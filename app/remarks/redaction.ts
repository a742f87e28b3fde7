/** What stands in place of what is left out. */
const MARK = '[…]'

/** Line ends and spaces are what a form makes of them. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether a text is the original with parts left out, a mark in place of each, and nothing else changed. */
export function isRedactionOf(original: string, redacted: string): boolean {
	const whole = inOneLine(original)
	const parts = inOneLine(redacted).split(MARK)
	const first = parts.shift() ?? ''
	const last = parts.pop()
	if (last === undefined) return first === whole
	if (!whole.startsWith(first)) return false
	let at = first.length
	for (const part of parts) {
		// A mark stands for something: at least for one sign.
		const found = whole.indexOf(part, at + 1)
		if (found < 0) return false
		at = found + part.length
	}
	return whole.length - last.length > at && whole.endsWith(last)
}
