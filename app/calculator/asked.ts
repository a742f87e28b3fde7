import type { DeadlineRequest } from '#app/jurisdictions/compute.ts'

/** What stands in the address of the calculator, as it was typed. */
export interface Asked {
	profile: string
	/** A rule of the profile, or OWN for a term that is given in numbers. */
	rule: string
	n: string
	unit: string
	begins: 'received' | 'anchor'
	day: string
	time: string
	pauses: { from: string; to: string }[]
}

export const OWN = 'own'
export const PAUSES = [1, 2] as const

export function askedIn(query: URLSearchParams, usual: { profile: string; rule: string }): Asked {
	const given = (name: string) => query.get(name)?.trim() ?? ''
	return {
		profile: given('profile') || usual.profile,
		rule: given('rule') || usual.rule,
		n: given('n'),
		unit: given('unit') || 'wd',
		begins: given('begins') === 'anchor' ? 'anchor' : 'received',
		day: given('day'),
		time: given('time'),
		pauses: PAUSES.map((at) => ({ from: given(`pause${at}from`), to: given(`pause${at}to`) })),
	}
}

/** The same as the address holds it; what was left empty is left out. */
export const asQuery = ({ pauses, ...asked }: Asked): Record<string, string> => ({
	...asked,
	...(asked.rule === OWN ? {} : { n: '', unit: '' }),
	...Object.fromEntries(
		pauses.flatMap(({ from, to }, at) => [
			[`pause${at + 1}from`, from],
			[`pause${at + 1}to`, to],
		]),
	),
})

/** The question to the clock. What makes no sense goes along: the clock has a code for it. */
export function requestOf(asked: Asked): DeadlineRequest {
	const { profile, rule, n, unit, begins, day, time } = asked
	const at = begins === 'received' && time ? `${day}T${time}` : day
	const disregard = asked.pauses
		.filter(({ from, to }) => from || to)
		.map(({ from, to }) => ({ from: from || to, to: to || from }))
	return {
		profile,
		...(rule === OWN ? { limit: { n: n === '' ? 0 : Number(n), unit } } : { rule }),
		...(begins === 'received' ? { received: at } : { anchor: at }),
		...(disregard.length > 0 ? { disregard } : {}),
	}
}

/** The field that a problem is about. */
export function fieldOf(error: string): string | undefined {
	return FIELDS[error]
}

const FIELDS: Record<string, string> = {
	'impossible-date': 'day',
	'no-calendar': 'day',
	'too-long': 'n',
	'bad-n': 'n',
	'unknown-unit': 'unit',
	'bad-period': 'pause1from',
	'unknown-rule': 'rule',
	'rule-without-limit': 'rule',
	'procedure-needed': 'rule',
}
