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
import { bodies, type Words } from './bodies.ts'
import { files } from './files.ts'
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

/**
 * Where a hearing stands: being written by its initiator; asked of the authority; refused by it; agreed and being
 * prepared; announced, its dossier frozen; in session; held, its protocol and answers being made; not held, with a
 * protocol all the same; decided; called off before it was held.
 */
export const HEARING_STATES = [
	'draft',
	'requested',
	'refused',
	'preparing',
	'announced',
	'live',
	'held',
	'not_held',
	'decided',
	'called_off',
] as const
export type HearingState = (typeof HEARING_STATES)[number]

export const HEARING_FORMS = ['open_meeting', 'portal_discussion', 'mixed'] as const
export type HearingForm = (typeof HEARING_FORMS)[number]

export const HEARING_OUTCOMES = ['approved', 'approved_with_conditions', 'refused', 'repeat'] as const
export type HearingOutcome = (typeof HEARING_OUTCOMES)[number]

/** A public hearing of a project, from the request to the decision. */
export const hearings = table(
	'hearings',
	{
		id: counter('id'),
		/** Given when it leaves its initiator's hands: H-2026-000003-1. */
		number: text('number'),
		state: choice('state', HEARING_STATES).notNull().default('draft'),
		/** Held by a civic group on its own: the same tools, and no stage of the law. */
		civic: flag('civic').notNull().default(false),
		form: choice('form', HEARING_FORMS).notNull(),
		/** The authority that chairs it; none where a civic group holds it. */
		bodyId: text('body_id').references(() => bodies.id),
		/** The language of record; other texts are marked as translations of it. */
		language: text('language').notNull(),
		profileId: text('profile_id').notNull(),
		profileVersion: text('profile_version').notNull(),
		/** Who keeps the initiator's part: adds to the dossier, answers remarks. */
		initiatorId: text('initiator_id').references(() => people.id),
		/** The company, body or group, as the announcement names it; and how it is reached (law: in the announcement). */
		initiatorName: text('initiator_name').notNull(),
		initiatorCode: text('initiator_code'),
		initiatorContact: text('initiator_contact').notNull().default(''),
		/** Why the law wants the hearing, in the words of the request. */
		legalGround: text('legal_ground').notNull().default(''),
		/** Where remarks on paper and by e-mail go. */
		commentsAddress: text('comments_address').notNull().default(''),
		/** How well somebody must be known to hand in a remark; fixed at the announcement. */
		remarkLevel: integer('remark_level').notNull().default(1),
		/** How many find room in the hall. */
		seats: integer('seats'),

		createdAt: instant('created_at').notNull(),
		updatedAt: instant('updated_at').notNull(),
		requestedAt: instant('requested_at'),
		/** Legal dates: copies of what the clock gives, for lists and duties. */
		answerBy: day('answer_by'),
		/** The answer of the authority to the request, and why it was refused. */
		answeredAt: instant('answered_at'),
		refusalReason: text('refusal_reason'),
		documentsReceivedAt: instant('documents_received_at'),
		postBy: day('post_by'),
		/** When the documents were made public. */
		postedAt: instant('posted_at'),
		/** How often it has been announced: a material change of the dossier, or a broken term, announces it anew. */
		notices: integer('notices').notNull().default(0),
		announcedAt: instant('announced_at'),
		/** Asked for at the announcement: what breaks it makes the hearing start from the announcement again. */
		renewReason: text('renew_reason'),
		/** The session, or the first day of the discussion. */
		startsAt: instant('starts_at'),
		startsOn: day('starts_on'),
		/** The rule of the profile that gives a discussion its length, `hearing.<rule>`. */
		discussionRule: text('discussion_rule'),
		/** The last day of the session or the discussion. */
		endsOn: day('ends_on'),
		/** The last day of written remarks, and the moment at which it ends. */
		remarksUntil: day('remarks_until'),
		remarksCloseAt: instant('remarks_close_at'),
		startedAt: instant('started_at'),
		endedAt: instant('ended_at'),
		notHeldGround: text('not_held_ground'),
		notHeldReason: text('not_held_reason'),
		callOffReason: text('call_off_reason'),

		signProtocolBy: day('sign_protocol_by'),
		protocolSignedAt: instant('protocol_signed_at'),
		publishProtocolBy: day('publish_protocol_by'),
		protocolPublishedAt: instant('protocol_published_at'),
		/** Objections to the protocol are taken until the end of this day. */
		objectionsUntil: day('objections_until'),
		sendProtocolBy: day('send_protocol_by'),
		protocolSentAt: instant('protocol_sent_at'),
		/** The result may be used until then. */
		validUntil: day('valid_until'),

		outcome: choice('outcome', HEARING_OUTCOMES),
		decisionHtml: text('decision_html'),
		decisionReasons: text('decision_reasons'),
		decidedAt: instant('decided_at'),
		decidedBy: text('decided_by'),
		/** The hearing that this one repeats, and on what ground. */
		repeatOf: integer('repeat_of').references((): AnyColumn => hearings.id),
		repeatGround: text('repeat_ground'),

		/** A page of an allowed host to be shown in the room, or a link to it. */
		streamUrl: text('stream_url'),
		/** Breaks ties among speakers; its hash is shown from the announcement on, itself from the start of the session. */
		queueSeed: text('queue_seed'),
		/** Counts every change that the room shows: who watches asks for this alone. */
		roomVersion: integer('room_version').notNull().default(0),
		submissionId: text('submission_id'),
	},
	(hearing) => [
		uniqueIndex('hearings_number').on(hearing.number),
		uniqueIndex('hearings_submission').on(hearing.submissionId),
		index('hearings_state').on(hearing.state, hearing.startsOn),
		index('hearings_body').on(hearing.bodyId, hearing.state, hearing.startsOn),
		index('hearings_initiator').on(hearing.initiatorId, hearing.createdAt),
		index('hearings_repeat').on(hearing.repeatOf),
		check('hearings_state', oneOf(hearing.state, HEARING_STATES)),
		check('hearings_form', oneOf(hearing.form, HEARING_FORMS)),
	],
)

/** What is announced of a hearing, in one language. */
export const hearingTexts = table(
	'hearing_texts',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		title: text('title').notNull().default(''),
		/** What the project is and what it changes, in Markdown; sanitized once, when it is saved. */
		subject: text('subject').notNull().default(''),
		html: text('html').notNull().default(''),
		place: text('place').notNull().default(''),
		updatedAt: instant('updated_at').notNull(),
	},
	(hearingText) => [primaryKey({ columns: [hearingText.hearingId, hearingText.language] })],
)

/** A region (ISO 3166-2) that the project touches. */
export const hearingTerritories = table(
	'hearing_territories',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		region: text('region').notNull(),
	},
	(territory) => [
		primaryKey({ columns: [territory.hearingId, territory.region] }),
		index('hearing_territories_region').on(territory.region),
	],
)

export const HEARING_OFFICERS = ['chair', 'secretary', 'moderator'] as const
export type HearingOfficer = (typeof HEARING_OFFICERS)[number]

/** Who leads the hearing, keeps its record, and reads what is asked in the room. */
export const hearingOfficers = table(
	'hearing_officers',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		role: choice('role', HEARING_OFFICERS).notNull(),
		/** As the protocol names them; a copy. */
		name: text('name').notNull(),
		/** Their position, as the protocol names it. */
		position: text('position').notNull().default(''),
		appointedAt: instant('appointed_at').notNull(),
	},
	(officer) => [
		primaryKey({ columns: [officer.hearingId, officer.personId, officer.role] }),
		index('hearing_officers_person').on(officer.personId),
		check('hearing_officers_role', oneOf(officer.role, HEARING_OFFICERS)),
	],
)

/** Where the hearing was announced, with what proves it. */
export const hearingChannels = table(
	'hearing_channels',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		/** Which announcement: the first, or one made anew. */
		notice: integer('notice').notNull(),
		/** A key of the profile's channels. */
		channel: text('channel').notNull(),
		name: text('name').notNull(),
		language: text('language').notNull(),
		publishedOn: day('published_on').notNull(),
		link: text('link'),
		fileId: text('file_id').references(() => files.id),
		addedAt: instant('added_at').notNull(),
		addedBy: text('added_by').notNull(),
	},
	(channel) => [index('hearing_channels_hearing').on(channel.hearingId, channel.notice)],
)

export const DOSSIER_PARTIES = ['initiator', 'authority', 'other'] as const
export type DossierParty = (typeof DOSSIER_PARTIES)[number]
export const POSITIONS = ['for', 'against', 'neutral'] as const
export type Position = (typeof POSITIONS)[number]

/** A document of the dossier: the initiator's, the authority's, or the assessment of somebody else. */
export const hearingDocuments = table(
	'hearing_documents',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		party: choice('party', DOSSIER_PARTIES).notNull(),
		/** A report, a statement, an assessment: a code of the catalog `hearings`. */
		kind: text('kind').notNull(),
		/** Of an assessment: what it speaks for. */
		stance: choice('stance', POSITIONS),
		/** Whose it is, as the public reads it. */
		author: text('author').notNull(),
		addedAt: instant('added_at').notNull(),
		addedBy: text('added_by').notNull(),
		/** Of an assessment, which a moderator may hide; its stub stays. */
		hiddenAt: instant('hidden_at'),
		hiddenReason: text('hidden_reason'),
	},
	(document) => [
		index('hearing_documents_hearing').on(document.hearingId, document.position),
		check('hearing_documents_party', oneOf(document.party, DOSSIER_PARTIES)),
	],
)

/** A document as it stood from one moment on. No version is ever changed or removed. */
export const documentVersions = table(
	'document_versions',
	{
		documentId: text('document_id')
			.notNull()
			.references(() => hearingDocuments.id, { onDelete: 'cascade' }),
		version: integer('version').notNull(),
		title: text('title').notNull(),
		language: text('language').notNull(),
		fileId: text('file_id')
			.notNull()
			.references(() => files.id),
		/** A copy of the file's: what was frozen. */
		sha256: text('sha256').notNull(),
		/** Its words, where they can be taken out. */
		words: text('words'),
		addedAt: instant('added_at').notNull(),
		addedBy: text('added_by').notNull(),
		/** Part of the dossier that was announced. */
		frozenAt: instant('frozen_at'),
		/** Of one that came after the announcement: whether it changes what is heard, as the chair decided, and why. */
		material: flag('material'),
		materialReason: text('material_reason'),
		materialAt: instant('material_at'),
	},
	(version) => [primaryKey({ columns: [version.documentId, version.version] })],
)

export const HEARING_LINKS = ['petition', 'inquiry'] as const
/** A petition for or against it, or a question about it. */
export const hearingLinks = table(
	'hearing_links',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		kind: choice('kind', HEARING_LINKS).notNull(),
		number: text('number').notNull(),
		stance: choice('stance', POSITIONS).notNull(),
		linkedAt: instant('linked_at').notNull(),
		linkedBy: text('linked_by').notNull(),
	},
	(link) => [
		primaryKey({ columns: [link.hearingId, link.kind, link.number] }),
		index('hearing_links_number').on(link.kind, link.number),
	],
)

export const AFFILIATIONS = ['resident', 'initiator', 'civic_group', 'expert', 'press', 'body'] as const
export type Affiliation = (typeof AFFILIATIONS)[number]

export const ROW_OUTCOMES = ['accepted', 'partly', 'not_accepted'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** Remarks that say nearly the same: a row of the response table. A remark like no other is a group of one. */
export const remarkGroups = table(
	'remark_groups',
	{
		id: counter('id'),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		/** Its place in the response table. */
		ordinal: integer('ordinal').notNull(),
		/** What it is called where it has several remarks; the first words of one of them otherwise. */
		title: text('title').notNull(),
		/** The remark that is read for all. */
		remarkOrdinal: integer('remark_ordinal').notNull(),
		/** Remarks and people in it that stand; and people by position. */
		remarks: integer('remarks').notNull().default(0),
		people: integer('people').notNull().default(0),
		peopleFor: integer('people_for').notNull().default(0),
		peopleAgainst: integer('people_against').notNull().default(0),
		peopleNeutral: integer('people_neutral').notNull().default(0),
		/** What the initiator answers; the law wants it for each remark. */
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		answeredBy: text('answered_by'),
		/** What became of it, why, and what was changed. */
		outcome: choice('outcome', ROW_OUTCOMES),
		reason: text('reason'),
		changed: text('changed'),
		respondedAt: instant('responded_at'),
		respondedBy: text('responded_by'),
		/** Still open between those who made it and the initiator, as the chair found. */
		unresolved: flag('unresolved').notNull().default(false),
		/** While its authors are being told what became of it: the number of the last remark whose author was. */
		toldTo: integer('told_to'),
	},
	(group) => [
		uniqueIndex('remark_groups_ordinal').on(group.hearingId, group.ordinal),
		index('remark_groups_people').on(group.hearingId, group.people, group.ordinal),
		index('remark_groups_for').on(group.hearingId, group.peopleFor, group.ordinal),
		index('remark_groups_against').on(group.hearingId, group.peopleAgainst, group.ordinal),
		index('remark_groups_neutral').on(group.hearingId, group.peopleNeutral, group.ordinal),
		index('remark_groups_telling').on(group.toldTo),
		check('remark_groups_outcome', oneOf(group.outcome, ROW_OUTCOMES)),
	],
)

export const REMARK_CHANNELS = ['portal', 'letter', 'oral', 'carried'] as const
export const REMARK_STATES = ['standing', 'not_counted', 'withdrawn'] as const
export type RemarkState = (typeof REMARK_STATES)[number]

/** What somebody says for, against or about the project. */
export const remarks = table(
	'remarks',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		/** Its number in the hearing: 17. */
		ordinal: integer('ordinal').notNull(),
		groupId: integer('group_id')
			.notNull()
			.references(() => remarkGroups.id),
		/** It was put there by hand: no grouping moves it any more. */
		placedByHand: flag('placed_by_hand').notNull().default(false),
		channel: choice('channel', REMARK_CHANNELS).notNull(),
		state: choice('state', REMARK_STATES).notNull().default('standing'),
		position: choice('position', POSITIONS).notNull(),
		affiliation: choice('affiliation', AFFILIATIONS).notNull(),
		language: text('language').notNull(),
		text: text('text').notNull(),
		/** Without what may not be shown; null while all of it may. */
		redacted: text('redacted'),
		redactionReason: text('redaction_reason'),
		/** The author lets the text be shown; their name only where a public name is given. */
		published: flag('published').notNull(),
		personId: text('person_id'),
		/** The human under the key of the installation and this hearing: counted once. */
		authorHash: text('author_hash').notNull(),
		authorName: text('author_name'),
		publicName: text('public_name'),
		email: text('email'),
		level: integer('level').notNull(),
		/** ISO 3166-2, or `unknown`. */
		region: text('region').notNull(),
		/** The document and the passage that it speaks to. */
		documentId: text('document_id').references(() => hearingDocuments.id),
		documentVersion: integer('document_version'),
		/** Where it was made to a paragraph of that version: which; the passage is then its words. */
		paragraph: integer('paragraph'),
		passage: text('passage'),
		/** Of one that was said: the item of the agenda. */
		agendaItemId: text('agenda_item_id'),
		receivedAt: instant('received_at').notNull(),
		/** It came after the last day of written remarks: kept, and marked so. */
		late: flag('late').notNull().default(false),
		stateReason: text('state_reason'),
		stateAt: instant('state_at'),
		/** In the hearing that is repeated: the number that it had. */
		carriedFrom: integer('carried_from'),
		submissionId: text('submission_id'),
	},
	(remark) => [
		primaryKey({ columns: [remark.hearingId, remark.ordinal] }),
		uniqueIndex('remarks_submission').on(remark.submissionId),
		index('remarks_group').on(remark.groupId, remark.ordinal),
		index('remarks_position').on(remark.hearingId, remark.position, remark.ordinal),
		index('remarks_affiliation').on(remark.hearingId, remark.affiliation, remark.ordinal),
		index('remarks_language').on(remark.hearingId, remark.language, remark.ordinal),
		index('remarks_document').on(remark.documentId, remark.ordinal),
		index('remarks_paragraph')
			.on(remark.documentId, remark.documentVersion, remark.paragraph, remark.ordinal, remark.state)
			.where(sql`paragraph is not null`),
		index('remarks_author').on(remark.hearingId, remark.authorHash),
		index('remarks_person').on(remark.personId),
		check('remarks_channel', oneOf(remark.channel, REMARK_CHANNELS)),
		check('remarks_state', oneOf(remark.state, REMARK_STATES)),
		check('remarks_position', oneOf(remark.position, POSITIONS)),
	],
)

/**
 * What makes near-identical texts meet: bands of the minhash of the remark that opened a group. Where groups were
 * merged by hand, those of each.
 */
export const remarkBands = table(
	'remark_bands',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		/** The number of the band and its hash. */
		band: text('band').notNull(),
		groupId: integer('group_id')
			.notNull()
			.references(() => remarkGroups.id, { onDelete: 'cascade' }),
		/** Whose text it is of. */
		remarkOrdinal: integer('remark_ordinal').notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.hearingId, row.band, row.remarkOrdinal] }),
		index('remark_bands_group').on(row.groupId),
	],
)

export const REMARKS_COUNTED_BY = ['position', 'level', 'region', 'state'] as const

/** What the remarks of a hearing add up to, kept in the transaction that changes them: `position` by people, the rest by remarks. */
export const remarkCells = table(
	'remark_cells',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		by: choice('by', REMARKS_COUNTED_BY).notNull(),
		/** `for`, `for:2`, `against:KZ-75`, `withdrawn`. */
		key: text('key').notNull(),
		remarks: integer('remarks').notNull(),
	},
	(cell) => [
		primaryKey({ columns: [cell.hearingId, cell.by, cell.key] }),
		check('remark_cells_by', oneOf(cell.by, REMARKS_COUNTED_BY)),
	],
)

/** What the session goes through, in order. */
export const agendaItems = table(
	'agenda_items',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		titles: json<Words>('titles').notNull(),
		minutes: integer('minutes').notNull(),
		startedAt: instant('started_at'),
		endedAt: instant('ended_at'),
	},
	(item) => [index('agenda_items_hearing').on(item.hearingId, item.position)],
)

/** Somebody who registered for the session, over the net or in the hall. */
export const attendees = table(
	'attendees',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		personId: text('person_id'),
		/** As the protocol and the room name them. */
		name: text('name').notNull(),
		affiliation: choice('affiliation', AFFILIATIONS).notNull(),
		/** The group, company or paper. */
		representing: text('representing'),
		position: choice('position', POSITIONS).notNull(),
		region: text('region').notNull(),
		/** Comes to the hall, and takes a seat there. */
		inHall: flag('in_hall').notNull(),
		/** Shown at the door. */
		code: text('code').notNull(),
		registeredAt: instant('registered_at').notNull(),
		/** By the secretary, of somebody in the hall. */
		registeredBy: text('registered_by'),
		cancelledAt: instant('cancelled_at'),
	},
	(attendee) => [
		uniqueIndex('attendees_once').on(attendee.hearingId, attendee.personId),
		uniqueIndex('attendees_code').on(attendee.hearingId, attendee.code),
	],
)

/** When somebody came and went. */
export const attendances = table(
	'attendances',
	{
		attendeeId: text('attendee_id')
			.notNull()
			.references(() => attendees.id, { onDelete: 'cascade' }),
		cameAt: instant('came_at').notNull(),
		leftAt: instant('left_at'),
	},
	(attendance) => [primaryKey({ columns: [attendance.attendeeId, attendance.cameAt] })],
)

export const SPEECH_STATES = ['waiting', 'speaking', 'spoke', 'taken_back', 'passed'] as const
export type SpeechState = (typeof SPEECH_STATES)[number]

/** Somebody who asks to speak, and when they do. */
export const speeches = table(
	'speeches',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		attendeeId: text('attendee_id')
			.notNull()
			.references(() => attendees.id),
		agendaItemId: text('agenda_item_id').references(() => agendaItems.id),
		position: choice('position', POSITIONS).notNull(),
		state: choice('state', SPEECH_STATES).notNull().default('waiting'),
		askedAt: instant('asked_at').notNull(),
		/** The order of asking, without a twin. */
		turn: integer('turn').notNull(),
		calledAt: instant('called_at'),
		minutes: integer('minutes').notNull(),
		endedAt: instant('ended_at'),
		/** Why the chair called this one and not the next of the queue, or passed somebody over. */
		deviation: text('deviation'),
		/** The remark that the secretary took down of it. */
		remarkOrdinal: integer('remark_ordinal'),
	},
	(speech) => [
		uniqueIndex('speeches_turn').on(speech.hearingId, speech.turn),
		index('speeches_waiting').on(speech.hearingId, speech.state),
		check('speeches_state', oneOf(speech.state, SPEECH_STATES)),
	],
)

export const ROOM_QUESTION_STATES = ['waiting', 'shown', 'hidden', 'live', 'answered'] as const
export type RoomQuestionState = (typeof ROOM_QUESTION_STATES)[number]

/** A question put in the room, read by its moderator first. */
export const roomQuestions = table(
	'room_questions',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		personId: text('person_id'),
		affiliation: choice('affiliation', AFFILIATIONS).notNull(),
		text: text('text').notNull(),
		language: text('language').notNull(),
		state: choice('state', ROOM_QUESTION_STATES).notNull().default('waiting'),
		hiddenReason: text('hidden_reason'),
		votes: integer('votes').notNull().default(0),
		askedAt: instant('asked_at').notNull(),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		submissionId: text('submission_id'),
	},
	(question) => [
		uniqueIndex('room_questions_submission').on(question.submissionId),
		index('room_questions_hearing').on(question.hearingId, question.state, question.votes),
		check('room_questions_state', oneOf(question.state, ROOM_QUESTION_STATES)),
	],
)

export const roomQuestionVotes = table(
	'room_question_votes',
	{
		questionId: text('question_id')
			.notNull()
			.references(() => roomQuestions.id, { onDelete: 'cascade' }),
		personId: text('person_id').notNull(),
		votedAt: instant('voted_at').notNull(),
	},
	(vote) => [primaryKey({ columns: [vote.questionId, vote.personId] })],
)

export const ROOM_POLL_STATES = ['prepared', 'open', 'closed'] as const
/** A poll among those who registered. Its result is shown when it is closed. */
export const roomPolls = table(
	'room_polls',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		questions: json<Words>('questions').notNull(),
		options: json<Words[]>('options').notNull(),
		state: choice('state', ROOM_POLL_STATES).notNull().default('prepared'),
		openedAt: instant('opened_at'),
		closedAt: instant('closed_at'),
		/** Votes for each option, in their order; written when it is closed. */
		result: json<number[]>('result'),
	},
	(poll) => [
		index('room_polls_hearing').on(poll.hearingId, poll.position),
		check('room_polls_state', oneOf(poll.state, ROOM_POLL_STATES)),
	],
)

export const roomPollVotes = table(
	'room_poll_votes',
	{
		pollId: text('poll_id')
			.notNull()
			.references(() => roomPolls.id, { onDelete: 'cascade' }),
		attendeeId: text('attendee_id')
			.notNull()
			.references(() => attendees.id, { onDelete: 'cascade' }),
		option: integer('option').notNull(),
		votedAt: instant('voted_at').notNull(),
	},
	(vote) => [primaryKey({ columns: [vote.pollId, vote.attendeeId] })],
)

/** What the chair tells everybody. */
export const roomAnnouncements = table(
	'room_announcements',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		text: text('text').notNull(),
		language: text('language').notNull(),
		saidAt: instant('said_at').notNull(),
	},
	(announcement) => [index('room_announcements_hearing').on(announcement.hearingId, announcement.saidAt)],
)

/** Captions or a transcript of the recording, with times. */
export const hearingCaptions = table(
	'hearing_captions',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		language: text('language').notNull(),
		/** The moment at which its time begins. */
		beginsAt: instant('begins_at').notNull(),
		cues: json<{ from: number; to: number; text: string }[]>('cues').notNull(),
		sha256: text('sha256').notNull(),
		addedAt: instant('added_at').notNull(),
		addedBy: text('added_by').notNull(),
	},
	(captions) => [index('hearing_captions_hearing').on(captions.hearingId, captions.language)],
)

/** The protocol as it was drafted from the record, signed and published. */
export const protocols = table(
	'protocols',
	{
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		version: integer('version').notNull(),
		/** What it says, as data: what the page, the PDF and the JSON show. */
		content: json<Record<string, unknown>>('content').notNull(),
		/** SHA-256 of the content as the JSON gives it. */
		sha256: text('sha256').notNull(),
		draftedAt: instant('drafted_at').notNull(),
		draftedBy: text('drafted_by').notNull(),
		chairSignedAt: instant('chair_signed_at'),
		chairName: text('chair_name'),
		secretarySignedAt: instant('secretary_signed_at'),
		secretaryName: text('secretary_name'),
	},
	(protocol) => [primaryKey({ columns: [protocol.hearingId, protocol.version] })],
)

/** What somebody holds against the protocol, and what the chair says to it. */
export const protocolObjections = table(
	'protocol_objections',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		personId: text('person_id'),
		publicName: text('public_name'),
		text: text('text').notNull(),
		language: text('language').notNull(),
		receivedAt: instant('received_at').notNull(),
		late: flag('late').notNull(),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
	},
	(objection) => [index('protocol_objections_hearing').on(objection.hearingId, objection.receivedAt)],
)

/** Something promised in the decision, with its day: the outcome that is followed in public. */
export const hearingCommitments = table(
	'hearing_commitments',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		text: text('text').notNull(),
		language: text('language').notNull(),
		dueOn: day('due_on').notNull(),
		/** In percent, as last told. */
		progress: integer('progress').notNull().default(0),
		note: text('note'),
		toldAt: instant('told_at'),
		doneAt: instant('done_at'),
	},
	(commitment) => [index('hearing_commitments_due').on(commitment.doneAt, commitment.dueOn)],
)

/** The commission of experts on what a repeated hearing left open. */
export const expertCommissions = table('expert_commissions', {
	hearingId: integer('hearing_id')
		.primaryKey()
		.references(() => hearings.id, { onDelete: 'cascade' }),
	appliedOn: day('applied_on').notNull(),
	createBy: day('create_by'),
	createdOn: day('created_on'),
	members: text('members'),
	/** Papers go to the members; they comment, the initiator is told, the commission sits. */
	papersSentOn: day('papers_sent_on'),
	commentsBy: day('comments_by'),
	sitBy: day('sit_by'),
	sitsOn: day('sits_on'),
	tellBy: day('tell_by'),
	toldOn: day('told_on'),
	satOn: day('sat_on'),
	conclusion: text('conclusion'),
})

export const HEARING_DUTIES = [
	'answer_request',
	'post_documents',
	'announce',
	'sign_protocol',
	'publish_protocol',
	'send_protocol',
	'commission_create',
	'commission_tell',
	'commission_sit',
	'commitment',
] as const
export type HearingDuty = (typeof HEARING_DUTIES)[number]

/** A duty of a hearing that was not done by its legal date. Never deleted. */
export const hearingBreaches = table(
	'hearing_breaches',
	{
		id: id(),
		hearingId: integer('hearing_id')
			.notNull()
			.references(() => hearings.id, { onDelete: 'cascade' }),
		bodyId: text('body_id').references(() => bodies.id),
		duty: choice('duty', HEARING_DUTIES).notNull(),
		/** Of a commitment: which. */
		subjectId: text('subject_id').notNull().default(''),
		dueOn: day('due_on').notNull(),
		/** The end of the due day in the zone of the profile. */
		legalMoment: instant('legal_moment').notNull(),
		recordedAt: instant('recorded_at').notNull(),
		mendedAt: instant('mended_at'),
	},
	(breach) => [
		uniqueIndex('hearing_breaches_once').on(breach.hearingId, breach.duty, breach.subjectId, breach.dueOn),
		index('hearing_breaches_moment').on(breach.legalMoment),
		check('hearing_breaches_duty', oneOf(breach.duty, HEARING_DUTIES)),
	],
)
