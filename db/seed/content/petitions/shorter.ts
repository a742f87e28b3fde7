import type { PetitionSeed } from '../types.ts'

export const shorter: readonly PetitionSeed[] = [
	{
		key: 'T5',
		to: 'ENV',
		author: 'C05',
		lang: 'kk',
		texts: {
			kk: {
				title: 'Солтүстік Аралды сақтау: заңмен ең аз ағын',
				substance: 'Солтүстік Аралға жыл сайын жететін судың ең аз мөлшерін заңмен бекітуді сұраймыз.',
				arguments:
					'Бөгет салынғаннан кейін теңіз қайта оралды: балық көбейді, ауылдарға жастар келді. Соңғы құрғақ жылдарда су деңгейі қайтадан түсіп барады, өйткені теңізге су тек уәде етіледі, ал міндетті мөлшер ешбір құжатта жазылмаған.\n\nЕң аз ағын заңда тұрса, құрғақ жылы да суды бөлу ашық ереже бойынша жүреді.',
				proposals:
					'1. Жылдық және айлық ең аз ағынды заңмен белгілеу.\n2. Су жіберудің күнделікті деректерін жариялау.\n3. Мөлшер сақталмаған әр айға ресми түсіндірме беру.',
			},
			ru: {
				title: 'Спасти Северный Арал: минимальный сток по закону',
				substance:
					'Просим закрепить законом наименьший объём воды, который каждый год доходит до Северного Арала.',
				arguments:
					'После постройки плотины море вернулось: стало больше рыбы, в сёла приехали молодые. В последние сухие годы уровень снова падает, потому что воду морю только обещают, а обязательного объёма нет ни в одном документе.\n\nЕсли наименьший сток записан в законе, то и в сухой год воду делят по открытому правилу.',
				proposals:
					'1. Установить законом наименьший сток на год и на каждый месяц.\n2. Публиковать ежедневные данные о попусках.\n3. За каждый месяц, когда объём не выдержан, давать официальное объяснение.',
			},
			en: {
				title: 'Save the North Aral: minimum flow by law',
				substance:
					'We ask that the least amount of water that reaches the North Aral each year be set by law.',
				arguments:
					'After the dam was built the sea came back: there were more fish, and the young came to the villages. In the dry years of late its level falls again, because water is only promised to the sea, and no document obliges anybody to an amount.\n\nWith the least flow in the law, water is shared by an open rule in a dry year too.',
				proposals:
					'1. Set the least flow of the year and of each month by law.\n2. Publish the daily data of water release.\n3. Explain officially every month in which it was not kept.',
			},
		},
	},
	{
		key: 'T6',
		to: 'DIG',
		author: 'C01',
		lang: 'ru',
		texts: {
			kk: {
				title: 'Интернет — сән-салтанат емес: әр ауылға 20 Мбит/с',
				substance:
					'Тұрғыны елуден асатын әр ауылға кемінде 20 Мбит/с тұрақты интернет жеткізу мерзімін бекітуді сұраймыз.',
				arguments:
					'Мектептегі сабақ, дәрігердің кеңесі, мемлекеттік қызмет — бәрі желіде. Ал үш жүзге жуық ауылда байланыс тау басында ғана бар. Баласына тапсырма жүктеу үшін ата-ана әр кеш сайын көрші ауылға барады.',
				proposals:
					'1. Қалған ауылдардың тізімін мерзімімен жариялау.\n2. Нақты жылдамдықты тоқсан сайын өлшеп, картасын шығару.',
			},
			ru: {
				title: 'Интернет не роскошь: 20 Мбит/с каждому селу',
				substance:
					'Просим утвердить срок, к которому в каждом селе, где больше пятидесяти жителей, будет постоянный интернет не медленнее 20 Мбит/с.',
				arguments:
					'Урок в школе, совет врача, услуга государства — всё это в сети. А почти в трёхстах сёлах связь есть только на вершине холма. Чтобы отправить задание ребёнка, родители каждый вечер ездят в соседнее село.',
				proposals:
					'1. Опубликовать список оставшихся сёл со сроками.\n2. Каждый квартал измерять настоящую скорость и выпускать карту.',
			},
			en: {
				title: 'Internet is not a luxury: 20 Mbit/s for every village',
				substance:
					'We ask for a date by which every village of more than fifty people has lasting internet of at least 20 Mbit/s.',
				arguments:
					'A lesson at school, the advice of a doctor, a service of the state: all of it is on the net. In nearly three hundred villages there is a signal only on top of the hill. To send in a child’s homework, parents drive to the next village every evening.',
				proposals:
					'1. Publish the list of the villages that remain, with dates.\n2. Measure the true speed every quarter and publish a map.',
			},
		},
	},
	{
		key: 'T7',
		to: 'FIN',
		author: 'C27',
		lang: 'ru',
		texts: {
			kk: {
				title: '10 млн теңгеден асатын әр шартты жариялау',
				substance:
					'Бюджет ақшасына жасалған, құны 10 миллион теңгеден асатын әр шартты қол қойылған күннен кейін бес күн ішінде толық жариялауды сұраймыз.',
				arguments:
					'Қазір сатып алу хабарландыруы ашық, ал шарттың өзі, оның қосымша келісімдері мен қабылдау актілері көрінбейді. Баға дәл сол құжаттарда өзгереді.',
				proposals:
					'1. Шартты, қосымша келісімдерді және актілерді бір бетте жариялау.\n2. Құпия бөлігін негізін көрсетіп қана жабу.',
			},
			ru: {
				title: 'Публиковать каждый договор свыше 10 млн тенге',
				substance:
					'Просим полностью публиковать каждый договор за счёт бюджета дороже 10 миллионов тенге в течение пяти дней после подписания.',
				arguments:
					'Сейчас открыто объявление о закупке, а сам договор, дополнительные соглашения и акты приёмки не видны. Цена меняется именно в них.',
				proposals:
					'1. Публиковать договор, дополнительные соглашения и акты на одной странице.\n2. Закрывать тайную часть только с указанием основания.',
			},
			en: {
				title: 'Publish every tender contract above 10 million tenge',
				substance:
					'We ask that every contract paid from the budget above 10 million tenge be published in full within five days of its signing.',
				arguments:
					'The notice of a tender is open now, but the contract itself, its amendments and the acts of acceptance are not seen. It is in those that the price changes.',
				proposals:
					'1. Publish the contract, its amendments and the acts on one page.\n2. Close a secret part only with the ground for it.',
			},
		},
	},
	{
		key: 'T8',
		to: 'HSG',
		author: 'C13',
		lang: 'ru',
		texts: {
			kk: {
				title: 'Көшеміздің атын өзгерту',
				substance:
					'Тауқаладағы «Екінші шығу» көшесін тұрғындар таңдаған «Алмалы» атауына өзгертуді сұраймыз.',
				arguments:
					'Көшенің қазіргі аты карталарда үш түрлі жазылған, сондықтан жедел жәрдем де, пошта да жаңылысады.',
				proposals: '1. Көшеге «Алмалы» атауын беру.\n2. Карталар мен тақтайшаларды ауыстыру.',
			},
			ru: {
				title: 'Переименовать нашу улицу',
				substance: 'Просим дать улице «Второй выезд» в Таукале имя «Алмалы», которое выбрали жители.',
				arguments:
					'Нынешнее имя улицы написано на картах тремя способами, поэтому ошибаются и скорая, и почта.',
				proposals: '1. Дать улице имя «Алмалы».\n2. Заменить карты и таблички.',
			},
			en: {
				title: 'Rename our street',
				substance:
					'We ask that Second Exit Street in Tauqala be given the name Almaly, which its people have chosen.',
				arguments:
					'The present name of the street is written on maps in three ways, so the ambulance and the post both go wrong.',
				proposals: '1. Give the street the name Almaly.\n2. Change the maps and the signs.',
			},
		},
	},
]
