import { diffLines } from 'diff'

export interface Change {
	kind: 'same' | 'added' | 'removed'
	text: string
}

/** Beyond so many changes nobody compares line by line. */
const MOST_CHANGES = 2000
/** Of what stayed the same, so much is shown round a change. */
const ROUND = 2

/** What changed from one text to the other, line by line; undefined when hardly anything stayed. */
export function changesOf(before: string, after: string): Change[] | undefined {
	const parts = diffLines(before, after, { maxEditLength: MOST_CHANGES, timeout: 2000 })
	return parts?.map(({ added, removed, value }, at) => {
		if (added || removed) return { kind: added ? 'added' : 'removed', text: value }
		return { kind: 'same', text: shortened(value, at === 0, at === parts.length - 1) }
	})
}

function shortened(value: string, isFirst: boolean, isLast: boolean): string {
	const lines = value.split('\n')
	const head = isFirst ? 0 : ROUND
	const tail = isLast ? 0 : ROUND + 1
	if (lines.length <= head + tail + 1) return value
	return [...lines.slice(0, head), '…', ...(tail ? lines.slice(-tail) : [])].join('\n')
}
