import { z } from 'zod'
import { isRegion } from '#app/jurisdictions/region.ts'
import { LONGEST } from './room.ts'

export const AFFILIATED = ['resident', 'initiator', 'civic_group', 'expert', 'press', 'body'] as const
export const STANDS = ['for', 'against', 'neutral'] as const

/** What somebody says of themselves who registers, and the secretary of whoever stands in the hall. */
export const SEAT_SENT = {
	name: z.string().trim().min(2).max(LONGEST.name),
	affiliation: z.enum(AFFILIATED),
	representing: z.string().trim().max(LONGEST.representing).optional(),
	position: z.enum(STANDS),
	region: z
		.string()
		.optional()
		.transform((region) => (region && isRegion(region) ? region : 'unknown')),
}
