import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The name of a claim; a dot leads into an object, as in `address.region`. */
const claim = z.string().min(1).max(200)
/** Claims whose values stand beside each other in a name. */
const name = z.array(claim).min(1)
const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** A state identity over OpenID Connect: where it is, how this site is known there, and what it tells. */
const IdentityProvider = z.strictObject({
	/** In addresses and on the record, so never changed. */
	id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short word of a-z, 0-9 and -'),
	label: z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) }),
	issuer: z.url({ protocol: /^https?$/ }),
	clientId: z.string().min(1),
	clientSecret: z.string().min(1),
	scope: z
		.string()
		.regex(/(^| )openid( |$)/, 'must have openid in it')
		.default('openid profile'),
	/** What is asked for as `acr_values`. */
	acrValues: z.string().optional(),
	/** Whose national identifiers it tells. */
	country: z
		.string()
		.regex(/^[A-Z]{2}$/, 'must be a code of two letters, such as KZ')
		.default('KZ'),
	claims: z.strictObject({
		identifier: claim,
		name: name.default(['name']),
		/** Where the name is written in other ways: by the language of the account. */
		names: z.strictObject({ kk: name.optional(), ru: name.optional(), en: name.optional() }).default({}),
		region: claim.optional(),
	}),
	/** The level that it proves; with `levels`, what each `acr` proves, and no other `acr` is taken. */
	level: level.default(2),
	levels: z.record(z.string(), level).optional(),
})

export type IdentityProvider = z.infer<typeof IdentityProvider>

const IdentityProviders = z
	.array(IdentityProvider)
	.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two have the same id')

/** The setting itself as JSON, or the path of a file with it. Problems are named by their place in it. */
export const identityProviders = z.string().transform((given, context) => {
	const fail = (message: string) => {
		context.addIssue({ code: 'custom', message })
		return z.NEVER
	}
	let json: unknown
	try {
		json = JSON.parse(/^\s*\[/.test(given) ? given : readFileSync(given, 'utf8'))
	} catch (error) {
		return fail(`neither a list in JSON nor a file with one: ${(error as Error).message}`)
	}
	const parsed = IdentityProviders.safeParse(json)
	if (parsed.success) return parsed.data
	return fail(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
})

/** Where the demonstration's own provider answers on this site. */
export const DEMO_IDENTITY_PATH = '/demo-identity'

/** The provider of fictional people, as this site knows it wherever it runs. */
export const fictionalProvider = (issuer: string): IdentityProvider => ({
	id: 'demo',
	label: {
		kk: 'Көрсетілімнің мемлекеттік сәйкестендіруі',
		ru: 'Государственная идентификация (демо)',
		en: 'State identity of the demo',
	},
	issuer,
	clientId: 'jauap',
	clientSecret: 'no secret: everybody here is fictional',
	scope: 'openid profile',
	country: 'KZ',
	claims: {
		identifier: 'national_id',
		name: ['name'],
		names: { kk: ['name#kk'], ru: ['name#ru'], en: ['name#en'] },
		region: 'address.region',
	},
	level: 2,
})
