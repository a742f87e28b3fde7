import type { NAME_DISPLAYS as DISPLAYS } from '#db/schema/people.ts'

/** The ways a name may be shown. */
export const NAME_DISPLAYS = ['full', 'initials', 'number'] as const satisfies typeof DISPLAYS

export interface Named {
	id: string
	fullName: string
	nameDisplay: (typeof NAME_DISPLAYS)[number]
}

const PATRONYMIC = /(?:вич|вна|ична|инична|қызы|кызы|ұлы|улы|оглы|vich|vna|ichna|qyzy|kyzy|uly|ogly)$/iu

/**
 * What the public reads in place of the name: all of it, the given name with an initial, or a word such as
 * 'Author' with a number that stays the same. The full name is kept for the legal record alone.
 */
export function publicNameOf({ id, fullName, nameDisplay }: Named, author: string): string {
	switch (nameDisplay) {
		case 'full':
			return fullName
		case 'initials':
			return withInitial(fullName)
		case 'number':
			return `${author} ${shortNumber(id)}`
		default:
			return never(nameDisplay)
	}
}

/** 'Айгүл Сұлтанова' and 'Айгүл Қайратқызы Сұлтанова' both give 'Айгүл С.'. */
export function withInitial(fullName: string): string {
	const [given = '', ...others] = fullName.split(/\s+/).filter(Boolean)
	const surname = others.filter((word) => !PATRONYMIC.test(word)).at(-1)
	if (!surname) return given
	return /^\p{L}/u.test(surname) ? `${given} ${surname.slice(0, 1).toUpperCase()}.` : `${given} ${surname}`
}

/** Where the author said nothing of it, the public reads no more than initials. */
export const initialsOf = (name: string) =>
	name
		.split(/\s+/)
		.filter(Boolean)
		.slice(0, 2)
		.map((word) => `${word[0]}.`)
		.join(' ')

/** Six digits out of an id (FNV-1a): the same for ever, and of no use for finding the id. */
function shortNumber(id: string): string {
	let hash = 0x811c9dc5
	for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) as number), 0x01000193) >>> 0
	return String(hash % 1_000_000).padStart(6, '0')
}

function never(display: never): never {
	throw new Error(`no such display: ${display}`)
}
