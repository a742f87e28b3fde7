import { eq } from 'drizzle-orm'
import { type Strip, stripOf } from '#app/clocks/strip.ts'
import { clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import { bodies } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import { registrationOf, replyRule, ruleAt } from './clock.server.ts'
import { NO_TERM } from './inquiry.ts'
import type { Kind } from './kind.ts'
import { legalDay, procedureOf } from './submit.server.ts'

export interface Forecast {
	registeredOn: Day
	/** Null while the calendar does not reach so far: then no date is promised. */
	dueOn: Day | null
	/** Registered later than today: it came after hours or on a day off. */
	later: boolean
	/** The body answers of its own will: no term runs. */
	unbound: boolean
	strip: Strip
}

/** What filing now would mean: the day it is registered and the day the answer is due. */
export async function forecast(
	read: Reader,
	law: Law,
	{ kind, bodyId, now }: { kind: string; bodyId: string; now: Date },
): Promise<Forecast> {
	const [body] = await read
		.select({ officeClose: bodies.officeClose, bound: bodies.bound })
		.from(bodies)
		.where(eq(bodies.id, bodyId))
	if (!body) throw new Error(`no body ${bodyId}`)
	const { on: registeredOn, awaitsCalendar } = registrationOf(law, now, body)
	const procedure = procedureOf(law, kind)
	const unbound = ruleAt(procedure, body) === NO_TERM
	const rule = { ...ruleOf(law.profile, replyRule(procedure), { procedure }), unbound }
	const registered = { type: 'registered', on: registeredOn } as const
	const clock = clockOf(awaitsCalendar ? [] : [registered], rule, law.calendar)
	const today = legalDay(law, now)
	return {
		registeredOn,
		dueOn: clock.dueOn ?? null,
		later: registeredOn > today,
		unbound,
		strip: stripOf(clock, today, law.calendar),
	}
}

/** The kinds that the law knows, each with the term that follows from it. */
export function kindsOf(law: Law): Kind[] {
	return Object.entries(law.profile.inquiry.kinds).map(([kind, { procedure }]) => {
		const { limit, article } = ruleOf(law.profile, replyRule(procedure), { procedure })
		return { kind, n: limit.n, unit: limit.unit, article }
	})
}
