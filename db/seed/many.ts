import { asc } from 'drizzle-orm'
import { addDays, type Day, dayIn, startOfDay } from '#app/deadlines/day.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { foldEmail } from '#app/people/email.ts'
import { tenures } from '#db/schema/bodies.ts'
import * as cases from '#db/schema/inquiries.ts'
import { people } from '#db/schema/people.ts'
import { events, numberSequences } from '#db/schema/register.ts'
import { searchIndex } from '#db/search.ts'
import { openStore, type Store } from '#db/store.ts'
import { openBulk } from './bulk.ts'
import { emptyRows, type Rows, rowsOf, type Surroundings } from './ordinary.ts'
import { randomFrom } from './picture.ts'
import { PROFILE, ZONE } from './timeline.ts'

// For the bench only: it writes rows as the acts would have left them, because a million acts would take hours.
// What people see on a site, the demo included, is only ever made by the acts.

export interface Many {
	url: string
	count: number
	now: Date
	secretKey: string
}

/** Few enough to be gone before the collector of rubbish counts them as old. */
const AT_ONCE = 2000
const CITIZENS = 10_000
const TWO_YEARS = 730
/** More come now than two years ago: one in twenty is so new that its term may still run. */
const NEW_SHARE = 0.052
const NEW_DAYS = 21

/** Adds ordinary questions of the last two years to a database that holds the demo and that nobody has open. */
export async function seedMany(many: Many): Promise<void> {
	const found = await withStore(many.url, (store) => surroundings(store, many))
	const bulk = await openBulk(many.url, [people, ...Object.values(TABLES)])
	const receivedAt = arrivals(many, found)
	const random = randomFrom(many.count)
	await bulk.add(people, citizens(startOfDay(ZONE, found.firstDay)))
	for (let at = 0; at < many.count; at += AT_ONCE) {
		const rows = emptyRows()
		for (let number = at; number < Math.min(at + AT_ONCE, many.count); number++)
			rowsOf(found, { number, receivedAt: receivedAt(number), citizen: citizenOf(number), random }, rows)
		for (const [name, table] of Object.entries(TABLES)) await bulk.add(table, rows[name as keyof Rows])
	}
	await bulk.finish()
	await withStore(many.url, (store) => keepNumbers(store, found))
}

const TABLES = {
	inquiries: cases.inquiries,
	proceedings: cases.proceedings,
	extensions: cases.extensions,
	redirects: cases.redirects,
	terminations: cases.terminations,
	answers: cases.answers,
	satisfactions: cases.satisfactions,
	breaches: cases.breaches,
	events,
	searchIndex,
} satisfies Record<keyof Rows, unknown>

async function withStore<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
	const store = await openStore(url)
	try {
		return await work(store)
	} finally {
		await store.close()
	}
}

async function surroundings({ readOwn: read }: Store, { now, secretKey }: Many): Promise<Surroundings> {
	const { calendar } = await lawOf(read, PROFILE.id)
	const today = dayIn(ZONE, now)
	const given = await read.select().from(numberSequences)
	return {
		calendar,
		today,
		now,
		firstDay: firstDayOf(today, calendar.years),
		secretKey,
		numbers: new Map(given.map(({ bodyCode, year, last }) => [`${bodyCode}-${year}`, last])),
		holders: await read.select().from(tenures).orderBy(asc(tenures.from)),
	}
}

/** Not before the calendars begin. */
function firstDayOf(today: Day, years: ReadonlySet<number>): Day {
	const earliest = `${Math.min(...years)}-01-08`
	const twoYearsAgo = addDays(today, -TWO_YEARS)
	return twoYearsAgo > earliest ? twoYearsAgo : earliest
}

/** Evenly over the older time, and denser over the last three weeks; later numbers never arrive earlier. */
function arrivals({ count, now }: Many, { firstDay, today }: Surroundings): (number: number) => Date {
	const first = startOfDay(ZONE, firstDay).getTime()
	const recent = startOfDay(ZONE, addDays(today, -NEW_DAYS)).getTime()
	const older = Math.floor(count * (1 - NEW_SHARE))
	return (number) => {
		const [from, to, share] =
			number < older
				? [first, recent, number / older]
				: [recent, now.getTime() - 60_000, (number - older) / (count - older)]
		return new Date(Math.floor(from + (to - from) * share))
	}
}

const citizenOf = (number: number) => `many-${number % CITIZENS}`

const citizens = (since: Date) =>
	Array.from({ length: CITIZENS }, (_, number) => {
		const email = `many${number}@demo.example`
		return {
			id: citizenOf(number),
			email,
			emailFolded: foldEmail(email),
			emailConfirmedAt: since,
			fullName: `Тұрғын ${number}`,
			language: number % 2 === 0 ? 'kk' : 'ru',
			assuranceLevel: 2,
			createdAt: since,
		}
	})

/** The sequences go on from the last number given out here. */
async function keepNumbers(store: Store, { numbers }: Surroundings): Promise<void> {
	for (const [key, last] of numbers) {
		const [bodyCode = '', year] = key.split('-')
		await store.write(`number:${bodyCode}`, (tx) =>
			tx
				.insert(numberSequences)
				.values({ bodyCode, year: Number(year), last })
				.onConflictDoUpdate({ target: [numberSequences.bodyCode, numberSequences.year], set: { last } }),
		)
	}
}
