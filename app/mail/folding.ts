/** What somebody wrote, and what stands below it: the letter they answer, and their signature. */
export interface Folded {
	text: string
	/** Shown folded away; nothing of it is lost. */
	folded: string
}

/**
 * Parts a letter from the letters quoted below it and from its signature. What is quoted between lines of
 * one's own belongs to the text: without it the answers make no sense. A letter that is all quotation is kept whole.
 */
export function foldQuoted(letter: string): Folded {
	const lines = letter.replace(/\r\n?/g, '\n').split('\n')
	const end = endOfOwnText(lines)
	const text = lines.slice(0, end).join('\n').trim()
	if (text === '') return { text: letter.trim(), folded: '' }
	return { text, folded: lines.slice(end).join('\n').trim() }
}

/** The first line that is no longer the author's own. */
function endOfOwnText(lines: readonly string[]): number {
	const letter = { lines, ...whatFollows(lines) }
	for (let at = 0; at < lines.length; at++) {
		if (isSignature(lines[at]!) || isForwarded(lines[at]!) || isOutlookHeader(lines, at)) return at
		if ((isQuoted(lines[at]!) || isAttribution(letter, at)) && !isAnsweredBelow(letter, at)) return at
	}
	return lines.length
}

interface Letter {
	lines: readonly string[]
	/** For each line, and for the end: the first from there on that says something, is quoted, is one's own. */
	said: Int32Array
	quoted: Int32Array
	own: Int32Array
}

/** Looked up for every line, so found for all in one go from the end. */
function whatFollows(lines: readonly string[]): Omit<Letter, 'lines'> {
	const none = () => new Int32Array(lines.length + 2).fill(lines.length)
	const [said, quoted, own] = [none(), none(), none()]
	for (let at = lines.length - 1; at >= 0; at--) {
		const line = lines[at]!
		said[at] = isEmpty(line) ? said[at + 1]! : at
		quoted[at] = isQuoted(line) ? at : quoted[at + 1]!
		own[at] = isEmpty(line) || isQuoted(line) ? own[at + 1]! : at
	}
	return { said, quoted, own }
}

const isQuoted = (line: string) => /^\s{0,3}>/.test(line)
const isEmpty = (line: string) => line.trim() === ''

/** RFC 3676: two hyphens and a blank, alone. Some programs lose the blank. */
const isSignature = (line: string) => /^--\s?$/.test(line)

const isForwarded = (line: string) =>
	/^\s*-{2,}\s*(original message|forwarded message|исходное сообщение|пересланное сообщение|пересылаемое сообщение|бастапқы хабар|қайта жіберілген хабар)/i.test(
		line,
	)

const FROM = /^\s*\*?(from|от|кімнен)\*?:\*?\s/i
const ABOUT = /^\s*\*?(sent|date|to|subject|отправлено|дата|кому|тема|жіберілді|күні|кімге|тақырыбы?)\*?:\*?/i

/** The block of headers that Outlook puts above the letter one answers. */
function isOutlookHeader(lines: readonly string[], at: number): boolean {
	return FROM.test(lines[at]!) && lines.slice(at + 1, at + 5).filter((line) => ABOUT.test(line)).length >= 2
}

const WROTE = /(wrote|writes|пишет|писал\(?а?\)?|написал\(?а?\)?|жазды|жазған)\s*:\s*$/i

/** `On Monday … wrote:`, in one line or two, above a quotation or at the end. */
function isAttribution({ lines, said }: Letter, at: number): boolean {
	const line = lines[at]!
	if (isEmpty(line) || line.length > 300) return false
	const whole = WROTE.test(line)
		? at
		: WROTE.test(lines[at + 1] ?? '') && /\d/.test(line)
			? at + 1
			: undefined
	if (whole === undefined) return false
	const next = lines[said[whole + 1]!]
	return next === undefined || isQuoted(next)
}

/** Whether somebody's own words follow the quotation that begins here. */
function isAnsweredBelow({ lines, quoted, own }: Letter, at: number): boolean {
	const below = own[quoted[at]!]!
	return below < lines.length && !isSignature(lines[below]!)
}
