import { type Profile, type ProfileTable, sameHolidays } from './profile.ts'

type Entry = ProfileTable['entries'][number]

/** Holidays are not moved when they fall on a weekend. Easter Monday works. */
const OF_2026: Entry[] = [
	holiday('2026-01-01', 'Жаңа жыл', 'Новый год', "New Year's Day"),
	holiday('2026-02-24', 'Тәуелсіздік күні', 'День независимости', 'Independence Day'),
	holiday('2026-04-03', 'Қасиетті жұма', 'Страстная пятница', 'Good Friday'),
	holiday('2026-04-05', 'Пасха', 'Пасха', 'Easter Sunday'),
	holiday('2026-05-01', 'Көктем мерекесі', 'День весны', 'Spring Day'),
	holiday('2026-05-24', 'Троица күні', 'Троица', 'Pentecost'),
	holiday('2026-06-23', 'Жеңіс күні', 'День победы', 'Victory Day'),
	holiday('2026-06-24', 'Иван күні', 'Иванов день', 'Midsummer Day'),
	holiday(
		'2026-08-20',
		'Тәуелсіздікті қалпына келтіру күні',
		'День восстановления независимости',
		'Restoration Day',
	),
	holiday('2026-12-24', 'Рождество қарсаңы', 'Сочельник', 'Christmas Eve'),
	holiday('2026-12-25', 'Рождествоның бірінші күні', 'Первый день Рождества', 'Christmas Day'),
	holiday('2026-12-26', 'Рождествоның екінші күні', 'Второй день Рождества', 'Boxing Day'),
]

/** The days of 2027 by the same act, each beside its day of 2026. */
const OF_2027 = sameHolidays(OF_2026, {
	'2027-01-01': '2026-01-01',
	'2027-02-24': '2026-02-24',
	'2027-03-26': '2026-04-03',
	'2027-03-28': '2026-04-05',
	'2027-05-01': '2026-05-01',
	'2027-05-16': '2026-05-24',
	'2027-06-23': '2026-06-23',
	'2027-06-24': '2026-06-24',
	'2027-08-20': '2026-08-20',
	'2027-12-24': '2026-12-24',
	'2027-12-25': '2026-12-25',
	'2027-12-26': '2026-12-26',
})

/**
 * Estonia. PIA: Public Information Act. RMA: Response to Memoranda and Requests for Explanations Act.
 * GPCCA: General Part of the Civil Code Act.
 */
export const EE: Profile = {
	schema: 'jurisdiction-profile/1',
	id: 'EE',
	version: '2026-01',
	name: { kk: 'Эстония', ru: 'Эстония', en: 'Estonia', et: 'Eesti' },
	languages: { official: ['et'], ui: ['et', 'en', 'ru'], src: 'Language Act', conf: 'ok' },
	time: {
		zone: 'Europe/Tallinn',
		office_close: null,
		src: 'PIA: registered on the day of receipt or the next working day',
		conf: 'ok',
	},
	calendar: {
		week: [1, 2, 3, 4, 5],
		substitute: 'none',
		suggest_from: 'date-holidays:EE',
		src: 'Public Holidays and Days of National Importance Act',
		conf: 'ok',
		main: { years: [2026, 2027], entries: [...OF_2026, ...OF_2027] },
	},
	registration: {
		same_day_until: '24:00',
		else: 'next_working_day',
		article: 'PIA',
		src: 'PIA: registered on the day of receipt or the next working day',
		conf: 'ok',
	},
	identity: {
		required: ['name', 'contact'],
		methods: ['id_card', 'mobile_id', 'smart_id'],
		anonymous: 'name_required',
		levels: {
			inquiry: { level: 1, src: 'PIA, RMA: a name and contact data', conf: 'confirm' },
			petition_signature: { level: 3, src: 'practice of rahvaalgatus.ee', conf: 'confirm' },
			hearing_remark: { level: 1, src: 'Planning Act: opinions by letter and e-mail', conf: 'confirm' },
		},
		src: 'PIA, RMA',
		conf: 'ok',
	},
	inquiry: {
		src: 'PIA, RMA',
		conf: 'ok',
		kinds: {
			information_request: { procedure: 'information', src: 'PIA', conf: 'ok' },
			memorandum: { procedure: 'address', src: 'RMA', conf: 'ok' },
			explanation_request: { procedure: 'address', src: 'RMA', conf: 'ok' },
		},
		by_email: { kind: 'explanation_request', src: 'RMA; the kind is our choice', conf: 'confirm' },
		procedures: {
			information: { outcomes: ['given', 'refused', 'forwarded'], src: 'PIA', conf: 'ok' },
			address: { outcomes: ['answered', 'forwarded', 'declined'], src: 'RMA', conf: 'ok' },
		},
		correction: { effect: 'none', src: 'neither act stops the term', conf: 'confirm' },
		steps: [
			{
				id: 'answer_information',
				as: 'answer',
				procedures: ['information'],
				article: 'PIA',
				src: 'PIA: within five working days',
				conf: 'ok',
				limit: { n: 5, unit: 'wd', from: 'registered' },
			},
			{
				id: 'extend_information',
				as: 'extend',
				procedures: ['information'],
				article: 'PIA',
				src: 'PIA: up to fifteen working days in all, reasons within the first five',
				conf: 'ok',
				limit: { n: 15, unit: 'wd', from: 'registered' },
				notify_within: { n: 5, unit: 'wd', from: 'registered' },
				reason_required: true,
			},
			{
				id: 'redirect',
				article: 'PIA',
				src: 'PIA: forwarded within five working days; for memoranda to be confirmed',
				conf: 'confirm',
				limit: { n: 5, unit: 'wd', from: 'registered' },
				notify: ['author'],
			},
			// An end on a day off moves to the next working day: GPCCA 136(8).
			{
				id: 'answer_address',
				as: 'answer',
				procedures: ['address'],
				article: 'RMA',
				src: 'RMA: thirty days from registration; GPCCA 136(8)',
				conf: 'ok',
				limit: { n: 30, unit: 'cd', from: 'registered', roll: 'next' },
			},
			{
				id: 'extend_address',
				as: 'extend',
				procedures: ['address'],
				article: 'RMA',
				src: 'RMA: up to two months in complex cases; GPCCA 136(8)',
				conf: 'confirm',
				limit: { n: 2, unit: 'mo', from: 'registered', roll: 'next' },
				reason_required: true,
			},
		],
		answer_must_have: [],
		close_without_answer: [],
	},
	petition: {
		src: 'Collective addresses to the Riigikogu: Riigikogu Rules of Procedure Act',
		conf: 'ok',
		who_may_start: ['permanent_resident'],
		who_may_sign: ['permanent_resident'],
		min_age: 16,
		sign_methods: ['id_card', 'mobile_id', 'smart_id', 'paper'],
		display: 'count_only',
		resubmit: { after_submission: { n: 2, unit: 'yr', from: 'submitted' } },
		stages: [
			{
				id: 'collect',
				src: 'Settings of the Rahvaalgatus platform',
				conf: 'ok',
				limit: { n: 366, unit: 'cd', from: 'published' },
				min: { n: 3, unit: 'cd', from: 'published' },
				platform_rule: true,
			},
			{
				id: 'accept',
				src: 'Riigikogu: the Board tells within thirty days',
				conf: 'ok',
				limit: { n: 30, unit: 'cd', from: 'submitted' },
				notify: ['starter'],
			},
			{
				id: 'decide',
				src: 'Riigikogu: the committee decides within six months of acceptance',
				conf: 'ok',
				limit: { n: 6, unit: 'mo', from: 'accepted' },
			},
		],
		thresholds: {
			national: { fixed: 1000, src: 'Riigikogu, collective address', conf: 'ok' },
			municipal: {
				percent: 1,
				of: 'voters',
				floor: 5,
				src: 'Local Government Organisation Act',
				conf: 'confirm',
			},
		},
		competences: {
			parliament: {
				thresholds: ['national'],
				consider: 'decide',
				src: 'Riigikogu, collective address',
				conf: 'ok',
			},
			municipality: { thresholds: ['municipal'], src: 'Local Government Organisation Act', conf: 'confirm' },
		},
		sending_ends_collection: true,
		banned_subjects: [],
		grounds: {
			content_incomplete: { hides: false, src: 'Riigikogu, collective address', conf: 'ok' },
			same_subject_recent: { hides: false, src: 'Riigikogu, collective address', conf: 'ok' },
			unlawful_content: { hides: true, src: 'our choice', conf: 'confirm' },
		},
		outage: { minutes: 60, src: 'our choice, in favour of those who sign', conf: 'confirm' },
		keep_signers: {
			limit: { n: 28, unit: 'cd', from: 'list_received' },
			src: 'practice of Rahvaalgatus',
			conf: 'confirm',
		},
		outcomes: ['bill', 'national_debate', 'public_sitting', 'forwarded', 'rejected', 'solved_otherwise'],
	},
	hearing: {
		src: 'Planning Act; Environmental Impact Assessment Act',
		conf: 'confirm',
		// A public display is a discussion without a session; a public discussion is a meeting.
		held_for: {
			detailed_plan: {
				forms: ['portal_discussion', 'open_meeting', 'mixed'],
				src: 'Planning Act',
				conf: 'confirm',
			},
			environmental_impact_report: {
				forms: ['portal_discussion', 'open_meeting', 'mixed'],
				src: 'Environmental Impact Assessment Act',
				conf: 'confirm',
			},
		},
		open_to: 'anyone',
		announce_channels: {
			official_site: { need: 1, src: 'Planning Act', conf: 'confirm' },
			newspaper: { need: 1, src: 'Planning Act', conf: 'confirm' },
		},
		announce_fields: ['subject', 'place', 'date', 'document_link', 'initiator', 'comments_address'],
		protocol_must_have: [],
		not_held_grounds: {},
		repeat_if: [],
		rules: [
			{
				id: 'announce',
				src: 'Planning Act',
				conf: 'confirm',
				limit: { n: 14, unit: 'cd', from: 'display_start', dir: 'before' },
			},
			{
				id: 'display',
				src: 'Planning Act',
				conf: 'confirm',
				limit: { n: 14, unit: 'cd', from: 'display_start', cmp: 'min' },
				gates: 'hearing_end',
				forms: ['portal_discussion'],
			},
			{
				id: 'discussion',
				src: 'Planning Act',
				conf: 'confirm',
				limit: { n: 45, unit: 'cd', from: 'display_end' },
				if: 'objections',
			},
			{
				id: 'eia_display',
				src: 'Environmental Impact Assessment Act',
				conf: 'confirm',
				limit: { n: 30, unit: 'cd', from: 'display_start', cmp: 'min' },
				gates: 'hearing_end',
				forms: ['portal_discussion'],
				held_for: ['environmental_impact_report'],
			},
		],
	},
	data: {
		retention: 'configurable',
		signature_list_to_parliament: ['name', 'personal_code'],
		src: 'Riigikogu, collective address',
		conf: 'ok',
	},
}

function holiday(day: string, kk: string, ru: string, en: string): Entry {
	return {
		day,
		kind: 'holiday',
		title: { kk, ru, en },
		source: 'Public Holidays and Days of National Importance Act',
		confidence: 'ok',
	}
}
