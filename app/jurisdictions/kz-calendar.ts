import type { CalendarEntry } from '#app/deadlines/calendar.ts'
import type { ProfileTable } from './profile.ts'

type Entry = ProfileTable['entries'][number]
type Titles = Record<'kk' | 'ru' | 'en', string>

const HOLIDAYS_LAW = 'Law on holidays of 13.12.2001 No. 267'
const MOVE_RULE = `${HOLIDAYS_LAW}, art. 5`
const LABOUR_84_5 = 'Labour Code 84(5)'

const TITLES = {
	newYear: title('Жаңа жыл', 'Новый год', 'New Year'),
	christmas: title('Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
	women: title('Халықаралық әйелдер күні', 'Международный женский день', "International Women's Day"),
	nauryz: title('Наурыз мейрамы', 'Наурыз мейрамы', 'Nauryz'),
	unity: title('Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
	defender: title('Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
	victory: title('Жеңіс күні', 'День Победы', 'Victory Day'),
	capital: title('Астана күні', 'День столицы', 'Capital City Day'),
	constitution: title('Қазақстан Республикасының Конституциясы күні', 'День Конституции', 'Constitution Day'),
	republic: title('Республика күні', 'День Республики', 'Republic Day'),
	independence: title('Тәуелсіздік күні', 'День Независимости', 'Independence Day'),
	kurban: title('Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban Ait'),
} satisfies Record<string, Titles>

type Name = keyof typeof TITLES

const EVERY_YEAR: [string, Name][] = [
	['01-01', 'newYear'],
	['01-02', 'newYear'],
	['03-08', 'women'],
	['03-21', 'nauryz'],
	['03-22', 'nauryz'],
	['03-23', 'nauryz'],
	['05-01', 'unity'],
	['05-07', 'defender'],
	['05-09', 'victory'],
	['07-06', 'capital'],
	['10-25', 'republic'],
	['12-16', 'independence'],
]

/**
 * Each year as it was decided, the moved days written out: a table is what an administrator compares with
 * the published calendar. That they follow from the move rule is a test.
 */
export const KZ_TABLE: ProfileTable = {
	years: [2024, 2025, 2026, 2027],
	entries: [
		...year(2024, {
			constitution: '08-30',
			kurban: ['06-16', 'confirm'],
			moved: [
				['03-25', 'nauryz', '03-23'],
				['07-08', 'capital', '07-06'],
			],
		}),
		// Order of the labour ministry under Labour Code 85(3): Saturday 4 May in exchange for Wednesday 8 May.
		exchange('2024-05-04', 'working_day', '2024-05-08'),
		exchange('2024-05-08', 'moved_rest_day', '2024-05-04'),

		...year(2025, {
			constitution: '08-30',
			kurban: ['06-06', 'confirm'],
			moved: [
				['03-10', 'women', '03-08'],
				['03-24', 'nauryz', '03-22'],
				['03-25', 'nauryz', '03-23'],
				['07-07', 'capital', '07-06'],
				['09-01', 'constitution', '08-30'],
				['10-27', 'republic', '10-25'],
			],
		}),
		// The same order for the New Year: Sunday 5 January worked, Friday 3 January did not.
		exchange('2025-01-03', 'moved_rest_day', '2025-01-05'),
		exchange('2025-01-05', 'working_day', '2025-01-03'),

		// 30 August is no holiday from 2026, by statement of the labour ministry after the referendum of
		// 15.03.2026; the calendar published before it had 31 August off. Constitution Day is 15 March from 2027.
		...year(2026, {
			kurban: ['05-27', 'ok'],
			moved: [
				['03-09', 'women', '03-08'],
				['03-24', 'nauryz', '03-21'],
				['03-25', 'nauryz', '03-22'],
				['05-11', 'victory', '05-09'],
				['10-26', 'republic', '10-25'],
			],
		}),

		...year(2027, {
			confidence: 'confirm',
			constitution: '03-15',
			kurban: ['05-16', 'confirm'],
			moved: [
				['01-04', 'newYear', '01-02'],
				['03-24', 'nauryz', '03-21'],
				['05-03', 'unity', '05-01'],
				['05-10', 'victory', '05-09'],
			],
		}),
	].sort((a, b) => (a.day < b.day ? -1 : 1)),
}

function year(
	year: number,
	{
		confidence = 'ok',
		constitution,
		kurban,
		moved,
	}: {
		confidence?: Entry['confidence']
		constitution?: string
		kurban: [string, Entry['confidence']]
		moved: [string, Name, string][]
	},
): Entry[] {
	const entry = (day: string, kind: CalendarEntry['kind'], words: Titles, source: string): Entry => ({
		day: `${year}-${day}`,
		kind,
		title: words,
		source,
		confidence,
	})
	const holidays: [string, Name][] = constitution
		? [...EVERY_YEAR, [constitution, 'constitution']]
		: EVERY_YEAR
	return [
		...holidays.map(([day, name]) => entry(day, 'holiday', TITLES[name], HOLIDAYS_LAW)),
		entry('01-07', 'rest_day', TITLES.christmas, LABOUR_84_5),
		{ ...entry(kurban[0], 'rest_day', TITLES.kurban, LABOUR_84_5), confidence: kurban[1] },
		...moved.map(([day, name, from]) =>
			entry(day, 'moved_rest_day', movedFrom(name, `${year}-${from}`), MOVE_RULE),
		),
	]
}

function movedFrom(name: Name, day: string): Titles {
	const { kk, ru, en } = TITLES[name]
	return {
		kk: `${shown(day)} күнгі мереке үшін демалыс (${kk})`,
		ru: `Выходной за праздник ${shown(day)} (${ru})`,
		en: `Day off for the holiday of ${shown(day)} (${en})`,
	}
}

function exchange(day: string, kind: 'working_day' | 'moved_rest_day', other: string): Entry {
	const words: Titles =
		kind === 'working_day'
			? {
					kk: `${shown(other)} орнына жұмыс күні`,
					ru: `Рабочий день вместо ${shown(other)}`,
					en: `Working day in place of ${shown(other)}`,
				}
			: {
					kk: `${shown(other)} күнінен ауыстырылған демалыс күні`,
					ru: `Выходной, перенесённый с ${shown(other)}`,
					en: `Day off moved from ${shown(other)}`,
				}
	return {
		day,
		kind,
		title: words,
		source: 'Labour Code 85(3), order of the labour authority',
		confidence: 'ok',
	}
}

function shown(day: string): string {
	return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
}

function title(kk: string, ru: string, en: string): Titles {
	return { kk, ru, en }
}
