import { z } from 'zod'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { isRegion } from '#app/jurisdictions/region.ts'
import { LONGEST } from './room.ts'

/** What somebody says of themselves who registers, and the secretary of whoever stands in the hall. */
export const SEAT_SENT = {
	name: z.string().trim().min(2).max(LONGEST.name),
	affiliation: z.enum(AFFILIATIONS),
	representing: z.string().trim().max(LONGEST.representing).optional(),
	position: z.enum(POSITIONS),
	region: z
		.string()
		.optional()
		.transform((region) => (region && isRegion(region) ? region : 'unknown')),
}
