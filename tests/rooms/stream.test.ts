import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { announceInRoom } from '#app/rooms/announce.server.ts'
import { engine } from '#db/engine.ts'
import { openStore, type Store } from '#db/store.ts'
import { openRoomStream } from '#server/room-stream.ts'
import { aHearing, STARTS } from '#tests/hearings/a-hearing.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let url: string
let world: World
let stopping = false
const servers: Server[] = []
const others: ChildProcess[] = []

beforeAll(async () => {
	url = await freshDatabase()
	world = await aWorld(await openStore(url))
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
})

afterAll(() => {
	stopping = true
	for (const server of servers) server.closeAllConnections()
	for (const other of others) other.kill('SIGKILL')
})

/** A process of the installation: what it knows of a room it has from the database alone. */
function aProcess(
	RATE_LIMITS: 'on' | 'off' = 'off',
	isStopping = () => stopping,
	mostOfAddress = 400,
	looksEveryMs?: number,
) {
	const stream = openRoomStream({
		configuration: { PUBLIC_URL: 'http://localhost', TRUST_PROXY: 0, RATE_LIMITS },
		stopping: isStopping,
		mostOfAddress,
		looksEveryMs,
		report: (error) => {
			throw error
		},
	})
	const server = createServer((request, response) => {
		const failed = (error: unknown) => response.writeHead(500).end(String(error))
		if (!stream(request, response, failed)) response.writeHead(418).end()
	}).listen(0)
	servers.push(server)
	return `http://localhost:${(server.address() as AddressInfo).port}`
}

async function anotherProcess(env: Record<string, string> = {}) {
	const other = spawn(process.execPath, ['--import', 'tsx', 'tests/rooms/watched.ts'], {
		env: { ...process.env, DATABASE_URL: url, ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	others.push(other)
	const [origin] = await once(other.stdout, 'data')
	return String(origin).trim()
}

const live = () =>
	aHearing(world.store, { state: 'live', startedAt: STARTS }, { chair: world.actors['ENV:approver'] })

const announce = (hearing: Hearing, text: string) =>
	world.store.write(hearingKey(hearing.id), (tx) =>
		announceInRoom(tx, {
			hearingId: hearing.id,
			actor: world.actors['ENV:approver'] as (typeof world.actors)['author'],
			now: new Date(),
			text,
			language: 'en',
		}),
	)

/** Reads a stream until it has brought so much. */
async function watch(origin: string, { number }: Hearing, headers: Record<string, string> = {}) {
	const left = new AbortController()
	const answer = await fetch(`${origin}/hearings/${number}/room/stream`, { headers, signal: left.signal })
	const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
	let text = ''
	let over = false
	void (async () => {
		for (;;) {
			const { value, done } = (await reader?.read()) ?? { value: '', done: true }
			text += value ?? ''
			if (done) break
		}
		over = true
	})().catch(() => {
		over = true
	})
	return {
		answer,
		leave: () => left.abort(),
		said: () => text,
		isOver: () => over,
		async until(what: string) {
			for (let tries = 0; tries < 200 && !text.includes(what); tries++) await pause(25)
			expect(text).toContain(what)
		},
	}
}

/** The first may be found by the look with which a stream begins, the last only as word or by looking again. */
async function saidAndSeen(hearing: Hearing, watcher: Awaited<ReturnType<typeof watch>>) {
	for (const text of ['One', 'Two', 'Three']) {
		await announce(hearing, text)
		await watcher.until(text)
		await pause(1100)
	}
	watcher.leave()
}

const eventsIn = (text: string) =>
	text
		.split('\n\n')
		.filter((event) => event.includes('data: '))
		.map((event) => {
			const line = (name: string) =>
				event
					.split('\n')
					.find((one) => one.startsWith(`${name}: `))
					?.slice(name.length + 2)
			return { id: Number(line('id')), data: JSON.parse(line('data') ?? '{}') as Record<string, unknown> }
		})

describe('the stream of a room', () => {
	test('brings the whole first, then what has changed, from whichever process it is watched', async () => {
		const hearing = await live()
		const watchers = await Promise.all([aProcess(), aProcess()].map((origin) => watch(origin, hearing)))
		for (const { answer, until } of watchers) {
			expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
			expect(answer.headers.get('cache-control')).toContain('no-transform')
			expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
			await until('"agenda"')
		}
		await announce(hearing, 'A break at noon')
		for (const { said, until, leave } of watchers) {
			await until('A break at noon')
			expect(said()).toMatch(/^retry: \d+\n\n/)
			const [whole, change] = eventsIn(said())
			expect(whole?.data).toMatchObject({ queue: [], announcements: [], version: whole?.id })
			expect(Object.keys(change?.data ?? {}).sort()).toEqual(['announcements', 'at', 'version'])
			expect(change?.id).toBeGreaterThan(Number(whole?.id))
			leave()
		}
	})

	test('tells whoever comes back only what is newer than what they had', async () => {
		const hearing = await live()
		await announce(hearing, 'Before')
		const origin = aProcess()
		const before = await watch(origin, hearing)
		await before.until('Before')
		before.leave()
		const id = eventsIn(before.said())[0]?.id
		const back = await watch(origin, hearing, { 'Last-Event-ID': String(id) })
		await back.until('retry')
		await pause(100)
		expect(eventsIn(back.said())).toEqual([])
		await announce(hearing, 'Meanwhile')
		await back.until('Meanwhile')
		back.leave()
		const behind = await watch(origin, hearing, { 'Last-Event-ID': '0' })
		await behind.until('Meanwhile')
		expect(Object.keys(eventsIn(behind.said())[0]?.data ?? {})).toContain('queue')
		behind.leave()
	})

	test('brings to one process what is done in another', async () => {
		const hearing = await live()
		// Where word goes from process to process, nothing is found by looking.
		const origin = await anotherProcess(engine === 'postgres' ? { LOOKS_EVERY_MS: '3600000' } : {})
		const watcher = await watch(origin, hearing)
		await watcher.until('"agenda"')
		await saidAndSeen(hearing, watcher)
	})

	test('hears at once what its own process has done', async () => {
		const hearing = await live()
		const watcher = await watch(
			aProcess('off', () => stopping, 400, 3_600_000),
			hearing,
		)
		await watcher.until('"agenda"')
		await saidAndSeen(hearing, watcher)
	})

	test('gives the whole to whoever comes back with an id that never was', async () => {
		const hearing = await live()
		await announce(hearing, 'Here')
		const origin = aProcess()
		const header = fc.string({
			unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
		})
		const known = fc.constantFrom('-1', '1e3', '999999999999999999999', 'NaN', '1,2', '__proto__', '%0d%0a')
		await fc.assert(
			fc.asyncProperty(fc.oneof(header, known, fc.integer().map(String)), async (id) => {
				const watcher = await watch(origin, hearing, { 'Last-Event-ID': id })
				await watcher.until('retry')
				expect(watcher.answer.status).toBe(200)
				for (const event of eventsIn(watcher.said())) expect(event.data.version).toBe(event.id)
				if (id.trim() !== String(hearing.roomVersion + 1)) await watcher.until('"agenda"')
				watcher.leave()
			}),
			{ numRuns: 60 },
		)
	})

	test('carries whatever is said as words, and never as an event of its own', async () => {
		const hearing = await live()
		const watcher = await watch(aProcess(), hearing)
		await watcher.until('"agenda"')
		const hostile = [
			'a\n\nid: 999999\ndata: {"version":999999}\n\n',
			'\r\rdata: x',
			'\u2028data: x\u2029',
			'</script><img src=x onerror=alert(1)>',
			'\ud800 half a sign',
		]
		for (const text of hostile) await announce(hearing, text)
		await announce(hearing, 'the last')
		await watcher.until('the last')
		const events = eventsIn(watcher.said())
		expect(events.every(({ id, data }) => id < 999_999 && data.version === id)).toBe(true)
		const heard = events.at(-1)?.data.announcements as { text: string }[]
		expect(heard.map(({ text }) => text)).toEqual(expect.arrayContaining(hostile.slice(0, 4)))
		watcher.leave()
	})

	test('ends when its process stops, so that its watchers come back to another', async () => {
		const hearing = await live()
		let ends = false
		const watcher = await watch(
			aProcess('off', () => ends || stopping),
			hearing,
		)
		await watcher.until('"agenda"')
		ends = true
		for (let tries = 0; tries < 200 && !watcher.isOver(); tries++) await pause(25)
		expect(watcher.isOver()).toBe(true)
	})

	test('forgets whoever has gone before it began', async () => {
		const hearing = await live()
		const origin = aProcess('on')
		const path = `${origin}/hearings/${hearing.number}/room/stream`
		for (let tries = 0; tries < 20; tries++) {
			const left = new AbortController()
			const gone = fetch(path, { signal: left.signal }).catch(() => undefined)
			await pause(1)
			left.abort()
			await gone
		}
		const many = await Promise.all(Array.from({ length: 400 }, () => watch(origin, hearing)))
		expect(many.map(({ answer }) => answer.status)).not.toContain(429)
		for (const { leave } of many) leave()
	})

	test('is open so many times at once for one address', async () => {
		const hearing = await live()
		const origin = aProcess('on', () => stopping, 3)
		const many = await Promise.all(Array.from({ length: 3 }, () => watch(origin, hearing)))
		const one = await fetch(`${origin}/hearings/${hearing.number}/room/stream`)
		expect(one.status).toBe(429)
		for (const { leave } of many) leave()
	})

	test('is the same as one answer, which says when nothing is new', async () => {
		const hearing = await live()
		await announce(hearing, 'Here')
		const url = `${aProcess()}/hearings/${hearing.number}/room/state.json`
		const answer = await fetch(url)
		expect(await answer.json()).toMatchObject({ announcements: [{ text: 'Here' }], queue: [] })
		expect(answer.headers.get('cache-control')).toContain('max-age=1')
		const etag = String(answer.headers.get('etag'))
		expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304)
		expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(etag)
	})

	test.each([
		['/hearings/H-2026-999999-0/room/stream', 404],
		['/hearings/H-2026-999999-0/room/state.json', 404],
		['/hearings/../room/stream', 418],
		['/hearings/%00/room/stream', 418],
		[`/hearings/${'A'.repeat(41)}/room/stream`, 418],
		['/hearings/H-2026-999999-0/room/stream?x=1', 418],
	])('is not at %s', async (path, status) => {
		expect((await fetch(aProcess() + path)).status).toBe(status)
	})

	test('is of no hearing that is not public', async () => {
		const hearing = await aHearing(world.store, { state: 'draft', postedAt: null })
		const answer = await fetch(`${aProcess()}/hearings/${hearing.number}/room/state.json`)
		expect(answer.status).toBe(404)
	})
})
