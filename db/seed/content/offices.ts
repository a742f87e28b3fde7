import type { OfficeSeed, OfficialSeed } from './types.ts'

export const offices: readonly OfficeSeed[] = [
	{
		slug: 'env-minister',
		body: 'ENV',
		names: {
			kk: 'Қоршаған орта және су министрі',
			ru: 'Министр окружающей среды и воды',
			en: 'Minister of Environment and Water',
		},
		about: {
			kk: 'Ауа сапасы, қалдықтар, жасыл желек және ел аумағындағы су нысандары.',
			ru: 'Качество воздуха, отходы, зелёные насаждения и водные объекты страны.',
			en: 'Air quality, waste, green spaces and the waters of the country.',
		},
	},
	{
		slug: 'env-vice-minister-water',
		body: 'ENV',
		names: {
			kk: 'Су және Арал мәселелері жөніндегі вице-министр',
			ru: 'Вице-министр по вопросам воды и Арала',
			en: 'Vice-minister for water and the Aral',
		},
		about: {
			kk: 'Көкарал бөгеті, суару маусымы, ауызсу құдықтары және Солтүстік Аралдың балық шаруашылығы.',
			ru: 'Кокаральская плотина, поливной сезон, питьевые колодцы и рыболовство Северного Арала.',
			en: 'The Kokaral dam, the irrigation season, drinking-water wells and the North Aral fisheries.',
		},
	},
	{
		slug: 'hsg-minister',
		body: 'HSG',
		names: {
			kk: 'Тұрғын үй және қалалар министрі',
			ru: 'Министр жилья и городов',
			en: 'Minister of Housing and Towns',
		},
		about: {
			kk: 'Тұрғын үй кезегі, жатақханалар, лифтілер мен аулалар, кедергісіз орта.',
			ru: 'Очередь на жильё, общежития, лифты и дворы, безбарьерная среда.',
			en: 'The housing queue, dormitories, lifts and yards, step-free access.',
		},
	},
	{
		slug: 'edu-minister',
		body: 'EDU',
		names: {
			kk: 'Білім және мектепке дейінгі тәрбие министрі',
			ru: 'Министр образования и дошкольного воспитания',
			en: 'Minister of Education and Preschool Care',
		},
		about: {
			kk: 'Мектептер, оқулықтар, оқушыларды тасымалдау және мектептегі интернет.',
			ru: 'Школы, учебники, подвоз учеников и школьный интернет.',
			en: 'Schools, textbooks, school buses and internet in schools.',
		},
	},
	{
		slug: 'edu-vice-minister-kindergartens',
		body: 'EDU',
		names: {
			kk: 'Балабақшалар жөніндегі вице-министр',
			ru: 'Вице-министр по детским садам',
			en: 'Vice-minister for kindergartens',
		},
		about: {
			kk: 'Балабақша кезегі, жекеменшік балабақшаларға берілетін субсидия, ерекше білім қажет ететін балалар.',
			ru: 'Очередь в детские сады, субсидии частным садам, дети с особыми потребностями.',
			en: 'The kindergarten queue, subsidies to private kindergartens, children with special needs.',
		},
	},
	{
		slug: 'tou-minister',
		body: 'TOU',
		names: {
			kk: 'Туризм және таулы аумақтар министрі',
			ru: 'Министр туризма и горных территорий',
			en: 'Minister of Tourism and Mountain Territories',
		},
		about: {
			kk: 'Тау соқпақтары, «Ақ-Қар» жобасы, қорғалатын аумақтардағы туризм.',
			ru: 'Горные тропы, проект «Ак-Кар», туризм на охраняемых территориях.',
			en: 'Mountain trails, the Ak-Kar project, tourism in protected areas.',
		},
	},
	{
		slug: 'dig-minister',
		body: 'DIG',
		names: {
			kk: 'Цифрлық қолжетімділік министрі',
			ru: 'Министр цифровой доступности',
			en: 'Minister of Digital Access',
		},
		about: {
			kk: 'Ауылдағы интернет, цифрлық қолтаңба, мемлекеттік порталдың қызметтері.',
			ru: 'Сельский интернет, цифровая подпись, услуги государственного портала.',
			en: 'Village internet, the digital signature, services of the public portal.',
		},
	},
	{
		slug: 'fin-minister',
		body: 'FIN',
		names: {
			kk: 'Мемлекеттік қаржы және сатып алу министрі',
			ru: 'Министр государственных финансов и закупок',
			en: 'Minister of Public Finance and Procurement',
		},
		about: {
			kk: 'Бюджет, тендерлер, шарттар және олардың ашық деректері.',
			ru: 'Бюджет, тендеры, договоры и открытые данные о них.',
			en: 'The budget, tenders, contracts and the open data about them.',
		},
	},
	{
		slug: 'tau-akim',
		body: 'TAU',
		names: { kk: 'Тауқала қаласының әкімі', ru: 'Аким города Таукала', en: 'Akim of the city of Tauqala' },
		about: {
			kk: 'Қар тазалау, трамвай, көше жарығы және 109 қызметіне түскен қоңыраулар.',
			ru: 'Уборка снега, трамвай, освещение улиц и звонки в службу 109.',
			en: 'Snow clearing, trams, street lighting and calls to the 109 line.',
		},
	},
	{
		slug: 'gov-head',
		body: 'GOV',
		names: {
			kk: 'Үкімет Аппаратының басшысы (демо)',
			ru: 'Руководитель Аппарата Правительства (демо)',
			en: 'Head of the Office of the Government (demo)',
		},
		about: {
			kk: 'Министрліктер мен әкімдіктердің әрекетіне түскен шағымдарды қарайды.',
			ru: 'Рассматривает жалобы на министерства и акиматы.',
			en: 'Decides complaints about ministries and akimats.',
		},
	},
	{
		slug: 'arl-head',
		body: 'ARL',
		names: {
			kk: 'Арал өңірінің су және экология департаментінің басшысы',
			ru: 'Руководитель департамента воды и экологии Приаралья',
			en: 'Head of the Aral Regional Department of Water and Environment',
		},
		about: {
			kk: 'Арал маңындағы ауылдардың суы, балық квотасы, тұзды дауыл.',
			ru: 'Вода в сёлах Приаралья, рыбные квоты, соляные бури.',
			en: 'Water in the Aral villages, fish quotas, salt storms.',
		},
	},
	{
		slug: 'dis-head',
		body: 'DIS',
		names: {
			kk: '«Орбита» аудандық білім бөлімінің басшысы',
			ru: 'Руководитель отдела образования района «Орбита»',
			en: 'Head of the Education Department of Orbit District',
		},
		about: {
			kk: 'Аудандағы балабақшалар мен мектептер, балаларды орналастыру.',
			ru: 'Детские сады и школы района, распределение детей.',
			en: 'Kindergartens and schools of the district, placing children.',
		},
	},
	{
		slug: 'prk-director',
		body: 'PRK',
		names: {
			kk: '«Тауқала саябақтары» серіктестігінің директоры',
			ru: 'Директор товарищества «Парки Тауқалы»',
			en: 'Director of the Tauqala Parks Partnership',
		},
		about: {
			kk: 'Саябақтар, әткеншектер және скверлер. Серіктестік сұрақтарға өз еркімен жауап береді.',
			ru: 'Парки, качели и скверы. Товарищество отвечает на вопросы по собственной воле.',
			en: 'Parks, swings and squares. The partnership answers questions of its own will.',
		},
	},
]

export const officials: readonly OfficialSeed[] = [
	{
		key: 'O1',
		names: { kk: 'Үлгі Мысалов', ru: 'Ульги Мысалов', en: 'Ulgi Mysalov' },
		biography: {
			kk: 'Үлгі Мысалов ойдан шығарылған кейіпкер: ол ешқашан салынбаған Тауқала қаласында «дүниеге келген» және бұлт санау мамандығын бітірген. Бос уақытында жоқ өзендердің картасын сызады.',
			ru: 'Ульги Мысалов — вымышленный персонаж: он «родился» в Таукале, которой нет на карте, и окончил курс учёта облаков. В свободное время чертит карты несуществующих рек.',
			en: 'Ulgi Mysalov is an invented character, "born" in Tauqala, a city on no map, with a diploma in counting clouds. In his spare time he draws maps of rivers that do not exist.',
		},
		tenures: [{ office: 'env-minister', startedMonthsAgo: 26, endedMonthsAgo: null }],
	},
	{
		key: 'O2',
		names: { kk: 'Ойдан Шығарова', ru: 'Ойдан Шыгарова', en: 'Oidan Shygarova' },
		biography: {
			kk: 'Ойдан Шығарованың аты-жөні айтып тұрғандай, бұл адам ойдан шығарылған. Өмірбаяны бойынша қағаз қайықпен теңізді тоғыз рет айналып өткен.',
			ru: 'Имя Ойдан Шыгаровой переводится как «придуманная», и это чистая правда. По легенде она девять раз обошла море на бумажном кораблике.',
			en: 'The name Oidan Shygarova means "made up", and so she is. Legend has it that she sailed round the sea nine times in a paper boat.',
		},
		tenures: [{ office: 'env-vice-minister-water', startedMonthsAgo: 19, endedMonthsAgo: null }],
	},
	{
		key: 'O3',
		names: { kk: 'Демо Сынақбаев', ru: 'Демо Сынакбаев', en: 'Demo Synaqbayev' },
		biography: {
			kk: 'Демо Сынақбаев осы көрсетілім үшін арнайы ойлап табылды. Айтуларынша, ол текшелерден жүз қабатты үй тұрғызып, бірін де құлатпаған.',
			ru: 'Демо Сынакбаев придуман специально для этой демонстрации. Говорят, он построил из кубиков сто этажей и ни одного не уронил.',
			en: 'Demo Synaqbayev was invented for this demonstration. He is said to have built a hundred storeys of toy bricks and dropped none of them.',
		},
		tenures: [{ office: 'hsg-minister', startedMonthsAgo: 2, endedMonthsAgo: null }],
	},
	{
		key: 'O4',
		names: { kk: 'Нұсқа Құрастырова', ru: 'Нуска Курастырова', en: 'Nusqa Kurastyrova' },
		biography: {
			kk: 'Нұсқа Құрастырова бірнеше жоба нұсқасынан құрастырылған ойдан шыққан министр. Оның алғашқы мектебі әлі күнге дейін сызба күйінде тұр.',
			ru: 'Нуска Курастырова — вымышленный министр, собранный из нескольких черновых версий. Её первая школа до сих пор существует только на чертеже.',
			en: 'Nusqa Kurastyrova is a fictional minister compiled from several drafts. Her first school still exists only as a drawing.',
		},
		tenures: [{ office: 'edu-minister', startedMonthsAgo: 31, endedMonthsAgo: null }],
	},
	{
		key: 'O5',
		names: { kk: 'Қағаз Бетов', ru: 'Кагаз Бетов', en: 'Kagaz Betov' },
		biography: {
			kk: 'Қағаз Бетов тек осы беттерде ғана өмір сүреді. Оның ең үлкен жетістігі — өзі туралы екі сөйлемнен тұратын өмірбаян.',
			ru: 'Кагаз Бетов живёт только на этих страницах. Главное его достижение — биография из двух предложений.',
			en: 'Kagaz Betov lives on these pages only. His greatest achievement is a biography two sentences long.',
		},
		tenures: [{ office: 'edu-vice-minister-kindergartens', startedMonthsAgo: 14, endedMonthsAgo: null }],
	},
	{
		key: 'O6',
		names: { kk: 'Жоба Жолдасов', ru: 'Жоба Жолдасов', en: 'Joba Joldasov' },
		biography: {
			kk: 'Жоба Жолдасов — кейіпкер, ал ол шыққан шыңдардың бәрі суретшінің қиялы. Әр жоба үшін екі түрлі жол ойлап табады да, екеуін де картаға түсірмейді.',
			ru: 'Жоба Жолдасов — персонаж, а вершины, на которые он поднимался, придумал художник. Для каждого проекта он находит две дороги и ни одной не наносит на карту.',
			en: 'Joba Joldasov is a character, and the peaks he climbed were imagined by an artist. For every project he finds two roads and marks neither on the map.',
		},
		tenures: [{ office: 'tou-minister', startedMonthsAgo: 22, endedMonthsAgo: null }],
	},
	{
		key: 'O7',
		names: { kk: 'Дерек Келтіров', ru: 'Дерек Кельтиров', en: 'Derek Keltirov' },
		biography: {
			kk: 'Дерек Келтіров — үлгі деректерден жасалған министр. Алғашқы хатын ол әлі жасалмаған желі арқылы жіберген деседі.',
			ru: 'Дерек Кельтиров — министр, составленный из тестовых данных. Рассказывают, что первое письмо он отправил по ещё не построенной сети.',
			en: 'Derek Keltirov is a minister made of sample data. The story goes that he sent his first letter over a network not yet built.',
		},
		tenures: [{ office: 'dig-minister', startedMonthsAgo: 17, endedMonthsAgo: null }],
	},
	{
		key: 'O8',
		names: { kk: 'Тақырып Тезисова', ru: 'Такырып Тезисова', en: 'Taqyryp Tezisova' },
		biography: {
			kk: 'Тақырып Тезисова ойын ақшасымен ғана жұмыс істейтін ойдан шығарылған министр. Оның бюджеті әрқашан бір тиынға дейін түгел шығады, себебі бәрін бағдарлама есептейді.',
			ru: 'Такырып Тезисова — вымышленный министр, имеющий дело только с игрушечными деньгами. Её бюджет всегда сходится до тиына, потому что его считает программа.',
			en: 'Taqyryp Tezisova is an invented minister who handles toy money only. Her budget always balances to the last coin because a program adds it up.',
		},
		tenures: [{ office: 'fin-minister', startedMonthsAgo: 28, endedMonthsAgo: null }],
	},
	{
		key: 'O9',
		names: { kk: 'Кейіпкер Романова', ru: 'Кейипкер Романова', en: 'Keyipker Romanova' },
		biography: {
			kk: 'Кейіпкер Романова — жазылмаған романның бас кейіпкері және жоқ қаланың әкімі. Кітап бойынша ол әр трамвайдың қоңырауын үнінен таниды.',
			ru: 'Кейипкер Романова — героиня ненаписанного романа и аким несуществующего города. По сюжету она узнаёт каждый трамвай по звонку.',
			en: 'Keyipker Romanova is the heroine of an unwritten novel and the akim of a city that does not exist. In the book she knows every tram by its bell.',
		},
		tenures: [{ office: 'tau-akim', startedMonthsAgo: 11, endedMonthsAgo: null }],
	},
	{
		key: 'O10',
		names: { kk: 'Сурет Салғанова', ru: 'Сурет Салганова', en: 'Suret Salganova' },
		biography: {
			kk: 'Сурет Салғанова — қазіргі министрге дейін министрдің міндетін атқарған ойдан шығарылған вице-министр. Лауазым иесі ауысса да, оған жолданған сауалдар мен ол берген уәделер осы бетте сақталды.',
			ru: 'Сурет Салганова — вымышленный вице-министр, исполнявшая обязанности министра до нынешнего. Должность теперь занимает другой человек, а вопросы к ней и её обещания остались на этой странице.',
			en: 'Suret Salganova is an invented vice-minister who acted as minister before the present one. The office has another holder now, and the questions put to her and her promises have stayed on this page.',
		},
		tenures: [
			{
				office: 'hsg-minister',
				startedMonthsAgo: 15,
				endedMonthsAgo: 2,
				title: {
					kk: 'Вице-министр, министрдің міндетін атқарушы',
					ru: 'Вице-министр, исполняющая обязанности министра',
					en: 'Vice-minister, acting minister',
				},
			},
		],
	},
	{
		key: 'O11',
		names: { kk: 'Аппарат Үлгіханов', ru: 'Аппарат Ульгиханов', en: 'Apparat Ulgikhanov' },
		biography: {
			kk: 'Аппарат Үлгіханов — шағымдар жоғары тұрған органға қалай жететінін көрсету үшін ойлап табылған кейіпкер. Оның үстелінде тек жасыл қалам ғана бар.',
			ru: 'Аппарат Ульгиханов — персонаж, придуманный, чтобы показать путь жалобы в вышестоящий орган. На его столе лежит только зелёная ручка.',
			en: 'Apparat Ulgikhanov is a character invented to show how a complaint reaches the superior body. There is only a green pen on his desk.',
		},
		tenures: [{ office: 'gov-head', startedMonthsAgo: 24, endedMonthsAgo: null }],
	},
	{
		key: 'O12',
		names: { kk: 'Толқын Нобайбекова', ru: 'Толкын Нобайбекова', en: 'Tolqyn Nobaibekova' },
		biography: {
			kk: 'Толқын Нобайбекова — қарындашпен салынған нобай, Арал өңіріндегі ойдан шығарылған департаменттің басшысы. Ол су деңгейін сызғышпен ғана өлшейді.',
			ru: 'Толкын Нобайбекова — карандашный набросок, руководитель вымышленного департамента в Приаралье. Уровень воды она измеряет только линейкой.',
			en: 'Tolqyn Nobaibekova is a pencil sketch, the head of an imaginary department by the Aral. She measures the water level with a ruler only.',
		},
		tenures: [{ office: 'arl-head', startedMonthsAgo: 20, endedMonthsAgo: null }],
	},
	{
		key: 'O13',
		names: { kk: 'Дәптер Жолақбаев', ru: 'Даптер Жолакбаев', en: 'Dapter Zholaqbayev' },
		biography: {
			kk: 'Дәптер Жолақбаев — торкөз дәптердің шетінде пайда болған ойдан шығарылған басшы. Барлық бағасы қарындашпен қойылған.',
			ru: 'Даптер Жолакбаев — вымышленный руководитель, возникший на полях тетради в клетку. Все его оценки выставлены карандашом.',
			en: 'Dapter Zholaqbayev is an invented head of department who appeared in the margin of a squared notebook. All his marks are in pencil.',
		},
		tenures: [{ office: 'dis-head', startedMonthsAgo: 16, endedMonthsAgo: null }],
	},
	{
		key: 'O14',
		names: { kk: 'Көлеңке Сызбаева', ru: 'Коленке Сызбаева', en: 'Kolenke Syzbayeva' },
		biography: {
			kk: 'Көлеңке Сызбаева — ағаш көлеңкесімен салынған ойдан шығарылған директор. Күн батқан соң ол көрінбейді.',
			ru: 'Коленке Сызбаева — вымышленный директор, нарисованный тенью дерева. После захода солнца её не видно.',
			en: 'Kolenke Syzbayeva is an invented director, drawn by the shadow of a tree. After sunset she cannot be seen.',
		},
		tenures: [{ office: 'prk-director', startedMonthsAgo: 9, endedMonthsAgo: null }],
	},
]
