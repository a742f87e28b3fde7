import { z } from 'zod'
import { HIDING_REASONS } from './hiding.ts'

export const REPORT = z.object({
	reason: z.enum(HIDING_REASONS),
	explanation: z.string().max(1000).default(''),
})
