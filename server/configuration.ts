import { createHmac, createPrivateKey, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
	DEMO_IDENTITY_PATH,
	fictionalProvider,
	type IdentityProvider,
	identityProviders,
} from './identity-providers.ts'
import { relaysIn } from './relays.ts'

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
	IDENTITY_KEY: z
		.string()
		.min(32, 'must have at least 32 characters')
		.optional()
		.describe('national identifiers are kept only as hashes under it; made from SECRET_KEY if not set'),
	STEP_UP_MINUTES: count(1, 480)
		.default(10)
		.describe('how long a second factor, once shown, is enough for signing and other acts with legal effect'),
	IDENTITY_PROVIDERS: identityProviders
		.optional()
		.describe('state identities over OpenID Connect: a list in JSON, or the path of a file with it'),
	DEMO: yes.describe('sign in as a demo person at one click; never in production'),
	RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('off only to measure or test the server'),
	NCANODE_URL: url
		.optional()
		.describe('NCANode 3 that verifies signatures with GOST keys, http://host:14579'),
	REVOCATION: z
		.enum(['later', 'required'])
		.default('later')
		.describe('a signed text while no authority answers: taken and asked about later, or required at once'),
	PRIVATE_RESPONDERS: z
		.string()
		.default('')
		.transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean))
		.describe('OCSP and CRL hosts inside a private network that may be asked, host:port with commas'),
	STREAM_HOSTS: z
		.string()
		.default('')
		.transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean))
		.refine((hosts) => hosts.every((host) => /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i.test(host)), {
			message: 'must be names of hosts, with commas',
		})
		.describe('hosts whose streams may stand in the room of a hearing, www.youtube.com, with commas'),
	JURISDICTION: z.enum(['KZ', 'GB', 'EE']).default('KZ').describe('profile of the law in force'),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
		.optional()
		.describe('mail server; without it mail is written to MAIL_DIR'),
	MAIL_IN_PORT: count(0, 65_535)
		.optional()
		.describe('port on which letters to us are taken in; none if not set'),
	MAIL_IN_HOST: z.string().default('127.0.0.1').describe('address of that port; loopback unless set'),
	MAIL_IN_DOMAIN: z
		.string()
		.regex(/^[a-z0-9.-]+$/i, 'must be the name of a domain')
		.optional()
		.describe('domain of the addresses to write to; the host of PUBLIC_URL if not set'),
	MAIL_IN_PROTOCOL: z
		.enum(['smtp', 'lmtp'])
		.default('smtp')
		.describe('what the mail server before us speaks'),
	MAIL_IN_RELAYS: z
		.string()
		.default('127.0.0.0/8, ::1')
		.transform((list, context) => {
			try {
				return relaysIn(list)
			} catch {
				context.addIssue({
					code: 'custom',
					message: 'must be addresses or networks, 10.0.0.0/8, with commas',
				})
				return z.NEVER
			}
		})
		.describe('mail servers that relay to us: their Received line is believed'),
	MAIL_IN_CERTIFICATE: z.string().optional().describe('file of the certificate (PEM) for STARTTLS'),
	MAIL_IN_KEY: z.string().optional().describe('file of the private key (PEM) for STARTTLS'),
	MAIL_IN_CONNECTIONS: count(1, 10_000).default(250).describe('connections at a time on that port'),
	MAIL_FROM: z.string().default('Jauap <jauap@localhost>').describe('sender of mail'),
	DKIM_DOMAIN: z.string().optional().describe('domain in whose name letters are signed (DKIM)'),
	DKIM_SELECTOR: z.string().optional().describe('name of the key under that domain'),
	DKIM_KEY: z.string().optional().describe('file of the private key (PEM) that signs letters'),
	MAIL_DIR: z.string().optional().describe('folder for mail that is not sent; DATA_DIR/mail if not set'),
	SMS_URL: url.optional().describe('gateway that takes short messages; without it they lie in DATA_DIR/sms'),
	SMS_TOKEN: z.string().optional().describe('bearer token for the gateway of short messages'),
	LOG_LEVEL: z
		.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
		.default('info')
		.describe('least important line that is logged'),
})

export type Configuration = Required<
	Pick<
		z.infer<typeof SETTINGS>,
		'PUBLIC_URL' | 'SECRET_KEY' | 'IDENTITY_KEY' | 'IDENTITY_PROVIDERS' | 'MAIL_DIR'
	>
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
	const SECRET_KEY = settings.SECRET_KEY ?? keptKey(settings.DATA_DIR)
	const PUBLIC_URL = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
	return {
		...settings,
		production: settings.NODE_ENV === 'production',
		PUBLIC_URL,
		SECRET_KEY,
		IDENTITY_KEY: settings.IDENTITY_KEY ?? derivedKey(SECRET_KEY),
		IDENTITY_PROVIDERS: settings.IDENTITY_PROVIDERS ?? fictional({ ...settings, PUBLIC_URL }),
		MAIL_IN_DOMAIN: mailDomain(settings),
		MAIL_DIR: settings.MAIL_DIR ?? join(settings.DATA_DIR, 'mail'),
	}
}

/** The demo has fictional people who show who they are. */
function fictional({
	DEMO,
	NODE_ENV,
	PUBLIC_URL,
}: z.infer<typeof SETTINGS> & { PUBLIC_URL: string }): IdentityProvider[] {
	if (!DEMO || NODE_ENV === 'production') return []
	return [fictionalProvider(PUBLIC_URL + DEMO_IDENTITY_PATH)]
}

/** Undefined where no letters are taken in. Another machine than the one that takes them may only name the domain. */
function mailDomain({
	MAIL_IN_DOMAIN,
	MAIL_IN_PORT,
	PUBLIC_URL,
}: z.infer<typeof SETTINGS>): string | undefined {
	if (MAIL_IN_DOMAIN || MAIL_IN_PORT === undefined) return MAIL_IN_DOMAIN
	return PUBLIC_URL ? new URL(PUBLIC_URL).hostname : 'localhost'
}

function problemsTogether(settings: z.infer<typeof SETTINGS>): string[] {
	const problems: string[] = []
	if (Boolean(settings.MAIL_IN_CERTIFICATE) !== Boolean(settings.MAIL_IN_KEY))
		problems.push('MAIL_IN_CERTIFICATE, MAIL_IN_KEY: STARTTLS needs both')
	const signing = [settings.DKIM_DOMAIN, settings.DKIM_SELECTOR, settings.DKIM_KEY]
	if (signing.some(Boolean) && !signing.every(Boolean))
		problems.push('DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY: letters are signed with all three or not at all')
	if (settings.DKIM_KEY && !isPrivateKey(settings.DKIM_KEY))
		problems.push('DKIM_KEY: must be a file with an RSA private key (PEM)')
	if (settings.NODE_ENV !== 'production') return problems
	if (settings.DEMO) problems.push('DEMO: the demo sign-in lets anybody in; it cannot be on in production')
	if (!settings.SECRET_KEY) {
		problems.push('SECRET_KEY: needed in production; make one with `openssl rand -base64 48`')
	}
	// A key of its own: a secret key can be changed, and then nobody may become a stranger to their account.
	if (settings.IDENTITY_PROVIDERS && !settings.IDENTITY_KEY) {
		problems.push(
			'IDENTITY_KEY: needed in production with IDENTITY_PROVIDERS; make one with `openssl rand -base64 48` and never change it',
		)
	}
	for (const { id, issuer } of settings.IDENTITY_PROVIDERS ?? [])
		if (!issuer.startsWith('https:')) problems.push(`IDENTITY_PROVIDERS: the issuer of ${id} must be https`)
	if (!settings.PUBLIC_URL) problems.push('PUBLIC_URL: needed in production, for the links in mail')
	return problems
}

/** A key that cannot sign would leave every letter unsigned without a word. */
function isPrivateKey(file: string): boolean {
	try {
		return createPrivateKey(readFileSync(file)).asymmetricKeyType === 'rsa'
	} catch {
		return false
	}
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

const derivedKey = (secretKey: string) => createHmac('sha256', secretKey).update('identity').digest('base64')

let known: Configuration | undefined

/** The settings of this process. */
export function configuration(): Configuration {
	known ??= readConfiguration(process.env)
	return known
}
