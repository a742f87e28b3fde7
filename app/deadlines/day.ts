import { DeadlineError } from './problem.ts'

/** A date of the civil calendar, 'YYYY-MM-DD', in the zone of the jurisdiction. Compares as a string. */
export type Day = string

const DAY_MS = 86_400_000

export function isDay(text: unknown): text is Day {
	return typeof text === 'string' && parse(text) !== undefined
}

export function addDays(day: Day, days: number): Day {
	return dayOf(numberOf(day) + days)
}

/** 31 January plus a month is the last day of February: months are clamped to their end. */
export function addMonths(day: Day, months: number): Day {
	return dayOf(plusMonths(numberOf(day), months))
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
	return weekdayOf(numberOf(day))
}

export function yearOf(day: Day): number {
	return Number(day.slice(0, 4))
}

/** Positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
	return numberOf(to) - numberOf(from)
}

export function earlierOf(a: Day, b: Day): Day {
	return a < b ? a : b
}

export function laterOf(a: Day, b: Day): Day {
	return a > b ? a : b
}

/** The date on the wall of someone in the zone at that instant. */
export function dayIn(zone: string, instant: Date): Day {
	return dayOf(Math.floor(localMs(zone, instant) / DAY_MS))
}

/** The time on the wall, 'HH:MM', 24 hours. */
export function timeIn(zone: string, instant: Date): string {
	const minutes = Math.floor(msOfDay(zone, instant) / 60_000)
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Milliseconds since local midnight, as the wall clock shows them. */
export function msOfDay(zone: string, instant: Date): number {
	const local = localMs(zone, instant)
	return local - Math.floor(local / DAY_MS) * DAY_MS
}

/** The first instant of the day in the zone. Midnight may be missing or come twice when clocks change. */
export function startOfDay(zone: string, day: Day): Date {
	return instantIn(zone, day, 0)
}

/**
 * The first instant at which the clocks of the zone show that day and time. A time that the clocks jump
 * over gives the moment of the jump.
 */
export function instantIn(zone: string, day: Day, ms: number): Date {
	const wall = numberOf(day) * DAY_MS + ms
	const before = offsetAt(zone, wall - DAY_MS)
	const after = offsetAt(zone, wall + DAY_MS)
	const guesses = [wall - Math.max(before, after), wall - Math.min(before, after)]
	for (const guess of guesses) {
		if (guess + offsetAt(zone, guess) === wall) return new Date(guess)
	}
	return new Date(jumpOver(zone, wall, guesses[0]!, guesses[1]!))
}

/** Days since 1970-01-01; the counting modes work on these. */
export function numberOf(day: Day): number {
	const number = parse(day)
	if (number === undefined) throw new DeadlineError('impossible-date', `"${day}" is not a date`)
	return number
}

export function dayOf(number: number): Day {
	const cached = DAYS[number - FIRST_CACHED]
	if (cached !== undefined) return cached
	if (!(number >= EARLIEST && number <= LATEST)) {
		throw new DeadlineError('impossible-date', 'the date lies outside the years 0001 to 9999')
	}
	const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
	const at = number - FIRST_CACHED
	if (at >= 0 && at < DAYS.length) DAYS[at] = day
	return day
}

export function weekdayOf(number: number): number {
	return ((((number + 3) % 7) + 7) % 7) + 1
}

export function plusMonths(number: number, months: number): number {
	const day = dayOf(number)
	const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
	const year = Math.floor(count / 12)
	const month = count - year * 12 + 1
	if (!(year >= 1 && year <= 9999)) {
		throw new DeadlineError('impossible-date', 'the date lies outside the years 0001 to 9999')
	}
	return civil(year, month, Math.min(Number(day.slice(8)), monthLength(year, month)))
}

const EARLIEST = civil(1, 1, 1)
const LATEST = civil(9999, 12, 31)
const FIRST_CACHED = civil(1900, 1, 1)
const DAYS: (Day | undefined)[] = new Array(civil(2200, 1, 1) - FIRST_CACHED).fill(undefined)

function parse(text: string): number | undefined {
	if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
	const year = digits(text, 0, 4)
	const month = digits(text, 5, 7)
	const day = digits(text, 8, 10)
	if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month))) {
		return undefined
	}
	return civil(year, month, day)
}

function digits(text: string, from: number, to: number): number {
	let value = 0
	for (let i = from; i < to; i++) {
		const digit = text.charCodeAt(i) - 48
		if (!(digit >= 0 && digit <= 9)) return -1
		value = value * 10 + digit
	}
	return value
}

function monthLength(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Howard Hinnant's days_from_civil: Date.UTC reads the years 0 to 99 as 1900 to 1999.
function civil(year: number, month: number, day: number): number {
	const y = month <= 2 ? year - 1 : year
	const era = Math.floor(y / 400)
	const yearOfEra = y - era * 400
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
	return era * 146_097 + dayOfEra - 719_468
}

function two(number: number): string {
	return number < 10 ? `0${number}` : String(number)
}

function localMs(zone: string, instant: Date): number {
	const ms = instant.getTime()
	if (Number.isNaN(ms)) throw new DeadlineError('impossible-date', 'not an instant')
	return ms + offsetAt(zone, ms)
}

// Asking Intl is slow. No zone changes its offset and changes it back within one UTC day, so when both ends
// of the day agree the whole day does; only on a day of change is the instant itself asked about.
function offsetAt(zone: string, ms: number): number {
	const block = Math.floor(ms / DAY_MS)
	const offset = offsetAtBlock(zone, block)
	return offset === offsetAtBlock(zone, block + 1) ? offset : askIntl(zone, ms)
}

const OFFSETS = new Map<string, Map<number, number>>()

function offsetAtBlock(zone: string, block: number): number {
	let known = OFFSETS.get(zone)
	if (!known) {
		known = new Map()
		OFFSETS.set(zone, known)
	}
	let offset = known.get(block)
	if (offset === undefined) {
		offset = askIntl(zone, block * DAY_MS)
		if (known.size > 50_000) known.clear()
		known.set(block, offset)
	}
	return offset
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

function askIntl(zone: string, ms: number): number {
	let formatter = FORMATTERS.get(zone)
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		})
		FORMATTERS.set(zone, formatter)
	}
	const part: Record<string, number> = {}
	for (const { type, value } of formatter.formatToParts(ms)) part[type] = Number(value)
	const days = civil(part.year!, part.month!, part.day!)
	const seconds = part.hour! * 3600 + part.minute! * 60 + part.second!
	return days * DAY_MS + seconds * 1000 - Math.floor(ms / 1000) * 1000
}

/** The first instant whose wall clock shows `wall` or later. */
function jumpOver(zone: string, wall: number, from: number, to: number): number {
	let low = Math.min(from, to) - 1
	let high = Math.max(from, to)
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2)
		if (middle + offsetAt(zone, middle) >= wall) high = middle
		else low = middle
	}
	return high
}
