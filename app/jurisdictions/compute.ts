import { z } from 'zod'
import { type Calendar, type CalendarEntry, calendarFrom } from '#app/deadlines/calendar.ts'
import { type Day, dayIn, instantIn, isDay, numberOf } from '#app/deadlines/day.ts'
import { type AccountDay, explain } from '#app/deadlines/explain.ts'
import { DeadlineError, type DeadlineProblem } from '#app/deadlines/problem.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import type { Limit } from '#app/deadlines/term.ts'
import type { Profile } from './profile.ts'
import { calendarOf, findCalendar, findProfile, registrationDay } from './profiles.ts'
import { RuleError, type RuleProblem, ruleOf } from './rule.ts'

export type RequestId = string | number | null

// Only the shape is checked here. Whether a date exists or a unit is known is for the deadlines to say, with
// their own codes.
const Request = z.strictObject({
	id: z.union([z.string(), z.number()]).nullish(),
	profile: z.string(),
	/** `<area>.<step id>` of the profile. */
	rule: z.string().optional(),
	procedure: z.string().optional(),
	limit: z
		.strictObject({
			n: z.number(),
			unit: z.string(),
			from: z.string().optional(),
			dir: z.string().optional(),
			start: z.string().optional(),
			roll: z.string().optional(),
			cmp: z.string().optional(),
		})
		.optional(),
	/** When the filing came: an instant, a local date and time, or a day. */
	received: z.string().optional(),
	/** The day the term runs from; an instant is turned into the local day. */
	anchor: z.string().optional(),
	disregard: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
	/** The name of a calendar of the profile, or one given in full. */
	calendar: z
		.union([
			z.string(),
			z.strictObject({
				daysOff: z.record(z.string(), z.array(z.string())).optional(),
				extraOn: z.array(z.string()).optional(),
				extraOff: z.array(z.string()).optional(),
			}),
		])
		.optional(),
	officeClose: z.string().optional(),
})

export type DeadlineRequest = z.input<typeof Request>

export type ComputeProblem =
	| DeadlineProblem
	| RuleProblem
	| 'bad-request'
	| 'unknown-profile'
	| 'unknown-calendar'

export type Computed = {
	id: RequestId
	/** Where the profile registers what it receives. */
	registered?: Day
	due: Day
	days: AccountDay[]
	rule?: string
	article?: string
}

/** `error` is a stable code, `message` an English sentence for whoever sent the request. */
export type NotComputed = { id: RequestId; error: ComputeProblem; message: string }

/**
 * One question to the calculator. `calendar`, when given, stands in for the calendar built into the profile:
 * a site passes the one of its database.
 */
export function computeDeadline(input: unknown, calendar?: Calendar): Computed | NotComputed {
	const parsed = Request.safeParse(input)
	if (!parsed.success) return { id: idOf(input), error: 'bad-request', message: told(parsed.error) }
	try {
		return compute(parsed.data, calendar)
	} catch (error) {
		if (error instanceof DeadlineError || error instanceof RuleError || error instanceof RequestError) {
			return { id: parsed.data.id ?? null, error: error.code, message: error.message }
		}
		throw error
	}
}

function compute(request: z.output<typeof Request>, given: Calendar | undefined): Computed {
	const profile = findProfile(request.profile)
	if (!profile) throw new RequestError('unknown-profile', `there is no profile "${request.profile}"`)
	if ((request.rule === undefined) === (request.limit === undefined)) {
		throw new RequestError('bad-request', 'give either a rule or a limit')
	}
	if ((request.received === undefined) === (request.anchor === undefined)) {
		throw new RequestError('bad-request', 'give either received or anchor')
	}
	const { procedure } = request
	const rule =
		request.rule === undefined ? undefined : ruleOf(profile, request.rule, procedure ? { procedure } : {})
	const { from = 'registered', ...limit } = rule ? rule.limit : request.limit!
	const calendar = calendarFor(profile, request.calendar, rule?.calendar, given)

	const moment = momentIn(profile.time.zone, (request.received ?? request.anchor)!)
	const result: Computed = { id: request.id ?? null, due: '', days: [] }
	let anchor = moment.day
	if (request.received !== undefined && profile.registration.else && RECEIPTS.has(from)) {
		result.registered = registrationOf(profile, moment, calendar, request.officeClose)
		if (REGISTRATIONS.has(from)) anchor = result.registered
	}
	result.days = explain(limit as Limit, anchor, calendar, { disregard: request.disregard })
	result.due = result.days.at(-1)!.day
	if (rule) result.rule = rule.name
	if (rule?.article) result.article = rule.article
	return result
}

// Terms from registration, and terms from arrival where a registration day can be named too.
const REGISTRATIONS = new Set(['registered', 'complaint_registered', 'petition_registered'])
const RECEIPTS = new Set([...REGISTRATIONS, 'received', 'complaint_received'])

type Moment = { day: Day; instant?: Date }

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/

/** A day, an instant with its offset, or a local date and time, which is read in the zone of the profile. */
function momentIn(zone: string, text: string): Moment {
	if (isDay(text)) return { day: text }
	const found = INSTANT.exec(text)
	if (!found) throw new DeadlineError('impossible-date', `"${text}" is not a date or an instant`)
	const [, day, time, offset] = found
	// Date would read 30 February as 2 March.
	numberOf(day!)
	const ms = msOfTime(time!.slice(0, 12))
	if (!offset) {
		const instant = instantIn(zone, day!, ms)
		return { day: dayIn(zone, instant), instant }
	}
	const instant = new Date(numberOf(day!) * 86_400_000 + ms - offsetMs(offset))
	return { day: dayIn(zone, instant), instant }
}

function offsetMs(offset: string): number {
	if (offset === 'Z') return 0
	const hours = Number(offset.slice(1, 3))
	const minutes = Number(offset.slice(-2))
	if (hours > 14 || minutes > 59) throw new DeadlineError('impossible-date', `"${offset}" is not an offset`)
	return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function registrationOf(profile: Profile, moment: Moment, calendar: Calendar, officeClose?: string): Day {
	const { zone, office_close } = profile.time
	// A day without a time is taken to be within the hours of the office.
	const instant = moment.instant ?? instantIn(zone, moment.day, 12 * 3_600_000)
	return registrationDay(profile, instant, calendar, moment.instant ? (officeClose ?? office_close) : '23:59')
}

function calendarFor(
	profile: Profile,
	asked: z.output<typeof Request>['calendar'],
	named: string | undefined,
	given: Calendar | undefined,
): Calendar {
	if (asked === undefined || typeof asked === 'string') {
		const name = asked ?? named ?? 'main'
		if (given && name === 'main') return given
		const calendar = findCalendar(profile.id, name)
		if (!calendar)
			throw new RequestError('unknown-calendar', `profile ${profile.id} has no calendar "${name}"`)
		return calendar
	}
	const { daysOff, extraOn = [], extraOff = [] } = asked
	const base = daysOff ? undefined : (given ?? calendarOf(profile.id))
	const years = base ? base.years : Object.keys(daysOff!).map(yearNumber)
	const entries: CalendarEntry[] = base ? [...base.entries.values()] : []
	for (const [year, days] of Object.entries(daysOff ?? {})) {
		for (const day of days) {
			if (numberOf(day) && !day.startsWith(year)) {
				throw new RequestError('bad-request', `daysOff of ${year} has ${day} of another year`)
			}
			entries.push({ day, kind: 'holiday' })
		}
	}
	for (const day of extraOff) entries.push({ day, kind: 'moved_rest_day' })
	for (const day of extraOn) entries.push({ day, kind: 'working_day' })
	for (const { day } of entries) numberOf(day)
	return calendarFrom({ week: profile.calendar.week, years, entries })
}

function yearNumber(text: string): number {
	if (!/^\d{4}$/.test(text)) throw new RequestError('bad-request', `"${text}" in daysOff is not a year`)
	return Number(text)
}

class RequestError extends Error {
	readonly code: 'bad-request' | 'unknown-profile' | 'unknown-calendar'

	constructor(code: RequestError['code'], message: string) {
		super(message)
		this.code = code
	}
}

function idOf(input: unknown): RequestId {
	if (typeof input !== 'object' || input === null || !('id' in input)) return null
	return typeof input.id === 'string' || typeof input.id === 'number' ? input.id : null
}

function told(error: z.ZodError): string {
	return error.issues
		.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
		.join('; ')
}
