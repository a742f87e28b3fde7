import type { Day } from '#app/deadlines/day.ts'
import type { Words } from '#db/schema/bodies.ts'

/** An office as the page of its body lists it. */
export interface OfficeInBody {
	slug: string
	names: Words
	holder?: Words | undefined
}

/** A body with those below it. */
export interface Branch {
	code: string
	names: Words
	offices: OfficeInBody[]
	branches: Branch[]
}

/** Somebody's time in an office. */
export interface Held {
	names: Words
	biographies: Words | null
	from: Day
	until: Day | null
}

/** Who holds the office on the day, and who held it before, the latest first. */
export function successionOn(
	held: readonly Held[],
	today: Day,
): { holder?: Held | undefined; former: Held[] } {
	const holder = held.find(({ from, until }) => from <= today && (until === null || today <= until))
	return { holder, former: held.filter(({ until }) => until !== null && until < today) }
}
