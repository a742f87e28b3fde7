import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm'
import { addDays, type Day, startOfDay } from '#app/deadlines/day.ts'
import { deskList } from '#app/inquiries/desk.server.ts'
import { DESK_FILTERS } from '#app/inquiries/desk.ts'
import { recordLapsed } from '#app/inquiries/lapse.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { breaches, proceedings } from '#db/schema/inquiries.ts'
import { offices } from '#db/seed/content/offices.ts'
import { ZONE } from '#db/seed/timeline.ts'
import { copyOf, databaseOf, dropDatabase, folder, sessionsOf, withStore } from './databases.ts'
import { openLine, request, spread } from './load.ts'
import { against, ms, say, title } from './report.ts'
import { startSite } from './site.ts'

const SIZES = [1000, 1_000_000] as const
const DESKS = ['ENV', 'HSG', 'EDU', 'TOU', 'DIG', 'FIN', 'TAU'] as const
const ROUNDS = 4

export async function desk(): Promise<void> {
	title('The desk list: in the process, and as a page over HTTP')
	for (const size of SIZES) {
		const database = await databaseOf(size)
		const name = size.toLocaleString('en')
		const lists = await withStore(database, async ({ read }) => {
			const today = legalDay(await lawOf(read, 'KZ'), new Date())
			const took: number[] = []
			for (let round = 0; round < ROUNDS; round++)
				for (const bodyId of DESKS)
					for (const filter of DESK_FILTERS) {
						const actor = {
							personId: `${bodyId}-approver`,
							roles: [{ role: 'approver' as const, bodyId }],
							level: 1,
						}
						const began = performance.now()
						await deskList(read, actor, { filter, page: 1, today })
						took.push(performance.now() - began)
					}
			return spread(took)
		})
		say(`${name} questions: list`, `p50 ${ms(lists.p50)}, p95 ${ms(lists.p95)}`)
		await overHttp(database, `${name} questions: page`, (cookies) =>
			DESKS.flatMap((_, at) =>
				DESK_FILTERS.map((filter) => ({ path: `/ru/desk?filter=${filter}`, cookie: cookies[at] as string })),
			),
		)
	}
}

export async function office(): Promise<void> {
	title('The page of an office, made anew')
	for (const size of SIZES)
		await overHttp(await databaseOf(size), `${size.toLocaleString('en')} questions: page`, ([cookie = '']) =>
			offices.map(({ slug }) => ({ path: `/ru/offices/${slug}`, cookie })),
		)
}

type Ask = { path: string; cookie: string }

/** As somebody who is signed in, so that no page comes from the cache. */
async function overHttp(database: string, name: string, asks: (cookies: string[]) => Ask[]): Promise<void> {
	const people = DESKS.map((body) => `${body}-approver`)
	const cookies = await withStore(database, (store) => sessionsOf(store, people))
	const site = await startSite({ database, data: folder })
	try {
		const line = await openLine(site.port)
		const took: number[] = []
		const all = asks(cookies)
		for (let round = 0; round < ROUNDS; round++)
			for (const { path, cookie } of all) {
				const began = performance.now()
				const { status } = await line.ask(request({ path, headers: { Cookie: cookie } }))
				if (status !== 200) throw new Error(`${path} answered ${status}`)
				took.push(performance.now() - began)
			}
		line.close()
		const first = spread(took.slice(0, all.length))
		const { p50, p95 } = spread(took)
		say(
			name,
			`p50 ${ms(p50)}, p95 ${ms(p95)}`,
			`p95 under 50 ms: ${against(p95, 50)} (first round ${ms(first.p95)})`,
		)
	} finally {
		await site.stop()
	}
}

/** Everything that lapses at the end of today, found and recorded with its letters; then once more, with nothing to do. */
export async function duty(): Promise<void> {
	title('The duty that records lapsed terms')
	for (const size of SIZES) {
		const copy = await copyOf(await databaseOf(size), `duty_${size}`)
		await withStore(copy, async (store) => {
			await recountClocks(store, { now: new Date() })
			const due = await nextDueDay(store)
			const now = startOfDay(ZONE, addDays(due, 1))
			const before = await store.readOwn.$count(breaches)
			const took = await timed(() => recordLapsed(store, { now }))
			const recorded = (await store.readOwn.$count(breaches)) - before
			const again = await timed(() => recordLapsed(store, { now }))
			const name = `${size.toLocaleString('en')} questions`
			say(
				`${name}: a day's end, ${recorded} lapsed`,
				`${ms(took)} (${ms(took / Math.max(1, recorded))} each)`,
				`under 2 s: ${against(took, 2000)}`,
			)
			say(`${name}: nothing lapsed`, ms(again))
		})
		await dropDatabase(copy)
	}
}

async function nextDueDay(store: Parameters<Parameters<typeof withStore>[1]>[0]): Promise<Day> {
	const [next] = await store.readOwn
		.select({ dueOn: proceedings.dueOn })
		.from(proceedings)
		.where(
			and(
				inArray(proceedings.stage, ['desk', 'following']),
				isNull(proceedings.breachedAt),
				isNotNull(proceedings.dueOn),
			),
		)
		.orderBy(asc(proceedings.dueOn))
		.limit(1)
	if (!next?.dueOn) throw new Error('nothing is open')
	return next.dueOn
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now()
	await work()
	return performance.now() - began
}
