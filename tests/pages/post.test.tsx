import { cleanup, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { correctPost, publishPost, withdrawPost } from '#app/blogs/publish.server.ts'
import { startPost } from '#app/blogs/write.server.ts'
import type { Actor } from '#app/people/actor.ts'
import * as DeskPosts from '#app/routes/$lang.desk.posts._index/route.tsx'
import * as DeskPost from '#app/routes/$lang.desk.posts.$id._index/route.tsx'
import * as Discarding from '#app/routes/$lang.desk.posts.$id.discarding/route.tsx'
import * as Publication from '#app/routes/$lang.desk.posts.$id.publication/route.tsx'
import * as NewPost from '#app/routes/$lang.desk.posts.new/route.tsx'
import * as Post from '#app/routes/$lang.posts.$id._index/route.tsx'
import * as Revisions from '#app/routes/$lang.posts.$id.revisions/route.tsx'
import type { Writer } from '#db/store.ts'
import { handsIn, noon } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
let id: string
const zone = 'Asia/Almaty'
const now = noon('2026-01-12')
const text = { language: 'kk', title: 'Қыс ауасы', summary: 'Қысқаша', markdown: '## Сандар\n\nҚырық екі.' }
const write = <Result,>(work: (tx: Writer) => Promise<Result>) => world.store.write('posts', work)

beforeEach(async () => {
	world = await aWorld()
	const actor = world.actors['ENV:executor'] as Actor
	const begun = await write((tx) => startPost(tx, { officeId: 'minister', text, actor, now, zone }))
	id = begun.ok ? begun.value.postId : ''
})

const act = () => ({ postId: id, actor: world.actors['ENV:approver'] as Actor, zone, now })
const publish = () => write((tx) => publishPost(tx, act()))
const see = (as?: string, path = '/en') => visit(world, Post, { params: { id }, path, ...(as && { as }) })

describe('the page of a post', () => {
	test('is not there before it is published, except for the desk that writes it', async () => {
		expect((await see()).status).toBe(404)
		expect((await see('author')).status).toBe(404)
		expect((await see('HSG:approver')).status).toBe(404)
		expect((await see('ENV:clerk')).status).toBe(200)
		expect(screen.getByText('This is how the post will look. Only the desk sees it.')).toBeTruthy()
		expect(document.querySelector('form#ask')).toBeNull()
	})

	test('shows the original to whoever has no translation, and says so', async () => {
		await publish()
		await see()
		expect(screen.getByRole('heading', { level: 1, name: 'Қыс ауасы' }).lang).toBe('kk')
		expect(screen.getByRole('heading', { level: 2, name: 'Сандар' })).toBeTruthy()
		expect(screen.getByText('This post has not been translated into English yet.')).toBeTruthy()
	})

	test('keeps the original one tap away', async () => {
		await publish()
		const translation = { ...text, language: 'en', title: 'Air of the winter' }
		await write((tx) => correctPost(tx, { ...act(), text: translation, note: '' }))
		await see()
		expect(screen.getByRole('heading', { level: 1, name: 'Air of the winter' })).toBeTruthy()
		const original = screen.getByRole('link', { name: 'Original: Қазақша' })
		expect(original.getAttribute('href')).toBe(`/en/posts/${id}?text=kk`)
		cleanup()
		await see(undefined, '/en?text=kk')
		expect(screen.getByRole('heading', { level: 1, name: 'Қыс ауасы' })).toBeTruthy()
	})

	test('says when it was corrected, and the history says why', async () => {
		await publish()
		const corrected = { ...text, markdown: '## Сандар\n\nҚырық бір.' }
		await write((tx) => correctPost(tx, { ...act(), text: corrected, note: 'Қайта саналды' }))
		await see()
		expect(screen.getByText(/Corrected 12 January 2026/)).toBeTruthy()
		cleanup()
		await visit(world, Revisions, { params: { id } })
		expect(screen.getByText('Why: Қайта саналды')).toBeTruthy()
		expect(document.querySelector('del')?.textContent).toBe('Қырық екі.')
		expect(document.querySelector('ins')?.textContent).toBe('Қырық бір.')
	})

	test('carries its questions with their answers, and the form to ask', async () => {
		await publish()
		const { proceedingId } = await world.file({ postId: id })
		await handsIn(world).answer(proceedingId, '2026-01-16', { language: 'en' })
		await world.file({ postId: id, subject: 'Private', visibility: 'private' })
		await see()
		expect(screen.getByRole('link', { name: 'Where do batteries go' })).toBeTruthy()
		expect(screen.getByText(/They go to the plant in Tauqala/)).toBeTruthy()
		expect(screen.queryByText('Private')).toBeNull()
		expect(document.querySelector('form#ask input[name=post]')).toHaveProperty('value', id)
	})

	test('is gone once withdrawn, and says so', async () => {
		await publish()
		await write((tx) => withdrawPost(tx, act()))
		expect((await see()).status).toBe(410)
	})
})

describe('the desk of posts', () => {
	test('is for those who write or approve', async () => {
		expect((await visit(world, DeskPosts, { as: 'ENV:clerk' })).status).toBe(403)
		expect((await visit(world, DeskPosts, {})).location).toContain('/en/sign-in')
		await visit(world, DeskPosts, { as: 'ENV:executor' })
		expect(screen.getByRole('link', { name: 'Қыс ауасы' })).toBeTruthy()
	})

	test('starts a draft for an office of the body and of no other', async () => {
		const form = { intent: 'save', office: 'minister', ...text }
		const made = await visit(world, NewPost, { as: 'ENV:executor', form })
		expect(made.location).toMatch(/^\/en\/desk\/posts\/[\w-]{36}\?done=saved$/)
		expect((await visit(world, NewPost, { as: 'HSG:executor', form })).status).toBe(409)
	})

	test('previews what is typed without saving it', async () => {
		const form = { intent: 'preview', ...text, title: 'Жаңа', markdown: '**қою**' }
		await visit(world, DeskPost, { as: 'ENV:executor', params: { id }, form })
		expect(screen.getByText('қою').tagName).toBe('STRONG')
		expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Жаңа')
		cleanup()
		await visit(world, DeskPost, { as: 'ENV:executor', params: { id } })
		expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Қыс ауасы')
	})

	test('asks for the reason of a correction beside its field, and keeps the text', async () => {
		await publish()
		const form = { intent: 'save', ...text, markdown: 'Қырық бір.' }
		const sent = await visit(world, DeskPost, { as: 'ENV:approver', params: { id }, form })
		expect(sent.status).toBe(409)
		expect(screen.getByLabelText('What is corrected and why').getAttribute('aria-invalid')).toBe('true')
		expect(screen.getByLabelText('Text')).toHaveProperty('value', 'Қырық бір.')
	})

	test('lets only an approver publish, and only writers throw a draft away', async () => {
		const publication = { params: { id }, form: { intent: 'publish' } }
		expect((await visit(world, Publication, { as: 'ENV:executor', ...publication })).status).toBe(403)
		expect((await visit(world, Discarding, { as: 'HSG:executor', params: { id }, form: {} })).status).toBe(
			404,
		)
		const done = await visit(world, Publication, { as: 'ENV:approver', ...publication })
		expect(done.location).toBe(`/en/desk/posts/${id}?done=publishedNow`)
		expect((await see()).status).toBe(200)
	})

	test('refuses a moment that is gone beside its field', async () => {
		const form = { intent: 'schedule', day: '2020-01-01', time: '09:00' }
		await visit(world, Publication, { as: 'ENV:approver', params: { id }, form })
		expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true')
		expect(screen.getByRole('alert').textContent).toContain('Choose a moment that is still to come.')
	})
})
