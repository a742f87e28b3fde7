interface Said {
	from: number
	text: string
}

interface Item {
	id: string
	startedAt: Date | null
}

const PAUSE = 4
const LONGEST = 600

/** Captions as something to read: lines that follow one another closely are one paragraph, at its time. */
export function paragraphsOf(cues: readonly (Said & { to: number })[]): Said[] {
	const paragraphs: Said[] = []
	let until = 0
	for (const { from, to, text } of cues) {
		const last = paragraphs.at(-1)
		if (last && from - until < PAUSE && last.text.length < LONGEST) last.text += ` ${text}`
		else paragraphs.push({ from, text })
		until = to
	}
	return paragraphs
}

/** The same under the items of the agenda during which it was said; what came before the first stands alone. */
export function underItems<One extends Item>(
	paragraphs: readonly Said[],
	beginsAt: Date,
	agenda: readonly One[],
): { item: One | null; said: (Said & { at: Date })[] }[] {
	const begun = agenda
		.filter(({ startedAt }) => startedAt)
		.sort((a, b) => Number(a.startedAt) - Number(b.startedAt))
	const parts: { item: One | null; said: (Said & { at: Date })[] }[] = []
	for (const one of paragraphs) {
		const at = new Date(beginsAt.getTime() + one.from * 1000)
		const item = begun.findLast(({ startedAt }) => Number(startedAt) <= at.getTime()) ?? null
		const last = parts.at(-1)
		if (last && last.item === item) last.said.push({ ...one, at })
		else parts.push({ item, said: [{ ...one, at }] })
	}
	return parts
}
