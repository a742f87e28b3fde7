import { hash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { addDays, dayIn, daysBetween, startOfDay } from '#app/deadlines/day.ts'
import { populationOf } from '#app/jurisdictions/populations.ts'
import { withInitial } from '#app/people/name.ts'
import { addressHash, networkHash } from '#app/people/source.server.ts'
import { CHAIN_START, commitmentOf, headAfter, saltOf, signCheckpoint } from '#app/receipts/receipt.server.ts'
import { CHECKPOINT_EVERY, CONSENT } from '#app/signing/take.server.ts'
import { hourOf } from '#app/signing/tally.server.ts'
import {
	petitionCells,
	petitionCheckpoints,
	type petitionSignatures,
	petitionTallies,
	type SignatureMethod,
	type TALLIED_BY,
} from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { ZONE } from './timeline.ts'

type Row = typeof petitionSignatures.$inferInsert
type Random = () => number

/** Signatures that come in over a time. */
export interface Wave {
	from: Date
	until: Date
	count: number
	/** How many of a hundred live where; the others live anywhere. */
	regions?: Readonly<Record<string, number>>
	/** All of them come from this block of addresses, at an even pace. */
	block?: string
	/** They wait for somebody to look at them. */
	review?: boolean
	/** Days on which many heard of it, and by how many times more signed. */
	peaks?: readonly { day: string; times: number }[]
}

/** A petition as its signatures are added: how far it has come, and what has to be kept beside the rows. */
export interface Chain {
	petition: { id: number; number: string; signatureLevel: number }
	ordinal: number
	head: string
	confirmed: number
	review: number
	checkpoints: (typeof petitionCheckpoints.$inferInsert)[]
	cells: Map<string, { by: (typeof TALLIED_BY)[number]; key: string; confirmed: number }>
}

export const chainOf = (
	petition: Chain['petition'],
	{ taken: ordinal, head } = { taken: 0, head: CHAIN_START },
): Chain => ({ petition, ordinal, head, confirmed: 0, review: 0, checkpoints: [], cells: new Map() })

/** The rows of a wave as signing would have left them: the chain goes on with each, and the totals with it. */
export function rowsOf(chain: Chain, wave: Wave): (moments: readonly number[], random: Random) => Row[] {
	const regionAt = regionsOf(wave)
	const sources = sourcesOf(wave)
	const methods = METHODS.filter(({ level }) => level >= chain.petition.signatureLevel)
	return (moments, random) =>
		moments.map((at) =>
			rowOf(chain, {
				at: new Date(at),
				...pick(methods, random() ** 2),
				region: regionAt(random),
				...pick(sources, random()),
				review: wave.review ?? false,
			}),
		)
}

/** Writes down what has come together since the last time. */
export async function keepTotals(tx: Writer, chain: Chain, lastSignedAt: Date): Promise<void> {
	const petitionId = chain.petition.id
	const cells = [...chain.cells.values()].map((cell) => ({ petitionId, ...cell }))
	for (let at = 0; at < cells.length; at += 500)
		await tx
			.insert(petitionCells)
			.values(cells.slice(at, at + 500))
			.onConflictDoUpdate({
				target: [petitionCells.petitionId, petitionCells.by, petitionCells.key],
				set: { confirmed: sql`${petitionCells.confirmed} + excluded.confirmed` },
			})
	for (let at = 0; at < chain.checkpoints.length; at += 500)
		await tx.insert(petitionCheckpoints).values(chain.checkpoints.slice(at, at + 500))
	await tx
		.update(petitionTallies)
		.set({
			taken: chain.ordinal,
			head: chain.head,
			confirmed: sql`${petitionTallies.confirmed} + ${chain.confirmed}`,
			review: sql`${petitionTallies.review} + ${chain.review}`,
			lastSignedAt,
		})
		.where(eq(petitionTallies.petitionId, petitionId))
	Object.assign(chain, { confirmed: 0, review: 0, checkpoints: [], cells: new Map() })
}

interface Signed {
	at: Date
	method: SignatureMethod
	level: number
	region: string
	address: string
	network: string
	review: boolean
}

function rowOf(chain: Chain, { at, method, level, region, address, network, review }: Signed): Row {
	const { id: petitionId, number: petition } = chain.petition
	const ordinal = ++chain.ordinal
	const fullName = nameOf(petitionId + ordinal)
	const salt = saltOf(petitionId, ordinal)
	const commitment = commitmentOf({ petition, ordinal, at, level, method, region, name: fullName, salt })
	chain.head = headAfter(chain.head, commitment)
	if (ordinal % CHECKPOINT_EVERY === 0) {
		const checkpoint = { ordinal, head: chain.head, at }
		const signature = signCheckpoint({ petition, ...checkpoint })
		chain.checkpoints.push({ petitionId, ...checkpoint, signature })
	}
	if (review) chain.review++
	else count(chain, { method, region, hour: hourOf(at) })
	return {
		petitionId,
		ordinal,
		signerHash: hash('sha256', `fictional:${petitionId}:${ordinal}`, 'base64url'),
		level,
		method,
		state: review ? 'review' : 'confirmed',
		region,
		signedAt: at,
		commitment,
		personId: null,
		fullName,
		publicName: ordinal % 5 < 2 ? withInitial(fullName) : null,
		email: null,
		language: ordinal % 3 === 0 ? 'ru' : 'kk',
		updates: false,
		consent: CONSENT,
		address,
		network,
		domain: null,
	}
}

function count(chain: Chain, counted: Record<(typeof TALLIED_BY)[number], string>): void {
	chain.confirmed++
	for (const [by, key] of Object.entries(counted) as [(typeof TALLIED_BY)[number], string][]) {
		const known = chain.cells.get(`${by} ${key}`)
		if (known) known.confirmed++
		else chain.cells.set(`${by} ${key}`, { by, key, confirmed: 1 })
	}
}

const METHODS: readonly { method: SignatureMethod; level: number }[] = [
	{ method: 'eds', level: 3 },
	{ method: 'oidc', level: 2 },
	{ method: 'email', level: 1 },
]

const pick = <One>(from: readonly One[], share: number): One =>
	from[Math.min(from.length - 1, Math.floor(share * from.length))] as One

/** Sample, example, draft, version: nobody is called that. */
const GIVEN =
	'Үлгі Мысал Нұсқа Жоба Дерек Тақырып Кейіпкер Көшірме Бейне Парақ Сызба Тізбе Нобай Мәтін'.split(' ')
const SURNAMES =
	'Ойданов Шартты Қағазов Кестеев Сызбаев Мақалов Әліпбаев Тізімов Баянов Қосымшаев Дәптеров Бетов Жазбаев'.split(
		' ',
	)

const nameOf = (number: number): string =>
	`${GIVEN[number % GIVEN.length]} ${SURNAMES[Math.floor(number / GIVEN.length) % SURNAMES.length]}`

const HOUR_MS = 3_600_000
/** From midnight on: hardly anybody signs at four in the morning. */
const BY_HOUR = [2, 1, 0.6, 0.4, 0.4, 0.8, 2, 4, 6, 7, 8, 8, 8, 7, 7, 7, 7, 8, 9, 10, 11, 11, 8, 4]

/** When each of them signs, in order: many when it begins and when it is heard of, and more by day than by night. */
export function momentsOf({ from, until, count: total, block, peaks = [] }: Wave, random: Random): number[] {
	const first = dayIn(ZONE, from)
	const days = daysBetween(first, dayIn(ZONE, until)) + 1
	const hours = Array.from({ length: days }, (_, number) => {
		const day = addDays(first, number)
		const begins = startOfDay(ZONE, day).getTime()
		const heard = peaks.reduce((sum, peak) => {
			const since = daysBetween(peak.day, day)
			return since < 0 ? sum : sum + peak.times * Math.exp(-since / 1.5)
		}, 1)
		const weight = block ? 1 : (heard + 6 * Math.exp(-number / 3)) * (0.7 + 0.6 * random())
		return BY_HOUR.map((of, hour) => ({
			begins: Math.max(from.getTime(), begins + hour * HOUR_MS),
			ends: Math.min(until.getTime(), begins + (hour + 1) * HOUR_MS),
			weight: weight * (block ? 1 : of),
		}))
	})
		.flat()
		.filter(({ begins, ends }) => ends > begins)
		.map(({ weight, ...hour }) => ({ ...hour, weight: (weight * (hour.ends - hour.begins)) / HOUR_MS }))
	const all = hours.reduce((sum, { weight }) => sum + weight, 0)
	const moments: number[] = []
	let sum = 0
	for (const { begins, ends, weight } of hours) {
		sum += weight
		const upTo = Math.round((total * sum) / all)
		const step = (ends - begins) / (upTo - moments.length)
		for (let n = 0; moments.length < upTo; n++) moments.push(Math.floor(begins + (n + random() * 0.9) * step))
	}
	return moments
}

const SLOTS = 2000

/** Where the next one lives: as the wave says, and otherwise as people are spread over the country. */
function regionsOf({ regions = {} }: Wave): (random: Random) => string {
	const rest = 100 - Object.values(regions).reduce((sum, share) => sum + share, 0)
	const people = REGIONS.reduce((sum, region) => sum + (populationOf(region)?.people ?? 0), 0)
	const slots = REGIONS.flatMap((region) => {
		const share = (regions[region] ?? 0) + (rest * (populationOf(region)?.people ?? 0)) / people
		return new Array<string>(Math.max(1, Math.round((share * SLOTS) / 100))).fill(region)
	})
	return (random) => pick(slots, random())
}

const REGIONS = Array.from({ length: 80 }, (_, number) => `KZ-${number}`).filter((code) => populationOf(code))

/** Addresses of the block, or of a few thousand homes. */
function sourcesOf({ block }: Wave): { address: string; network: string }[] {
	const addresses = block
		? Array.from({ length: 24 }, (_, at) => `${block}.${at + 10}`)
		: Array.from({ length: 3000 }, (_, at) => `10.${at % 200}.${Math.floor(at / 200)}.7`)
	return addresses.map((address) => ({ address: addressHash(address), network: networkHash(address) }))
}
