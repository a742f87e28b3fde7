import type { Language } from '#app/i18n/languages.ts'
import { postPath } from '#app/links.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { publishedPosts } from './find.server.ts'
import { textFor } from './shown.ts'

const AT_ONCE = 500
const COLUMNS = ['title', 'language', 'office', 'official', 'published_at', 'corrected_at', 'address']

/** The published posts as lines of CSV, each title in the language asked for where the post has that. */
export async function* postsAsCsv(
	read: Reader,
	{ language, publicUrl }: { language: Language; publicUrl: string },
) {
	yield `\uFEFF${csvLine(COLUMNS)}`
	for (let page = 1, pages = 1; page <= pages; page++) {
		const list = await publishedPosts(read, { page, size: AT_ONCE })
		pages = list.pages
		for (const { id, office, official, ...post } of list.items) {
			const text = textFor(post, language)
			yield csvLine([
				text?.title,
				text?.language,
				office.names[language],
				official?.[language],
				post.publishedAt?.toISOString(),
				post.correctedAt?.toISOString(),
				publicUrl + postPath(language, id),
			])
		}
	}
}
