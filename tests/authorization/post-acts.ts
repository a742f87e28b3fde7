import {
	correctPost,
	discardPost,
	publishPost,
	schedulePost,
	withdrawPost,
} from '#app/blogs/publish.server.ts'
import { addPicture, editPost, startPost } from '#app/blogs/write.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { posts } from '#db/schema/blogs.ts'
import { files } from '#db/schema/files.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')
const zone = 'Asia/Almaty'
const TEXT = { language: 'ru', title: 'Air', summary: 'This winter', markdown: 'Sixty sensors.' }
const WRITERS = ['ENV:executor', 'ENV:approver']
const HEAD = ['ENV:approver']

/** A post on the blog of the minister of ENV, and one act to it. */
function row(
	name: string,
	allowed: readonly string[],
	attempt: (tx: Writer, act: { postId: string; actor: Actor; now: Date; zone: string }) => Outcomes,
	before: (world: World, postId: string) => Promise<unknown> = async () => {},
): Row {
	return {
		name,
		allowed,
		async arrange(world) {
			const { store, actors } = world
			const actor = actors['ENV:executor'] as Actor
			await store.write('post', (tx) => startPost(tx, { officeId: 'minister', text: TEXT, actor, now, zone }))
			const [post] = await store.read.select().from(posts)
			const postId = String(post?.id)
			await before(world, postId)
			return { attempt: (tx, actor) => attempt(tx, { postId, actor, now, zone }) }
		},
	}
}

const published = ({ store, actors }: World, postId: string) =>
	store.write('post', (tx) => publishPost(tx, { postId, actor: actors['ENV:approver'] as Actor, now, zone }))

const withFile = ({ store }: World) =>
	store.write('file', (tx) =>
		tx.insert(files).values({
			id: 'picture',
			sha256: 'a'.repeat(64),
			name: 'plant.webp',
			mediaType: 'image/webp',
			size: 10,
			uploadedAt: now,
			uploadedBy: 'ENV-executor',
		}),
	)

export const postActs: readonly Row[] = [
	row('startPost', WRITERS, (tx, act) => startPost(tx, { ...act, officeId: 'minister', text: TEXT })),
	row('editPost', WRITERS, (tx, act) => editPost(tx, { ...act, text: TEXT })),
	row(
		'addPicture',
		WRITERS,
		(tx, act) =>
			addPicture(tx, {
				...act,
				fileId: 'picture',
				width: 4,
				height: 3,
				alternatives: { kk: 'Зауыт', ru: 'Завод', en: 'The plant' },
			}),
		withFile,
	),
	row('discardPost', WRITERS, discardPost),
	row('publishPost', HEAD, publishPost),
	row('schedulePost', HEAD, (tx, act) =>
		schedulePost(tx, { ...act, publishAt: new Date('2026-02-01T04:00:00Z') }),
	),
	row(
		'correctPost',
		HEAD,
		(tx, act) => correctPost(tx, { ...act, text: TEXT, note: 'The number was wrong' }),
		published,
	),
	row('withdrawPost', HEAD, withdrawPost, published),
]
