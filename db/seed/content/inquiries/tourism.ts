import type { InquirySeed } from '../types.ts'

/** Q21–Q23: the Ministry of Tourism and Mountain Territories. */
export const tourismInquiries: readonly InquirySeed[] = [
	{
		key: 'Q21',
		office: 'tou-minister',
		channel: 'web',
		kind: 'request',
		visibility: 'public',
		lang: 'en',
		asker: 'C21',
		received: { wd: -35, at: '11:50' },
		subject: {
			kk: '«Ақ-Қар» жолының көлік зерттеуі',
			ru: 'Исследование трафика дороги «Ак-Кар»',
			en: 'Traffic study for the Ak-Kar road',
		},
		text: `The ministry says that the new road to the Ak-Kar resort will carry 9,000 visitors a day without queues, and refers to a traffic study. I live on the only street that leads to this road. On a winter weekend we already wait forty minutes to leave our own yard.

Please publish the traffic study in full, with the counts it is based on: where and on which days the cars were counted, what share of visitors is expected to come by bus, and what was assumed about parking at the top. Please also say who prepared the study and what it cost. If some part cannot be shown, please publish the rest and name the ground for each gap, so that residents can discuss numbers and not adjectives.`,
		translations: {
			kk: '«Ақ-Қар» жолы күніне 9 000 адамды кептеліссіз өткізеді дейтін зерттеуді санақ деректерімен бірге толық жариялауыңызды сұраймын. Оны кім жасады, құны қанша болды?',
			ru: 'Прошу опубликовать полностью исследование, по которому дорога «Ак-Кар» пропустит 9 000 человек в день без очередей, с исходными подсчётами машин. Кто его делал и сколько оно стоило?',
		},
		acts: [
			{
				act: 'assign',
				when: { wd: -34, at: '10:30' },
				by: 'TOU-clerk',
				to: 'TOU-executor',
				unit: { kk: 'Жобалар бөлімі', ru: 'Отдел проектов', en: 'Projects unit' },
			},
			{
				act: 'note',
				when: { wd: -26, at: '14:15' },
				by: 'TOU-executor',
				text: 'The study belongs to the initiator until the expert review ends. Legal: refusal possible, but name a date and give what is ours (own counts from last winter).',
			},
			{
				act: 'answer',
				when: { wd: -22, at: '16:30' },
				by: 'TOU-approver',
				signedBy: 'O6',
				answer: {
					result: 'refused',
					reasons:
						'The study is an unfinished document of the initiator, now under expert review, and the ministry does not hold its final text. Publishing a draft is refused; the counts made by the ministry itself are given.',
					law: 'APPC article 89; Access to Information Law article 11; Rules for reviewing mountain projects, paragraph 30 (training document)',
					facts: [
						{
							argument: 'The ministry relies on a study nobody can read',
							fact: 'Confirmed in part. The figure of 9,000 visitors comes from the summary the initiator submitted; the full text is with the experts.',
						},
						{
							argument: 'Residents already wait forty minutes on winter weekends',
							fact: 'Confirmed by our own counts: 34 to 47 minutes on six Saturdays between 16:00 and 18:00.',
						},
						{
							argument: 'The author and the price of the study are unknown',
							fact: 'It was ordered and paid for by the initiator; no budget money was spent, so the ministry has no contract to publish.',
						},
					],
					body: `We cannot publish the traffic study now. This is a refusal, and you may appeal against it; how to do so is set out below.

## Why

The study was ordered by the initiator of the project and is under expert review. The rules open it **together with the conclusion of the experts**, not before. The ministry holds only a four-page summary, from which the figure of 9,000 visitors a day was taken. We should have said so in the first place.

## What we can give you today

Our own counts on the access street, made on six Saturdays last winter:

| Hour | Cars an hour, average | Wait to leave a yard |
|---|---|---|
| 10–11 | 412 | 12 min |
| 16–17 | 655 | 47 min |
| 17–18 | 590 | 34 min |

## What happens next

When the review ends, the full study goes into the file of the public hearing on Ak-Kar. You will get a message under this question on the same day.`,
					translations: {
						kk: 'Бас тартылды: зерттеу әзірге сараптамада, ол қорытындымен бірге ашылады. Министрліктің өз санағы берілді (сенбі күндері 34–47 минут кептеліс).',
						ru: 'Отказано: исследование проходит экспертизу и откроется вместе с заключением. Даны подсчёты самого министерства (34–47 минут ожидания по субботам).',
					},
				},
			},
			{
				act: 'rate',
				when: { wd: -21, at: '18:45' },
				answered: 'partly',
				helped: false,
				comment: 'Thank you for the counts. The study itself is what the decision rests on.',
			},
		],
	},
	{
		key: 'Q22',
		office: 'tou-minister',
		channel: 'web',
		kind: 'request',
		visibility: 'public',
		lang: 'en',
		asker: 'C22',
		received: { wd: -20, at: '15:37' },
		subject: {
			kk: 'Ілбіс санағының бастапқы деректері',
			ru: 'Исходные данные учёта барса',
			en: 'Snow leopard survey raw data',
		},
		text: `Two years ago camera traps were set in the gorges above Tauqala, and the ministry announced that nine snow leopards live there. The Ak-Kar summary now speaks of "four or five animals passing through". Both figures cannot be right, and the difference matters for the lifts.

I am a biologist with a citizen survey group. Please provide the raw data: for each camera the place, the dates it worked, the number of pictures with a leopard and how individual animals were told apart. A table is enough, we do not need the photographs. Please also send the final report of the survey and the name of the method. We will publish our own count and our calculations beside yours, so that anyone can check both.`,
		translations: {
			kk: 'Тауқала үстіндегі шатқалдарда тоғыз ілбіс бар делінген еді, енді «төрт-бесеу» дейді. Фототұзақтардың бастапқы деректерін, есеп пен әдісті беруіңізді сұраймын.',
			ru: 'Сначала объявили о девяти барсах над Таукалой, теперь пишут «четыре-пять». Прошу исходные данные фотоловушек, отчёт и описание метода.',
		},
		acts: [
			{
				act: 'assign',
				when: { wd: -19, at: '10:00' },
				by: 'TOU-clerk',
				to: 'TOU-executor',
				unit: {
					kk: 'Қорғалатын аумақтар бөлімі',
					ru: 'Отдел охраняемых территорий',
					en: 'Protected areas unit',
				},
			},
			{
				act: 'note',
				when: { wd: -12, at: '11:30' },
				by: 'TOU-executor',
				text: 'Coordinates of two cameras are at den sites. Poachers read open data too: hide those two in the public version, give the author the 5 km grid.',
			},
			{
				act: 'answer',
				when: { wd: -8, at: '14:20' },
				by: 'TOU-approver',
				signedBy: 'O6',
				answer: {
					result: 'satisfied',
					reasons:
						'Data of a survey paid for from the budget are open. Only the exact places of dens are hidden in the public version, because their disclosure would put a protected animal at risk.',
					law: 'APPC article 89; Access to Information Law article 11; Rules on data about rare animals, paragraph 6 (training document)',
					facts: [
						{
							argument: 'The figures of nine and of "four or five" contradict each other',
							fact: 'They count different things: nine animals seen in fourteen months in all gorges; four or five in the gorge of the planned lifts alone.',
						},
						{
							argument: 'The raw data were never published',
							fact: 'Confirmed. The table of 24 cameras and the final report are attached to this answer.',
						},
					],
					body: `You asked why nine animals became "four or five". They did not: **nine** individuals were recognised in all six gorges during fourteen months, and **four or five** of them used the gorge where the lifts are planned. The summary should have said so, and we have asked the initiator to correct it.

## Files

- \`cameras.txt\` — the 24 cameras: gorge, dates of work, nights with a leopard, individuals.
- \`method.txt\` — how animals were told apart, in two pages.

## Two den sites

Cameras K-07 and K-19 stand at dens in the Upper Kumis gorge, 300 m and 450 m from the end of the second lift line. Females with cubs were recorded there in both years.

## Gaps in the data

Five cameras did not work for 31 to 88 nights, mostly because of frost. The table has a column for it. A night without a picture is not a night without a leopard; please mind this in your own count.`,
					translations: {
						kk: 'Деректер мен есеп берілді: алты шатқалда тоғыз ілбіс, көтергіштер салынатын шатқалда төрт-бесеу. Ін орындары ашық нұсқада жасырылған.',
						ru: 'Данные и отчёт выданы: девять барсов в шести ущельях, четыре-пять — в ущелье подъёмников. Места логов в публичной версии скрыты.',
					},
					attachments: [
						{
							name: 'cameras.txt',
							type: 'text/plain',
							describes: {
								kk: 'Фототұзақтар кестесі (үзінді)',
								ru: 'Таблица фотоловушек (фрагмент)',
								en: 'Table of camera traps (extract)',
							},
							content: `camera,gorge,nights_planned,nights_down,nights_with_leopard,individuals
K-01,Lower Kumis,420,0,11,2
K-02,Lower Kumis,420,31,8,2
K-03,Orta,420,0,5,1
K-04,Orta,420,0,17,3
K-05,Qyzyl,420,88,3,1
K-06,Qyzyl,420,0,14,2
`,
						},
						{
							name: 'method.txt',
							type: 'text/plain',
							describes: {
								kk: 'Әдістің сипаттамасы',
								ru: 'Описание метода',
								en: 'Description of the method',
							},
							content: `Training document. Individuals were told apart by the pattern of rosettes on both flanks.
Two readers worked separately; a match was counted only where both agreed.
Pictures of one flank only were left out of the count of individuals.
`,
						},
					],
					redactions: [
						{
							passage:
								'Cameras K-07 and K-19 stand at dens in the Upper Kumis gorge, 300 m and 450 m from the end of the second lift line.',
							shown: 'The places of two cameras at dens are not shown.',
							reason:
								'The place of a den of a protected animal: disclosure would put it at risk of poaching.',
						},
					],
				},
			},
			{
				act: 'rate',
				when: { wd: -7, at: '12:10' },
				answered: 'yes',
				helped: true,
				comment: 'Complete and honest about the gaps. We will publish our count next month.',
			},
		],
	},
	{
		key: 'Q23',
		office: 'tou-minister',
		channel: 'email',
		kind: 'request',
		visibility: 'public',
		lang: 'ru',
		asker: 'C23',
		received: { wd: -2, at: '16:55' },
		subject: {
			kk: 'Көтергіштер компаниясының иесі кім',
			ru: 'Кто владелец компании подъёмников',
			en: 'Who owns the company behind the lifts',
		},
		text: `Здравствуйте. В проекте «Ак-Кар» подъёмники будет строить и потом двадцать пять лет содержать одна компания. В открытом реестре её учредителем указана другая компания, у той — третья, зарегистрированная за границей, и дальше след обрывается.

Прошу назвать конечного владельца: кто именно, какой человек, получает прибыль и отвечает за безопасность канатной дороги. Прошу также сообщить, проверяло ли министерство владельца перед тем, как подписать предварительное соглашение, каким документом оформлена проверка и есть ли среди владельцев или их родственников служащие министерства. Если проверки не было, прошу так и написать. Отвечать можно открыто, мой адрес публиковать не нужно.`,
		translations: {
			kk: '«Ақ-Қар» көтергіштерін салатын компанияның түпкі иесі көрінбейді, ізі шетелде үзіледі. Оның түпкі иесі кім және министрлік оны келісімге дейін тексерді ме?',
			en: 'The trail of owners of the company that is to build the Ak-Kar lifts ends abroad. Who is the ultimate owner, and did the ministry check before signing the preliminary agreement?',
		},
		acts: [
			{ act: 'confirm', when: { wd: -2, at: '17:32' } },
			{
				act: 'assign',
				when: { wd: -1, at: '10:50' },
				by: 'TOU-clerk',
				to: 'TOU-executor',
				unit: { kk: 'Жобалар бөлімі', ru: 'Отдел проектов', en: 'Projects unit' },
			},
		],
	},
]
