/** A number as an address gives it; undefined where it is none that a row could have. */
export const ordinalIn = (typed: string | null | undefined): number | undefined =>
	/^\d{1,9}$/.test(typed ?? '') ? Number(typed) : undefined
