import type { ThresholdNeeded } from '#db/schema/petitions.ts'

/** The number to reach next; the last one when all have been reached. */
export const goalOf = (
	thresholds: readonly ThresholdNeeded[] | null,
	confirmed: number,
): ThresholdNeeded | undefined => thresholds?.find(({ needed }) => needed > confirmed) ?? thresholds?.at(-1)
