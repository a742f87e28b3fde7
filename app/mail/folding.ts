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
	for (let at = 0; at < lines.length; at++) {
		if (isSignature(lines, at) || isForwarded(lines[at]!) || isOutlookHeader(lines, at)) return at
		if (isAttribution(lines, at) && !isAnsweredBelow(lines, at)) return at
		if (isQuoted(lines[at]!) && !isAnsweredBelow(lines, at)) return at
	}
	return lines.length
}

const isQuoted = (line: string) => /^\s{0,3}>/.test(line)
const isEmpty = (line: string) => line.trim() === ''

/** RFC 3676: two hyphens and a blank, alone. Some programs lose the blank. */
const isSignature = (lines: readonly string[], at: number) => /^--\s?$/.test(lines[at]!)

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
function isAttribution(lines: readonly string[], at: number): boolean {
	const line = lines[at]!
	if (isEmpty(line) || line.length > 300) return false
	const whole = WROTE.test(line)
		? at
		: !isEmpty(lines[at + 1] ?? '') && WROTE.test(lines[at + 1]!)
			? at + 1
			: undefined
	if (whole === undefined || (whole !== at && !/\d/.test(line))) return false
	const next = lines.slice(whole + 1).find((one) => !isEmpty(one))
	return next === undefined || isQuoted(next)
}

/** Whether somebody's own words follow the quotation that begins here. */
function isAnsweredBelow(lines: readonly string[], at: number): boolean {
	let below = at
	while (below < lines.length && !isQuoted(lines[below]!)) below++
	while (below < lines.length && (isQuoted(lines[below]!) || isEmpty(lines[below]!))) below++
	return below < lines.length && !isSignature(lines, below)
}
