import { LONGEST } from './hearing.ts'

const ENDS_A_SENTENCE = /[.;:!?…][)»"”’]*$/u

/**
 * The words of a document, paragraph by paragraph: one ends with an empty line, or where a line ends a sentence. None
 * is longer than a passage may be. Remarks keep the number of a paragraph, so texts are always parted in the same way.
 */
export function paragraphsOf(words: string): string[] {
	const paragraphs: string[] = []
	let lines: string[] = []
	const end = () => {
		paragraphs.push(...parted(lines.join('\n')))
		lines = []
	}
	for (const line of words.split('\n')) {
		const text = line.trim()
		if (text) lines.push(text)
		if (!text || ENDS_A_SENTENCE.test(text)) end()
	}
	end()
	return paragraphs
}

function parted(paragraph: string): string[] {
	const parts: string[] = []
	let rest = paragraph
	while (rest.length > LONGEST.passage) {
		const most = rest.slice(0, LONGEST.passage)
		const cut = Math.max(most.lastIndexOf('\n'), most.lastIndexOf(' '))
		const part = cut > 0 ? most.slice(0, cut) : most
		parts.push(part)
		rest = rest.slice(part.length).trimStart()
	}
	return rest ? [...parts, rest] : parts
}
