import type { InquirySeed } from '../types.ts'

/** Q30: the akimat of Tauqala; and one to a body that answers of its own will. */
export const cityInquiries: readonly InquirySeed[] = [
	{
		key: 'Q30',
		office: 'tau-akim',
		channel: 'web',
		kind: 'application',
		visibility: 'private',
		lang: 'en',
		asker: 'C30',
		received: { wd: -4, at: '12:28' },
		subject: {
			kk: 'Көршімнің сауалындағы менің деректерім',
			ru: 'Мои данные в вопросе соседа',
			en: "Personal data in my neighbour's question",
		},
		text: `My neighbour has published a question to the akimat about parking in our yard. In it he names the number of my flat, the plate of my car and my telephone number. Since then four strangers have called me, one of them late at night, and somebody has left a note on the windscreen.

I do not object to the question itself: parking in the yard is a real problem and he has every right to ask. But my flat, plate and number are not needed to answer it, and I never agreed to their publication. Please hide these three details in the public version as soon as you can, also in the feeds and in search, and tell my neighbour why. Please keep this request private, otherwise it will only draw more attention.`,
		translations: {
			kk: 'Көршім аулаға көлік қою туралы сауалында пәтерімнің, көлігімнің және телефонымның нөмірін жазған, енді маған бейтаныс адамдар қоңырау шалады. Осы үш деректі ашық нұсқадан жасыруыңызды сұраймын.',
			ru: 'Сосед в вопросе о парковке указал номер моей квартиры, машины и телефон, и мне звонят незнакомые люди. Прошу скрыть эти данные в публичной версии, а само обращение оставить закрытым.',
		},
		acts: [
			{
				act: 'ask-redaction',
				when: { wd: -4, at: '12:28' },
				of: 'B1',
				passage: '31-пәтердің тұрғыны, көлігінің нөмірі 000 DEMO 00, телефоны +7 700 000 00 00',
				reason:
					'Personal data of a third person, published without consent and not needed to answer the question.',
			},
			{
				act: 'note',
				when: { wd: -3, at: '09:20' },
				by: 'TAU-clerk',
				text: 'Модераторға берілді: ашық мәтінде жасырылсын, түпнұсқа істе қалсын, сауалдың мерзімі тоқтамайды.',
			},
			{
				act: 'assign',
				when: { wd: -3, at: '09:35' },
				by: 'TAU-clerk',
				to: 'TAU-executor',
				unit: { kk: 'Құқықтық қамтамасыз ету бөлімі', ru: 'Юридический отдел', en: 'Legal unit' },
			},
		],
	},
	{
		key: 'Q31',
		office: 'prk-director',
		channel: 'web',
		kind: 'request',
		visibility: 'public',
		lang: 'ru',
		asker: 'C09',
		received: { wd: -3, at: '15:10' },
		subject: {
			kk: 'Саябақтағы әткеншек қашан жөнделеді',
			ru: 'Когда починят качели в парке',
			en: 'When the swings in the park are mended',
		},
		text: 'В парке «Орбита» с августа сняты обе качели на детской площадке: остались столбы и табличка «Ремонт». Прошу сообщить, когда их вернут на место, сколько стоит ремонт и почему он не начат за три месяца. Будет ли площадка открыта к весенним каникулам?',
		acts: [
			{
				act: 'assign',
				when: { wd: -2, at: '10:20' },
				by: 'PRK-clerk',
				to: 'PRK-executor',
				unit: { kk: 'Ойын алаңдары бөлімі', ru: 'Отдел площадок', en: 'Playgrounds unit' },
			},
		],
	},
]
