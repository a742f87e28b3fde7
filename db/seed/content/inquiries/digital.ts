import type { InquirySeed } from '../types.ts'

/** Q24–Q26: the Ministry of Digital Access. */
export const digitalInquiries: readonly InquirySeed[] = [
	{
		key: 'Q24',
		office: 'dig-minister',
		post: 'P10',
		channel: 'web',
		kind: 'application',
		visibility: 'public',
		lang: 'kk',
		asker: 'C24',
		received: { wd: -25, at: '10:58' },
		subject: {
			kk: 'Шығыс ауылына спутниктік интернет субсидиясы',
			ru: 'Субсидия на спутниковый интернет в селе Шыгыс',
			en: 'Satellite internet subsidy for Shygys village',
		},
		text: `Шығыс ауылында 86 үй бар, ең жақын талшықты желі 64 шақырым жерде. Министрдің жазбасында мұндай ауылдарға спутниктік қондырғының құнының жартысын мемлекет өтейді делінген. Біз үш көрші бірігіп, төрт ай бұрын қондырғы сатып алдық, оған 285 мың теңге төледік. Енді субсидия сұрасақ, «ауылдарыңыз тізімде жоқ» дейді.

Ауылымызда мектеп те, медпункт те бар, ал ұялы байланыс тек төбенің басында ғана ұстайды. Шығыс ауылын субсидия берілетін ауылдар тізіміне енгізуге және сатып алып қойған қондырғымыздың құнын өтеуге көмектесуіңізді сұраймын. Тізім қалай жасалғанын, оған қандай ауыл кіретінін де түсіндірсеңіз: көршілес Батыс ауылы бар, біз жоқпыз.`,
		translations: {
			ru: 'В селе Шыгыс 86 дворов, до оптики 64 километра. Мы купили спутниковый комплект за 285 тысяч тенге, но в субсидии отказали: села нет в списке. Прошу включить нас в список и возместить половину.',
			en: 'Shygys has 86 households and the nearest fibre is 64 kilometres away. We bought a satellite set for 285,000 tenge and were refused the subsidy because the village is not on the list. Please add it and refund half.',
		},
		acts: [
			{
				act: 'assign',
				when: { wd: -24, at: '09:45' },
				by: 'DIG-clerk',
				to: 'DIG-executor',
				unit: { kk: 'Ауыл байланысы бөлімі', ru: 'Отдел сельской связи', en: 'Village networks unit' },
			},
			{
				act: 'note',
				when: { wd: -20, at: '16:10' },
				by: 'DIG-executor',
				text: 'Тізім былтырғы үй санымен жасалған, Шығыс онда «74 үй, талшық жоспарда» деп тұр. Жоспардан алынып тасталғанын ескермеген.',
			},
			{
				act: 'answer',
				when: { wd: -15, at: '11:35' },
				by: 'DIG-approver',
				signedBy: 'O7',
				answer: {
					result: 'satisfied',
					reasons:
						'Шығыс ауылы тізімге қате енгізілмей қалған: талшықты желі жоспарынан алынып тасталғаны ескерілмеген. Тізім түзетілді, өтемақы беріледі.',
					law: 'ӘРПК 89-бабы; Спутниктік интернетті субсидиялау қағидаларының 5 және 9-тармақтары (оқу-жаттығу құжаты)',
					facts: [
						{
							argument: 'Ауыл тізімде жоқ, сондықтан субсидия берілмеді',
							fact: 'Расталды. Тізім ескі жоспар бойынша жасалған; талшықты желі бұл ауылға жүргізілмейтін болып шешілген.',
						},
						{
							argument: 'Қондырғы тізімге енгенге дейін сатып алынған',
							fact: 'Өтемақыға кедергі емес: Қағидалардың 9-тармағы алты ай бұрын сатып алынған қондырғыны да қамтиды.',
						},
					],
					body: `Сәлеметсіз бе.

**Шығыс ауылы субсидия берілетін ауылдар тізіміне енгізілді.** Тізімді былтырғы жоспар бойынша жасаған едік, онда ауылыңызға талшықты желі тартылады деп тұрған. Ол жоспардан алынып тасталған екен, біз оны байқамай қалыппыз.

## Сіздің қондырғыңыз

Оны тізімге енбей тұрып алғаныңыз кедергі емес: алты айға дейін бұрын сатып алынған қондырғының құны да өтеледі. 285 000 теңгенің жартысы, яғни **142 500 теңге** қайтарылады.

## Не істеу керек

1. Порталдағы «Спутниктік интернет» өтінімін ашыңыз.
2. Түбіртек пен қондырғының нөмірін тіркеңіз.
3. Үш көрші бірге пайдалансаңыз, біреуіңіздің ғана өтініміңіз жеткілікті.

Қаражат он жұмыс күні ішінде шотыңызға түседі.

## Тізім туралы

Ол енді тоқсан сайын жаңарады. Тағы төрт ауылдың осылай түсіп қалғанын анықтап, тізімге қостық.`,
					translations: {
						ru: 'Село Шыгыс внесено в список, половина стоимости (142 500 тенге) возвращается; так же пропущены были ещё четыре села.',
						en: 'Shygys is on the list, and half of the price (142,500 tenge) will be refunded; four more villages had been left out in the same way.',
					},
				},
			},
			{
				act: 'rate',
				when: { wd: -14, at: '20:40' },
				answered: 'yes',
				helped: true,
				comment: 'Рақмет, өтінімді тапсырдым.',
			},
			{
				act: 'follow-up',
				when: { wd: -3, at: '09:25' },
				text: 'Өтінімді он бір жұмыс күні бұрын тапсырдым, бірақ ақша әлі түскен жоқ. Порталда «банктен жауап күтілуде» деп тұр. Кешігудің себебін және ақшаның қай күні түсетінін айтыңызшы. Көршілеріміздің өтінімі де осылай тұрып қалды.',
			},
		],
	},
	{
		key: 'Q25',
		office: 'dig-minister',
		channel: 'sms',
		kind: 'suggestion',
		visibility: 'public',
		lang: 'kk',
		asker: 'C25',
		received: { wd: -10, at: '14:48' },
		subject: {
			kk: 'Қарттар цифрлық қолтаңбаны поштамен ала алмайды',
			ru: 'Пожилые не могут получить ЭЦП почтой',
			en: 'Elderly cannot get a digital signature by post',
		},
		text: `Анам жетпіс сегізде, аудан орталығынан 90 шақырым жердегі ауылда тұрады. Зейнетақы мен жеңілдік рәсімдеуге цифрлық қолтаңба сұрайды, ал оны алу үшін аудандағы орталыққа өзі келуі керек. Автобус аптасына екі-ақ рет жүреді, анамның буыны ауырады. Былтыр бір рет апардық, қолтаңбаның мерзімі бір жылдан кейін бітті де, бәрі қайта басталды.

Ұсынысым мынау: жетпістен асқан адамдарға қолтаңбаны ауылдағы пошташы арқылы беруге рұқсат етілсін. Пошташы зейнетақыны үйге әкеледі, сонда жеке куәлігін де көреді. Немесе айына бір рет ауылға көшпелі орталық келсін. Қолтаңбаның мерзімі де қарттарға үш жыл болса екен.`,
		translations: {
			ru: 'Маме семьдесят восемь, до центра, где выдают ЭЦП, 90 километров. Предлагаю выдавать подпись людям старше семидесяти через сельского почтальона или выездной центр и продлить её срок до трёх лет.',
			en: 'My mother is seventy-eight and lives 90 kilometres from the office that issues digital signatures. I suggest issuing them to people over seventy through the village postman or a mobile office, for three years.',
		},
		acts: [
			{
				act: 'assign',
				when: { wd: -9, at: '10:15' },
				by: 'DIG-clerk',
				to: 'DIG-executor',
				unit: { kk: 'Цифрлық қолтаңба бөлімі', ru: 'Отдел цифровой подписи', en: 'Digital signature unit' },
			},
			{
				act: 'note',
				when: { wd: -5, at: '15:55' },
				by: 'DIG-executor',
				text: 'Пошта бөлімшесімен сөйлестім: куәлікті тексеру жауапкершілігін алуға дайын. Көшпелі орталықтың кестесін облыстан сұрадық.',
			},
		],
	},
	{
		key: 'Q26',
		office: 'dig-minister',
		channel: 'web',
		kind: 'message',
		visibility: 'public',
		lang: 'en',
		asker: 'C26',
		received: { wd: -1, at: '17:20' },
		subject: {
			kk: 'SMS-тен кейін порталда ескі мәртебе',
			ru: 'Портал показывает старый статус после SMS',
			en: 'Portal shows old status after the SMS',
		},
		text: `Yesterday at 11:02 I received an SMS saying that my application for a residence certificate was ready. The portal still shows "under consideration", and when I open the certificate from the link in the SMS, the page says that the document does not exist yet.

I called the help line twice. The first operator told me to wait an hour, the second told me to apply again. If I apply again, I shall lose my place and pay the fee a second time. Please check why the message goes out before the status is changed, and correct the order: first the document, then the SMS. Please also tell me what I should believe now, the message or the portal, because tomorrow is the last day to hand the certificate in.`,
		translations: {
			kk: 'SMS анықтама дайын деді, ал портал әлі «қаралуда» деп тұр, сілтемедегі құжат ашылмайды. Хабар мәртебе өзгермей тұрып неге жіберілетінін тексеріп, ретін түзетуіңізді сұраймын.',
			ru: 'Пришло SMS, что справка готова, а портал показывает «на рассмотрении» и документ не открывается. Прошу проверить, почему сообщение уходит раньше смены статуса, и исправить порядок.',
		},
		acts: [],
	},
]
