import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { hearingKey, roomTopic } from '#app/hearings/hearing.server.ts'
import { householdOf } from '#app/people/network.ts'
import { personOf } from '#app/people/session.server.ts'
import { seenInRoom } from '#app/rooms/attend.server.ts'
import { roomSnapshot, roomVersion } from '#app/rooms/snapshot.server.ts'
import { store } from '#app/store.server.ts'
import { ANYTHING } from '#db/store.ts'
import { clientAddress } from './client-address.ts'
import type { Configuration } from './configuration.ts'
import { SESSION_COOKIE } from './page-cache.ts'

const PLACE = /^\/hearings\/([A-Z0-9-]{5,40})\/room\/(stream|state\.json)$/

const TICK_MS = 1000
/** So that whatever stands between does not take a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000
const PRESENCE_MS = 60_000
/** A watcher that does not take in what was sent is let go: it comes back when it can. */
const MOST_BEHIND = 512 << 10

const OPEN = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff',
}

interface Options {
	configuration: Pick<Configuration, 'PUBLIC_URL' | 'TRUST_PROXY' | 'RATE_LIMITS'>
	stopping: () => boolean
	report: (error: unknown) => void
	/** Streams at once of the people behind one address: a hall, a village, a mobile network. */
	mostOfAddress?: number
	/** How often it looks whether a room has changed, if nobody tells it. */
	looksEveryMs?: number
}

/** A room as this process last saw it. */
interface Room {
	number: string
	watchers: Map<ServerResponse, Watcher>
	/** Who has come since the last tick: written down together. */
	arrived: Set<string>
	/** Undefined where there is no such room, or nothing is known of it yet. */
	shown?: Shown
	checkedAt: number
	checking?: Promise<void>
	followed: boolean
	/** When its watchers were last shown that the stream is there, and written down as present. */
	beatAt: number
	presentAt: number
	/** Ends the wait for word of a change. */
	wake?: () => void
}

interface Watcher {
	personId?: string
}

interface Shown {
	version: number
	hearingId: number
	/** Each part of the snapshot as JSON, to see which of them have changed. */
	parts: Map<string, string>
	/** The whole of it, as it goes out. */
	json: Buffer
	event: Buffer
}

/**
 * What everybody sees of a room, as one stream of events and as one answer: made once a change however many watch.
 * A process that is asked for a room asks the database for its version once a second, or sooner when it hears of a
 * change, and makes it anew at most once a second. The id of an event is the version: whoever comes back with it is
 * told only what is newer.
 */
export function openRoomStream({
	configuration,
	stopping,
	report,
	mostOfAddress = 400,
	looksEveryMs = TICK_MS,
}: Options) {
	const now = () => performance.now()
	const rooms = new LRUCache<string, Room>({ max: 500 })
	const streams = new Map<string, number>()
	const limited = configuration.RATE_LIMITS === 'on'
	let listening = false

	return (request: IncomingMessage, response: ServerResponse, failed: (error: unknown) => void): boolean => {
		const [, number, kind] = PLACE.exec(request.url ?? '') ?? []
		if (number === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
		const room = roomOf(number)
		fresh(room).then(() => {
			if (!room.shown) {
				// Names that somebody makes up push no room out that is watched.
				if (room.watchers.size === 0) rooms.delete(number)
				return response.writeHead(404, { ...OPEN, 'cache-control': 'no-store' }).end()
			}
			if (kind === 'state.json') return sendState(room.shown, request, response)
			if (request.method === 'HEAD') return response.writeHead(200, STREAM).end()
			return watch(room, request, response)
		}, failed)
		return true
	}

	function roomOf(number: string): Room {
		const known = rooms.get(number)
		if (known) return known
		const room: Room = {
			number,
			watchers: new Map(),
			arrived: new Set(),
			checkedAt: Number.NEGATIVE_INFINITY,
			followed: false,
			beatAt: now(),
			presentAt: now(),
		}
		rooms.set(number, room)
		return room
	}

	/** The room as it was at most a second ago. */
	async function fresh(room: Room): Promise<void> {
		if (now() - room.checkedAt < TICK_MS) return
		room.checking ??= check(room).finally(() => {
			room.checking = undefined
		})
		await room.checking
	}

	async function check(room: Room): Promise<void> {
		const { readOwn } = await store()
		const version = await roomVersion(readOwn, room.number)
		if (version === undefined) room.shown = undefined
		else if (version !== room.shown?.version) await renew(room)
		room.checkedAt = now()
	}

	async function renew(room: Room): Promise<void> {
		const { readOwn } = await store()
		const found = await roomSnapshot(readOwn, room.number, new Date())
		if (!found) {
			room.shown = undefined
			return
		}
		const { hearingId } = found
		const { version, at, ...parts } = found.shown
		const before = room.shown
		const json = new Map(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]))
		const head = `"version":${version},"at":${JSON.stringify(at)}`
		const all = `{${head},${[...json].map(([name, part]) => `"${name}":${part}`)}}`
		room.shown = { version, hearingId, parts: json, json: Buffer.from(all), event: eventOf(version, all) }
		if (!before || room.watchers.size === 0) return
		const changed = [...json].filter(([name, part]) => before.parts.get(name) !== part)
		tell(room, eventOf(version, `{${[head, ...changed.map(([name, part]) => `"${name}":${part}`)]}}`))
	}

	/** The same bytes to everybody. */
	function tell(room: Room, bytes: Buffer): void {
		for (const response of room.watchers.keys()) {
			if (response.writableLength > MOST_BEHIND) response.destroy()
			else response.write(bytes)
		}
	}

	function watch(room: Room, request: IncomingMessage, response: ServerResponse): void {
		// Whoever has gone while the room was read would never be heard to go.
		if (response.destroyed) return
		const address = householdOf(clientAddress(request, configuration.TRUST_PROXY) ?? '')
		const held = streams.get(address) ?? 0
		if (stopping()) return void response.writeHead(503, { ...OPEN, 'retry-after': '2' }).end()
		if (limited && held >= mostOfAddress)
			return void response.writeHead(429, { ...OPEN, 'cache-control': 'no-store', 'retry-after': '30' }).end()
		streams.set(address, held + 1)
		const watcher: Watcher = {}
		room.watchers.set(response, watcher)
		response.once('close', () => {
			room.watchers.delete(response)
			const left = (streams.get(address) ?? 1) - 1
			if (left > 0) streams.set(address, left)
			else streams.delete(address)
		})
		request.socket.setNoDelay(true)
		request.socket.setTimeout(0)
		response.writeHead(200, STREAM)
		// Not all at once, when a server has been away.
		response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`)
		const { shown } = room
		if (shown && request.headers['last-event-id'] !== String(shown.version)) response.write(shown.event)
		if (!room.followed) void follow(room)
		void recognise(room, watcher, request.headers.cookie)
	}

	/** As long as anybody watches. */
	async function follow(room: Room): Promise<void> {
		room.followed = true
		if (!listening) void store().then(({ listen }) => listen(wake), report)
		listening = true
		while (room.watchers.size > 0) {
			const began = now()
			if (stopping()) break
			const word = new Promise<void>((resolve) => {
				room.wake = resolve
			})
			const before = room.shown?.version
			try {
				// One that is under way may have looked before the change that it was woken for.
				await room.checking?.catch(() => {})
				room.checkedAt = Number.NEGATIVE_INFINITY
				await fresh(room)
			} catch (error) {
				report(error)
			}
			if (!room.shown) break
			if (began - room.beatAt >= HEARTBEAT_MS) {
				room.beatAt = began
				tell(room, HEARTBEAT)
			}
			const all = began - room.presentAt >= PRESENCE_MS
			if (all) room.presentAt = began
			void present(room, all ? everybody(room) : [...room.arrived])
			room.arrived.clear()
			const rest = (ms: number) => pause(Math.max(50, ms - (now() - began)))
			await (room.shown.version === before ? Promise.race([rest(looksEveryMs), word]) : rest(TICK_MS))
		}
		room.followed = false
		// They come back by themselves: to this server when it has started again, or to another.
		for (const response of room.watchers.keys()) response.end()
	}

	function wake(topic: string): void {
		for (const room of rooms.values())
			if (topic === ANYTHING || (room.shown && roomTopic(room.shown.hearingId) === topic)) room.wake?.()
	}

	/** Whoever registered and follows over the net is present. */
	async function recognise(room: Room, watcher: Watcher, cookie = ''): Promise<void> {
		if (!cookie.includes(`${SESSION_COOKIE}=`)) return
		try {
			const person = await personOf(new Request(configuration.PUBLIC_URL, { headers: { Cookie: cookie } }))
			if (!person) return
			watcher.personId = person.personId
			room.arrived.add(person.personId)
		} catch (error) {
			report(error)
		}
	}

	async function present(room: Room, personIds: readonly string[]): Promise<void> {
		const hearingId = room.shown?.hearingId
		if (hearingId === undefined || personIds.length === 0) return
		const { write } = await store()
		await write(hearingKey(hearingId), (tx) =>
			seenInRoom(tx, { hearingId, personIds, now: new Date() }),
		).catch(report)
	}
}

const everybody = ({ watchers }: Room): string[] => [
	...new Set([...watchers.values()].flatMap(({ personId }) => personId ?? [])),
]

const STREAM = {
	...OPEN,
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store, no-transform',
	// nginx keeps answers back until there is more of them.
	'x-accel-buffering': 'no',
}

const HEARTBEAT = Buffer.from(':\n\n')

const eventOf = (version: number, json: string) => Buffer.from(`id: ${version}\ndata: ${json}\n\n`)

function sendState({ version, json }: Shown, request: IncomingMessage, response: ServerResponse) {
	const etag = `"${version}"`
	const headers = { ...OPEN, etag, 'cache-control': 'public, max-age=1, stale-while-revalidate=10' }
	if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
	response
		.writeHead(200, {
			...headers,
			'content-type': 'application/json; charset=utf-8',
			'content-length': json.length,
		})
		.end(request.method === 'HEAD' ? undefined : json)
}
