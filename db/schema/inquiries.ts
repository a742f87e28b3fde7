import { sql } from 'drizzle-orm'
import {
	check,
	choice,
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
import { bodies, offices } from './bodies.ts'
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

export const INQUIRY_CHANNELS = ['web', 'email', 'paper', 'phone', 'person'] as const
export const VISIBILITIES = ['public', 'private'] as const
/** Of a question that came by e-mail: whether its author has said that it is theirs. */
export const CONFIRMATIONS = ['awaited', 'confirmed', 'denied'] as const
/** What the author and the public see of the whole thread; folded from its proceedings. */
export const INQUIRY_STATES = ['open', 'paused', 'answered', 'terminated', 'withdrawn', 'returned'] as const
export type InquiryState = (typeof INQUIRY_STATES)[number]

/** A filing by a person. It keeps its number for ever, whichever bodies handle it. */
export const inquiries = table(
	'inquiries',
	{
		id: id(),
		number: text('number').notNull(),
		/** One of the profile's kinds; the procedure follows from it. */
		kind: text('kind').notNull(),
		procedure: text('procedure').notNull(),
		channel: choice('channel', INQUIRY_CHANNELS).notNull(),
		visibility: choice('visibility', VISIBILITIES).notNull(),
		language: text('language').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull(),
		/** The body and office it was addressed to; who handles it now is in its proceedings. */
		bodyId: text('body_id')
			.notNull()
			.references(() => bodies.id),
		officeId: text('office_id').references(() => offices.id),
		postId: text('post_id'),
		authorId: text('author_id').references(() => people.id),
		/** The legal record of who filed it: full name and address. Never public. */
		authorName: text('author_name').notNull(),
		authorAddress: text('author_address'),
		authorEmail: text('author_email'),
		authorPhone: text('author_phone'),
		/** What the public reads in place of the name. */
		publicName: text('public_name').notNull(),
		assuranceLevel: integer('assurance_level').notNull(),
		receivedAt: instant('received_at').notNull(),
		registeredOn: day('registered_on').notNull(),
		profileId: text('profile_id').notNull(),
		profileVersion: text('profile_version').notNull(),
		state: choice('state', INQUIRY_STATES).notNull().default('open'),
		/** Of the earliest open proceeding; a copy for lists. Null while paused or ended. */
		dueOn: day('due_on'),
		answeredAt: instant('answered_at'),
		/** When its first breach of the answer term was recorded as having happened. */
		breachedAt: instant('breached_at'),
		/** Joined to, or merged into, this other question: it inherits the answer. */
		leadId: text('lead_id'),
		joined: integer('joined').notNull().default(0),
		followUpOf: text('follow_up_of'),
		complaintAbout: text('complaint_about'),
		/** Whose handling of it is complained of: each body that handles a part answers for itself. */
		complaintProceedingId: text('complaint_proceeding_id'),
		/** A report of a crime or of danger: it may not be returned, and goes on at once. */
		safetyReport: flag('safety_report').notNull().default(false),
		hidden: flag('hidden').notNull().default(false),
		receiptHash: text('receipt_hash').notNull(),
		/** Null where nobody is asked: whoever filed it had signed in, or a clerk wrote it down. */
		confirmation: choice('confirmation', CONFIRMATIONS),
		submissionId: text('submission_id'),
	},
	(inquiry) => [
		uniqueIndex('inquiries_number').on(inquiry.number),
		uniqueIndex('inquiries_receipt').on(inquiry.receiptHash),
		uniqueIndex('inquiries_submission').on(inquiry.submissionId),
		index('inquiries_author').on(inquiry.authorId, inquiry.receivedAt),
		index('inquiries_post').on(inquiry.postId, inquiry.receivedAt),
		index('inquiries_public').on(inquiry.visibility, inquiry.receivedAt, inquiry.leadId),
		// A list and its count are answered by one index; the last columns spare the count its rows.
		index('inquiries_office').on(
			inquiry.officeId,
			inquiry.visibility,
			inquiry.receivedAt,
			inquiry.state,
			inquiry.leadId,
		),
		index('inquiries_body').on(
			inquiry.bodyId,
			inquiry.visibility,
			inquiry.receivedAt,
			inquiry.state,
			inquiry.leadId,
		),
		index('inquiries_public_state').on(inquiry.visibility, inquiry.state, inquiry.dueOn, inquiry.leadId),
		index('inquiries_answered').on(inquiry.visibility, inquiry.answeredAt, inquiry.state, inquiry.leadId),
		index('inquiries_lead').on(inquiry.leadId),
		index('inquiries_follow_up').on(inquiry.followUpOf),
		index('inquiries_complaint').on(inquiry.complaintAbout),
		check('inquiries_channel', oneOf(inquiry.channel, INQUIRY_CHANNELS)),
		check('inquiries_visibility', oneOf(inquiry.visibility, VISIBILITIES)),
		check('inquiries_state', oneOf(inquiry.state, INQUIRY_STATES)),
		check('inquiries_joined', sql`${inquiry.joined} >= 0`),
	],
)

export const PROCEEDING_STATES = [
	'open',
	'paused',
	'answered',
	'redirected',
	'terminated',
	'withdrawn',
	'returned',
] as const
export type ProceedingState = (typeof PROCEEDING_STATES)[number]
/** Where it stands on the desk: to do, carried along by another question, or ended. */
export const STAGES = ['desk', 'following', 'ended'] as const

/** One body's handling of an inquiry, or of a part of it, under one clock. */
export const proceedings = table(
	'proceedings',
	{
		id: id(),
		inquiryId: text('inquiry_id')
			.notNull()
			.references(() => inquiries.id, { onDelete: 'cascade' }),
		ordinal: integer('ordinal').notNull(),
		bodyId: text('body_id')
			.notNull()
			.references(() => bodies.id),
		officeId: text('office_id').references(() => offices.id),
		/** What of the inquiry this body answers, when it is not the whole. */
		part: text('part'),
		/** Whether its question is: a copy for lists. It changes once, when the author of a letter confirms it. */
		public: flag('public').notNull().default(false),
		/** The proceeding from which it was redirected. */
		previousId: text('previous_id'),
		/** The proceeding whose answer it will share. */
		followsId: text('follows_id'),
		receivedAt: instant('received_at').notNull(),
		registeredOn: day('registered_on').notNull(),
		/** The rule of the profile: inquiry.answer, inquiry.decide_complaint. */
		rule: text('rule').notNull(),
		state: choice('state', PROCEEDING_STATES).notNull().default('open'),
		stage: choice('stage', STAGES).notNull().default('desk'),
		/** A copy of what the clock gives, for lists. Null while paused. */
		dueOn: day('due_on'),
		extended: flag('extended').notNull().default(false),
		executorId: text('executor_id').references(() => people.id),
		answeredAt: instant('answered_at'),
		/** The legal moment at which the term lapsed unanswered. */
		breachedAt: instant('breached_at'),
		/** The last day of the author's time to correct, while paused. */
		correctBy: day('correct_by'),
	},
	(proceeding) => [
		uniqueIndex('proceedings_ordinal').on(proceeding.inquiryId, proceeding.ordinal),
		// The last columns spare a list of public questions the rows that it leaves out; so do those below.
		index('proceedings_desk').on(
			proceeding.bodyId,
			proceeding.stage,
			proceeding.dueOn,
			proceeding.id,
			proceeding.public,
			proceeding.followsId,
		),
		index('proceedings_executor').on(proceeding.executorId, proceeding.stage, proceeding.dueOn),
		index('proceedings_due').on(proceeding.stage, proceeding.breachedAt, proceeding.dueOn),
		// All that the figures of an office and of a body are counted from.
		index('proceedings_office_figures').on(
			proceeding.officeId,
			proceeding.stage,
			proceeding.state,
			proceeding.dueOn,
			proceeding.breachedAt,
			proceeding.followsId,
			proceeding.public,
		),
		index('proceedings_body_figures').on(
			proceeding.bodyId,
			proceeding.stage,
			proceeding.state,
			proceeding.dueOn,
			proceeding.breachedAt,
			proceeding.followsId,
			proceeding.public,
		),
		// Of the answered alone: SQLite would else take these for lists, whose order they do not have.
		index('proceedings_office_answered')
			.on(proceeding.officeId, proceeding.public, proceeding.answeredAt, proceeding.followsId)
			.where(sql`${proceeding.answeredAt} is not null`),
		index('proceedings_body_answered')
			.on(proceeding.bodyId, proceeding.public, proceeding.answeredAt, proceeding.followsId)
			.where(sql`${proceeding.answeredAt} is not null`),
		// As above: nearly all follow nothing.
		index('proceedings_follows').on(proceeding.followsId).where(sql`${proceeding.followsId} is not null`),
		check('proceedings_state', oneOf(proceeding.state, PROCEEDING_STATES)),
		check('proceedings_stage', oneOf(proceeding.stage, STAGES)),
	],
)

/** A decision to take longer, with its reason (APPC 76(3)). */
export const extensions = table(
	'extensions',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		until: day('until_day').notNull(),
		reason: text('reason').notNull(),
		decidedAt: instant('decided_at').notNull(),
		decidedOn: day('decided_on').notNull(),
		by: text('by').notNull(),
		/** The last day to tell the author. */
		tellBy: day('tell_by'),
		toldAt: instant('told_at'),
	},
	(extension) => [
		index('extensions_proceeding').on(extension.proceedingId),
		index('extensions_untold').on(extension.toldAt, extension.tellBy),
	],
)

/** The sending on of the whole or a part to the competent body (APPC 65). */
export const redirects = table(
	'redirects',
	{
		id: id(),
		fromId: text('from_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		toId: text('to_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		part: text('part'),
		reason: text('reason').notNull(),
		at: instant('at').notNull(),
		on: day('on_day').notNull(),
		by: text('by').notNull(),
		/** The last lawful day for it; null where the profile sets none. */
		dueOn: day('due_on'),
		late: flag('late').notNull(),
	},
	(redirect) => [index('redirects_from').on(redirect.fromId), index('redirects_to').on(redirect.toId)],
)

/** A filing given back to its author to mend, and what came of it (APPC 64(6)). */
export const corrections = table(
	'corrections',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		request: text('request').notNull(),
		requestedAt: instant('requested_at').notNull(),
		requestedOn: day('requested_on').notNull(),
		by: text('by').notNull(),
		until: day('until_day').notNull(),
		reply: text('reply'),
		replyHtml: text('reply_html'),
		repliedAt: instant('replied_at'),
		repliedOn: day('replied_on'),
		/** When it went back for good, uncorrected (APPC 64(7)1). */
		returnedAt: instant('returned_at'),
	},
	(correction) => [index('corrections_proceeding').on(correction.proceedingId)],
)

/** The end of a proceeding without an answer on the merits: on a listed ground (APPC 70, 88), or given back (64(7)). */
export const terminations = table(
	'terminations',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		ground: text('ground').notNull(),
		reason: text('reason').notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		tellBy: day('tell_by'),
	},
	(termination) => [uniqueIndex('terminations_proceeding').on(termination.proceedingId)],
)

/** What the executor is writing; one per proceeding, held by one person at a time. */
export const drafts = table('drafts', {
	proceedingId: id('proceeding_id').references(() => proceedings.id, { onDelete: 'cascade' }),
	language: text('language').notNull(),
	outcome: text('outcome').notNull(),
	body: text('body').notNull().default(''),
	reasons: text('reasons').notNull().default(''),
	law: text('law').notNull().default(''),
	facts: text('facts').notNull().default(''),
	appeal: text('appeal').notNull().default(''),
	publicBody: text('public_body'),
	redactionReason: text('redaction_reason'),
	promises: json<{ text: string; dueOn: string }[]>('promises').notNull(),
	/** Counts every save, so that a stale page cannot overwrite a newer text. */
	version: integer('version').notNull().default(1),
	updatedAt: instant('updated_at').notNull(),
	updatedBy: text('updated_by').notNull(),
	submittedAt: instant('submitted_at'),
	submittedBy: text('submitted_by'),
	heldBy: text('held_by'),
	heldUntil: instant('held_until'),
})

/** The signed legal reply. Never changed; its public version may leave passages out, with a reason. */
export const answers = table(
	'answers',
	{
		id: id(),
		inquiryId: text('inquiry_id')
			.notNull()
			.references(() => inquiries.id, { onDelete: 'cascade' }),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		outcome: text('outcome').notNull(),
		body: text('body').notNull(),
		html: text('html').notNull(),
		publicHtml: text('public_html').notNull(),
		redactionReason: text('redaction_reason'),
		reasons: text('reasons').notNull(),
		law: text('law').notNull(),
		facts: text('facts').notNull(),
		appeal: text('appeal').notNull(),
		signedAt: instant('signed_at').notNull(),
		signedOn: day('signed_on').notNull(),
		signedBy: text('signed_by').notNull(),
		/** Name and office of the signer as they stood; succession does not rewrite them. */
		signerName: text('signer_name').notNull(),
		officialId: text('official_id'),
		late: flag('late').notNull(),
	},
	(answer) => [
		index('answers_inquiry').on(answer.inquiryId),
		uniqueIndex('answers_proceeding').on(answer.proceedingId),
		index('answers_signed').on(answer.signedAt),
	],
)

/** What a body answers before the whole answer: signed and sent, and the term goes on. */
export const partialAnswers = table(
	'partial_answers',
	{
		id: id(),
		inquiryId: text('inquiry_id')
			.notNull()
			.references(() => inquiries.id, { onDelete: 'cascade' }),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		body: text('body').notNull(),
		html: text('html').notNull(),
		signedAt: instant('signed_at').notNull(),
		signedOn: day('signed_on').notNull(),
		signedBy: text('signed_by').notNull(),
		/** Name of the signer as it stood. */
		signerName: text('signer_name').notNull(),
	},
	(answer) => [
		index('partial_answers_inquiry').on(answer.inquiryId),
		index('partial_answers_proceeding').on(answer.proceedingId),
	],
)

/** An undertaking in an answer, with its date, tracked in public. */
export const promises = table(
	'promises',
	{
		id: id(),
		answerId: text('answer_id')
			.notNull()
			.references(() => answers.id, { onDelete: 'cascade' }),
		inquiryId: text('inquiry_id').notNull(),
		bodyId: text('body_id').notNull(),
		text: text('text').notNull(),
		dueOn: day('due_on').notNull(),
		keptAt: instant('kept_at'),
		keptBy: text('kept_by'),
		keptNote: text('kept_note'),
		lapsedAt: instant('lapsed_at'),
	},
	(promise) => [
		index('promises_answer').on(promise.answerId),
		index('promises_inquiry').on(promise.inquiryId),
		index('promises_due').on(promise.keptAt, promise.dueOn),
	],
)

/** What the author says of the answer. */
export const satisfactions = table('satisfactions', {
	inquiryId: id('inquiry_id').references(() => inquiries.id, { onDelete: 'cascade' }),
	answered: flag('answered').notNull(),
	helped: flag('helped').notNull(),
	at: instant('at').notNull(),
})

export const BREACH_DUTIES = ['answer', 'redirect', 'notify_extension', 'decide_complaint'] as const

/** A duty not done by its legal date. A fact with a date, never deleted. */
export const breaches = table(
	'breaches',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		inquiryId: text('inquiry_id').notNull(),
		bodyId: text('body_id').notNull(),
		officeId: text('office_id'),
		duty: choice('duty', BREACH_DUTIES).notNull(),
		dueOn: day('due_on').notNull(),
		/** The end of the due day in the zone of the profile. */
		legalMoment: instant('legal_moment').notNull(),
		recordedAt: instant('recorded_at').notNull(),
		/** When the duty was done after all. */
		mendedAt: instant('mended_at'),
	},
	(breach) => [
		uniqueIndex('breaches_once').on(breach.proceedingId, breach.duty, breach.dueOn),
		index('breaches_body').on(breach.bodyId, breach.legalMoment),
		index('breaches_moment').on(breach.legalMoment),
		index('breaches_inquiry').on(breach.inquiryId),
		check('breaches_duty', oneOf(breach.duty, BREACH_DUTIES)),
	],
)

/** A due day that moved because the calendar changed, with the entry that moved it. */
export const dueShifts = table(
	'due_shifts',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		from: day('from_day').notNull(),
		to: day('to_day').notNull(),
		calendarEntryId: text('calendar_entry_id'),
		at: instant('at').notNull(),
	},
	(shift) => [index('due_shifts_proceeding').on(shift.proceedingId)],
)

/** A remark that only the desk reads. */
export const notes = table(
	'notes',
	{
		id: id(),
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		text: text('text').notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
	},
	(note) => [index('notes_proceeding').on(note.proceedingId)],
)

/** A piece of text the desk of a body puts into answers. */
export const snippets = table(
	'snippets',
	{
		id: id(),
		bodyId: text('body_id')
			.notNull()
			.references(() => bodies.id),
		title: text('title').notNull(),
		language: text('language').notNull(),
		text: text('text').notNull(),
		updatedAt: instant('updated_at').notNull(),
		updatedBy: text('updated_by'),
	},
	(snippet) => [index('snippets_body').on(snippet.bodyId)],
)

/** A reminder that went into a unit's digest: each once for each due day. */
export const reminders = table(
	'reminders',
	{
		proceedingId: text('proceeding_id')
			.notNull()
			.references(() => proceedings.id, { onDelete: 'cascade' }),
		kind: text('kind').notNull(),
		dueOn: day('due_on').notNull(),
		at: instant('at').notNull(),
	},
	(reminder) => [primaryKey({ columns: [reminder.proceedingId, reminder.kind, reminder.dueOn] })],
)
