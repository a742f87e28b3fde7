import { addDays, dayIn } from '#app/deadlines/day.ts'
import { recordLapsed, recordUntold } from '#app/inquiries/lapse.server.ts'
import { recordLapsedPromises, remindOfPromises } from '#app/inquiries/promise.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { remindDesks, remindOfCorrections } from '#app/inquiries/remind.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Store, Writer } from '#db/store.ts'
import { momentOf, PROFILE, ZONE } from './timeline.ts'

/** One act of the demo: what was done, and when. */
export interface Step {
	at: Date
	what: string
	work: (tx: Writer) => Promise<void>
	/** The clocks are counted again at once, as the duty of a running site would within the minute. */
	recount?: true
}

const IN_ONE_WRITE = 40

/** Does all steps in the order of their moments, with the duties in between when they fall due. */
export async function play(store: Store, steps: readonly Step[], now: Date): Promise<void> {
	const inOrder = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())
	const first = inOrder[0]
	if (!first) return
	await recountClocks(store, { now: first.at })

	const duties = momentsOfDuties(first.at, now)
	let waiting: Step[] = []
	const flush = async () => {
		const some = waiting
		waiting = []
		if (some.length > 0) await doAll(store, some)
	}
	for (const step of inOrder) {
		if (step.at > now) throw new Error(`${step.what} lies in the future: ${step.at.toISOString()}`)
		while (duties[0] && duties[0] <= step.at) {
			await flush()
			await doDuties(store, duties.shift() as Date)
		}
		waiting.push(step)
		if (step.recount || waiting.length >= IN_ONE_WRITE) await flush()
		if (step.recount) await recountClocks(store, { now: step.at })
	}
	await flush()
	for (const moment of [...duties, now]) await doDuties(store, moment)
}

/** The end of each day, when terms lapse, and each morning, when desks are reminded. */
function momentsOfDuties(from: Date, to: Date): Date[] {
	const moments: Date[] = []
	for (let day = dayIn(ZONE, from); moments.at(-1) === undefined || (moments.at(-1) as Date) <= to; ) {
		moments.push(momentOf(day, '00:00'), momentOf(day, '09:05'))
		day = addDays(day, 1)
	}
	return moments.filter((moment) => moment > from && moment <= to)
}

async function doDuties(store: Store, now: Date): Promise<void> {
	const round = { now, profileId: PROFILE.id }
	for (const duty of [
		recordLapsed,
		recordUntold,
		recordLapsedPromises,
		remindDesks,
		remindOfCorrections,
		remindOfPromises,
	])
		await duty(store, round)
}

/** Nothing else writes while the demo is made, so one key will do. */
async function doAll(store: Store, steps: readonly Step[]): Promise<void> {
	await store.write('demo', async (tx) => {
		for (const step of steps) await step.work(tx)
	})
}

/** A refusal that the story does not tell of is a mistake in the story. */
export function mustBe<Value>(what: string, outcome: Outcome<Value, string>): Value {
	if (!outcome.ok) throw new Error(`${what} was refused: ${outcome.refusal}`)
	return outcome.value
}
