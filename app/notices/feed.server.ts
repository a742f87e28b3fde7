import { Feed } from 'feed'
import type { Language } from '#app/i18n/languages.ts'

/** Something new that the public may read. */
export interface FeedEntry {
	id: string
	title: string
	/** The path of its page, and of what on it, in the language of the feed. */
	path: string
	html: string
	author: string
	at: Date
}

interface FeedOf {
	title: string
	/** The page whose news these are, and where the feed itself is, without its ending. */
	path: string
	feedPath: string
	/** What narrows the list: '?q=water'. */
	query?: string
	language: Language
	publicUrl: string
	entries: readonly FeedEntry[]
}

export const MOST_ENTRIES = 30

/** As Atom or as JSON Feed, by the ending that the address has. */
export function feedResponse(form: 'atom' | 'json', news: FeedOf): Response {
	const { title, path, feedPath, query = '', language, publicUrl } = news
	const entries = [...news.entries].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST_ENTRIES)
	const feed = new Feed({
		id: publicUrl + path + query,
		link: publicUrl + path + query,
		title,
		language,
		generator: 'Jauap',
		updated: entries[0]?.at ?? new Date(0),
		feedLinks: {
			atom: `${publicUrl}${feedPath}.atom${query}`,
			json: `${publicUrl}${feedPath}.json${query}`,
		},
	})
	for (const entry of entries)
		feed.addItem({
			id: publicUrl + entry.id,
			link: publicUrl + entry.path,
			// Atom calls the title hypertext, and what somebody wrote is none.
			title: form === 'atom' ? escaped(entry.title) : entry.title,
			content: withWholeAddresses(entry.html, publicUrl),
			author: [{ name: entry.author }],
			date: entry.at,
			published: entry.at,
		})
	return form === 'atom'
		? new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
		: new Response(feed.json1(), { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } })
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A reader of feeds does not know which site "/files/..." is on. */
const withWholeAddresses = (html: string, publicUrl: string) =>
	html.replace(/\b(src|href)="\/(?!\/)/g, `$1="${publicUrl}/`)
