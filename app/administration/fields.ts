import { z } from 'zod'
import { isDay } from '#app/deadlines/day.ts'
import { BODY_CODE, REGION, TIME_OF_DAY } from './body.ts'

// The fields that the forms of the administrator share.

const name = z.string().min(2).max(200)
/** One name in each language, as three fields of their own. */
export const names = { kk: name, ru: name, en: name }
export const day = z.string().refine(isDay, 'day')
export const source = z.string().min(3).max(500)
export const email = z.email().max(254).optional()

export const bodyWords = z
	.object({
		code: z
			.string()
			.transform((code) => code.toUpperCase())
			.refine((code) => BODY_CODE.test(code), 'code-form'),
		...names,
		parentId: z.string().max(100).optional(),
		region: z.string().regex(REGION, 'region-form').optional(),
		deskEmail: email,
		officeClose: z.string().regex(TIME_OF_DAY, 'time-form').optional(),
		unbound: z.boolean().default(false),
		competence: z.string().max(100).optional(),
		population: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
		populationOn: day.optional(),
		populationSource: source.optional(),
	})
	.transform(({ code, kk, ru, en, ...rest }) => ({
		code,
		names: { kk, ru, en },
		parentId: rest.parentId ?? null,
		region: rest.region ?? null,
		deskEmail: rest.deskEmail ?? null,
		officeClose: rest.officeClose ?? null,
		bound: !rest.unbound,
		competence: rest.competence ?? null,
		population: rest.population ?? null,
		populationOn: rest.populationOn ?? null,
		populationSource: rest.populationSource ?? null,
	}))

const biography = z.string().max(5000).optional()

/** A biography is there in every language of the site, or in none. */
export const officialWords = z
	.object({ ...names, biographyKk: biography, biographyRu: biography, biographyEn: biography })
	.superRefine((words, context) => {
		const fields = ['biographyKk', 'biographyRu', 'biographyEn'] as const
		if (!fields.some((field) => words[field])) return
		for (const field of fields)
			if (!words[field]) context.addIssue({ code: 'custom', path: [field], message: 'required' })
	})
	.transform(({ kk, ru, en, biographyKk, biographyRu, biographyEn }) => ({
		names: { kk, ru, en },
		biographies:
			biographyKk && biographyRu && biographyEn
				? { kk: biographyKk, ru: biographyRu, en: biographyEn }
				: null,
	}))

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug-form')

export const officeWords = z
	.object({ slug: slug.max(80), ...names, position: z.coerce.number().int().min(0).max(10_000).default(0) })
	.transform(({ slug, kk, ru, en, position }) => ({ slug, names: { kk, ru, en }, position }))
