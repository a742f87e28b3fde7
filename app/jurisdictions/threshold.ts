import type { Profile, ProfileThreshold } from './profile.ts'

/** How many signatures are needed. Percentages round up: 2% of 1,234,567 is 24,692 people. */
export function signaturesNeeded(threshold: ProfileThreshold, people = 0): number {
	const part =
		threshold.cut === undefined ? threshold : people > threshold.cut ? threshold.above : threshold.else
	const needed = part?.fixed ?? Math.ceil((people * Math.round((part?.percent ?? 0) * 100)) / 10_000)
	return Math.max(needed, threshold.floor ?? 0)
}

export interface Needed {
	/** A key of the profile's thresholds. */
	key: string
	needed: number
}

/** What a petition to a body needs, lowest first; undefined where it takes none, or its people were never counted. */
export function thresholdsFor(
	{ petition }: Profile,
	{ competence, population }: { competence: string | null; population: number | null },
): Needed[] | undefined {
	const keys = competence === null ? undefined : petition.competences[competence]?.thresholds
	if (!keys) return undefined
	const needed: Needed[] = []
	for (const key of keys) {
		const threshold = petition.thresholds[key]
		if (!threshold || (threshold.of !== undefined && population === null)) return undefined
		needed.push({ key, needed: signaturesNeeded(threshold, population ?? 0) })
	}
	return needed
}
