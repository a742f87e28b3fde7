import type { Language } from './languages.ts'

// On globalThis, as the store is: `npm run dev` loads modules that were changed anew.
const held = globalThis as typeof globalThis & { jauapZone?: string }

/** The zone of the law in force; a moment is written in it wherever the reader is. */
export const zoneInForce = (): string => held.jauapZone ?? 'Asia/Almaty'

/** For the start of a process or thread: one process is under one law. */
export function putZoneInForce(zone: string): void {
	held.jauapZone = zone
}

export type DayFormat = keyof typeof DAYS
export type MomentFormat = keyof typeof MOMENTS

/** `full`: Tuesday 27 January 2026; `plain`: 27 January 2026; `spoken`: Tuesday 27 January; `short`: 27 Jan. */
const DAYS = {
	full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	plain: { day: 'numeric', month: 'long', year: 'numeric' },
	spoken: { weekday: 'long', day: 'numeric', month: 'long' },
	short: { day: 'numeric', month: 'short' },
	month: { month: 'long', year: 'numeric' },
	weekday: { weekday: 'short' },
	monthName: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const MOMENTS = {
	full: {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	},
	short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	day: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A day of the calendar, which is the same day in every zone. */
export function dayInWords(language: Language, day: string, format: DayFormat = 'full'): string {
	const words = formatter(language, DAYS[format], 'UTC').format(new Date(`${day}T00:00:00Z`))
	// Versions of Intl differ over a comma after the English weekday.
	return language === 'en' ? words.replace(/^(\p{L}+), /u, '$1 ') : words
}

export function momentInWords(language: Language, moment: Date, format: MomentFormat = 'full'): string {
	return formatter(language, MOMENTS[format], zoneInForce()).format(moment)
}

export function numberInWords(language: Language, value: number, options?: Intl.NumberFormatOptions): string {
	const key = `${language} ${JSON.stringify(options)}`
	const format = numbers.get(key) ?? new Intl.NumberFormat(locale(language), options)
	numbers.set(key, format)
	return format.format(value)
}

// Making a formatter costs a hundred times what using it does.
const made = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const numbers = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions, timeZone: string) {
	const alike = made.get(options) ?? new Map<string, Intl.DateTimeFormat>()
	made.set(options, alike)
	const key = `${language} ${timeZone}`
	const format = alike.get(key) ?? new Intl.DateTimeFormat(locale(language), { ...options, timeZone })
	alike.set(key, format)
	return format
}

// British English: the day before the month, as in the other two.
function locale(language: Language): string {
	return language === 'en' ? 'en-GB' : language
}
