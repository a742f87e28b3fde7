import { bytes, check, choice, id, index, instant, table, text, uniqueIndex } from '../columns.ts'
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

/** A certification authority whose certificates are believed here; added by an administrator. */
export const authorities = table(
	'authorities',
	{
		id: id(),
		/** Its name as its certificate says it. */
		name: text('name').notNull(),
		certificate: bytes('certificate').notNull(),
		/** SHA-256 of the certificate. */
		fingerprint: text('fingerprint').notNull(),
		validFrom: instant('valid_from').notNull(),
		validUntil: instant('valid_until').notNull(),
		addedAt: instant('added_at').notNull(),
		addedBy: text('added_by'),
	},
	(authority) => [uniqueIndex('authorities_once').on(authority.fingerprint)],
)

/** A statement that has served: signed once, it is worth nothing a second time. */
export const spentStatements = table(
	'spent_statements',
	{
		nonceHash: id('nonce_hash'),
		/** From then on it would be refused for its age. */
		expiresAt: instant('expires_at').notNull(),
	},
	(statement) => [index('spent_statements_expires').on(statement.expiresAt)],
)

export const SIGNED_SUBJECTS = ['inquiry', 'answer', 'petition', 'protocol'] as const
/** What is known of the certificate at the moment of signing; 'unchecked' while nobody answered. */
export const REVOCATION_STATES = ['good', 'revoked', 'unchecked'] as const

/** A digital signature as it was given, whole, so that anybody can verify it again. */
export const signatures = table(
	'signatures',
	{
		id: id(),
		subject: choice('subject', SIGNED_SUBJECTS).notNull(),
		subjectId: text('subject_id').notNull(),
		personId: text('person_id').references(() => people.id),
		/** The bytes that were signed, and the signature over them as DER. */
		statement: text('statement').notNull(),
		cms: bytes('cms').notNull(),
		/** The signed text to the byte: the statement holds its hash. */
		text: text('text').notNull(),
		signerName: text('signer_name').notNull(),
		issuer: text('issuer').notNull(),
		serial: text('serial').notNull(),
		validUntil: instant('valid_until').notNull(),
		signedAt: instant('signed_at').notNull(),
		revocation: choice('revocation', REVOCATION_STATES).notNull(),
		/** When to ask again, while it is unchecked. */
		nextCheckAt: instant('next_check_at'),
	},
	(signature) => [
		index('signatures_subject').on(signature.subject, signature.subjectId),
		index('signatures_unchecked').on(signature.nextCheckAt),
		check('signatures_subject', oneOf(signature.subject, SIGNED_SUBJECTS)),
		check('signatures_revocation', oneOf(signature.revocation, REVOCATION_STATES)),
	],
)
