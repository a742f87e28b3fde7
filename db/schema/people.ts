import { sql } from 'drizzle-orm'
import { check, choice, id, index, instant, integer, table, text, uniqueIndex } from '../columns.ts'
import { bodies } from './bodies.ts'
import { oneOf } from './one-of.ts'

export const NAME_DISPLAYS = ['full', 'initials', 'number'] as const
export const ROLES = ['clerk', 'executor', 'approver', 'administrator', 'overseer', 'moderator'] as const
export type Role = (typeof ROLES)[number]
export const CODE_PURPOSES = ['confirm', 'reset', 'change', 'phone', 'sign-in', 'again'] as const

/** How a session was opened. */
export const SESSION_PROOFS = ['password', 'code', 'oidc', 'eds', 'passkey'] as const
/** The proofs that tell who somebody is in law: state identity and digital signature. */
export const IDENTITY_KINDS = ['oidc', 'eds'] as const

/**
 * Somebody with an account. `emailFolded` is what is compared; `email` what is written to. Whoever came by
 * a state identity may have no address; one that is not confirmed yet belongs to nobody.
 */
export const people = table(
	'people',
	{
		id: id(),
		email: text('email'),
		emailFolded: text('email_folded'),
		emailConfirmedAt: instant('email_confirmed_at'),
		/** argon2id in its own encoded form. */
		passwordHash: text('password_hash'),
		/** For the legal record; what the public sees follows `nameDisplay`. */
		fullName: text('full_name').notNull(),
		nameDisplay: choice('name_display', NAME_DISPLAYS).notNull().default('initials'),
		postalAddress: text('postal_address'),
		/** In the form +77010000000, only once it is confirmed. */
		phone: text('phone'),
		language: text('language').notNull(),
		/** The highest proof on the account: 0 none, 1 e-mail, 2 state identity, 3 digital signature. */
		assuranceLevel: integer('assurance_level').notNull().default(0),
		/** The national identifier under the key of the installation: one human is one person. */
		identifierHash: text('identifier_hash'),
		createdAt: instant('created_at').notNull(),
		closedAt: instant('closed_at'),
	},
	(person) => [
		uniqueIndex('people_email').on(person.emailFolded),
		uniqueIndex('people_identifier').on(person.identifierHash),
		check('people_assurance', sql`${person.assuranceLevel} between 0 and 3`),
	],
)

/** A session under the hash of its id, so that reading the table signs nobody in. */
export const sessions = table(
	'sessions',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		expiresAt: instant('expires_at').notNull(),
		createdAt: instant('created_at').notNull(),
		/** When a second factor was shown in it last. */
		factorAt: instant('factor_at'),
		/** The browser and the system, as 'Firefox, Linux'. */
		device: text('device'),
		seenAt: instant('seen_at'),
		/** The highest proof shown since signing in, and how that was done. */
		level: integer('level').notNull().default(1),
		proof: choice('proof', SESSION_PROOFS).notNull().default('password'),
	},
	(session) => [
		index('sessions_person').on(session.personId),
		index('sessions_expires').on(session.expiresAt),
		check('sessions_level', sql`${session.level} between 0 and 3`),
		check('sessions_proof', oneOf(session.proof, SESSION_PROOFS)),
	],
)

/**
 * A proof of who a person is, by the provider that gives it. One that was taken off opens nothing; the row
 * stays, so that the same human comes back to the same account.
 */
export const identities = table(
	'identities',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		kind: choice('kind', IDENTITY_KINDS).notNull(),
		/** The provider's name in the configuration; 'eds' for signatures. */
		provider: text('provider').notNull(),
		level: integer('level').notNull(),
		/** As the provider says it. */
		region: text('region'),
		linkedAt: instant('linked_at').notNull(),
		lastUsedAt: instant('last_used_at').notNull(),
		unlinkedAt: instant('unlinked_at'),
	},
	(identity) => [
		uniqueIndex('identities_person').on(identity.personId, identity.kind, identity.provider),
		check('identities_kind', oneOf(identity.kind, IDENTITY_KINDS)),
		check('identities_level', sql`${identity.level} between 0 and 3`),
	],
)

/** A code sent by mail: to confirm an address, to reset a password, to change an address. */
export const codes = table(
	'codes',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		purpose: choice('purpose', CODE_PURPOSES).notNull(),
		codeHash: text('code_hash').notNull(),
		/** The new address, for a change. */
		email: text('email'),
		/** The telephone number to confirm. */
		phone: text('phone'),
		expiresAt: instant('expires_at').notNull(),
		attempts: integer('attempts').notNull().default(0),
		usedAt: instant('used_at'),
		createdAt: instant('created_at').notNull(),
	},
	(code) => [index('codes_person').on(code.personId, code.purpose)],
)

/** What a person may do, in one body or, for the roles of the whole installation, in none. */
export const roles = table(
	'roles',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		role: choice('role', ROLES).notNull(),
		bodyId: text('body_id').references(() => bodies.id),
		grantedAt: instant('granted_at').notNull(),
		endedAt: instant('ended_at'),
	},
	(role) => [
		index('roles_person').on(role.personId),
		index('roles_body').on(role.bodyId, role.role),
		check('roles_role', oneOf(role.role, ROLES)),
	],
)

/**
 * A form that somebody filled in before they went to a provider to show who they are. It is read again only with
 * the key in their own browser.
 */
export const waitingForms = table(
	'waiting_forms',
	{
		id: id(),
		locked: text('locked').notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(form) => [index('waiting_forms_expires').on(form.expiresAt)],
)

/** The secret under which one desk member reads the deadlines of their bodies as a calendar. */
export const calendarLinks = table('calendar_links', {
	personId: id('person_id').references(() => people.id, { onDelete: 'cascade' }),
	secretHash: text('secret_hash').notNull(),
	createdAt: instant('created_at').notNull(),
})
