import type { PetitionSeed } from '../types.ts'

export const heating: readonly PetitionSeed[] = [
	{
		key: 'T3',
		to: 'TAU',
		author: 'C02',
		lang: 'ru',
		texts: {
			kk: {
				title: 'Үш қыста Тауқалаға таза жылу',
				substance:
					'Тауқаладағы көмірмен жылытылатын жеке үйлер мен шағын қазандықтарды үш жылыту маусымы ішінде газға немесе орталық жылуға көшірудің қаржысы белгіленген жоспарын қабылдауды сұраймыз.',
				arguments:
					'Қыста Тауқаланың ауасындағы ұсақ шаңның жартысынан көбі үй пештерінен шығады. Мұны қаланың өз датчиктері көрсетті: кешкі жетіден түнгі бірге дейін, пештер жағылған сағаттарда көрсеткіш күндізгіден төрт есе жоғары. Көлік пен жылу орталығы туралы көп айтылады, ал пеш туралы айтылмайды, өйткені ол әр үйде бөлек.\n\nБіз адамдарды пеш жаққаны үшін кінәламаймыз. Газ құбыры көшенің басынан өтеді, бірақ үйге кіргізу мен қазандық ауыстыру бір отбасының бес айлық табысына тең. Қарт адамдар үшін бұл мүмкін емес. Сондықтан жеке бастың қалауы емес, қаланың жоспары керек.\n\nТөрт шағын ауданда мұндай көшіру сынақ ретінде өткізілді: шығынның жетпіс пайызын қала төледі, қалғаны екі жылға бөлінді. Екі маусымнан кейін сол аудандарда балалардың тыныс жолы ауруларымен ауруханаға түсуі үштен бірге азайды. Сынақ нәтиже берді, енді оны бүкіл қалаға тарату керек.\n\nҮш қыс — шындыққа жанасатын мерзім. Қалған он бір мың үйді жылына төрт мыңға жуық үйден көшіруге қуаты жететін мердігерлер қалада бар, тек тапсырыстың екі-үш жылға алдын ала белгіленуі керек.',
				proposals:
					'1. Он бір мың үйді үш маусымда көшірудің көше-көше бөлінген жоспарын бекіту.\n2. Табысы аз отбасылар мен зейнеткерлерге шығынды толық, қалғандарына жетпіс пайызын төлеу.\n3. Ай сайын қосылған үйлер мен ауа көрсеткіштерін бір бетте жариялау.\n4. Жоспар орындалғанша түтіні аз отынды көмірдің бағасымен сату.',
			},
			ru: {
				title: 'Чистое отопление Таукалы за три зимы',
				substance:
					'Просим принять обеспеченный деньгами план: за три отопительных сезона перевести частные дома и малые котельные Таукалы с угля на газ или центральное тепло.',
				arguments:
					'Больше половины мелкой пыли в зимнем воздухе Таукалы дают домашние печи. Это показали собственные датчики города: с семи вечера до часа ночи, когда топят, показания вчетверо выше дневных. О машинах и теплоцентрали говорят много, о печах молчат, потому что они у каждого свои.\n\nМы не виним людей за то, что они топят. Газовая труба проходит в начале улицы, но ввод в дом и замена котла стоят пяти месячных доходов семьи. Для пожилых это невозможно. Поэтому нужна не добрая воля каждого, а план города.\n\nВ четырёх кварталах такой переход уже провели для пробы: семьдесят процентов заплатил город, остальное разбили на два года. После двух сезонов дети из этих кварталов стали на треть реже попадать в больницу с болезнями дыхания. Проба удалась, теперь дело за всем городом.\n\nТри зимы — срок, который можно выдержать. Оставшиеся одиннадцать тысяч домов — это около четырёх тысяч в год. Подрядчики с такой мощностью в городе есть, им только нужен заказ на два-три года вперёд.',
				proposals:
					'1. Утвердить план перевода одиннадцати тысяч домов за три сезона, по улицам.\n2. Оплатить семьям с малым доходом и пенсионерам всё, остальным семьдесят процентов.\n3. Каждый месяц публиковать на одной странице, сколько домов подключено и каков воздух.\n4. Пока план выполняется, продавать малодымное топливо по цене угля.',
			},
			en: {
				title: 'Clean heating for Tauqala in three winters',
				substance:
					'We ask for a plan with money behind it: over three heating seasons, to move the private houses and small boilers of Tauqala from coal to gas or district heat.',
				arguments:
					'More than half of the fine dust in the winter air of Tauqala comes from stoves in houses. The sensors of the city itself show it: from seven in the evening to one at night, when stoves are lit, they read four times as high as by day. Much is said of cars and of the heating plant, nothing of stoves, because everybody has their own.\n\nWe do not blame people for keeping warm. The gas pipe runs at the head of the street, but to bring it in and change the boiler costs a family five months of income. The old cannot pay that. So what is needed is not the good will of each but a plan of the city.\n\nIn four neighbourhoods it has been tried: the city paid seventy per cent, the rest was spread over two years. After two seasons a third fewer children from there came to hospital with diseases of the lungs. The trial worked; now it is the turn of the whole city.\n\nThree winters are a term that can be kept. The eleven thousand houses that remain are some four thousand a year. There are contractors in the city who can do that, if they have the order two or three years ahead.',
				proposals:
					'1. Adopt a plan, street by street, for eleven thousand houses in three seasons.\n2. Pay everything for families of small means and pensioners, seventy per cent for the others.\n3. Publish every month on one page how many houses are connected and what the air is like.\n4. Until it is done, sell fuel with little smoke at the price of coal.',
			},
		},
	},
]
