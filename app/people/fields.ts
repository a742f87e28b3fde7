import { z } from 'zod'

// The fields that the forms of accounts share.

export const email = z.email().max(254)
export const password = z.string().min(1).max(1000)
export const fullName = z.string().min(2).max(200)
/** As it is in the letter, with or without spaces. */
export const code = z
	.string()
	.transform((text) => text.replace(/\D/g, ''))
	.refine((digits) => digits.length === 6, 'code')
export const letter = z.uuid().optional()
export const sealed = z.string().max(100_000).optional()
export const next = z.string().max(2000).optional()

/** A button on another page that brings what was filled in there, and nothing of this page's form. */
export const show = z.object({ intent: z.literal('show'), carried: sealed, next })
