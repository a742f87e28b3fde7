import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportQueue } from '#app/moderation/find.server.ts'
import * as reportPage from '#app/routes/$lang.inquiries.$number_.report/route.tsx'
import * as queuePage from '#app/routes/$lang.moderation._index/route.tsx'
import * as hiddenPage from '#app/routes/$lang.moderation.hidden/route.tsx'
import * as recentPage from '#app/routes/$lang.moderation.recent/route.tsx'
import * as textPage from '#app/routes/$lang.moderation.texts.$subject.$id/route.tsx'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
let filed: { inquiryId: string; number: string }
beforeEach(async () => {
	world = await aWorld()
	filed = await world.file()
})
afterEach(async () => {
	cleanup()
	await world.store.close()
})

const as = 'moderator'
const here = () => ({ params: { subject: 'inquiry', id: filed.inquiryId } })
const report = (form?: Record<string, string>) =>
	visit(world, reportPage, { params: { number: filed.number }, ...(form && { form }) })

test('anybody reports a question without signing in, and it stands in the queue', async () => {
	await report({ explanation: 'Look' })
	expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#reason')
	expect(await report({ reason: 'insult', explanation: 'Look' })).toMatchObject({
		location: `/en/inquiries/${filed.number}/report?sent=1`,
	})
	cleanup()
	await visit(world, queuePage, { as })
	expect(screen.getByText('1 text waits for a decision')).toBeTruthy()
	expect(screen.getByRole('link', { name: 'Where do batteries go' }).getAttribute('href')).toBe(
		`/en/moderation/texts/inquiry/${filed.inquiryId}`,
	)
})

test('a private question cannot be reported, as if it were not there', async () => {
	const { number } = await world.file({ visibility: 'private' })
	expect(await visit(world, reportPage, { params: { number } })).toMatchObject({ status: 404 })
})

test('a moderator hides a text with a reason and an explanation, and makes it public again', async () => {
	await visit(world, textPage, { as, ...here(), form: { intent: 'hide', reason: 'secret' } })
	expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#explanation')
	cleanup()
	const form = { intent: 'hide', reason: 'secret', explanation: 'The plan of a dam.' }
	expect(await visit(world, textPage, { as, ...here(), form })).toMatchObject({
		location: expect.stringContaining('done=hidden'),
	})
	await visit(world, hiddenPage, { as })
	expect(screen.getByText('1 hidden text')).toBeTruthy()
	cleanup()
	await visit(world, textPage, { as, ...here() })
	expect(screen.getByRole('button', { name: 'Make it public again' })).toBeTruthy()
	expect(screen.queryByRole('button', { name: 'Hide the text' })).toBeNull()
	expect(await visit(world, textPage, { as, ...here(), form: { intent: 'lift' } })).toMatchObject({
		status: 302,
	})
	cleanup()
	await visit(world, recentPage, { as })
	expect(screen.getByRole('link', { name: 'Where do batteries go' })).toBeTruthy()
})

test('a reported text may be left as it is', async () => {
	await report({ reason: 'insult' })
	await visit(world, textPage, { as, ...here() })
	expect(screen.getByRole('button', { name: 'Leave it as it is' })).toBeTruthy()
	await visit(world, textPage, { as, ...here(), form: { intent: 'leave' } })
	expect(await reportQueue(world.store.read, 1)).toMatchObject({ total: 0 })
})

test.each([['administrator'], ['overseer'], ['author'], ['ENV:approver']])(
	'moderation is closed to %s',
	async (who) => {
		for (const page of [queuePage, recentPage, hiddenPage])
			expect(await visit(world, page, { as: who })).toMatchObject({ status: 403 })
		expect(await visit(world, textPage, { as: who, ...here(), form: { intent: 'lift' } })).toMatchObject({
			status: 403,
		})
	},
)
