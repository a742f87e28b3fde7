import type { ProfileThreshold } from './profile.ts'

/** How many signatures are needed. Percentages round up: 2% of 1,234,567 is 24,692 people. */
export function signaturesNeeded(threshold: ProfileThreshold, people = 0): number {
	const part =
		threshold.cut === undefined ? threshold : people > threshold.cut ? threshold.above : threshold.else
	const needed = part?.fixed ?? Math.ceil((people * Math.round((part?.percent ?? 0) * 100)) / 10_000)
	return Math.max(needed, threshold.floor ?? 0)
}

/** Whether one must know how many people there are. */
export const isShare = ({ percent, cut }: ProfileThreshold): boolean =>
	percent !== undefined || cut !== undefined
