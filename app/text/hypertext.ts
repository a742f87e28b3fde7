import sanitizeHtml from 'sanitize-html'

/**
 * The one door from hypertext that strangers send to the text we keep: its words, in lines, what it quotes marked as
 * in a letter without hypertext. A hundred thousand tags in each other would keep a parser busy for half a minute, so
 * that all but those which hold no text are taken away before it looks.
 */
export function textOfHypertext(hypertext: string): string {
	const marked = hypertext
		.replace(/[\ue000\ue001]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/<blockquote\b/gi, `\n${QUOTE}$&`)
		.replace(/<\/blockquote\b/gi, `\n${END_OF_QUOTE}$&`)
		.replace(/<(?:br|\/?(?:p|div|tr|li|h[1-6]|table|ul|ol|pre|hr|section|article))\b/gi, '\n$&')
		.replace(/<\/?(?!(?:style|script|textarea|title)\b)[a-z][^<>]*>/gi, '')
	const text = sanitizeHtml(marked, {
		allowedTags: [],
		allowedAttributes: {},
		nonTextTags: ['style', 'script', 'textarea', 'title'],
	}).replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name]!)
	let depth = 0
	const lines = text.split('\n').map((line) => {
		depth = Math.max(0, depth + (line.split(QUOTE).length - 1) - (line.split(END_OF_QUOTE).length - 1))
		const words = line.replace(/[\ue000\ue001]/g, '').trim()
		return words && `${'> '.repeat(Math.min(depth, 3))}${words}`
	})
	return lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
}

// Signs that no text has: from the area for private use.
const QUOTE = '\ue000'
const END_OF_QUOTE = '\ue001'
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
