import {
	bytes,
	check,
	choice,
	id,
	index,
	instant,
	integer,
	json,
	table,
	text,
	uniqueIndex,
} from '../columns.ts'
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

export const FACTOR_KINDS = ['passkey', 'totp'] as const

/** What a person shows beside a password: a passkey, or the codes of an application. */
export const factors = table(
	'factors',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		kind: choice('kind', FACTOR_KINDS).notNull(),
		/** The person's own word for it. */
		name: text('name').notNull(),
		/** Of a passkey, in base64url; its public key and what it said last of how often it was used. */
		credentialId: text('credential_id'),
		publicKey: bytes('public_key'),
		counter: integer('counter').notNull().default(0),
		transports: json<string[]>('transports'),
		/** What the application and the server share, encrypted. */
		secret: text('secret'),
		/** The half minute whose code was used last: neither it nor one before it opens anything again. */
		lastStep: integer('last_step'),
		createdAt: instant('created_at').notNull(),
		lastUsedAt: instant('last_used_at'),
	},
	(factor) => [
		index('factors_person').on(factor.personId),
		uniqueIndex('factors_credential').on(factor.credentialId),
		check('factors_kind', oneOf(factor.kind, FACTOR_KINDS)),
	],
)

/** For the day on which the telephone is lost: each opens once, and only its hash is kept. */
export const recoveryCodes = table(
	'recovery_codes',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		codeHash: text('code_hash').notNull(),
		usedAt: instant('used_at'),
		createdAt: instant('created_at').notNull(),
	},
	(code) => [index('recovery_codes_person').on(code.personId)],
)

export const CEREMONIES = ['create', 'get', 'sign-in'] as const

/** What a passkey has to answer, under its hash; gone once it was answered. Nobody's while signing in. */
export const challenges = table(
	'challenges',
	{
		id: id(),
		personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
		ceremony: choice('ceremony', CEREMONIES).notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(challenge) => [
		index('challenges_expires').on(challenge.expiresAt),
		check('challenges_ceremony', oneOf(challenge.ceremony, CEREMONIES)),
	],
)

/** A browser in which somebody has signed in, under the hash of its cookie and of whose it is. */
export const devices = table(
	'devices',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		seenAt: instant('seen_at').notNull(),
	},
	(device) => [index('devices_person').on(device.personId), index('devices_seen').on(device.seenAt)],
)
