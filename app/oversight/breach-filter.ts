import { addDays, type Day, earlierOf, isDay } from '#app/deadlines/day.ts'
import type { BREACH_DUTIES } from '#db/schema/inquiries.ts'

type Duty = (typeof BREACH_DUTIES)[number]

export const DUTIES = [
	'answer',
	'redirect',
	'notify_extension',
	'decide_complaint',
] as const satisfies readonly Duty[]

export const MENDINGS = ['open', 'mended'] as const
export type Mending = (typeof MENDINGS)[number]

/** Which breaches are asked for. A breach belongs to the day on which its duty was due. */
export interface BreachFilter {
	from: Day
	to: Day
	/** The code of a body. */
	body?: string | undefined
	/** The slug of an office. */
	office?: string | undefined
	duty?: Duty | undefined
	/** Still owed, or done after all. */
	mending?: Mending | undefined
}

/** What is shown when no period is asked for. */
const USUAL_DAYS = 90

/** The filter that the address of the page holds; what makes no sense is left out. */
export function filterOf(address: URLSearchParams, today: Day): BreachFilter {
	const to = dayOr(address.get('to'), today)
	const from = dayOr(address.get('from'), addDays(to, -USUAL_DAYS))
	return {
		from: earlierOf(from, to),
		to,
		body: address.get('body') || undefined,
		office: address.get('office') || undefined,
		duty: DUTIES.find((duty) => duty === address.get('duty')),
		mending: MENDINGS.find((mending) => mending === address.get('mending')),
	}
}

/** The filter as fields of an address. */
export const fieldsOf = ({ from, to, body, office, duty, mending }: BreachFilter) => ({
	from,
	to,
	body,
	office,
	duty,
	mending,
})

const dayOr = (text: string | null, otherwise: Day) => (isDay(text) ? text : otherwise)
