import type { Profile } from '#app/jurisdictions/profile.ts'
import { thresholdsFor } from '#app/jurisdictions/threshold.ts'

/** What is said of a body: by the administrator, in three languages. */
export interface BodyWords {
	code: string
	names: { kk: string; ru: string; en: string }
	parentId: string | null
	region: string | null
	deskEmail: string | null
	/** Local HH:MM; null where the profile's end of the working day holds. */
	officeClose: string | null
	/** Whether the law on questions obliges it; one that answers of its own will is under no term. */
	bound: boolean
	/** As what it decides on petitions, a key of the profile's competences; null for a body that takes none. */
	competence: string | null
	/** How many people it serves, on which day, by whose count. */
	population: number | null
	populationOn: string | null
	populationSource: string | null
}

/** It opens every register number of the body: `ENV-2026-000123-7`. */
export const BODY_CODE = /^[A-Z]{2,5}$/
/** ISO 3166-2: `KZ-43`. */
export const REGION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/

export type BodyRefusal =
	| 'not-allowed'
	| 'no-body'
	| 'code-taken'
	| 'no-parent'
	| 'unbound-above'
	| 'circle'
	| 'closed'
	| 'open-clocks'
	| 'bodies-below'
	| 'no-competence'
	| 'population-needed'
	| 'population-unsourced'

/** Whether a complaint would go round in a circle: nobody is superior to the one above them. */
export function makesCircle(
	bodyId: string,
	parentId: string | null,
	parents: ReadonlyMap<string, string | null>,
): boolean {
	for (let above = parentId, steps = 0; above; above = parents.get(above) ?? null, steps++) {
		if (above === bodyId || steps > parents.size) return true
	}
	return false
}

type Petitioned = Pick<BodyWords, 'competence' | 'population' | 'populationOn' | 'populationSource'>

/** A share of the people needs to know how many they are, and a figure is nothing without its day and its source. */
export function refusalToTakePetitions(
	profile: Profile,
	{ competence, population, populationOn, populationSource }: Petitioned,
): BodyRefusal | undefined {
	if (population !== null && !(populationOn && populationSource)) return 'population-unsourced'
	if (competence === null) return undefined
	if (!Object.hasOwn(profile.petition.competences, competence)) return 'no-competence'
	return thresholdsFor(profile, { competence, population }) ? undefined : 'population-needed'
}
