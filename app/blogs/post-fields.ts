import { z } from 'zod'

/** The text of a post as its form sends it. */
export const POST_TEXT = {
	title: z.string().min(1).max(200),
	summary: z.string().max(500).default(''),
	markdown: z.string().min(1).max(60_000),
}
