import type { PetitionSeed } from '../types.ts'

export const kindergartens: readonly PetitionSeed[] = [
	{
		key: 'T4',
		to: 'EDU',
		author: 'C17',
		lang: 'kk',
		texts: {
			kk: {
				title: 'Бүкіл елге біртұтас ашық балабақша кезегі',
				substance:
					'Мемлекеттік тапсырысы бар барлық балабақшаға бүкіл елде бір ғана, әркім тексере алатын ашық кезек енгізуді сұраймыз.',
				arguments:
					'Қазір әр қаланың өз кезегі, өз ережесі бар. Басқа қалаға көшкен отбасы кезектің соңына тұрады, ал екі жыл күткені есепке алынбайды. Бір ауданның ішінде де екі тізім болуы мүмкін: бірі порталда, екіншісі бөлімнің дәптерінде.\n\nАта-ана өз нөмірінің неге кейін шегінгенін біле алмайды. Жеңілдігі бар баланың алға өтуі дұрыс, бірақ қай санаттан қанша бала өткені көрінбесе, сенім де болмайды. Біз жүз жиырма ата-ананың кезегін үш ай бақыладық: отыз жеті нөмір түсіндірмесіз кейін кеткен.\n\nАшық кезек дегеніміз — балалардың аты-жөнін жариялау емес. Нөмірі, санаты, тұрған күні және орын берілген күні жеткілікті. Бірнеше елде мұндай тізім он жылдан бері ашық тұр, ал шағым саны бірнеше есе азайған.\n\nБіртұтас кезек бюджетке де тиімді: қай ауданда қанша орын жетпейтіні бір күнде көрінеді, демек, жаңа балабақшаны қайда салу керегін болжамға емес, деректерге сүйеніп шешуге болады.',
				proposals:
					'1. Кезектің бірыңғай ережесін және бүкіл елге ортақ тізілімін бекіту.\n2. Көшкен отбасының күткен уақытын сақтау.\n3. Әр нөмірдің қозғалысын себебімен, аты-жөнсіз жариялау.\n4. Бос орындар мен жетіспейтін орындардың картасын ай сайын ашық деректер ретінде шығару.',
			},
			ru: {
				title: 'Единая открытая очередь в детсады',
				substance:
					'Просим ввести одну на всю страну очередь во все детские сады с государственным заказом, такую, которую может проверить каждый.',
				arguments:
					'Сейчас у каждого города своя очередь и свои правила. Семья, которая переехала, встаёт в конец, и два года ожидания ей не засчитывают. Даже в одном районе бывает два списка: на портале и в тетради отдела.\n\nРодитель не может узнать, почему его номер ушёл назад. Что ребёнок с льготой проходит вперёд, справедливо, но пока не видно, сколько детей прошло и по какой категории, доверия не будет. Мы три месяца следили за очередью ста двадцати семей: тридцать семь номеров отступили без объяснения.\n\nОткрытая очередь не значит имена детей. Довольно номера, категории, дня постановки и дня, когда дали место. В нескольких странах такие списки открыты уже десять лет, и жалоб стало в несколько раз меньше.\n\nЕдиная очередь выгодна и бюджету: сразу видно, в каком районе скольких мест не хватает, и решать, где строить новый сад, можно по данным, а не по прикидке.',
				proposals:
					'1. Утвердить единые правила очереди и общий на всю страну реестр.\n2. Сохранять семье, которая переехала, время её ожидания.\n3. Публиковать движение каждого номера с причиной и без имён.\n4. Каждый месяц выпускать открытыми данными карту свободных и недостающих мест.',
			},
			en: {
				title: 'One public kindergarten queue for the whole country',
				substance:
					'We ask for one queue in the whole country to all kindergartens paid by the state, open for everybody to check.',
				arguments:
					'Every city has its own queue and its own rules now. A family that moves goes to the end, and its two years of waiting count for nothing. Even one district may have two lists: one on the portal and one in the notebook of the department.\n\nParents cannot learn why their number went back. That a child with a right to priority goes first is fair, but while nobody sees how many went first and by which right, there will be no trust. For three months we watched the numbers of a hundred and twenty families: thirty-seven went back without a word.\n\nAn open queue does not mean the names of children. The number, the category, the day it began and the day a place was given are enough. In several countries such lists have been open for ten years, and complaints are a fraction of what they were.\n\nOne queue is good for the budget as well: it shows at once where places are missing and how many, so where to build can be decided by data and not by guess.',
				proposals:
					'1. Adopt one set of rules and one register for the whole country.\n2. Let a family that moves keep the time it has waited.\n3. Publish every move of a number with its reason and without names.\n4. Publish a map of free and missing places every month as open data.',
			},
		},
	},
]
