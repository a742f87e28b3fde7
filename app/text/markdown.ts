import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const marked = new Marked({ gfm: true, breaks: true })

/** The one door for text that people write: Markdown in, harmless HTML out. */
export function renderMarkdown(source: string): { html: string; excerpt: string } {
	const html = sanitizeHtml(marked.parse(source, { async: false }))
	return { html, excerpt: sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }).slice(0, 200) }
}
