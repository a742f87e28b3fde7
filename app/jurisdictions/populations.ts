/** How many people live in a region: on which day, by whose count, and whether it must still be checked. */
export interface Population {
	people: number
	on: string
	src: string
	conf: 'ok' | 'confirm'
}

/** In thousands, by ISO 3166-2. What an administrator begins with; what counts is what stands with the body. */
const THOUSANDS: Record<string, number> = {
	'KZ-10': 604,
	'KZ-11': 788,
	'KZ-15': 948,
	'KZ-19': 1566,
	'KZ-23': 711,
	'KZ-27': 696,
	'KZ-31': 1223,
	'KZ-33': 695,
	'KZ-35': 1136,
	'KZ-39': 823,
	'KZ-43': 848,
	'KZ-47': 800,
	'KZ-55': 750,
	'KZ-59': 519,
	'KZ-61': 2143,
	'KZ-62': 220,
	'KZ-63': 723,
	'KZ-71': 1528,
	'KZ-75': 2292,
	'KZ-79': 1265,
}

export function populationOf(region: string | null): Population | undefined {
	const thousands = region ? THOUSANDS[region] : undefined
	return thousands === undefined
		? undefined
		: {
				people: thousands * 1000,
				on: '2025-01-01',
				src: 'Bureau of National Statistics, 1 January 2025, rounded to thousands',
				conf: 'confirm',
			}
}
