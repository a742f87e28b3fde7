import { fold } from '#app/text/fold.ts'
import type { INVALIDATION_STATES, InvalidationConditions } from '#db/schema/petitions.ts'

export type InvalidationState = (typeof INVALIDATION_STATES)[number]

/** What the public reads of the conditions. The conditions themselves would tell whoever cheats what gave them away. */
export const CRITERIA = ['source', 'domain', 'name', 'place', 'manner', 'time', 'several'] as const
export type Criterion = (typeof CRITERIA)[number]

const CRITERION_OF = {
	address: 'source',
	network: 'source',
	domain: 'domain',
	name: 'name',
	region: 'place',
	method: 'manner',
	level: 'manner',
} as const satisfies Partial<Record<keyof InvalidationConditions, Criterion>>

/** At which time they were given narrows the other conditions; it is the criterion where it stands alone. */
export function criterionOf(conditions: InvalidationConditions): Criterion | undefined {
	const given = Object.entries(CRITERION_OF).filter(
		([name]) => conditions[name as keyof InvalidationConditions] !== undefined,
	)
	const criteria = [...new Set(given.map(([, criterion]) => criterion))]
	if (criteria.length > 1) return 'several'
	if (criteria[0]) return criteria[0]
	return conditions.from || conditions.until ? 'time' : undefined
}

/** States in which the public ledger lists it. */
export const PUBLIC_INVALIDATIONS: readonly InvalidationState[] = ['running', 'done', 'reversing', 'reversed']

/** What may be done to it in each state. */
export const INVALIDATION_ACTS: Record<InvalidationState, readonly ('start' | 'discard' | 'reverse')[]> = {
	tried: ['start', 'discard'],
	running: ['reverse'],
	done: ['reverse'],
	reversing: [],
	reversed: [],
	discarded: [],
}

/** One spelling of a name: case, accents and spaces do not make another one. */
export const foldedName = (name: string) => fold(name).replace(/\s+/g, ' ').trim()

/** Whether a name is of the pattern, in which * stands for any letters; in one go over the name, however many. */
export function isOfPattern(pattern: string): (name: string) => boolean {
	const [head = '', ...rest] = foldedName(pattern).split('*')
	const tail = rest.pop()
	return (given) => {
		const name = foldedName(given)
		if (tail === undefined) return name === head
		if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length)
			return false
		const end = name.length - tail.length
		let at = head.length
		for (const part of rest) {
			const found = name.indexOf(part, at)
			if (found === -1 || found + part.length > end) return false
			at = found + part.length
		}
		return true
	}
}

/** What names made by a machine have in common: the same letters, with other digits. */
export const patternOf = (name: string) => name.replace(/\s+/g, ' ').trim().replace(/\d+/g, '*')

/** Enough of a hash to tell it from another one by eye. */
export const shortHash = (hash: string) => hash.slice(0, 8)
