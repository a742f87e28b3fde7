const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
/** Used where the first weights leave ten. */
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * Whether a number can be an individual identification number of Kazakhstan: twelve digits, of which the last checks
 * the others (Rules of forming identification numbers, Government resolution 406 of 22 May 2007). Since resolution
 * 853 of 26 August 2013 the others need not say when somebody was born, so nothing is read in them.
 */
export function isIin(number: string): boolean {
	if (!/^\d{12}$/.test(number)) return false
	const digits = [...number].map(Number)
	const rest = (weights: readonly number[]) =>
		weights.reduce((sum, weight, at) => sum + weight * (digits[at] as number), 0) % 11
	const check = rest(FIRST) === 10 ? rest(SECOND) : rest(FIRST)
	return check === digits[11]
}
