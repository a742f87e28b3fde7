import { count, desc, eq, like, max } from 'drizzle-orm'
import { type Hearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import { keepRemark } from '#app/remarks/keep.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { hearings, hearingTexts, remarkGroups } from '#db/schema/hearings.ts'
import { people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { aCrowd } from './crowd.ts'
import { demoDatabase, folder, withStore } from './databases.ts'
import { type Answer, load, request } from './load.ts'
import { ms, rate, say, times, title } from './report.ts'
import { startSite } from './site.ts'

const GROUPED = Number(process.env.BENCH_REMARKS ?? 100_000)
const CROWD = 2000
const SECONDS = 4

/** How fast remarks are taken and find their groups, and what the page costs when there are many. */
export async function remarks(): Promise<void> {
	title('Remarks on a project')
	const database = await demoDatabase('remarks')
	const made = await withStore(database, async (store) => {
		const { cookies } = await aCrowd(store, { count: CROWD, level: 1 })
		const [taking, few, many, most] = [
			await aHearing(store),
			await aHearing(store),
			await aHearing(store),
			await aHearing(store),
		]
		await act(store, taking)
		await fill(store, few, 100)
		await fill(store, many, 10_000)
		await grouping(store, most)
		return { cookies, taking, few, many }
	})
	const site = await startSite({ database, data: folder })
	try {
		let sent = 0
		const form = await load({
			port: site.port,
			next: () => {
				const who = sent++
				return request({
					method: 'POST',
					path: `/kk/hearings/${made.taking.number}/remarks/new`,
					headers: {
						Cookie: made.cookies[who % CROWD] as string,
						Origin: `http://127.0.0.1:${site.port}`,
					},
					form: { ...FORM, text: textOf(who), position: POSITIONS[who % 3] as string },
				})
			},
			connections: 32,
			seconds: SECONDS,
			warmUp: 200,
			check: isReceived,
		})
		say('over the form', `${rate(form.perSecond)}, 95 % ${ms(form.p95)}`)
		const pageOf = ({ number }: Hearing) =>
			load({
				port: site.port,
				// Whoever has signed in gets a page of their own, made each time.
				next: () =>
					request({ path: `/kk/hearings/${number}/remarks`, headers: { Cookie: made.cookies[0] as string } }),
				connections: 4,
				seconds: SECONDS,
				warmUp: 100,
			})
		const [few, many] = [await pageOf(made.few), await pageOf(made.many)]
		say('page with 100 remarks', `${ms(few.p50)}, 95 % ${ms(few.p95)}`)
		say('page with 10,000', `${ms(many.p50)}, ${times(many.p50 / few.p50)}`)
	} finally {
		await site.stop()
	}
}

const POSITIONS = ['for', 'against', 'neutral'] as const
const FORM = {
	intent: 'hand-in',
	affiliation: 'resident',
	language: 'ru',
	region: 'KZ-75',
	published: 'on',
	consent: 'on',
}

const WORDS =
	'долина лес вода дорога подъёмник склон снег школа станция шум трасса река посёлок сад воздух'.split(' ')
const CAMPAIGN = Array.from({ length: 120 }, (_, n) => `${WORDS[(n * 7) % WORDS.length]}${n}`).join(' ')

/** Of ten remarks one is of a campaign, of these every fourth with words of its own; the others are unlike any. */
function textOf(n: number): string {
	if (n % 10 === 0) return n % 4 === 0 ? `${CAMPAIGN} ${n} семья` : CAMPAIGN
	return Array.from(
		{ length: 30 + (n % 60) },
		(_, at) => `${WORDS[(n * (at + 3)) % WORDS.length]}${(n * at) % 997}`,
	).join(' ')
}

async function act(store: Store, hearing: Hearing): Promise<void> {
	const crowd = await store.readOwn
		.select({ id: people.id })
		.from(people)
		.where(like(people.id, 'crowd-%'))
		.orderBy(desc(people.createdAt))
		.limit(CROWD)
	let sent = 0
	const until = performance.now() + SECONDS * 1000
	const one = async () => {
		while (performance.now() < until) {
			const who = sent++
			const outcome = await store.write(hearingKey(hearing.id), (tx) =>
				submitRemark(tx, {
					hearingId: hearing.id,
					actor: { personId: String(crowd[who % CROWD]?.id), roles: [], level: 1 },
					position: POSITIONS[who % 3] ?? 'for',
					affiliation: 'resident',
					language: 'ru',
					text: textOf(who),
					published: true,
					showName: false,
					region: 'KZ-75',
					submissionId: crypto.randomUUID(),
					now: new Date(),
				}),
			)
			if (!outcome.ok) throw new Error(outcome.refusal)
		}
	}
	await Promise.all(Array.from({ length: 64 }, one))
	say('through the act, each of them durable', rate(sent / SECONDS))
}

async function grouping(store: Store, hearing: Hearing): Promise<void> {
	const began = performance.now()
	await fill(store, hearing, GROUPED)
	const seconds = (performance.now() - began) / 1000
	const [found] = await store.readOwn
		.select({ rows: count(), largest: max(remarkGroups.people) })
		.from(remarkGroups)
		.where(eq(remarkGroups.hearingId, hearing.id))
	say(
		`${GROUPED.toLocaleString('en')} put in their groups`,
		`${seconds.toFixed(0)} s, ${rate(GROUPED / seconds)}`,
		`${found?.rows} rows, ${found?.largest} people in the largest`,
	)
}

async function fill(store: Store, hearing: Hearing, size: number): Promise<void> {
	const now = new Date()
	const opened = { hearing, today: now.toISOString().slice(0, 10), by: 'author' }
	for (let at = 0; at < size; at += 500)
		await store.write(hearingKey(hearing.id), async (tx) => {
			for (let n = at; n < Math.min(size, at + 500); n++)
				await keepRemark(
					tx,
					opened,
					{
						channel: 'portal',
						position: n % 10 === 0 ? 'against' : (POSITIONS[n % 3] ?? 'for'),
						affiliation: 'resident',
						language: 'ru',
						text: textOf(n),
						published: true,
						personId: null,
						authorHash: `human ${n}`,
						authorName: 'Житель',
						publicName: null,
						email: null,
						level: 1 + (n % 3),
						region: 'KZ-75',
						receivedAt: now,
						late: false,
					},
					{ actor: { personId: null, roles: [], level: 1 }, now },
				)
		})
}

const aHearing = (store: Store): Promise<Hearing> =>
	store.write('bench hearing', async (tx) => {
		const now = new Date()
		const [row] = await tx
			.insert(hearings)
			.values({
				number: `H-${now.getUTCFullYear()}-9${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}-0`,
				state: 'announced',
				form: 'open_meeting',
				bodyId: 'ENV',
				language: 'ru',
				profileId: 'KZ',
				profileVersion: 'bench',
				initiatorName: 'Инициатор',
				createdAt: now,
				updatedAt: now,
				postedAt: now,
				announcedAt: now,
			})
			.returning({ id: hearings.id })
		const hearingId = Number(row?.id)
		const text = { title: 'Слушания для замеров', subject: '', html: '', place: '' }
		await tx.insert(hearingTexts).values({ hearingId, language: 'ru', ...text, updatedAt: now })
		const hearing = await hearingById(tx, hearingId)
		if (!hearing) throw new Error('no hearing was made')
		return hearing
	})

const isReceived = ({ status, headers, body }: Answer) =>
	status === 303 && /\r\nlocation: \S+\?received/i.test(headers)
		? undefined
		: `not received: ${status} ${headers.slice(0, 300)} ${body.toString().slice(0, 500)}`
