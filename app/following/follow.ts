import { addDays, type Day, dayIn, instantIn, weekday } from '#app/deadlines/day.ts'
import type { FOLLOWED, RHYTHMS } from '#db/schema/notices.ts'

export type Followed = (typeof FOLLOWED)[number]
export type Rhythm = (typeof RHYTHMS)[number]

/** Digests are there when people look at their mail in the morning; those of the week on Monday. */
const MORNING_MS = 8 * 3_600_000
const MONDAY = 1

/** When somebody with this rhythm is told of what happens now. */
export function tellAt(rhythm: Rhythm, zone: string, now: Date): Date {
	if (rhythm === 'now') return now
	let day: Day = dayIn(zone, now)
	if (instantIn(zone, day, MORNING_MS) <= now) day = addDays(day, 1)
	if (rhythm === 'weekly') while (weekday(day) !== MONDAY) day = addDays(day, 1)
	return instantIn(zone, day, MORNING_MS)
}

/** Which steps of a case are news to those who follow the case, and to those who follow where it lies. */
export const NEWS: Record<
	'inquiry' | 'place' | 'search' | 'petition' | 'hearing' | 'territory',
	readonly string[]
> = {
	inquiry: [
		'redirected',
		'redirected_in_part',
		'extended',
		'returned',
		'terminated',
		'answered',
		'answered_in_part',
		'breached',
		'promise_kept',
		'promise_lapsed',
		'withdrawn',
	],
	place: ['registered', 'answered', 'breached'],
	search: ['registered', 'answered'],
	petition: [
		'update-published',
		'threshold-reached',
		'sent',
		'discussion-announced',
		'decided',
		'statement-made',
		'promise-kept',
		'promise-lapsed',
		'returned',
		'closed',
		'withdrawn',
	],
	hearing: [
		'documents-posted',
		'announced',
		'called-off',
		'begun',
		'ended',
		'not-held',
		'protocol-published',
		'protocol-sent',
		'decided',
	],
	territory: ['announced'],
}

/** Of a post: only that it is there. */
export const NEWS_OF_POST = 'published'

/** As the search does: every word, and the last may go on. `searched` is what was kept of the words, folded. */
export function isFoundBy(searched: string, words: readonly string[]): boolean {
	const wanted = searched.split(' ')
	return wanted.every((word, at) =>
		words.some((one) => (at === wanted.length - 1 ? one.startsWith(word) : one === word)),
	)
}
