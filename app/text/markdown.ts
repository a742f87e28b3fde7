import { Marked, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'

/** A picture that was uploaded here, named in the text as `![…](picture:ID)`. */
export type Picture = { src: string; width: number; height: number; alt: string }

export type Rendered = { html: string; excerpt: string }

type Pictures = ReadonlyMap<string, Picture>

/**
 * The one door from what people write to what pages show. Raw HTML is shown as it was typed; links lead only
 * to web, mail and local addresses; pictures from elsewhere become links to them.
 */
export function renderMarkdown(
	source: string,
	{
		pictures = NONE,
		page = false,
	}: { pictures?: Pictures /** It is the main text of a page. */; page?: boolean } = {},
): Rendered {
	const html = toHtml(source, pictures, page)
	return { html, excerpt: shortened(textOf(html), EXCERPT_LENGTH) }
}

/** The words alone: for search, mail subjects, feeds. */
export function plainText(source: string): string {
	return textOf(toHtml(source, NONE))
}

/** Cut at a word, with an ellipsis. */
export function shortened(text: string, length: number): string {
	const line = text.replace(/\s+/g, ' ').trim()
	if (line.length <= length) return line
	const cut = line.slice(0, length)
	const word = cut.lastIndexOf(' ')
	return `${(word > length / 2 ? cut.slice(0, word) : withoutHalfLetter(cut)).replace(/[\s.,;:–-]+$/u, '')}…`
}

const EXCERPT_LENGTH = 200
const NONE: Pictures = new Map()

function toHtml(source: string, pictures: Pictures, page = false): string {
	const text = cleaned(source)
	return sanitizeHtml(parsed(text, pictures, page), SANITIZER).trim()
}

function parsed(text: string, pictures: Pictures, page: boolean): string {
	try {
		return markedWith(pictures, page).parse(text, { async: false })
	} catch (error) {
		// Thousands of quotes or lists in each other end the stack of the parser. Such a text is still shown.
		if (error instanceof RangeError) return `<p>${escaped(text)}</p>`
		throw error
	}
}

// Characters that turn the direction of a line can make an address read as another one; controls have no use.
const UNWANTED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu

// Deeper quoting than this is not read by anybody, and costs the parser a stack frame a level.
const DEEP_QUOTE = /^((?:[ \t]*>){12})(?:[ \t]*>)+/gm
const DEEP_LIST = /^((?:[ \t]*[-*+][ \t]){12})(?:[ \t]*[-*+][ \t])+/gm

function cleaned(source: string): string {
	return source
		.replace(/\r\n?/g, '\n')
		.replace(UNWANTED, '')
		.replace(DEEP_QUOTE, '$1')
		.replace(DEEP_LIST, '$1')
		.split(/(\n{2,})/)
		.map(withoutFloodOfStars)
		.join('')
}

// Looking for the end of each of thousands of beginnings of emphasis takes seconds.
function withoutFloodOfStars(block: string): string {
	const runs = block.match(/[*_~]+/g)?.length ?? 0
	return runs > 1000 ? block.replace(/[*_~]/g, '\\$&') : block
}

const SANITIZER: sanitizeHtml.IOptions = {
	allowedTags: [
		...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'a', 'img'],
		...['h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
	],
	allowedAttributes: {
		a: ['href', 'rel'],
		img: ['src', 'width', 'height', 'alt', 'loading'],
		ol: ['start'],
		table: ['tabindex'],
	},
	// A wide table scrolls in its own frame, which keys must be able to reach.
	transformTags: { table: sanitizeHtml.simpleTransform('table', { tabindex: '0' }) },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	disallowedTagsMode: 'escape',
	nestingLimit: 60,
}

/** Line breaks stand as typed: most people write letters, not Markdown. */
function markedWith(pictures: Pictures, page: boolean): Marked {
	return new Marked({ gfm: true, breaks: true }).use({
		// Without these two, what looks like HTML is text as any other.
		tokenizer: { html: () => undefined, tag: () => undefined },
		renderer: {
			heading({ tokens, depth }: Tokens.Heading) {
				// Below the headings of the page; under the title of a post, which is the page, at once.
				const level = page ? Math.max(depth, 2) : Math.min(depth + 2, 6)
				return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
			},
			link({ href, tokens }: Tokens.Link) {
				return linked(href, this.parser.parseInline(tokens))
			},
			image({ href, text }: Tokens.Image) {
				const picture = href.startsWith('picture:') ? pictures.get(href.slice('picture:'.length)) : undefined
				if (picture) return img(picture, text)
				return linked(href, escaped(text || (safeAddress(href) ?? '')))
			},
			checkbox({ checked }: Tokens.Checkbox) {
				return checked ? '☑ ' : '☐ '
			},
		},
	})
}

function linked(href: string, content: string): string {
	const address = safeAddress(href)
	if (!address) return content
	return `<a href="${escaped(address)}" rel="ugc nofollow noopener">${content}</a>`
}

/** Undefined for every address that is not plainly the web, mail, or a page of this site. */
export function safeAddress(href: string): string | undefined {
	const address = href.trim()
	// A browser drops control characters and reads what remains.
	if (/[\p{Cc}\s\\<>"]/u.test(address)) return undefined
	if (/^\/(?!\/)/.test(address) || /^#[\w-]+$/.test(address)) return address
	if (/^mailto:[^@?&]+@[^@?&]+$/i.test(address)) return address
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
	const { username, password, hostname } = new URL(address)
	// https://gov.kz@elsewhere.example reads as one place and leads to another.
	return username || password || !hostname ? undefined : address
}

function img({ src, width, height, alt }: Picture, text: string): string {
	const attributes = { src, width, height, alt: text || alt, loading: 'lazy' }
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
	return safeAddress(src) ? `<img${written.join('')}>` : escaped(attributes.alt)
}

function textOf(html: string): string {
	const text = sanitizeHtml(html.replaceAll(/<br\s*\/?>/g, '\n').replaceAll('</td>', ' </td>'), {
		allowedTags: [],
		allowedAttributes: {},
	})
	return text
		.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name]!)
		.replace(/[ \t]+\n/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!)
}

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
}

function withoutHalfLetter(text: string): string {
	return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}
