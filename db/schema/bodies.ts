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
import { oneOf } from './one-of.ts'

/** The same words in each language of the site; the language of the profile is always there. */
export type Words = { kk: string; ru: string; en: string }

/** A public body. `parentId` is the superior body, to which one complains. */
export const bodies = table(
	'bodies',
	{
		id: id(),
		/** Two to five capital letters; opens every register number of this body. */
		code: text('code').notNull(),
		names: json<Words>('names').notNull(),
		parentId: text('parent_id'),
		/** ISO 3166-2, for instance KZ-43. */
		region: text('region'),
		/** Where the desk gets its digests and notices. */
		deskEmail: text('desk_email'),
		/** Local HH:MM; when null, the profile's end of the working day holds. */
		officeClose: text('office_close'),
		/** As what it decides on petitions, a key of the profile's competences; null for a body that takes none. */
		competence: text('competence'),
		/** Of the unit that it serves, where a threshold is a share of the people: how many, on which day, said by whom. */
		population: integer('population'),
		populationOn: day('population_on'),
		populationSource: text('population_source'),
		/** Whether the law on questions obliges it; one that answers of its own will is under no term. */
		bound: flag('bound').notNull().default(true),
		closedAt: instant('closed_at'),
	},
	(body) => [uniqueIndex('bodies_code').on(body.code), index('bodies_parent').on(body.parentId)],
)

/** A post in a body: the Minister of .... Blogs, duties and clocks belong to it, not to its holder. */
export const offices = table(
	'offices',
	{
		id: id(),
		slug: text('slug').notNull(),
		bodyId: text('body_id')
			.notNull()
			.references(() => bodies.id),
		names: json<Words>('names').notNull(),
		position: integer('position').notNull().default(0),
		closedAt: instant('closed_at'),
	},
	(office) => [uniqueIndex('offices_slug').on(office.slug), index('offices_body').on(office.bodyId)],
)

/** A person who holds or held an office, as the public knows them. */
export const officials = table('officials', {
	id: id(),
	names: json<Words>('names').notNull(),
	biographies: json<Words>('biographies'),
	/** The account, when they sign in themselves. */
	personId: text('person_id'),
})

/** Who held an office from when to when. `until` is the last day, null while it runs. */
export const tenures = table(
	'tenures',
	{
		id: id(),
		officeId: text('office_id')
			.notNull()
			.references(() => offices.id),
		officialId: text('official_id')
			.notNull()
			.references(() => officials.id),
		from: day('from_day').notNull(),
		until: day('until_day'),
	},
	(tenure) => [
		uniqueIndex('tenures_office_from').on(tenure.officeId, tenure.from),
		index('tenures_official').on(tenure.officialId),
	],
)

/** A year of a calendar that has been entered; a year without a row is refused, never guessed. */
export const calendarYears = table(
	'calendar_years',
	{
		calendar: text('calendar').notNull(),
		year: integer('year').notNull(),
		confirmed: flag('confirmed').notNull(),
		source: text('source').notNull(),
		enteredAt: instant('entered_at').notNull(),
	},
	(entry) => [primaryKey({ columns: [entry.calendar, entry.year] })],
)

export const CALENDAR_KINDS = ['holiday', 'moved_rest_day', 'rest_day', 'working_day'] as const

/** A day that differs from the plain week. Removed entries stay, so that old shifts can be explained. */
export const calendarEntries = table(
	'calendar_entries',
	{
		id: id(),
		calendar: text('calendar').notNull(),
		day: day('day').notNull(),
		kind: choice('kind', CALENDAR_KINDS).notNull(),
		titles: json<Words>('titles').notNull(),
		source: text('source').notNull(),
		confirmed: flag('confirmed').notNull(),
		enteredAt: instant('entered_at').notNull(),
		enteredBy: text('entered_by'),
		removedAt: instant('removed_at'),
		removedBy: text('removed_by'),
		removalSource: text('removal_source'),
	},
	(entry) => [
		index('calendar_entries_day').on(entry.calendar, entry.day),
		check('calendar_entries_kind', oneOf(entry.kind, CALENDAR_KINDS)),
	],
)

/** Small values that belong to the installation: the version of the calendar, marks of duties. */
export const settings = table('settings', { key: id('key'), value: text('value').notNull() })
