import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { follow, stopFollowing, unfollow } from '#app/following/follow.server.ts'
import { isFoundBy, type Rhythm, tellAt } from '#app/following/follow.ts'
import { gatherNews } from '#app/following/gather.server.ts'
import { tellNews } from '#app/following/tell.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import type { Letter } from '#app/notices/letter.server.ts'
import { plainText } from '#app/notices/letter-text.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { wordsOf } from '#app/text/fold.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { follows, notices } from '#db/schema/notices.ts'
import { people } from '#db/schema/people.ts'
import { search } from '#db/search.ts'
import { at } from '#tests/duties/a-round.ts'
import { aFiling, aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
	await gatherNews(world.store, { now: at('2026-01-12', '08:00'), profileId: 'KZ' })
})
afterEach(() => world.store.close())

const begun = at('2026-01-12', '09:00')
type What = Parameters<typeof follow>[1]['subject']
const wish = (subject: What, key: string, rhythm: Rhythm, who = 'stranger', now = begun) =>
	world.store.write('test', (tx) =>
		follow(tx, { subject, key, rhythm, actor: world.actors[who] ?? world.actors.stranger, now }),
	)

/** What is done every half minute: twice, by two processes. */
async function round(now: Date): Promise<Letter[]> {
	const sent: Letter[] = []
	const post = {
		send: async (letter: Letter) => void (letter.unsubscribe && sent.push(letter)),
		async sendShort() {},
		close() {},
	}
	const site = { publicUrl: 'https://demo.example', secretKey: SECRET_KEY }
	const both = <Result>(work: () => Promise<Result>) => Promise.all([work(), work()])
	await both(() => gatherNews(world.store, { now, profileId: 'KZ' }))
	await both(() => tellNews(world.store, { now }))
	await sendLetters(world.store, { now, ...site, post })
	return sent
}

const terminate = (proceedingId: string, now: Date) =>
	world.store.write('test', (tx) =>
		terminateInquiry(tx, {
			proceedingId,
			ground: 'no_substance',
			reason: 'Nothing is asked.',
			actor: world.actors['ENV:approver'] ?? world.actors.author,
			now,
		}),
	)

test('a follower of a question hears at once of what happens to it, once, and can stop from the letter', async () => {
	const filed = await world.file()
	expect(await wish('inquiry', filed.number, 'now', 'stranger', at('2026-01-12', '13:00'))).toMatchObject({
		ok: true,
	})
	expect(await terminate(filed.proceedingId, at('2026-01-14'))).toMatchObject({ ok: true })
	const [letter, ...more] = await round(at('2026-01-14', '12:01'))
	expect(more).toEqual([])
	expect(letter?.subject).toBe(`${filed.number}: news of a question`)
	expect(letter && plainText(letter)).toContain(
		`The procedure is terminated: ${filed.number} Where do batteries go`,
	)
	expect(letter?.action.address).toBe(`https://demo.example/en/inquiries/${filed.number}`)
	for (const minutes of ['02', '03', '30']) expect(await round(at('2026-01-14', `12:${minutes}`))).toEqual([])
	expect(await world.store.read.$count(notices, eq(notices.personId, 'stranger'))).toBe(1)

	const token = String(letter?.unsubscribe?.address.split('/').at(-1))
	const stop = (given: string) =>
		world.store.write('test', (tx) => unfollow(tx, { token: given, secretKey: SECRET_KEY }))
	expect(await stop(token.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')))).toMatchObject({ ok: false })
	expect(await world.store.read.$count(follows)).toBe(1)
	expect(await stop(token)).toMatchObject({ ok: true })
	expect(await stop(token)).toMatchObject({ ok: true })
	expect(await world.store.read.$count(follows)).toBe(0)
})

test('a digest comes in the morning, grouped, with each thing once, and only to those who have something', async () => {
	await wish('office', 'minister', 'daily')
	await wish('body', 'ENV', 'daily')
	await wish('body', 'HSG', 'daily')
	await wish('office', 'minister', 'weekly', 'overseer')
	await wish('search', 'heating pipes', 'daily', 'moderator')
	const first = await world.file({ subject: 'Old batteries' })
	const second = await world.file({ subject: 'Smoke over the town', officeId: null })
	expect(await round(at('2026-01-12', '12:05'))).toEqual([])
	expect(await round(at('2026-01-13', '07:59'))).toEqual([])
	const morning = await round(at('2026-01-13', '08:00'))
	expect(morning.map(({ to }) => to)).toEqual(['stranger@demo.example'])
	const [digest] = morning
	expect(digest?.subject).toBe('What is new in what you follow (2)')
	expect(digest?.list).toEqual([
		{
			about: 'Minister',
			text: `New question ${first.number}: Old batteries`,
			address: `https://demo.example/en/inquiries/${first.number}`,
		},
		{
			about: 'Body ENV',
			text: `New question ${second.number}: Smoke over the town`,
			address: `https://demo.example/en/inquiries/${second.number}`,
		},
	])
	expect(await round(at('2026-01-14', '08:00'))).toEqual([])
	const monday = await round(at('2026-01-19', '08:00'))
	expect(monday.map(({ to }) => to)).toEqual(['overseer@demo.example'])
})

test('a search that is followed finds what the search finds', async () => {
	const texts = [
		'Heating in the school',
		'Жылу жоқ, мектепте суық',
		'Отопление в школе, ПМ2.5',
		'The schools',
	]
	const searches = [
		'heating',
		'school',
		'мектеп',
		'жылу мектепте',
		'школе отопл',
		'PM2',
		'heat school',
		'sch',
	]
	for (const subject of texts) await world.file({ subject, text: '-' })
	const all = await world.store.read.select({ id: inquiries.id, subject: inquiries.subject }).from(inquiries)
	for (const typed of searches) {
		const found = await search(world.store.read, 'inquiry', typed)
		const kept = wordsOf(typed).join(' ')
		expect(
			all
				.filter(({ subject }) => isFoundBy(kept, wordsOf(subject)))
				.map(({ id }) => id)
				.sort(),
			typed,
		).toEqual(found.sort())
	}
})

test('nothing private, nothing hidden, nothing of one’s own, and nothing from before one followed', async () => {
	await wish('body', 'ENV', 'now')
	await wish('body', 'ENV', 'now', 'author')
	const early = await world.file({ now: at('2026-01-12', '08:30') })
	await world.file({ visibility: 'private' })
	const hidden = await world.file({ subject: 'hidden meanwhile' })
	await gatherNews(world.store, { now: at('2026-01-12', '12:01'), profileId: 'KZ' })
	await world.store.write('test', async (tx) => {
		await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, hidden.inquiryId))
	})
	expect(await round(at('2026-01-12', '12:05'))).toEqual([])
	expect(early.number).toMatch(/^ENV/)
	const other = { ...aFiling().author, personId: 'moderator' }
	await world.file({ author: other, now: at('2026-01-12', '13:00') })
	const sent = await round(at('2026-01-12', '13:01'))
	expect(sent.map(({ to }) => to).sort()).toEqual(['author@demo.example', 'stranger@demo.example'])
})

test('nobody is written to at an address they have not confirmed, and what is private cannot be followed', async () => {
	const { number } = await world.file({ visibility: 'private' })
	expect(await wish('inquiry', number, 'now')).toEqual({ ok: false, refusal: 'not-found' })
	await world.store.write('test', async (tx) => {
		await tx.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, 'stranger'))
	})
	expect(await wish('body', 'ENV', 'now')).toEqual({ ok: false, refusal: 'unconfirmed' })
})

test('following again changes the rhythm, and nobody stops what another follows', async () => {
	await wish('body', 'ENV', 'now')
	await wish('body', 'ENV', 'weekly')
	const [row] = await world.store.read.select().from(follows)
	expect(row?.rhythm).toBe('weekly')
	const stop = (actor: World['actors']['author']) =>
		world.store.write('test', (tx) => stopFollowing(tx, { followId: row?.id ?? '', actor }))
	await stop(world.actors.author)
	expect(await world.store.read.$count(follows)).toBe(1)
	await stop(world.actors.stranger)
	expect(await world.store.read.$count(follows)).toBe(0)
})

test('a thousand followers get one letter each', async () => {
	await world.store.write('test', async (tx) => {
		for (let from = 0; from < 1000; from += 250) {
			const ids = Array.from({ length: 250 }, (_, one) => `reader-${from + one}`)
			await tx.insert(people).values(
				ids.map((id) => ({
					id,
					email: `${id}@demo.example`,
					emailFolded: `${id}@demo.example`,
					emailConfirmedAt: begun,
					fullName: id,
					language: 'kk',
					createdAt: begun,
				})),
			)
			await tx.insert(follows).values(
				ids.map((id) => ({
					id,
					personId: id,
					subject: 'office' as const,
					subjectId: 'minister',
					rhythm: 'now' as const,
					createdAt: begun,
				})),
			)
		}
	})
	await world.file()
	const sent = await round(at('2026-01-12', '12:01'))
	expect(new Set(sent.map(({ to }) => to)).size).toBe(1000)
	expect(sent).toHaveLength(1000)
})

test('the moments of digests are mornings in the zone of the law', () => {
	const zone = 'Asia/Almaty'
	expect(tellAt('daily', zone, at('2026-01-12', '07:00'))).toEqual(at('2026-01-12', '08:00'))
	expect(tellAt('daily', zone, at('2026-01-12', '08:00'))).toEqual(at('2026-01-13', '08:00'))
	expect(tellAt('weekly', zone, at('2026-01-12', '08:00'))).toEqual(at('2026-01-19', '08:00'))
	expect(tellAt('weekly', zone, at('2026-01-12', '07:59'))).toEqual(at('2026-01-12', '08:00'))
})
