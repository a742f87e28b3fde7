import type { TFunction } from 'i18next'

/** The regions of Kazakhstan by ISO 3166-2, as bodies and proofs of identity name them. */
const REGIONS = [
	'KZ-10',
	'KZ-11',
	'KZ-15',
	'KZ-19',
	'KZ-23',
	'KZ-27',
	'KZ-31',
	'KZ-33',
	'KZ-35',
	'KZ-39',
	'KZ-43',
	'KZ-47',
	'KZ-55',
	'KZ-59',
	'KZ-61',
	'KZ-62',
	'KZ-63',
	'KZ-71',
	'KZ-75',
	'KZ-79',
] as const

export type Region = (typeof REGIONS)[number]

export const isRegion = (code: string): code is Region => (REGIONS as readonly string[]).includes(code)

/** A region that is not known keeps its code. */
export const regionName = (t: TFunction<'law'>, code: string | null): string | null =>
	code && isRegion(code) ? t(`region.${code}`) : code

/** The regions that a signer may be of, where the law in force has any. */
export const regionsOf = (profileId: string): readonly string[] =>
	REGIONS.filter((code) => code.startsWith(`${profileId}-`))

export const ABROAD = 'abroad'
export const UNKNOWN_REGION = 'unknown'

/** What a signature is counted under: nothing but a region that there is ends up in public totals. */
export function countedRegion(profileId: string, region: string): string {
	const known = regionsOf(profileId)
	return known.length === 0 || known.includes(region) || region === ABROAD ? region : UNKNOWN_REGION
}

/** As a proof says it, else as somebody says it of themselves; undefined where it must be said and was not. */
export function regionGiven(
	profileId: string,
	{ shown, said }: { shown: string | null; said: string | undefined },
): string | undefined {
	const known = regionsOf(profileId)
	if (shown && (known.length === 0 || known.includes(shown))) return shown
	if (known.length === 0) return UNKNOWN_REGION
	return said === ABROAD || (said && known.includes(said)) ? said : undefined
}
