/** What is said of a body: by the administrator, in three languages. */
export interface BodyWords {
	code: string
	names: { kk: string; ru: string; en: string }
	parentId: string | null
	region: string | null
	deskEmail: string | null
	/** Local HH:MM; null where the profile's end of the working day holds. */
	officeClose: string | null
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
	| 'circle'
	| 'closed'
	| 'open-clocks'
	| 'bodies-below'

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
