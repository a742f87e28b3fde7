import { beforeEach, describe, expect, test } from 'vitest'
import { postById, postOnDesk, postsOnDesk, publishedPosts, revisionsOf } from '#app/blogs/find.server.ts'
import {
	correctPost,
	discardPost,
	postsDue,
	publishPost,
	schedulePost,
	withdrawPost,
} from '#app/blogs/publish.server.ts'
import { publishScheduled } from '#app/blogs/scheduled.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { addPicture, editPost, startPost } from '#app/blogs/write.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { search } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const zone = 'Asia/Almaty'
const at = (time: string) => new Date(`2026-03-02T${time}:00+05:00`)
const now = at('10:00')
const text = (over: object = {}) => ({
	language: 'en',
	title: 'Air of the winter',
	summary: 'What the sensors showed',
	markdown: '## Figures\n\nForty-two sensors.',
	...over,
})

let world: World
let executor: Actor
let approver: Actor
const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('posts', work)

beforeEach(async () => {
	world = await aWorld()
	executor = world.actors['ENV:executor'] as Actor
	approver = world.actors['ENV:approver'] as Actor
})

async function aDraft(over: object = {}): Promise<string> {
	const begun = await write((tx) =>
		startPost(tx, { officeId: 'minister', text: text(over), actor: executor, now, zone }),
	)
	if (!begun.ok) throw new Error(begun.refusal)
	return begun.value.postId
}

async function aPost(over: object = {}): Promise<string> {
	const postId = await aDraft(over)
	const published = await write((tx) => publishPost(tx, { postId, actor: approver, zone, now }))
	if (!published.ok) throw new Error(published.refusal)
	return postId
}

describe('a draft', () => {
	test('is on the desk of its body and nowhere else', async () => {
		const postId = await aDraft()
		const { read } = world.store
		expect((await postsOnDesk(read, executor, { page: 1 })).items).toMatchObject([{ id: postId }])
		expect((await postsOnDesk(read, executor, { state: 'published', page: 1 })).total).toBe(0)
		const other = world.actors['HSG:approver'] as Actor
		expect((await postsOnDesk(read, other, { page: 1 })).total).toBe(0)
		expect(await postOnDesk(read, other, postId)).toBeUndefined()
		expect(await postOnDesk(read, world.actors['ENV:clerk'] as Actor, postId)).toBeUndefined()
		expect((await publishedPosts(read, { page: 1 })).total).toBe(0)
	})

	test('is written by an executor and goes out only by an approver', async () => {
		const postId = await aDraft()
		const { read } = world.store
		expect((await postOnDesk(read, executor, postId))?.acts).toEqual(['edit', 'illustrate', 'discard'])
		expect((await postOnDesk(read, approver, postId))?.acts).toEqual([
			'edit',
			'illustrate',
			'schedule',
			'publish',
			'discard',
		])
		const refused = await write((tx) => publishPost(tx, { postId, actor: executor, zone, now }))
		expect(refused).toEqual({ ok: false, refusal: 'not-allowed' })
	})

	test('is thrown away without a trace', async () => {
		const postId = await aDraft()
		await write((tx) => discardPost(tx, { postId, actor: executor }))
		expect(await postById(world.store.read, postId)).toBeUndefined()
	})

	test('takes no picture without words in all three languages', async () => {
		const postId = await aDraft()
		const alternatives = { kk: 'Түтін', ru: 'Дым', en: ' ' }
		const added = await write(async (tx) => {
			const stored = { sha256: 'x', name: 'a.webp', mediaType: 'image/webp' as const, size: 3 }
			const [fileId] = await keepFiles(tx, { stored: [stored], by: executor.personId, now })
			const picture = { postId, fileId: String(fileId), width: 8, height: 6, actor: executor }
			return [
				await addPicture(tx, { ...picture, alternatives }),
				await addPicture(tx, { ...picture, alternatives: { ...alternatives, en: 'Smoke' } }),
			]
		})
		expect(added).toMatchObject([{ ok: false, refusal: 'no-alternative' }, { ok: true }])
		const { pictures } = (await postOnDesk(world.store.read, executor, postId)) ?? {}
		expect(pictures).toHaveLength(1)

		const markdown = `![](picture:${pictures?.[0]?.id})`
		await write((tx) => editPost(tx, { postId, text: text({ markdown }), actor: executor, now }))
		const [shown] = (await postById(world.store.read, postId))?.texts ?? []
		expect(shown?.html).toContain('width="8" height="6" alt="Smoke" loading="lazy"')
	})
})

describe('a scheduled post', () => {
	const publishAt = at('12:00')

	test('goes out at its moment, once', async () => {
		const postId = await aDraft()
		await write((tx) => schedulePost(tx, { postId, publishAt, actor: approver, zone, now }))
		expect(await postsDue(world.store.read, at('11:59'))).toEqual([])
		const late = at('12:30')
		await publishScheduled(world.store, { profileId: 'KZ', now: late })
		await publishScheduled(world.store, { profileId: 'KZ', now: late })
		const post = await postById(world.store.read, postId)
		expect(post).toMatchObject({ state: 'published', publishedAt: publishAt })
		expect(await revisionsOf(world.store.read, postId)).toHaveLength(1)
	})

	test('cannot be set to a moment that is gone', async () => {
		const postId = await aDraft()
		const set = await write((tx) => schedulePost(tx, { postId, publishAt: now, actor: approver, zone, now }))
		expect(set).toEqual({ ok: false, refusal: 'not-later' })
	})

	test('that an executor changes waits for the approver again', async () => {
		const postId = await aDraft()
		await write((tx) => schedulePost(tx, { postId, publishAt, actor: approver, zone, now }))
		await write((tx) => editPost(tx, { postId, text: text({ title: 'Other' }), actor: executor, now }))
		expect(await postById(world.store.read, postId)).toMatchObject({ state: 'draft', publishAt: null })
		expect(await postsDue(world.store.read, at('13:00'))).toEqual([])
	})

	test('that its approver changes stays set', async () => {
		const postId = await aDraft()
		await write((tx) => schedulePost(tx, { postId, publishAt, actor: approver, zone, now }))
		await write((tx) => editPost(tx, { postId, text: text({ title: 'Other' }), actor: approver, now }))
		expect(await postById(world.store.read, postId)).toMatchObject({ state: 'scheduled', publishAt })
	})
})

describe('a published post', () => {
	test('is listed with its office and found by its words', async () => {
		const postId = await aPost()
		const { items, total } = await publishedPosts(world.store.read, { officeId: 'minister', page: 1 })
		expect(total).toBe(1)
		expect(items).toMatchObject([{ id: postId, office: { slug: 'minister' }, official: { en: 'Holder' } }])
		expect(await search(world.store.read, 'post', 'sensors')).toEqual([postId])
		expect((await publishedPosts(world.store.read, { officeId: 'other', page: 1 })).total).toBe(0)
	})

	test('comes in pages of twenty-five, the newest first', async () => {
		for (let minute = 10; minute < 37; minute++) {
			const postId = await aDraft({ title: `Post ${minute}` })
			await write((tx) => publishPost(tx, { postId, actor: approver, zone, now: at(`10:${minute}`) }))
		}
		const first = await publishedPosts(world.store.read, { page: 1 })
		expect(first).toMatchObject({ total: 27, pages: 2, page: 1 })
		expect(first.items).toHaveLength(25)
		expect(first.items[0]?.texts[0]?.title).toBe('Post 36')
		expect((await publishedPosts(world.store.read, { page: 9 })).page).toBe(2)
	})

	test('gets a picture from an approver, and shows it once a correction puts it there', async () => {
		const postId = await aPost()
		const alternatives = { kk: 'Түтін', ru: 'Дым', en: 'Smoke' }
		const stored = { sha256: 'b', name: 'b.webp', mediaType: 'image/webp' as const, size: 1 }
		const [fileId] = await write((tx) => keepFiles(tx, { stored: [stored], by: executor.personId, now }))
		const add = (actor: typeof approver) =>
			write((tx) =>
				addPicture(tx, { postId, fileId: String(fileId), width: 8, height: 6, alternatives, actor }),
			)
		expect(await add(executor)).toEqual({ ok: false, refusal: 'not-allowed' })
		const added = await add(approver)
		const markdown = `![](picture:${added.ok && added.value.pictureId})`
		await write((tx) =>
			correctPost(tx, {
				postId,
				text: text({ markdown }),
				note: 'A picture',
				actor: approver,
				zone,
				now: at('11:00'),
			}),
		)
		const post = await postById(world.store.read, postId)
		expect(JSON.stringify(post)).toContain(`/files/${fileId}/`)
	})

	test('is corrected only with a reason, and keeps what it said', async () => {
		const postId = await aPost()
		const correct = (note: string) =>
			write((tx) =>
				correctPost(tx, {
					postId,
					text: text({ markdown: 'Forty-one sensors.' }),
					note,
					actor: approver,
					zone,
					now: at('11:00'),
				}),
			)
		expect(await correct(' ')).toEqual({ ok: false, refusal: 'no-note' })
		expect(await correct('Counted again')).toMatchObject({ ok: true, value: { revision: 2 } })
		expect(await revisionsOf(world.store.read, postId)).toMatchObject([
			{ number: 2, note: 'Counted again', markdown: 'Forty-one sensors.' },
			{ number: 1, note: '', markdown: '## Figures\n\nForty-two sensors.' },
		])
		expect((await postById(world.store.read, postId))?.correctedAt).toEqual(at('11:00'))
	})

	test('is translated without a reason and is not thereby corrected', async () => {
		const postId = await aPost()
		const translation = text({ language: 'kk', title: 'Қыс ауасы' })
		await write((tx) => correctPost(tx, { postId, text: translation, note: '', actor: approver, zone, now }))
		const post = await postById(world.store.read, postId)
		expect(post?.correctedAt).toBeNull()
		expect(textFor(post as never, 'kk')).toMatchObject({ title: 'Қыс ауасы' })
		expect(textFor(post as never, 'ru')).toMatchObject({ title: 'Air of the winter' })
	})

	test('is taken off the blog by an approver and cannot come back', async () => {
		const postId = await aPost()
		const act = { postId, actor: approver, zone, now: at('12:00') }
		expect(await write((tx) => withdrawPost(tx, { ...act, actor: executor }))).toMatchObject({ ok: false })
		expect(await write((tx) => withdrawPost(tx, act))).toMatchObject({ ok: true })
		expect((await publishedPosts(world.store.read, { page: 1 })).total).toBe(0)
		expect(await search(world.store.read, 'post', 'sensors')).toEqual([])
		expect(await write((tx) => publishPost(tx, act))).toEqual({ ok: false, refusal: 'wrong-state' })
	})
})
