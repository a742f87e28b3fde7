import { eq, gt } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readMessage } from '#app/mail/message.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { incomingMail, rawMail } from '#db/schema/mail.ts'
import { aWorld } from '#tests/support/world.ts'
import { AWKWARD } from './awkward.ts'
import { aLetter, keep, place } from './letters.ts'

const ENVELOPE = { returnPath: 'a@home.example', recipient: 'env@mail.example' }

test('messages that are wrong or rare are kept as they are, and each is read or shown to the desk', async () => {
	const { store } = await aWorld()
	for (const raw of Object.values(AWKWARD)) await keep(store, raw)
	await place(store)
	const rows = await store.readOwn
		.select({ state: incomingMail.state, bytes: rawMail.bytes })
		.from(incomingMail)
		.innerJoin(rawMail, eq(rawMail.id, incomingMail.rawId))
	expect(rows.filter(({ state }) => !['filed', 'held', 'set_aside'].includes(state))).toEqual([])
	for (const [name, raw] of Object.entries(AWKWARD))
		expect(
			rows.some(({ bytes }) => bytes.equals(raw)),
			name,
		).toBe(true)
	await store.close()
})

test('letters in the charsets of the region are read as they were written', async () => {
	for (const name of ['windows-1251', 'koi8-r', 'utf-8 without saying so', 'quoted-printable'] as const)
		expect((await readMessage(AWKWARD[name], ENVELOPE)).text, name).toContain('Куда сдать')
})

test('a thousand random mutations of real messages: none is lost, and none stops the reading', async () => {
	const { store } = await aWorld()
	const random = randomFrom(20_260_117)
	const originals = Object.values(AWKWARD)
	const letters = Array.from({ length: 1000 }, () =>
		mutated(originals[Math.floor(random() * originals.length)]!, random),
	)
	await Promise.all(letters.map((letter) => keep(store, letter)))
	expect(await store.readOwn.$count(rawMail)).toBe(1000)

	// Every one is read; a part of them is placed too, which is the same work for the database each time.
	for (const letter of letters) await readMessage(letter, ENVELOPE).catch(() => undefined)
	await store.write('some', (tx) =>
		tx.update(incomingMail).set({ state: 'held' }).where(gt(incomingMail.id, '4')),
	)
	const waiting = await store.readOwn.$count(incomingMail, eq(incomingMail.state, 'waiting'))
	await place(store)
	expect(waiting).toBeGreaterThan(100)
	expect(await store.readOwn.$count(incomingMail, eq(incomingMail.state, 'waiting'))).toBe(0)
	expect(await store.readOwn.$count(inquiries)).toBe(
		await store.readOwn.$count(incomingMail, eq(incomingMail.state, 'filed')),
	)
	expect(await store.readOwn.$count(incomingMail, eq(incomingMail.reason, 'unreadable'))).toBeLessThan(30)
	await store.close()
}, 60_000)

test('ten thousand parts in each other, and a megabyte of open tags, are done with in a moment', async () => {
	const nested = Array.from(
		{ length: 10_000 },
		(_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
	)
	const letters = [
		aLetter({ headers: { 'Content-Type': 'multipart/mixed; boundary=b0' }, text: nested.join('') }),
		aLetter({ headers: { 'Content-Type': 'text/html' }, text: '<div><b>'.repeat(100_000) }),
		aLetter({ headers: { Subject: `=?utf-8?B?${'='.repeat(100_000)}?=` } }),
		aLetter({ text: `${'> '.repeat(50_000)}\n`.repeat(20) }),
		aLetter({ text: 'On 1\nwrote:\n\n'.repeat(20_000) }),
		aLetter({ text: `${'> x\n\n'.repeat(40_000)}x` }),
	]
	const began = performance.now()
	for (const letter of letters) await readMessage(Buffer.from(letter), ENVELOPE).catch(() => undefined)
	expect(performance.now() - began).toBeLessThan(10_000)
})

/** Bytes changed, cut out, doubled, or the end cut off. */
function mutated(original: Buffer, random: () => number): Buffer {
	let bytes = Buffer.from(original)
	const at = () => Math.floor(random() * bytes.length)
	for (let times = 1 + Math.floor(random() * 8); times > 0; times--) {
		const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number]
		switch (Math.floor(random() * 4)) {
			case 0:
				bytes[from] = Math.floor(random() * 256)
				break
			case 1:
				bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 40))])
				break
			case 2:
				bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]).subarray(
					0,
					20_000,
				)
				break
			default:
				if (random() < 0.2) bytes = bytes.subarray(0, to)
		}
	}
	return bytes
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}
