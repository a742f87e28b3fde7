import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Called, nextSpeakers, type Waiting } from '#app/rooms/queue.ts'
import { POSITIONS } from '#db/schema/hearings.ts'

const lot = (id: string) => createHash('sha256').update(`seed:${id}`).digest('hex')
const asked = (id: string, position: Waiting['position'], second: number, attendeeId = id): Waiting => ({
	id,
	attendeeId,
	position,
	askedAt: new Date(second * 1000),
	lot: lot(id),
})
const ids = (waiting: Waiting[], called: Called[] = []) =>
	nextSpeakers(waiting, called).map(({ speech }) => speech.id)

test('the position of whoever asked first begins, then positions take turns', () => {
	const waiting = [
		asked('against 1', 'against', 1),
		asked('against 2', 'against', 2),
		asked('for 1', 'for', 3),
		asked('against 3', 'against', 4),
		asked('neutral 1', 'neutral', 5),
	]
	expect(ids(waiting)).toEqual(['against 1', 'neutral 1', 'for 1', 'against 2', 'against 3'])
	expect(nextSpeakers(waiting, []).map(({ turn, place }) => [turn, place])).toEqual([
		['asked-first', 'asked-earlier'],
		['round', 'alone'],
		['round', 'alone'],
		['only', 'asked-earlier'],
		['only', 'alone'],
	])
})

test('after a speaker for comes one against, also when another for asked earlier', () => {
	const waiting = [asked('for', 'for', 1), asked('against', 'against', 2)]
	expect(ids(waiting, [{ attendeeId: 'x', position: 'for' }])).toEqual(['against', 'for'])
})

test('whoever has not spoken comes before whoever has, within a position', () => {
	const waiting = [asked('again', 'for', 1, 'a'), asked('new', 'for', 9, 'b')]
	const order = nextSpeakers(waiting, [{ attendeeId: 'a', position: 'for' }])
	expect(order.map(({ speech, place }) => [speech.id, place])).toEqual([
		['new', 'spoke-less'],
		['again', 'alone'],
	])
})

test('those who asked within one second are ordered by lot', () => {
	const [one, other] = [asked('one', 'for', 1), { ...asked('other', 'for', 1), askedAt: new Date(1900) }]
	const order = nextSpeakers([one, other], [])
	expect(order[0]?.place).toBe('lot')
	expect(order[0]?.speech.id).toBe(lot('one') < lot('other') ? 'one' : 'other')
})

const position = fc.constantFrom(...POSITIONS)
const person = fc.integer({ min: 0, max: 8 }).map(String)
const someCalled = fc.array(fc.record({ attendeeId: person, position }), { maxLength: 20 })
const someWaiting = fc
	.array(fc.record({ position, second: fc.integer({ min: 0, max: 20 }) }), { maxLength: 9 })
	.map((rows) => rows.map(({ position, second }, n) => asked(`s${n}`, position, second, String(n))))

test('everybody who waits is called, once', () => {
	fc.assert(
		fc.property(someWaiting, someCalled, (waiting, called) => {
			expect(ids(waiting, called).sort()).toEqual(waiting.map(({ id }) => id).sort())
		}),
	)
})

test('the same people give the same order, however they are listed', () => {
	fc.assert(
		fc.property(someWaiting, someCalled, (waiting, called) => {
			expect(ids([...waiting].reverse(), called)).toEqual(ids(waiting, called))
		}),
	)
})

test('nobody waits behind one of the same position who asked later and has spoken as often', () => {
	fc.assert(
		fc.property(someWaiting, someCalled, (waiting, called) => {
			const spoke = (one: Waiting) => called.filter(({ attendeeId }) => attendeeId === one.attendeeId).length
			const order = nextSpeakers(waiting, called).map(({ speech }) => speech)
			for (const [at, one] of order.entries())
				for (const later of order.slice(at + 1))
					if (later.position === one.position && spoke(later) === spoke(one))
						expect(one.askedAt.getTime()).toBeLessThanOrEqual(later.askedAt.getTime())
		}),
	)
})

test('no position is heard twice while another waits', () => {
	fc.assert(
		fc.property(someWaiting, someCalled, (waiting, called) => {
			const order = nextSpeakers(waiting, called).map(({ speech }) => speech)
			for (const [at, one] of order.entries()) {
				const before = order[at - 1]?.position ?? called.at(-1)?.position
				if (one.position !== before) continue
				expect(order.slice(at).every((later) => later.position === one.position)).toBe(true)
			}
		}),
	)
})
