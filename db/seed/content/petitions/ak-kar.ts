import type { PetitionSeed } from '../types.ts'

/** For and against the same resort. */
export const akKar: readonly PetitionSeed[] = [
	{
		key: 'T1',
		to: 'TOU',
		author: 'C28',
		lang: 'ru',
		representing: {
			kk: '«Тау етегі» бастамашыл тобы (демо)',
			ru: 'Инициативная группа «Подножие» (демо)',
			en: 'Foothills initiative group (demo)',
		},
		texts: {
			kk: {
				title: 'Толық бағалауға дейін «Ақ-Қар» курортын тоқтату',
				substance:
					'«Ақ-Қар» тау шаңғысы курортының құрылысына дайындықты қоршаған ортаға, суға және жолға әсері толық бағаланып, баршаға ашық талқыланғанға дейін тоқтата тұруды сұраймыз.',
				arguments:
					'Курорт жоспарланған шатқалдан Тауқала ауызсуының үштен бірі келеді. Жобаның қазіргі құжаттарында жасанды қар өндіруге қанша су алынатыны бір ғана кестеде көрсетілген, ал құрғақ жылғы есеп мүлде жоқ. Қала үшін ең маңызды сұрақ — жазда су жете ме — жауапсыз қалып отыр.\n\nЖолдың есебі де толық емес. Шатқалға апаратын жалғыз жол сенбі күндері қазірдің өзінде кептеледі: өткен қыста жедел жәрдем екі рет қырық минуттан артық тұрып қалды. Жобада күніне тағы төрт мың көлік келеді делінген, бірақ олардың қайда тұратыны, жолдың кеңейтілуін кім төлейтіні айтылмаған.\n\nБұл жер — ілбістің, таутекенің және сирек кездесетін өсімдіктердің мекені. Соңғы санақ бес жыл бұрын жүргізілген, сондықтан оның нәтижесі бүгінгі жағдайды көрсетпейді. Көтергіш тіректері қойылған беткейді қалпына келтіруге ондаған жыл керек, сол себепті алдымен зерттеп, содан кейін шешкен дұрыс.\n\nБіз демалыс орындарына қарсы емеспіз. Курорт керек болуы да мүмкін. Бірақ шешім қабылданғанға дейін тұрғындар оның бағасын білуге тиіс: судың, ауаның, жолдың және бюджеттің бағасын.',
				proposals:
					'1. Қоршаған ортаға әсерді бағалау толық аяқталғанға дейін дайындық жұмыстарын тоқтата тұру.\n2. Құрғақ, орташа және суы мол жылдардағы су теңгерімін тәуелсіз мамандарға есептету.\n3. Жолдың өткізу қабілеті мен авария кезінде көшіру жоспарын жариялау.\n4. Жануарлар санағын қайта жүргізіп, бастапқы деректерін ашу.\n5. Барлық құжат кемінде отыз күн ашық тұрған соң ғана қоғамдық тыңдау өткізу.',
			},
			ru: {
				title: 'Остановить курорт «Ак-Кар» до полной оценки',
				substance:
					'Просим приостановить подготовку к строительству горнолыжного курорта «Ак-Кар», пока не проведена и открыто не обсуждена полная оценка его воздействия на природу, воду и дорогу.',
				arguments:
					'Из ущелья, где хотят строить курорт, Таукала получает треть питьевой воды. В нынешних документах проекта расход воды на искусственный снег занимает одну таблицу, а расчёта для сухого года нет вовсе. Главный для города вопрос, хватит ли воды летом, остаётся без ответа.\n\nС дорогой то же самое. Единственный подъезд в ущелье уже стоит по субботам: прошлой зимой скорая дважды задерживалась больше чем на сорок минут. Проект обещает ещё четыре тысячи машин в день, но не говорит, где они будут стоять и кто заплатит за расширение дороги.\n\nЗдесь живут снежный барс и горный козёл, растут редкие растения. Последний учёт проводился пять лет назад и сегодняшнего положения не показывает. Склон, на котором поставили опоры подъёмника, восстанавливается десятилетиями, поэтому сначала надо изучить, а потом решать.\n\nМы не против мест для отдыха. Может быть, курорт и нужен. Но до решения жители вправе знать его цену: для воды, для воздуха, для дороги и для бюджета.',
				proposals:
					'1. Приостановить подготовительные работы до завершения полной оценки воздействия на окружающую среду.\n2. Поручить независимым специалистам водный баланс для сухого, среднего и влажного года.\n3. Опубликовать пропускную способность дороги и план эвакуации.\n4. Провести новый учёт животных и открыть исходные данные.\n5. Назначить общественные слушания не раньше, чем документы будут открыты тридцать дней.',
			},
			en: {
				title: 'Stop the Ak-Kar resort until a full impact study',
				substance:
					'We ask that preparations for the Ak-Kar ski resort be suspended until its effect on nature, water and the road has been studied in full and discussed in the open.',
				arguments:
					'A third of the drinking water of Tauqala comes from the gorge where the resort is planned. In the documents of the project the water for artificial snow fills one table, and there is no reckoning for a dry year at all. The question that matters most to the city, whether there will be water enough in summer, has no answer.\n\nIt is the same with the road. The only way into the gorge is blocked on Saturdays already: last winter an ambulance stood for more than forty minutes, twice. The project promises four thousand more cars a day and does not say where they will stand, nor who pays for a wider road.\n\nSnow leopards and ibex live here, and rare plants grow. The last survey was made five years ago and does not show how things are now. A slope on which pylons have been set takes decades to recover, so one should study first and decide after.\n\nWe have nothing against places to rest. The resort may even be needed. But before it is decided, people have a right to know its price: in water, in air, on the road and in the budget.',
				proposals:
					'1. Suspend the preparations until the full study of the effect on the environment is done.\n2. Have independent experts reckon the water for a dry, a middling and a wet year.\n3. Publish what the road can carry, and the plan of evacuation.\n4. Survey the animals anew and open the raw data.\n5. Hold a public hearing no sooner than thirty days after all documents are open.',
			},
		},
	},
	{
		key: 'T2',
		to: 'TOU',
		author: 'C23',
		lang: 'kk',
		representing: {
			kk: 'Тау бөктері кәсіпкерлерінің бірлестігі (демо)',
			ru: 'Объединение предпринимателей предгорий (демо)',
			en: 'Foothills business association (demo)',
		},
		texts: {
			kk: {
				title: '«Ақ-Қарды» салайық: тау бөктеріне жұмыс',
				substance:
					'«Ақ-Қар» курорты жобасын тоқтатпай, белгіленген мерзімде және тау бөктерінің тұрғындарын жұмысқа алу шартымен жүзеге асыруды сұраймыз.',
				arguments:
					'Тау бөктеріндегі бес ауылда ересек адамдардың жартысына жуығы жұмысты қаладан іздейді. Күніне екі-үш сағат жолда өтеді, ал жастар оқуын бітірген соң қайтып келмейді. Курорт тұрақты бір жарым мың орын ашады, онымен қоса қонақүй, асхана, көлік, жөндеу сияқты жұмыстар пайда болады.\n\nШаңғы маусымы — бес ай, бірақ жоба жазғы соқпақтарды, балалар лагерін және емдік демалысты да қарастырады. Демек, жұмыс жыл бойы болады. Көрші елдердің тәжірибесі көрсеткендей, мұндай курортқа келген қонақтың әр екінші теңгесі жергілікті шағын кәсіпте қалады.\n\nТабиғатқа қатысты алаңдаушылықты түсінеміз. Дәл сол себепті жобаны тоқтатқаннан гөрі, оған қатаң талап қойған тиімді: жабық су айналымы, жол салығы, қорықпен шекарада құрылыс салмау. Тоқтатылған жоба ешкімді жұмыспен қамтымайды, ал бақылаусыз құрылыс бәрібір жүре береді.\n\nАуыл мектебі мен емханасы екі жыл бойы жөндеуді күтіп тұр, бюджетте ақша жоқ. Курорттан түсетін жергілікті салық соны шешеді.',
				proposals:
					'1. Жобаны белгіленген мерзімде жүзеге асыру.\n2. Тұрақты жұмыс орындарының кемінде алпыс пайызын тау бөктерінің тұрғындарына беру, оларды курорт ашылғанға дейін оқыту.\n3. Қар өндіруге жабық су айналымын енгізу.\n4. Жылына бір рет жұмыс орындары мен су шығыны туралы ашық есеп жариялау.',
			},
			ru: {
				title: 'Построить «Ак-Кар»: работа предгорьям',
				substance:
					'Просим не останавливать проект курорта «Ак-Кар» и осуществить его в срок при условии, что на работу возьмут жителей предгорий.',
				arguments:
					'В пяти сёлах предгорий почти половина взрослых ищет работу в городе. Два-три часа в день уходят на дорогу, а молодёжь после учёбы не возвращается. Курорт даст полторы тысячи постоянных мест, а вместе с ними появится работа в гостиницах, столовых, перевозках и ремонте.\n\nЛыжный сезон длится пять месяцев, но проект включает летние тропы, детский лагерь и лечебный отдых. Значит, работа будет круглый год. Опыт соседей показывает: каждый второй тенге гостя такого курорта остаётся у местного малого дела.\n\nТревогу за природу мы понимаем. Именно поэтому лучше не останавливать проект, а предъявить ему строгие требования: замкнутый оборот воды, плата за проезд, запрет строить у границы заповедника. Остановленный проект никому не даст работы, а стройка без надзора всё равно продолжится.\n\nСельская школа и амбулатория два года ждут ремонта, потому что в бюджете нет денег. Местный налог с курорта решит это.',
				proposals:
					'1. Осуществить проект в намеченный срок.\n2. Отдать не менее шестидесяти процентов постоянных мест жителям предгорий и обучить их до открытия.\n3. Ввести замкнутый оборот воды для производства снега.\n4. Раз в год публиковать открытый отчёт о рабочих местах и расходе воды.',
			},
			en: {
				title: 'Build Ak-Kar: jobs for the foothills',
				substance:
					'We ask that the project of the Ak-Kar resort not be stopped but carried out on time, on the condition that people of the foothills are hired.',
				arguments:
					'In the five villages of the foothills nearly half of the adults look for work in the city. Two or three hours a day go on the road, and the young do not come back after their studies. The resort will give fifteen hundred lasting jobs, and with them work in hotels, canteens, transport and repair.\n\nThe ski season lasts five months, but the project has summer trails, a camp for children and rest for health. So there will be work all year. Neighbouring countries show that every second tenge a guest of such a resort spends stays with small local businesses.\n\nWe understand the worry about nature. That is why strict demands are better than a halt: closed circulation of water, a toll on the road, no building at the edge of the reserve. A project that was stopped gives nobody work, and building without oversight will go on all the same.\n\nThe village school and the clinic have waited two years for repairs because there is no money in the budget. The local tax of the resort will solve that.',
				proposals:
					'1. Carry the project out on time.\n2. Give at least sixty per cent of the lasting jobs to people of the foothills, and train them before the opening.\n3. Introduce closed circulation of water for making snow.\n4. Publish an open report on jobs and water once a year.',
			},
		},
	},
]
