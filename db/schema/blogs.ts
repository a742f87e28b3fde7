import {
	check,
	choice,
	id,
	index,
	instant,
	integer,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex,
} from '../columns.ts'
import { offices, officials, type Words } from './bodies.ts'
import { files } from './files.ts'
import { oneOf } from './one-of.ts'

export const POST_STATES = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export const POST_KINDS = ['article'] as const

/** An entry on an office's blog. It stays the office's when the holder changes. */
export const posts = table(
	'posts',
	{
		id: id(),
		officeId: text('office_id')
			.notNull()
			.references(() => offices.id),
		/** Who held the office when it was written. */
		officialId: text('official_id').references(() => officials.id),
		kind: choice('kind', POST_KINDS).notNull().default('article'),
		state: choice('state', POST_STATES).notNull(),
		/** The language of record; other texts are translations of it. */
		language: text('language').notNull(),
		publishAt: instant('publish_at'),
		publishedAt: instant('published_at'),
		correctedAt: instant('corrected_at'),
		createdAt: instant('created_at').notNull(),
		createdBy: text('created_by'),
	},
	(post) => [
		index('posts_office').on(post.officeId, post.state, post.publishedAt),
		index('posts_published').on(post.state, post.publishedAt),
		index('posts_scheduled').on(post.state, post.publishAt),
		check('posts_state', oneOf(post.state, POST_STATES)),
	],
)

/** The text of a post in one language. `html` is sanitized once, when it is saved. */
export const postTexts = table(
	'post_texts',
	{
		postId: text('post_id')
			.notNull()
			.references(() => posts.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		title: text('title').notNull(),
		summary: text('summary').notNull(),
		markdown: text('markdown').notNull(),
		html: text('html').notNull(),
		revision: integer('revision').notNull().default(1),
		updatedAt: instant('updated_at').notNull(),
	},
	(postText) => [primaryKey({ columns: [postText.postId, postText.language] })],
)

/** Every text a published post has had, with what was corrected and why. Public. */
export const postRevisions = table(
	'post_revisions',
	{
		id: id(),
		postId: text('post_id')
			.notNull()
			.references(() => posts.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		summary: text('summary').notNull(),
		markdown: text('markdown').notNull(),
		/** Why it was corrected; empty for the first. */
		note: text('note').notNull(),
		at: instant('at').notNull(),
		by: text('by'),
	},
	(revision) => [
		uniqueIndex('post_revisions_number').on(revision.postId, revision.language, revision.number),
	],
)

/** A picture of a post, resized and stripped of what the camera added. */
export const pictures = table(
	'pictures',
	{
		id: id(),
		postId: text('post_id')
			.notNull()
			.references(() => posts.id, { onDelete: 'cascade' }),
		fileId: text('file_id')
			.notNull()
			.references(() => files.id),
		width: integer('width').notNull(),
		height: integer('height').notNull(),
		/** What the picture shows, for whoever does not see it. Never empty. */
		alternatives: json<Words>('alternatives').notNull(),
		captions: json<Words>('captions'),
		position: integer('position').notNull().default(0),
	},
	(picture) => [index('pictures_post').on(picture.postId, picture.position)],
)
