// `node --import ./tests/journeys/moved-clock.mjs …` gives one process another time: its clock goes on as always, but
// ahead of the real one, or behind, by the milliseconds in the file that MOVED_CLOCK names. The site knows nothing of it.
import { readFileSync } from 'node:fs'

const Real = Date
const LOOK_EVERY_MS = 5
const file = String(process.env.MOVED_CLOCK)
let ahead = 0
let lookedAt = Number.NEGATIVE_INFINITY

function now() {
	if (performance.now() - lookedAt >= LOOK_EVERY_MS) {
		ahead = Number(readFileSync(file, 'utf8'))
		lookedAt = performance.now()
	}
	return Real.now() + ahead
}

globalThis.Date = new Proxy(Real, {
	construct: (real, given, target) => Reflect.construct(real, given.length > 0 ? given : [now()], target),
	apply: () => new Real(now()).toString(),
	get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
})
