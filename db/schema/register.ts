import {
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

export const SUBJECTS = [
	'inquiry',
	'post',
	'office',
	'body',
	'person',
	'calendar',
	'authority',
	'petition',
	'outage',
	'hearing',
	'remark',
] as const

/**
 * What happened, in order, never changed or removed. Personal data stays out: an event refers to
 * rows that can be erased.
 */
export const events = table(
	'events',
	{
		sequence: counter('sequence'),
		subject: choice('subject', SUBJECTS).notNull(),
		subjectId: text('subject_id').notNull(),
		type: text('type').notNull(),
		/** When it happened; for a breach the legal moment, however late it was recorded. */
		at: instant('at').notNull(),
		/** The day on which it counts in law, in the zone of the profile. */
		on: day('on_day').notNull(),
		/** 'author', a role, or 'system'. */
		by: text('by').notNull(),
		personId: text('person_id'),
		proceedingId: text('proceeding_id'),
		details: json<Record<string, unknown>>('details').notNull(),
		/** What makes a duty run twice record once. */
		once: text('once'),
		recordedAt: instant('recorded_at').notNull(),
	},
	(event) => [
		index('events_subject').on(event.subject, event.subjectId, event.sequence),
		index('events_type').on(event.type, event.sequence),
		uniqueIndex('events_once').on(event.once),
	],
)

/** The last number given out in a body and year: numbers have no gap and no twin. */
export const numberSequences = table(
	'number_sequences',
	{
		bodyCode: text('body_code').notNull(),
		year: integer('year').notNull(),
		last: integer('last').notNull(),
	},
	(sequence) => [primaryKey({ columns: [sequence.bodyCode, sequence.year] })],
)

export const LETTER_CHANNELS = ['email', 'sms'] as const

/** A letter to send, written in the transaction of the act that causes it. */
export const outbox = table(
	'outbox',
	{
		number: counter('number'),
		/** Which notice: a key of the catalog `mail`. */
		notice: text('notice').notNull(),
		channel: choice('channel', LETTER_CHANNELS).notNull().default('email'),
		/** Emptied a month after the letter went or failed. */
		recipient: text('recipient').notNull(),
		language: text('language').notNull(),
		/** Emptied as soon as the letter is handed over or has failed: codes are among them. */
		values: json<Record<string, unknown>>('values').notNull(),
		/** The case that it tells of: its letters are sent in their order, and its record shows what became of them. */
		inquiryId: text('inquiry_id'),
		/** It tells the author what the law has them told. */
		toAuthor: flag('to_author').notNull().default(false),
		/** Whose account it was written to. */
		personId: text('person_id'),
		/** What makes a duty run twice write once. */
		once: text('once'),
		createdAt: instant('created_at').notNull(),
		nextAttemptAt: instant('next_attempt_at'),
		attempts: integer('attempts').notNull().default(0),
		/** What the other server last answered of the recipient: '451', '5.1.1'. */
		status: text('status'),
		sentAt: instant('sent_at'),
		/** When it was given up, or refused. */
		failedAt: instant('failed_at'),
		/** When a server that had taken it told that it could not be delivered. */
		bouncedAt: instant('bounced_at'),
	},
	(letter) => [
		uniqueIndex('outbox_once').on(letter.once),
		index('outbox_waiting').on(letter.sentAt, letter.nextAttemptAt),
		index('outbox_case').on(letter.inquiryId, letter.number),
	],
)

export const HIDDEN_SUBJECTS = ['inquiry', 'answer', 'post'] as const

/** A text hidden by a moderator: what, why, when. It stops no clock and leaves a public stub. */
export const hidings = table(
	'hidings',
	{
		id: id(),
		subject: choice('subject', HIDDEN_SUBJECTS).notNull(),
		subjectId: text('subject_id').notNull(),
		reason: text('reason').notNull(),
		explanation: text('explanation').notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		liftedAt: instant('lifted_at'),
		liftedBy: text('lifted_by'),
	},
	(hiding) => [index('hidings_subject').on(hiding.subject, hiding.subjectId)],
)

/** Somebody's wish that a moderator look at a text. */
export const reports = table(
	'reports',
	{
		id: id(),
		subject: choice('subject', HIDDEN_SUBJECTS).notNull(),
		subjectId: text('subject_id').notNull(),
		reason: text('reason').notNull(),
		explanation: text('explanation').notNull(),
		at: instant('at').notNull(),
		reporterId: text('reporter_id'),
		decidedAt: instant('decided_at'),
		decidedBy: text('decided_by'),
		outcome: text('outcome'),
	},
	(report) => [index('reports_open').on(report.decidedAt, report.at)],
)
