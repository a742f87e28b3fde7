export interface Change {
	removed: string[]
	added: string[]
}

/** The paragraphs that went and those that came. Enough to see what was corrected; the whole texts stand below. */
export function changeBetween(before: string, after: string): Change {
	const old = paragraphsOf(before)
	const fresh = paragraphsOf(after)
	return {
		removed: old.filter((paragraph) => !fresh.includes(paragraph)),
		added: fresh.filter((paragraph) => !old.includes(paragraph)),
	}
}

const paragraphsOf = (text: string) =>
	text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter(Boolean)
