import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from '#server/configuration.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'settings-'))
const PRODUCTION = {
	NODE_ENV: 'production',
	SECRET_KEY: 'k'.repeat(40),
	IDENTITY_KEY: 'i'.repeat(40),
	PUBLIC_URL: 'https://jauap.example/',
}

const IDENTITY_PROVIDERS = JSON.stringify([
	{
		id: 'egov',
		label: { kk: 'eGov', ru: 'eGov', en: 'eGov' },
		issuer: 'https://idp.example',
		clientId: 'jauap',
		clientSecret: 'known to both',
		claims: { identifier: 'iin' },
	},
])

describe('what is not set', () => {
	test('has a default that needs no server beside', () => {
		const settings = readConfiguration({ DATA_DIR: aFolder() })
		expect(settings).toMatchObject({
			PORT: 3000,
			ROLE: 'all',
			DEMO: false,
			JURISDICTION: 'KZ',
			PUBLIC_URL: 'http://localhost:3000',
		})
	})

	test('is the same as what is set to nothing', () => {
		expect(readConfiguration({ DATA_DIR: aFolder(), SMTP_URL: '', PORT: '' }).SMTP_URL).toBeUndefined()
	})

	test('a key is made once, kept, and read by nobody else', () => {
		const DATA_DIR = aFolder()
		const first = readConfiguration({ DATA_DIR })
		expect(first.SECRET_KEY.length).toBeGreaterThan(40)
		expect(readConfiguration({ DATA_DIR }).SECRET_KEY).toBe(first.SECRET_KEY)
		expect(statSync(join(DATA_DIR, 'secret-key')).mode & 0o077).toBe(0)
	})
})

test('mail servers of ours are those that are named, and this machine', () => {
	const isRelay = readConfiguration({ DATA_DIR: aFolder() }).MAIL_IN_RELAYS
	expect(['127.0.0.1', '::ffff:127.0.0.2', '::1'].every(isRelay)).toBe(true)
	expect(['172.17.0.1', '10.0.0.5', '203.0.113.5', ''].some(isRelay)).toBe(false)
	const named = readConfiguration({ DATA_DIR: aFolder(), MAIL_IN_RELAYS: '10.0.0.5 2001:db8::/32' })
	expect(['10.0.0.5', '::ffff:10.0.0.5', '2001:db8::7'].every(named.MAIL_IN_RELAYS)).toBe(true)
	expect(['10.0.0.6', '127.0.0.1', '::1'].some(named.MAIL_IN_RELAYS)).toBe(false)
})

describe('a wrong setting stops the start and is named', () => {
	test.each([
		[{ PORT: 'many' }, 'PORT'],
		[{ PORT: '70000' }, 'PORT'],
		[{ ROLE: 'king' }, 'ROLE'],
		[{ JURISDICTION: 'XX' }, 'JURISDICTION'],
		[{ SMTP_URL: 'mail.example' }, 'SMTP_URL: must begin with smtp://'],
		[{ PUBLIC_URL: 'jauap.example' }, 'PUBLIC_URL'],
		[{ DATABASE_REPLICA_URL: 'data.db' }, 'DATABASE_REPLICA_URL'],
		[{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
		[{ DEMO: 'perhaps' }, 'DEMO'],
		[{ MAIL_IN_RELAYS: 'mail.example' }, 'MAIL_IN_RELAYS'],
		[{ MAIL_IN_RELAYS: '10.0.0.0/33' }, 'MAIL_IN_RELAYS'],
		[{ NODE_ENV: 'production', PUBLIC_URL: 'https://a.example' }, 'SECRET_KEY: needed in production'],
		[{ NODE_ENV: 'production', SECRET_KEY: 'k'.repeat(40) }, 'PUBLIC_URL: needed in production'],
		[{ ...PRODUCTION, IDENTITY_KEY: undefined, IDENTITY_PROVIDERS }, 'IDENTITY_KEY: needed in production'],
		[
			{ ...PRODUCTION, IDENTITY_PROVIDERS: IDENTITY_PROVIDERS.replace('https', 'http') },
			'the issuer of egov must be https',
		],
		[{ ...PRODUCTION, DEMO: '1' }, 'DEMO'],
	])('%j', (environment, words) => {
		const read = () => readConfiguration({ DATA_DIR: aFolder(), ...environment })
		expect(read).toThrow(ConfigurationError)
		expect(read).toThrow(words)
	})

	test('and all of them are named at once', () => {
		const read = () => readConfiguration({ PORT: 'x', ROLE: 'y' })
		expect(read).toThrow(/PORT[\s\S]*ROLE/)
	})
})

test('a production site is taken as it is set', () => {
	const settings = readConfiguration(PRODUCTION)
	expect(settings).toMatchObject({ production: true, PUBLIC_URL: 'https://jauap.example' })
})
