import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''))
const yes = z.stringbool().default(false)
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** Every setting of an installation. All have a default that needs no server beside this one. */
const SETTINGS = z.object({
	NODE_ENV: z
		.enum(['production', 'development', 'test'])
		.default('development')
		.describe('production on a public installation'),
	PORT: count(0, 65_535).default(3000).describe('port to listen on'),
	HOST: z.string().default('0.0.0.0').describe('address to listen on'),
	PUBLIC_URL: url.optional().describe('address people use; links in mail begin with it'),
	TRUST_PROXY: count(0, 10).default(0).describe('how many reverse proxies stand before this server'),
	ROLE: z
		.enum(['web', 'duties', 'all'])
		.default('all')
		.describe('web answers requests, duties does what falls due'),
	WEB_CONCURRENCY: count(1, 64).default(1).describe('web processes on this machine'),
	DATABASE_URL: z.string().default('data/jauap.db').describe('SQLite file, or postgres://...'),
	DATABASE_REPLICA_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
		.optional()
		.describe('PostgreSQL replica that reads may go to'),
	DATA_DIR: z.string().default('data').describe('folder of files, mail and the kept key'),
	FILES_URL: url
		.optional()
		.describe('S3 bucket for uploaded files: https://key:secret@host/bucket?region=...'),
	SECRET_KEY: z
		.string()
		.min(32, 'must have at least 32 characters')
		.optional()
		.describe('signs links and codes; made and kept in DATA_DIR outside production'),
	DEMO: yes.describe('sign in as a demo person at one click; never in production'),
	RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('off only to measure or test the server'),
	JURISDICTION: z.enum(['KZ', 'GB', 'EE']).default('KZ').describe('profile of the law in force'),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
		.optional()
		.describe('mail server; without it mail is written to MAIL_DIR'),
	MAIL_FROM: z.string().default('Jauap <jauap@localhost>').describe('sender of mail'),
	MAIL_DIR: z.string().optional().describe('folder for mail that is not sent; DATA_DIR/mail if not set'),
	LOG_LEVEL: z
		.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
		.default('info')
		.describe('least important line that is logged'),
})

export type Configuration = Required<
	Pick<z.infer<typeof SETTINGS>, 'PUBLIC_URL' | 'SECRET_KEY' | 'MAIL_DIR'>
> &
	z.infer<typeof SETTINGS> & { production: boolean }

export class ConfigurationError extends Error {
	override name = 'ConfigurationError'
}

/** Reads the settings once; a wrong one stops the start and says what to change. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
	// An empty setting is one that was not made: compose files write `SMTP_URL=`.
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
	const parsed = SETTINGS.safeParse(given)
	const problems = parsed.success
		? problemsTogether(parsed.data)
		: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
	if (!parsed.success || problems.length) {
		throw new ConfigurationError(`The settings are not right:\n${problems.map((p) => `  ${p}`).join('\n')}`)
	}
	const settings = parsed.data
	return {
		...settings,
		production: settings.NODE_ENV === 'production',
		PUBLIC_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
		SECRET_KEY: settings.SECRET_KEY ?? keptKey(settings.DATA_DIR),
		MAIL_DIR: settings.MAIL_DIR ?? join(settings.DATA_DIR, 'mail'),
	}
}

function problemsTogether(settings: z.infer<typeof SETTINGS>): string[] {
	const problems: string[] = []
	if (settings.NODE_ENV !== 'production') return problems
	if (settings.DEMO) problems.push('DEMO: the demo sign-in lets anybody in; it cannot be on in production')
	if (!settings.SECRET_KEY) {
		problems.push('SECRET_KEY: needed in production; make one with `openssl rand -base64 48`')
	}
	if (!settings.PUBLIC_URL) problems.push('PUBLIC_URL: needed in production, for the links in mail')
	return problems
}

/** Links and sessions of a trial installation survive a restart. */
function keptKey(folder: string): string {
	const file = join(folder, 'secret-key')
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true })
		try {
			writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx' })
		} catch (error) {
			// Another process of this installation was quicker: its key is the key.
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
		}
	}
	return readFileSync(file, 'utf8').trim()
}

let known: Configuration | undefined

/** The settings of this process. */
export function configuration(): Configuration {
	known ??= readConfiguration(process.env)
	return known
}
