import { type Profile, type ProfileTable, sameHolidays } from './profile.ts'

type Entry = ProfileTable['entries'][number]

const BANKING = 'Banking and Financial Dealings Act 1971 and royal proclamations'

/** FOIA 10(6): a day that is a bank holiday in any part of the United Kingdom is not a working day. */
const OF_2026: Entry[] = [
	holiday('2026-01-01', 'Жаңа жыл', 'Новый год', "New Year's Day"),
	holiday('2026-01-02', '2 қаңтар (Шотландия)', '2 января (Шотландия)', '2 January (Scotland)'),
	holiday(
		'2026-03-17',
		'Әулие Патрик күні (Солтүстік Ирландия)',
		'День святого Патрика (Северная Ирландия)',
		"St Patrick's Day (Northern Ireland)",
	),
	holiday('2026-04-03', 'Қасиетті жұма', 'Страстная пятница', 'Good Friday'),
	holiday('2026-04-06', 'Пасха дүйсенбісі', 'Пасхальный понедельник', 'Easter Monday'),
	holiday('2026-05-04', 'Мамыр айының алғашқы демалысы', 'Майский выходной', 'Early May bank holiday'),
	holiday('2026-05-25', 'Көктемгі демалыс', 'Весенний выходной', 'Spring bank holiday'),
	holiday(
		'2026-06-15',
		'Әлем чемпионаты күні (Шотландия)',
		'День чемпионата мира (Шотландия)',
		'World Cup bank holiday (Scotland)',
		'Royal proclamation of February 2026',
	),
	holiday(
		'2026-07-13',
		'Бойн шайқасы күні (Солтүстік Ирландия)',
		'День битвы на реке Бойн (Северная Ирландия)',
		'Battle of the Boyne (Northern Ireland)',
	),
	holiday(
		'2026-08-03',
		'Жазғы демалыс (Шотландия)',
		'Летний выходной (Шотландия)',
		'Summer bank holiday (Scotland)',
	),
	holiday('2026-08-31', 'Жазғы демалыс', 'Летний выходной', 'Summer bank holiday'),
	holiday(
		'2026-11-30',
		'Әулие Андрей күні (Шотландия)',
		'День святого Андрея (Шотландия)',
		"St Andrew's Day (Scotland)",
	),
	holiday('2026-12-25', 'Рождество', 'Рождество', 'Christmas Day'),
	holiday(
		'2026-12-28',
		'Сыйлық күні (ауыстырылған)',
		'День подарков (перенесён)',
		'Boxing Day (substitute day)',
	),
]

/** The days of 2027 by the same acts, each beside its day of 2026; to be compared with what is published. */
const OF_2027 = sameHolidays(OF_2026, {
	'2027-01-01': '2026-01-01',
	// 2 January is a Saturday, 25 and 26 December are a weekend: the substitute days.
	'2027-01-04': '2026-01-02',
	'2027-03-17': '2026-03-17',
	'2027-03-26': '2026-04-03',
	'2027-03-29': '2026-04-06',
	'2027-05-03': '2026-05-04',
	'2027-05-31': '2026-05-25',
	'2027-07-12': '2026-07-13',
	'2027-08-02': '2026-08-03',
	'2027-08-30': '2026-08-31',
	'2027-11-30': '2026-11-30',
	'2027-12-27': '2026-12-25',
	'2027-12-28': '2026-12-28',
})

const UNION = [...OF_2026, ...OF_2027]

const ELSEWHERE = [
	'2026-01-02',
	'2026-03-17',
	'2026-06-15',
	'2026-07-13',
	'2026-08-03',
	'2026-11-30',
	'2027-01-04',
	'2027-03-17',
	'2027-07-12',
	'2027-08-02',
	'2027-11-30',
]

/**
 * United Kingdom. FOIA: Freedom of Information Act 2000. SI: statutory instruments on publicity for planning
 * applications (2021/746) and environmental impact (2017/571).
 */
export const GB: Profile = {
	schema: 'jurisdiction-profile/1',
	id: 'GB',
	version: '2026-02',
	name: { kk: 'Ұлыбритания', ru: 'Великобритания', en: 'United Kingdom' },
	languages: { official: ['en', 'cy'], ui: ['en'], src: 'Welsh Language Measure 2011', conf: 'confirm' },
	time: {
		zone: 'Europe/London',
		office_close: null,
		src: 'FOIA 10(1): the day of receipt counts whole',
		conf: 'ok',
	},
	calendar: {
		week: [1, 2, 3, 4, 5],
		substitute: 'already_in_table',
		suggest_from: 'date-holidays:GB/ENG+WLS+SCT+NIR',
		src: 'FOIA 10(6)',
		conf: 'ok',
		main: { years: [2026, 2027], entries: UNION },
		named: {
			england_wales: { years: [2026, 2027], entries: UNION.filter(({ day }) => !ELSEWHERE.includes(day)) },
		},
	},
	// Receipt may fall on a day that does not work; the first day counted is the next working day anyway.
	registration: {
		same_day_until: '24:00',
		else: null,
		article: 'FOIA 10(1)',
		src: 'FOIA 10(1), guidance of the Information Commissioner',
		conf: 'ok',
	},
	identity: {
		required: ['name', 'contact'],
		methods: ['email_link'],
		anonymous: 'name_required',
		levels: {
			inquiry: { level: 1, article: 'FOIA 8(1)', src: 'FOIA 8(1): a name and an address', conf: 'ok' },
			petition_signature: { level: 1, src: 'practice of petition.parliament.uk', conf: 'ok' },
			hearing_remark: { level: 1, src: 'representations need a name and an address', conf: 'confirm' },
		},
		src: 'FOIA 8(1)',
		conf: 'ok',
	},
	inquiry: {
		src: 'FOIA 1, 10',
		conf: 'ok',
		kinds: { foi_request: { procedure: 'foi', src: 'FOIA 1(1)', conf: 'ok' } },
		by_email: { kind: 'foi_request', src: 'FOIA 8(2)(a)', conf: 'ok' },
		procedures: {
			foi: {
				outcomes: ['disclosed', 'partly_disclosed', 'refused', 'not_held'],
				src: 'FOIA 1, 2, 17',
				conf: 'ok',
			},
		},
		// FOIA 1(3): no duty to comply until the clarification comes; the term then starts anew.
		correction: { effect: 'restart', times: 1, src: 'FOIA 1(3), 10(6)', conf: 'confirm' },
		steps: [
			{
				id: 'answer',
				article: 'FOIA 10(1)',
				src: 'FOIA 10(1)',
				conf: 'ok',
				limit: { n: 20, unit: 'wd', from: 'received' },
				promptly: true,
				on_breach: ['internal_review', 'commissioner_complaint'],
			},
			{
				id: 'fee_pause',
				article: 'FOIA 10(2)',
				src: 'FOIA 10(2)',
				conf: 'ok',
				disregard: { unit: 'wd', from: 'fee_notice', to: 'fee_received', inclusive: true },
			},
			{
				id: 'clarify',
				article: 'FOIA 1(3)',
				src: 'FOIA 1(3)',
				conf: 'confirm',
				restart_on: 'clarification_received',
			},
			{
				id: 'public_interest_extension',
				article: 'FOIA 10(3)',
				src: 'FOIA 10(3), guidance of the Information Commissioner',
				conf: 'confirm',
				limit: { n: 40, unit: 'wd', from: 'received' },
				guidance_only: true,
			},
			{
				id: 'redirect',
				src: 'Code of practice under FOIA 45',
				conf: 'ok',
				needs_consent_of: 'author',
			},
		],
		answer_must_have: [],
		close_without_answer: [],
	},
	petition: {
		src: 'Rules of the petitions website of the UK Parliament',
		conf: 'ok',
		who_may_start: ['citizen', 'resident'],
		who_may_sign: ['citizen', 'resident'],
		sign_methods: ['email_link'],
		display: 'count_only_by_area',
		stages: [
			{ id: 'sponsors', src: 'Rules of the petitions website', conf: 'ok', need: 5, max: 20 },
			{
				id: 'check',
				src: 'Settings of the petitions website',
				conf: 'ok',
				limit: { n: 7, unit: 'cd', from: 'sponsors_reached' },
				internal_target: true,
			},
			{
				id: 'collect',
				src: 'Rules of the petitions website',
				conf: 'ok',
				limit: { n: 6, unit: 'mo', from: 'published' },
				closes_on: ['parliament_dissolved'],
			},
		],
		thresholds: {
			response: { fixed: 10_000, src: 'Rules of the petitions website', conf: 'ok' },
			debate: { fixed: 100_000, src: 'Rules of the petitions website', conf: 'ok' },
		},
		competences: {
			parliament: { thresholds: ['response', 'debate'], src: 'Rules of the petitions website', conf: 'ok' },
		},
		sending_ends_collection: false,
		outcomes: ['response', 'debate', 'none'],
		banned_subjects: [
			'not_government_or_parliament',
			'individual_case',
			'honours_and_appointments',
			'before_courts',
		],
		grounds: {
			duplicate: { hides: false, src: 'Rules of the petitions website', conf: 'ok' },
			no_action: { hides: false, src: 'Rules of the petitions website', conf: 'ok' },
			banned_subject: { hides: false, src: 'Rules of the petitions website', conf: 'ok' },
			unlawful_content: { hides: true, src: 'Rules of the petitions website', conf: 'ok' },
		},
		outage: { minutes: 60, src: 'our choice, in favour of those who sign', conf: 'confirm' },
		keep_signers: {
			limit: { n: 6, unit: 'mo', from: 'list_received' },
			src: 'set by the operator',
			conf: 'confirm',
		},
	},
	hearing: {
		src: 'SI 2021/746 art. 18; SI 2017/571 reg. 20',
		conf: 'ok',
		// Representations are made in writing while the notices stand: a discussion without a session.
		held_for: {
			planning_application: {
				forms: ['portal_discussion'],
				article: 'SI 2021/746 18',
				src: 'SI 2021/746 art. 18',
				conf: 'ok',
			},
			environmental_statement: {
				forms: ['portal_discussion'],
				article: 'SI 2017/571 20',
				src: 'SI 2017/571 reg. 20',
				conf: 'ok',
			},
		},
		open_to: 'anyone',
		announce_channels: {
			site_notice: { need: 1, src: 'SI 2021/746 art. 18', conf: 'ok' },
			newspaper: { need: 1, src: 'SI 2021/746 art. 18', conf: 'ok' },
		},
		announce_fields: ['subject', 'place', 'document_link', 'initiator', 'comments_address'],
		protocol_must_have: [],
		not_held_grounds: {},
		repeat_if: [],
		rules: [
			// "21 days beginning with" the day of display; public holidays are disregarded, weekends are not.
			{
				id: 'site_notice',
				article: 'SI 2021/746 18',
				src: 'SI 2021/746 art. 18',
				conf: 'ok',
				limit: { n: 21, unit: 'cdx', from: 'notice_displayed', start: 'same', cmp: 'min' },
				gates: 'hearing_end',
				calendar: 'england_wales',
			},
			{
				id: 'newspaper_notice',
				article: 'SI 2021/746 18',
				src: 'SI 2021/746 art. 18',
				conf: 'ok',
				limit: { n: 14, unit: 'cdx', from: 'notice_published', start: 'same', cmp: 'min' },
				gates: 'hearing_end',
				calendar: 'england_wales',
			},
			{
				id: 'environmental_statement',
				article: 'SI 2017/571 20',
				src: 'SI 2017/571 reg. 20',
				conf: 'ok',
				limit: { n: 30, unit: 'cd', from: 'notice_published', cmp: 'min' },
				gates: 'hearing_end',
				held_for: ['environmental_statement'],
			},
		],
	},
	data: { retention: 'configurable', src: 'set by the operator', conf: 'confirm' },
}

function holiday(day: string, kk: string, ru: string, en: string, source = BANKING): Entry {
	return { day, kind: 'holiday', title: { kk, ru, en }, source, confidence: 'ok' }
}
