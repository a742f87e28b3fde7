import { sql } from 'drizzle-orm'
import { check, choice, id, index, instant, integer, table, text, uniqueIndex } from '../columns.ts'
import { bodies } from './bodies.ts'
import { oneOf } from './one-of.ts'

export const NAME_DISPLAYS = ['full', 'initials', 'number'] as const
export const ROLES = ['clerk', 'executor', 'approver', 'administrator', 'overseer', 'moderator'] as const
export type Role = (typeof ROLES)[number]
export const CODE_PURPOSES = ['confirm', 'reset', 'change'] as const

/** Somebody with an account. `emailFolded` is what is compared; `email` what is written to. */
export const people = table(
	'people',
	{
		id: id(),
		email: text('email').notNull(),
		emailFolded: text('email_folded').notNull(),
		emailConfirmedAt: instant('email_confirmed_at'),
		/** argon2id in its own encoded form. */
		passwordHash: text('password_hash'),
		/** For the legal record; what the public sees follows `nameDisplay`. */
		fullName: text('full_name').notNull(),
		nameDisplay: choice('name_display', NAME_DISPLAYS).notNull().default('initials'),
		postalAddress: text('postal_address'),
		language: text('language').notNull(),
		/** 0 nothing confirmed, 1 e-mail confirmed, 2 state identity, 3 digital signature. */
		assuranceLevel: integer('assurance_level').notNull().default(0),
		createdAt: instant('created_at').notNull(),
		closedAt: instant('closed_at'),
	},
	(person) => [
		uniqueIndex('people_email').on(person.emailFolded),
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
	},
	(session) => [
		index('sessions_person').on(session.personId),
		index('sessions_expires').on(session.expiresAt),
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

/** The secret under which one desk member reads the deadlines of their bodies as a calendar. */
export const calendarLinks = table('calendar_links', {
	personId: id('person_id').references(() => people.id, { onDelete: 'cascade' }),
	secretHash: text('secret_hash').notNull(),
	createdAt: instant('created_at').notNull(),
})
