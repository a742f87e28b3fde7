import type { Profile } from '#app/jurisdictions/profile.ts'
import { signaturesNeeded } from '#app/jurisdictions/threshold.ts'
import type { ThresholdNeeded } from '#db/schema/petitions.ts'

/** What a body decides as, and of how many people. */
interface Deciding {
	competence: string | null
	population: number | null
}

/** What a petition to the body needs, lowest first; undefined where it takes none, or its people were never counted. */
export function thresholdsFor(
	profile: Profile,
	{ competence, population }: Deciding,
): ThresholdNeeded[] | undefined {
	const keys = competence === null ? undefined : profile.petition.competences[competence]?.thresholds
	if (!keys) return undefined
	const needed: ThresholdNeeded[] = []
	for (const key of keys) {
		const threshold = profile.petition.thresholds[key]
		if (!threshold || (threshold.of !== undefined && population === null)) return undefined
		needed.push({ key, needed: signaturesNeeded(threshold, population ?? 0) })
	}
	return needed
}
