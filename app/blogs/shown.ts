import type { Words } from '#db/schema/bodies.ts'
import type { PostState } from './post.ts'

/** A post in a list, with its title in every language it has. */
export interface ListedPost {
	id: string
	language: string
	publishedAt: Date | null
	correctedAt: Date | null
	office: { slug: string; names: Words }
	official: Words | null
	texts: { language: string; title: string; summary: string }[]
}

export interface PostPage {
	items: ListedPost[]
	total: number
	page: number
	pages: number
}

export interface ShownText {
	language: string
	title: string
	summary: string
	html: string
	updatedAt: Date
}

export interface ShownPost {
	id: string
	state: PostState
	/** The language of record. */
	language: string
	publishAt: Date | null
	publishedAt: Date | null
	correctedAt: Date | null
	office: { id: string; slug: string; names: Words; bodyId: string; bound: boolean; closedAt: Date | null }
	/** Who held the office when it was written. */
	official: Words | null
	texts: ShownText[]
}

/** The text for a reader of this language: theirs, else that of record, else any. */
export function textFor<Text extends { language: string }>(
	{ texts, language }: { texts: readonly Text[]; language: string },
	wanted: string,
): Text | undefined {
	return (
		texts.find((text) => text.language === wanted) ??
		texts.find((text) => text.language === language) ??
		texts[0]
	)
}
