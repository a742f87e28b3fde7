import { isNull, ne } from 'drizzle-orm'
import { addDays, dayIn } from '#app/deadlines/day.ts'
import { recordLapsed, recordUntold } from '#app/inquiries/lapse.server.ts'
import { recordLapsedPromises, remindOfPromises } from '#app/inquiries/promise.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { remindDesks, remindOfCorrections } from '#app/inquiries/remind.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { proceedings, promises } from '#db/schema/inquiries.ts'
import type { Store, Writer } from '#db/store.ts'
import { momentOf, PROFILE, ZONE } from './timeline.ts'

/** One act of the demo: what was done, and when. */
export interface Step {
	at: Date
	what: string
	work: (tx: Writer) => Promise<void>
	/** What a duty does, which has writes of its own; after the work. */
	duty?: (store: Store) => Promise<void>
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

	const due = momentsOfDuties(first.at, now)
	let waiting: Step[] = []
	const flush = async () => {
		const some = waiting
		waiting = []
		if (some.length > 0) await doAll(store, some)
	}
	for (const step of inOrder) {
		if (step.at > now) throw new Error(`${step.what} lies in the future: ${step.at.toISOString()}`)
		while (due[0] && due[0].at <= step.at) {
			await flush()
			await doDuties(store, due.shift() as Due)
		}
		waiting.push(step)
		if (step.recount || step.duty || waiting.length >= IN_ONE_WRITE) await flush()
		await step.duty?.(store)
		if (step.recount) await recountClocks(store, { now: step.at })
	}
	await flush()
	for (const moment of [...due, { at: now, duties: AT_MIDNIGHT }]) await doDuties(store, moment)
}

type Duty = (store: Store, round: { now: Date; profileId: string }) => Promise<void>

interface Due {
	at: Date
	duties: readonly Duty[]
}

/** Terms lapse when their last day ends; desks are reminded in the morning. */
const AT_MIDNIGHT: readonly Duty[] = [recordLapsed, recordUntold, recordLapsedPromises]
const IN_THE_MORNING: readonly Duty[] = [remindDesks, remindOfCorrections, remindOfPromises]

function momentsOfDuties(from: Date, to: Date): Due[] {
	const found: Due[] = []
	const last = dayIn(ZONE, to)
	for (let day = dayIn(ZONE, from); day <= last; day = addDays(day, 1))
		found.push(
			{ at: momentOf(day, '00:00'), duties: AT_MIDNIGHT },
			{ at: momentOf(day, '09:05'), duties: IN_THE_MORNING },
		)
	return found.filter(({ at }) => at > from && at <= to)
}

async function doDuties(store: Store, { at, duties }: Due): Promise<void> {
	if (await nothingIsDue(store)) return
	for (const duty of duties) await duty(store, { now: at, profileId: PROFILE.id })
}

/** One question of last spring is answered long before the next comes. */
async function nothingIsDue({ readOwn: read }: Store): Promise<boolean> {
	const running = await read
		.select({ id: proceedings.id })
		.from(proceedings)
		.where(ne(proceedings.stage, 'ended'))
		.limit(1)
	const promised = await read
		.select({ id: promises.id })
		.from(promises)
		.where(isNull(promises.lapsedAt))
		.limit(1)
	return running.length + promised.length === 0
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
