import { z } from 'zod'

const ticked = z
	.literal('on')
	.optional()
	.transform((value) => value === 'on')

/** What every form of signing asks: the consent that the law wants, where one lives, what may be shown and told. */
export const WISH = {
	consent: z.literal('on', { error: 'required' }),
	region: z.string().max(20).optional(),
	show: ticked,
	updates: ticked,
}
