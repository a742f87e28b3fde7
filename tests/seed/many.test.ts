import { and, count, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '#app/deadlines/day.ts'
import { lapsedProceedings } from '#app/inquiries/breach.server.ts'
import { clockFrom } from '#app/inquiries/clock.server.ts'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { threadState } from '#app/inquiries/inquiry.ts'
import { submitInquiry } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { answers, breaches, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events, numberSequences } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import { layFoundation } from '#db/seed/foundation.ts'
import { seedMany } from '#db/seed/many.ts'
import { timelineAt, ZONE } from '#db/seed/timeline.ts'
import { openStore, type Store } from '#db/store.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aFiling } from '#tests/support/world.ts'

const now = new Date('2026-10-13T12:00:00+05:00')
const today = dayIn(ZONE, now)
const COUNT = 3000
let store: Store

beforeAll(async () => {
	const url = await freshDatabase()
	store = await openStore(url)
	await store.write('foundation', (tx) =>
		layFoundation(tx, timelineAt(now), new Date('2024-06-01T04:00:00Z')),
	)
	await store.close()
	await seedMany({ url, count: COUNT, now, secretKey: 'a secret key that only the tests know' })
	store = await openStore(url)
}, 60_000)
afterAll(() => store?.close())

test('about 94 in a hundred have ended, and some of the others are overdue', async () => {
	expect(await store.read.$count(inquiries)).toBe(COUNT)
	const open = await store.read.$count(inquiries, eq(inquiries.state, 'open'))
	expect(open / COUNT).toBeGreaterThan(0.03)
	expect(open / COUNT).toBeLessThan(0.09)
	expect(
		await store.read.$count(
			proceedings,
			and(eq(proceedings.stage, 'desk'), isNotNull(proceedings.breachedAt)),
		),
	).toBeGreaterThan(0)
})

test('every inquiry stands as its proceedings and its record say', async () => {
	const law = await lawOf(store.read, 'KZ')
	for (const inquiry of await store.read.select().from(inquiries).orderBy(inquiries.receivedAt).limit(400)) {
		const handled = await proceedingsOf(store.read, inquiry.id)
		expect(inquiry.state).toBe(threadState(handled.map(({ state }) => state)))
		for (const proceeding of handled) {
			const steps = await store.read
				.select()
				.from(events)
				.where(eq(events.proceedingId, proceeding.id))
				.orderBy(events.sequence)
			const clock = clockFrom(steps, law, proceeding.rule, inquiry.procedure)
			expect(proceeding.dueOn).toBe(clock.dueOn)
			expect(proceeding.registeredOn).toBe(clock.startedOn)
			expect(proceeding.stage === 'ended').toBe(clock.stoppedOn !== undefined)
		}
	}
})

test('what has lapsed is on record as breached, what has been answered has its answer', async () => {
	expect(await lapsedProceedings(store.read, today, 10)).toEqual([])
	const breached = await store.read.$count(proceedings, isNotNull(proceedings.breachedAt))
	expect(await store.read.$count(breaches)).toBe(breached)
	expect(await store.read.$count(events, eq(events.type, 'breached'))).toBe(breached)
	const answered = await store.read.$count(proceedings, eq(proceedings.state, 'answered'))
	expect(await store.read.$count(answers)).toBe(answered)
	expect(await store.read.$count(events, eq(events.type, 'answered'))).toBe(answered)
	expect(await store.read.$count(breaches, and(isNull(breaches.mendedAt), lt(breaches.dueOn, today)))).toBe(
		await store.read.$count(
			proceedings,
			and(ne(proceedings.stage, 'ended'), isNotNull(proceedings.breachedAt)),
		),
	)
})

test('numbers go on without a gap', async () => {
	const sequences = await store.read.select().from(numberSequences)
	const [{ n = 0 } = {}] = await store.read.select({ n: count() }).from(inquiries)
	expect(sequences.reduce((sum, { last }) => sum + last, 0)).toBe(n)
	const before = sequences.find(({ bodyCode, year }) => bodyCode === 'ENV' && year === 2026)?.last ?? 0
	const author = { personId: 'C01', name: 'C01', publicName: 'C01', assuranceLevel: 1 }
	const filing = aFiling({ officeId: 'env-minister', author, receivedAt: now })
	const { number } = await store.write('number:ENV', (tx) => submitInquiry(tx, filing))
	expect(Number(number.split('-')[2])).toBe(before + 1)
})

test('what people wrote is found', async () => {
	expect((await search(store.read, 'inquiry', 'расписание трамвая')).length).toBeGreaterThan(0)
	const broken = await store.read.$count(inquiries, sql`${inquiries.text} like '%{%'`)
	expect(broken).toBe(0)
})
