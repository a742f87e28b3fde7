import {
	check,
	choice,
	counter,
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
import { oneOf } from './one-of.ts'
import { people } from './people.ts'

/** What somebody with an account was told, for as long as they may want to look it up. */
export const notices = table(
	'notices',
	{
		number: counter('number'),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		notice: text('notice').notNull(),
		values: json<Record<string, unknown>>('values').notNull(),
		inquiryId: text('inquiry_id'),
		at: instant('at').notNull(),
		readAt: instant('read_at'),
	},
	(notice) => [
		index('notices_person').on(notice.personId, notice.number),
		index('notices_unread').on(notice.personId, notice.readAt),
		index('notices_at').on(notice.at),
	],
)

export const FOLLOWED = ['inquiry', 'office', 'body', 'search', 'petition', 'hearing', 'territory'] as const
export const RHYTHMS = ['now', 'daily', 'weekly'] as const

/** Somebody's wish to be told of what is new. */
export const follows = table(
	'follows',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		subject: choice('subject', FOLLOWED).notNull(),
		/** An id, or the words searched for. */
		subjectId: text('subject_id').notNull(),
		rhythm: choice('rhythm', RHYTHMS).notNull(),
		createdAt: instant('created_at').notNull(),
		/** When what is waiting is to be told; null while nothing waits. */
		tellAt: instant('tell_at'),
	},
	(follow) => [
		uniqueIndex('follows_once').on(follow.personId, follow.subject, follow.subjectId),
		index('follows_subject').on(follow.subject, follow.subjectId),
		index('follows_tell').on(follow.tellAt),
		check('follows_subject_known', oneOf(follow.subject, FOLLOWED)),
		check('follows_rhythm', oneOf(follow.rhythm, RHYTHMS)),
	],
)

/** Something new that a follower is to be told of, or was: an event of the record, once for each follower. */
export const news = table(
	'news',
	{
		followId: text('follow_id')
			.notNull()
			.references(() => follows.id, { onDelete: 'cascade' }),
		/** The number of the event. */
		sequence: integer('sequence').notNull(),
		toldAt: instant('told_at'),
	},
	(one) => [primaryKey({ columns: [one.followId, one.sequence] }), index('news_told').on(one.toldAt)],
)
