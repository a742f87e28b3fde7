export const DEMO_PARTS = [
	'citizen',
	'executor',
	'approver',
	'clerk',
	'administrator',
	'overseer',
	'moderator',
] as const

export type DemoPart = (typeof DEMO_PARTS)[number]

const OF_A_BODY: readonly DemoPart[] = ['executor', 'approver', 'clerk']

/** The people of the demonstration, by the addresses they were given; letters to these go nowhere. */
export function demoEmail(part: DemoPart, bodyCode: string): string {
	if (part === 'citizen') return 'citizen01@demo.example'
	return OF_A_BODY.includes(part) ? `${part}.${bodyCode.toLowerCase()}@demo.example` : `${part}@demo.example`
}

/** Everybody shares these accounts, so nobody may lock the others out of them. */
export const isDemoEmail = (email: string) => email.endsWith('@demo.example')
