import { beforeAll, expect, it } from 'vitest'
import { fileFor } from '#app/files/find.server.ts'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { eraseAccount } from '#app/own-data/erase.server.ts'
import { remarkFilesOf, remarksBy } from '#app/remarks/own.server.ts'
import { redactRemark } from '#app/remarks/sort.server.ts'
import { remarkByOrdinal, withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { files } from '#db/schema/files.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aRemark, REMARKED_AT } from './a-remark.ts'

let world: World
beforeAll(async () => {
	world = await aWorld()
	await world.store.write('files', (tx) =>
		tx.insert(files).values(
			['shown', 'closed', 'redacted'].map((id) => ({
				id,
				sha256: id,
				name: `${id}.pdf`,
				mediaType: 'application/pdf',
				size: 1,
				uploadedAt: REMARKED_AT,
				uploadedBy: 'author',
			})),
		),
	)
})

it('files of a remark are open with its text; the rest is for its author and who sorts remarks', async () => {
	const { store, actors } = world
	const hearing = await aHearing(store, { initiatorId: 'stranger' })
	await aRemark(store, hearing, { fileIds: ['shown'] })
	await aRemark(store, hearing, { fileIds: ['closed'], published: false })
	await aRemark(store, hearing, { fileIds: ['redacted'] })
	await store.write(hearingKey(hearing.id), (tx) =>
		redactRemark(tx, {
			hearingId: hearing.id,
			actor: actors['ENV:clerk'] as World['actors']['author'],
			now: REMARKED_AT,
			ordinal: 3,
			text: '[…]',
			reason: 'It names a child.',
			files: true,
		}),
	)
	const open = async (id: string, who: string) =>
		(await fileFor(store.readOwn, id, actors[who] as World['actors']['author']))?.open
	expect(await open('shown', 'stranger')).toBe(true)
	for (const id of ['closed', 'redacted']) {
		expect(await open(id, 'stranger')).toBeUndefined()
		expect(await open(id, 'HSG:clerk')).toBeUndefined()
		expect(await open(id, 'author')).toBe(false)
		expect(await open(id, 'ENV:clerk')).toBe(false)
	}
	await store.write(hearingKey(hearing.id), (tx) =>
		withdrawRemark(tx, { hearingId: hearing.id, ordinal: 1, actor: actors.author, now: REMARKED_AT }),
	)
	expect(await open('shown', 'stranger')).toBeUndefined()
})

it('one’s remarks are among one’s own data, and stay without a name when the account goes', async () => {
	const { store, actors } = world
	const before = await remarksBy(store.readOwn, 'author')
	expect(before.map(({ ordinal, authorName }) => [ordinal, authorName])).toEqual([
		[1, 'author'],
		[2, 'author'],
		[3, 'author'],
	])
	expect(JSON.stringify(before)).not.toMatch(/authorHash|submissionId/)
	expect(await remarkFilesOf(store.readOwn, 'author')).toHaveLength(3)
	const erased = await store.write(['person:author'], (tx) =>
		eraseAccount(tx, { actor: actors.author, now: REMARKED_AT }),
	)
	expect(erased.ok).toBe(true)
	const hearingId = before[0]?.hearingId as number
	expect(await remarkByOrdinal(store.readOwn, hearingId, 1)).toMatchObject({ text: '', state: 'withdrawn' })
	expect(await remarkByOrdinal(store.readOwn, hearingId, 2)).toMatchObject({
		text: 'The lower station stands in the wood.',
		personId: null,
		authorName: null,
		publicName: null,
		email: null,
	})
	expect(await remarksBy(store.readOwn, 'author')).toEqual([])
})
