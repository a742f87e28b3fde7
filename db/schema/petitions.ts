import { sql } from 'drizzle-orm'
import {
	type AnyColumn,
	check,
	choice,
	counter,
	day,
	flag,
	id,
	index,
	instant,
	integer,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex,
} from '../columns.ts'
import { bodies } from './bodies.ts'
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

/**
 * Where a petition stands: being written; gathering its sponsors by direct link; without enough of them in time;
 * being checked; rejected; collecting signatures; sent to the body and considered by it; decided; ended short of its
 * threshold and given back, as an inquiry to the body; collected to its end where a decision needs no sending;
 * withdrawn by its author.
 */
export const PETITION_STATES = [
	'draft',
	'sponsoring',
	'lapsed',
	'checking',
	'rejected',
	'open',
	'considered',
	'decided',
	'returned',
	'closed',
	'withdrawn',
] as const
export type PetitionState = (typeof PETITION_STATES)[number]

export interface ThresholdNeeded {
	/** A key of the profile's thresholds. */
	key: string
	needed: number
}

/** A collective demand, from its first draft to the decision. What it counts stands in `petition_tallies`. */
export const petitions = table(
	'petitions',
	{
		id: counter('id'),
		/** Given when it leaves its author's hands: P-2026-000017-3. */
		number: text('number'),
		state: choice('state', PETITION_STATES).notNull().default('draft'),
		bodyId: text('body_id').references(() => bodies.id),
		/** The language of record; other texts are marked as translations of it. */
		language: text('language').notNull(),
		authorId: text('author_id').references(() => people.id),
		/** The legal record of who started it. Never public. */
		authorName: text('author_name').notNull(),
		authorAddress: text('author_address'),
		/** What the public reads in place of the name. */
		publicAuthor: text('public_author').notNull(),
		/** The group in whose name the author acts, as the public reads it. */
		representing: text('representing'),
		profileId: text('profile_id').notNull(),
		profileVersion: text('profile_version').notNull(),
		/** What the body decides as, a key of the profile's competences; a copy, as are the thresholds it gives. */
		competence: text('competence'),
		thresholds: json<ThresholdNeeded[]>('thresholds'),
		/** How well a signer must be known; fixed when the first may sign. */
		signatureLevel: integer('signature_level').notNull().default(1),
		/** Of the direct link by which sponsors find it. */
		linkHash: text('link_hash'),
		sponsorsNeeded: integer('sponsors_needed').notNull().default(0),
		sponsorsMost: integer('sponsors_most'),
		/** Legal dates: copies of what the clock gives, for lists and duties. */
		sponsorsBy: day('sponsors_by'),
		checkBy: day('check_by'),
		informMediaBy: day('inform_media_by'),
		collectsUntil: day('collects_until'),
		/** The moment at which collecting ends: midnight after `collectsUntil` in the zone of the profile. */
		closesAt: instant('closes_at'),
		createdAt: instant('created_at').notNull(),
		updatedAt: instant('updated_at').notNull(),
		/** When the link to gather sponsors was opened. */
		linkedAt: instant('linked_at'),
		sponsoredAt: instant('sponsored_at'),
		checkedAt: instant('checked_at'),
		publishedAt: instant('published_at'),
		mediaInformedAt: instant('media_informed_at'),
		endedAt: instant('ended_at'),
		rejectionGround: text('rejection_ground'),
		rejectionReason: text('rejection_reason'),
		/** The ground of its rejection hides the text. */
		hidden: flag('hidden').notNull().default(false),
		/** The petition that asks for the opposite. */
		counterTo: integer('counter_to').references((): AnyColumn => petitions.id),
		/** The inquiry that it became. */
		inquiryNumber: text('inquiry_number'),
		/** When the signatures were last counted one by one, and whether they gave the totals. */
		recountedAt: instant('recounted_at'),
		recountAgreed: flag('recount_agreed'),
		/** When the rows of its signers were made anonymous. */
		anonymisedAt: instant('anonymised_at'),
		submissionId: text('submission_id'),
	},
	(petition) => [
		uniqueIndex('petitions_number').on(petition.number),
		uniqueIndex('petitions_submission').on(petition.submissionId),
		index('petitions_state').on(petition.state, petition.publishedAt),
		index('petitions_closing').on(petition.state, petition.closesAt),
		index('petitions_body').on(petition.bodyId, petition.state, petition.publishedAt),
		index('petitions_author').on(petition.authorId, petition.createdAt),
		index('petitions_counter').on(petition.counterTo),
		check('petitions_state', oneOf(petition.state, PETITION_STATES)),
	],
)

/** The text of a petition in one language. Fixed from the moment its sponsors may sign it. */
export const petitionTexts = table(
	'petition_texts',
	{
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		title: text('title').notNull().default(''),
		/** What is asked for, in Markdown, as are the next two. */
		substance: text('substance').notNull().default(''),
		arguments: text('arguments').notNull().default(''),
		proposals: text('proposals').notNull().default(''),
		/** All three with their headings, sanitized once, when they are saved. */
		html: text('html').notNull().default(''),
		updatedAt: instant('updated_at').notNull(),
	},
	(petitionText) => [primaryKey({ columns: [petitionText.petitionId, petitionText.language] })],
)

export const SIGNATURE_METHODS = ['email', 'oidc', 'eds', 'paper'] as const
export type SignatureMethod = (typeof SIGNATURE_METHODS)[number]
/** Counted; set apart until somebody has looked; taken out of the count; taken back by its signer. */
export const SIGNATURE_STATES = ['confirmed', 'review', 'removed', 'withdrawn'] as const
export type SignatureState = (typeof SIGNATURE_STATES)[number]

/**
 * One person's signature. The ordinal is its place in the published list of commitments and never changes; what
 * says who signed is emptied when the signature is taken back and when the time to keep it is over.
 */
export const petitionSignatures = table(
	'petition_signatures',
	{
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id),
		ordinal: integer('ordinal').notNull(),
		/** The signer under the key of the installation and of this petition: one human, one row. */
		signerHash: text('signer_hash').notNull(),
		level: integer('level').notNull(),
		method: choice('method', SIGNATURE_METHODS).notNull(),
		state: choice('state', SIGNATURE_STATES).notNull(),
		/** ISO 3166-2; `unknown` where it was neither proven nor said. */
		region: text('region').notNull(),
		signedAt: instant('signed_at').notNull(),
		/** SHA-256 over what the receipt says, with its salt. */
		commitment: text('commitment').notNull(),
		personId: text('person_id'),
		fullName: text('full_name'),
		/** First name and initial, of those who want to be shown. */
		publicName: text('public_name'),
		/** Of a signer without an account. */
		email: text('email'),
		language: text('language').notNull(),
		/** The signer wants to hear from the author and of what becomes of it. */
		updates: flag('updates').notNull(),
		/** The version of the consent that was given. */
		consent: integer('consent').notNull(),
		/** Where it came from, as keyed hashes: the address and its network. The domain of an e-mail as it is. */
		address: text('address'),
		network: text('network'),
		domain: text('domain'),
		/** The invalidation that took it out. */
		invalidationId: text('invalidation_id'),
	},
	(signature) => [
		primaryKey({ columns: [signature.petitionId, signature.ordinal] }),
		uniqueIndex('petition_signatures_once').on(signature.petitionId, signature.signerHash),
		index('petition_signatures_set_apart')
			.on(signature.petitionId, signature.ordinal)
			.where(sql`state = 'review'`),
		index('petition_signatures_removed_by')
			.on(signature.invalidationId, signature.ordinal)
			.where(sql`invalidation_id is not null`),
		check('petition_signatures_level', sql`${signature.level} between 1 and 3`),
		check('petition_signatures_method', oneOf(signature.method, SIGNATURE_METHODS)),
		check('petition_signatures_state', oneOf(signature.state, SIGNATURE_STATES)),
	],
)

/** What the rows of a petition's signatures add up to, kept in the transaction that adds them. */
export const petitionTallies = table('petition_tallies', {
	petitionId: integer('petition_id')
		.primaryKey()
		.references(() => petitions.id, { onDelete: 'cascade' }),
	/** The last ordinal given out: all rows, whatever their state. */
	taken: integer('taken').notNull().default(0),
	confirmed: integer('confirmed').notNull().default(0),
	review: integer('review').notNull().default(0),
	removed: integer('removed').notNull().default(0),
	withdrawn: integer('withdrawn').notNull().default(0),
	/** The chain over all commitments: SHA-256 of the head before and the commitment, in hex. */
	head: text('head').notNull(),
	lastSignedAt: instant('last_signed_at'),
})

export const TALLIED_BY = ['method', 'region', 'hour'] as const

/** Confirmed signatures by method, by region, and by the hour in which they were given ('2026-11-22T10', UTC). */
export const petitionCells = table(
	'petition_cells',
	{
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		by: choice('by', TALLIED_BY).notNull(),
		key: text('key').notNull(),
		confirmed: integer('confirmed').notNull(),
	},
	(cell) => [
		primaryKey({ columns: [cell.petitionId, cell.by, cell.key] }),
		check('petition_cells_by', oneOf(cell.by, TALLIED_BY)),
	],
)

/** The head of the chain as it stood after an ordinal, signed by the installation: nobody can rewrite what is before. */
export const petitionCheckpoints = table(
	'petition_checkpoints',
	{
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		ordinal: integer('ordinal').notNull(),
		head: text('head').notNull(),
		at: instant('at').notNull(),
		/** Ed25519, base64url, over the statement of the checkpoint. */
		signature: text('signature').notNull(),
	},
	(checkpoint) => [primaryKey({ columns: [checkpoint.petitionId, checkpoint.ordinal] })],
)

/** Somebody without an account who was sent a letter to confirm that they sign. */
export const pendingSignatures = table(
	'pending_signatures',
	{
		/** The hash of the secret in the letter. */
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		email: text('email').notNull(),
		fullName: text('full_name').notNull(),
		publicName: text('public_name'),
		region: text('region').notNull(),
		language: text('language').notNull(),
		updates: flag('updates').notNull(),
		address: text('address'),
		network: text('network'),
		/** It was asked for by the direct link of the sponsors. */
		byLink: flag('by_link').notNull(),
		/** Too many came from the same place: when it is confirmed it waits for review. */
		review: flag('review').notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(pending) => [
		index('pending_signatures_petition').on(pending.petitionId, pending.createdAt),
		index('pending_signatures_expires').on(pending.expiresAt),
	],
)

/** A sheet of signatures on paper, keyed in row by row. Its rows are signatures of method `paper`. */
export const paperSheets = table(
	'paper_sheets',
	{
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		/** What is written on it: 'sheet 12'. */
		label: text('label').notNull(),
		rows: integer('rows').notNull().default(0),
		/** Rows whose signer had signed already. */
		same: integer('same').notNull().default(0),
		enteredAt: instant('entered_at').notNull(),
		enteredBy: text('entered_by').notNull(),
	},
	(sheet) => [uniqueIndex('paper_sheets_label').on(sheet.petitionId, sheet.label)],
)

/** A row of a sheet that became a signature. Who it was stands there alone. */
export const paperRows = table(
	'paper_rows',
	{
		sheetId: text('sheet_id')
			.notNull()
			.references(() => paperSheets.id, { onDelete: 'cascade' }),
		/** Of the signature. */
		ordinal: integer('ordinal').notNull(),
		/** The day written beside it by hand. */
		signedOn: day('signed_on').notNull(),
		enteredAt: instant('entered_at').notNull(),
		enteredBy: text('entered_by').notNull(),
		/** When it was taken out again as a mistake of entering. */
		removedAt: instant('removed_at'),
		removalReason: text('removal_reason'),
	},
	(row) => [primaryKey({ columns: [row.sheetId, row.ordinal] })],
)

export const CONSIDERATION_STATES = ['reached', 'sent', 'decided'] as const
export type ConsiderationState = (typeof CONSIDERATION_STATES)[number]

/** What a decision promises by a day, and whether it was kept; moments as they are written in JSON. */
export interface MadePromise {
	text: string
	dueOn: string
	keptAt?: string
	keptNote?: string
	/** Its day went by unkept. */
	lapsedAt?: string
}

/** A threshold that was reached, and what the body makes of it. It falls away again while it has not been sent. */
export const considerations = table(
	'considerations',
	{
		id: counter('id'),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		threshold: text('threshold').notNull(),
		needed: integer('needed').notNull(),
		state: choice('state', CONSIDERATION_STATES).notNull().default('reached'),
		bodyId: text('body_id')
			.notNull()
			.references(() => bodies.id),
		reachedAt: instant('reached_at').notNull(),
		/** The decision to send it, with how many had signed by then. */
		sentAt: instant('sent_at'),
		sentBy: text('sent_by'),
		sentWith: integer('sent_with'),
		/** The last day to tell the author and the public of the sending, and when that was done. */
		tellBy: day('tell_by'),
		toldAt: instant('told_at'),
		registeredOn: day('registered_on'),
		/** The rule of the profile that gives the term, `petition.<stage>`; null where the law sets none. */
		rule: text('rule'),
		dueOn: day('due_on'),
		/** The public discussion of the draft decision: its day, the last day to give notice, and when it was given. */
		discussionOn: day('discussion_on'),
		noticeBy: day('notice_by'),
		noticeAt: instant('notice_at'),
		draftDecision: text('draft_decision'),
		outcome: text('outcome'),
		language: text('language'),
		html: text('html'),
		reasons: text('reasons'),
		law: text('law'),
		facts: text('facts'),
		appeal: text('appeal'),
		promises: json<MadePromise[]>('promises'),
		decidedAt: instant('decided_at'),
		decidedOn: day('decided_on'),
		decidedBy: text('decided_by'),
		signerName: text('signer_name'),
		publishBy: day('publish_by'),
		publishedAt: instant('published_at'),
		/** The statement that the head of the body made in public, and when. */
		statement: text('statement'),
		statementAt: instant('statement_at'),
		/** The list of signers: to whom it was given, once, its hash, and when they said that they have it. */
		listTakenAt: instant('list_taken_at'),
		listTakenBy: text('list_taken_by'),
		listHash: text('list_hash'),
		listReceivedAt: instant('list_received_at'),
	},
	(consideration) => [
		uniqueIndex('considerations_once').on(consideration.petitionId, consideration.threshold),
		index('considerations_body').on(consideration.bodyId, consideration.state, consideration.dueOn),
		index('considerations_due').on(consideration.state, consideration.dueOn),
		check('considerations_state', oneOf(consideration.state, CONSIDERATION_STATES)),
	],
)

/** A duty of the body while it considers: done, with what shows it, or not needed, with the reason. */
export const considerationDuties = table(
	'consideration_duties',
	{
		considerationId: integer('consideration_id')
			.notNull()
			.references(() => considerations.id, { onDelete: 'cascade' }),
		/** One of the profile's duties. */
		duty: text('duty').notNull(),
		doneOn: day('done_on'),
		note: text('note').notNull(),
		/** Not needed, for the reason in the note. */
		waived: flag('waived').notNull().default(false),
		at: instant('at').notNull(),
		by: text('by').notNull(),
	},
	(duty) => [primaryKey({ columns: [duty.considerationId, duty.duty] })],
)

export const PETITION_DUTIES = ['check', 'inform_media', 'tell_sent', 'consider', 'publish_decision'] as const

/** A duty towards a petition not done by its legal date. A fact with a date, never deleted. */
export const petitionBreaches = table(
	'petition_breaches',
	{
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		considerationId: integer('consideration_id'),
		/** The body whose duty it was; null for the check, which is the platform's authorised body's. */
		bodyId: text('body_id'),
		duty: choice('duty', PETITION_DUTIES).notNull(),
		dueOn: day('due_on').notNull(),
		/** The end of the due day in the zone of the profile. */
		legalMoment: instant('legal_moment').notNull(),
		recordedAt: instant('recorded_at').notNull(),
		mendedAt: instant('mended_at'),
	},
	(breach) => [
		uniqueIndex('petition_breaches_once').on(breach.petitionId, breach.duty, breach.dueOn),
		index('petition_breaches_moment').on(breach.legalMoment),
		check('petition_breaches_duty', oneOf(breach.duty, PETITION_DUTIES)),
	],
)

export const UPDATE_STATES = ['waiting', 'published', 'refused'] as const

/** What the author tells of the petition; published, and sent to signers who want it, once a moderator has read it. */
export const petitionUpdates = table(
	'petition_updates',
	{
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		title: text('title').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull(),
		state: choice('state', UPDATE_STATES).notNull().default('waiting'),
		/** Whether signers are written to as well. */
		toSigners: flag('to_signers').notNull(),
		writtenAt: instant('written_at').notNull(),
		decidedAt: instant('decided_at'),
		decidedBy: text('decided_by'),
		/** Why it was refused. */
		refusal: text('refusal'),
	},
	(update) => [
		index('petition_updates_petition').on(update.petitionId, update.state, update.decidedAt),
		index('petition_updates_waiting').on(update.state, update.writtenAt),
		check('petition_updates_state', oneOf(update.state, UPDATE_STATES)),
	],
)

/** A letter to all signers who want to hear of a petition, written to so many at a time. */
export const petitionMailings = table(
	'petition_mailings',
	{
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		/** A key of the catalog `mail`, and what its words need. */
		notice: text('notice').notNull(),
		values: json<Record<string, string | number | null>>('values').notNull(),
		/** The last ordinal whose signer was written to, and the one that it ends with. */
		toldTo: integer('told_to').notNull().default(0),
		until: integer('until').notNull(),
		writtenAt: instant('written_at').notNull(),
		doneAt: instant('done_at'),
	},
	(mailing) => [
		index('petition_mailings_waiting').on(mailing.doneAt, mailing.writtenAt),
		index('petition_mailings_petition').on(mailing.petitionId, mailing.writtenAt),
	],
)

/** All that are given must hold. A pattern of a name may have * for any letters. */
export interface InvalidationConditions {
	address?: string
	network?: string
	domain?: string
	name?: string
	region?: string
	method?: SignatureMethod
	level?: number
	from?: string
	until?: string
	/** It takes from what is counted, or from what was set apart; what it gives back goes there again. */
	state: 'confirmed' | 'review'
}

export const INVALIDATION_STATES = ['tried', 'running', 'done', 'reversing', 'reversed', 'discarded'] as const

/** Signatures taken out of the count for a reason; tried out first, and undone if it was wrong. Public once it runs. */
export const invalidations = table(
	'invalidations',
	{
		id: id(),
		petitionId: integer('petition_id')
			.notNull()
			.references(() => petitions.id, { onDelete: 'cascade' }),
		/** What the public reads of the conditions: the kind of source or pattern. */
		criterion: text('criterion').notNull(),
		conditions: json<InvalidationConditions>('conditions').notNull(),
		reason: text('reason').notNull(),
		state: choice('state', INVALIDATION_STATES).notNull(),
		/** What the trial found, and how many have been taken out. */
		found: integer('found').notNull(),
		removed: integer('removed').notNull().default(0),
		/** The last ordinal that it has looked at, and the one it ends with. */
		doneTo: integer('done_to').notNull().default(0),
		until: integer('until').notNull(),
		triedAt: instant('tried_at').notNull(),
		triedBy: text('tried_by').notNull(),
		startedAt: instant('started_at'),
		startedBy: text('started_by'),
		endedAt: instant('ended_at'),
		reversedAt: instant('reversed_at'),
		reversedBy: text('reversed_by'),
		reversalReason: text('reversal_reason'),
	},
	(invalidation) => [
		index('invalidations_petition').on(invalidation.petitionId, invalidation.startedAt),
		index('invalidations_running').on(invalidation.state),
		check('invalidations_state', oneOf(invalidation.state, INVALIDATION_STATES)),
	],
)

/** A time in which the site could not be used: what was collecting then collects longer. */
export const outages = table(
	'outages',
	{
		id: id(),
		from: instant('from_at').notNull(),
		until: instant('until_at').notNull(),
		reason: text('reason').notNull(),
		/** How many days it adds. */
		days: integer('days').notNull(),
		recordedAt: instant('recorded_at').notNull(),
		recordedBy: text('recorded_by').notNull(),
	},
	(outage) => [index('outages_from').on(outage.from)],
)
