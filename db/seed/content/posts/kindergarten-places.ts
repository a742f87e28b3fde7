import type { PostSeed } from '../types.ts'

export const kindergartenPlaces: PostSeed = {
	key: 'P7',
	kind: 'post',
	slug: 'kindergarten-places-by-district',
	office: 'edu-vice-minister-kindergartens',
	by: 'O5',
	topics: ['kindergarten'],
	state: 'published',
	when: { wd: -24, at: '09:00' },
	title: {
		kk: 'Балабақша орындары: аудандар бойынша сандар',
		ru: 'Места в детсадах: цифры по районам',
		en: 'Kindergarten places: numbers by district',
	},
	summary: {
		kk: 'Тауқаланың төрт ауданында қанша бала кезекте тұр, қанша орын бар және биыл қанша орын ашылады.',
		ru: 'Сколько детей ждут места в четырёх районах Таукалы, сколько мест есть и сколько откроют в этом году.',
		en: 'How many children wait in the four districts of Tauqala, how many places there are, and how many will open this year.',
	},
	body: {
		kk: `Ата-аналар бізден бір ғана нәрсені сұрайды: «Балам балабақшаға қашан барады?» Бұл сұраққа орташа санмен жауап беру мүмкін емес, өйткені аудандардың жағдайы екі бөлек. Сондықтан барлық санды аудан-ауданмен жариялаймыз.

## Орындар мен кезек

Кестеге үш жастан алты жасқа дейінгі балалар ғана кірді.

| Аудан | Орын бар | Кезекте | Биыл ашылатын орын |
|---|---|---|---|
| Орбита | 6 240 | 5 130 | 1 118 |
| Орталық | 8 900 | 1 760 | 240 |
| Кірпіш | 3 150 | 2 480 | 560 |
| Тау бөктері | 2 710 | 930 | 320 |
| **Барлығы** | **21 000** | **10 300** | **2 238** |

Қала бойынша алғанда, кезекте тұрған әр балаға екі орыннан артық келеді. Бірақ Орбитада кезекте тұрған балалардың саны орындарға жуық, ал Орталықта кезек жарты жылда таусылады.

## Кезек неге кері жүреді

Нөміріңіз кейде үлкейеді. Себебі жеңілдігі бар отбасылар (жетім бала, мүгедектігі бар бала, көпбалалы отбасы) есепке кеш тұрса да, алға шығады. Былтыр Орбитада берілген 940 орынның 410-ын осындай отбасылар алды.

## Жаңа орындар қайда ашылады

- Орбитада үш жаңа балабақша салынып жатыр: екеуі көктемде, біреуі күзде ашылады.
- Кірпіш ауданында бұрынғы емхана ғимараты балабақшаға беріледі.
- Орталықта төрт балабақшаға бір-бір топтан қосылады.
- Тау бөктерінде модульдік ғимарат қойылады.

Субсидия алатын жекеменшік балабақшалардағы 3 900 орын бұл кестеге кірген жоқ: олардың саны ай сайын өзгереді, сондықтан бөлек жариялаймыз.

## Қашан шақырады

Бос орындар әр айдың алғашқы жұмыс күні таратылады. Жолдама келсе, оны растауға бес жұмыс күні беріледі, мереке мен демалыс күндері есептелмейді. Растамасаңыз, орын келесі балаға өтеді, бірақ кезектегі нөміріңіз сақталады.

## Сандарды қалай тексеруге болады

Кесте аудандық білім бөлімдерінің айлық есебінен алынған. Есептің өзі де, әр балабақшадағы бос орын да ашық деректер бетінде тұр. Айырмашылық көрсеңіз, осы жазбаның астына жазыңыз.`,
		ru: `Родители спрашивают нас об одном: «Когда мой ребёнок пойдёт в сад?» Средней цифрой на это не ответить: районы живут слишком по-разному. Поэтому публикуем все числа по районам.

## Места и очередь

В таблице только дети от трёх до шести лет.

| Район | Мест есть | В очереди | Откроют в этом году |
|---|---|---|---|
| Орбита | 6 240 | 5 130 | 1 118 |
| Центр | 8 900 | 1 760 | 240 |
| Кирпичный | 3 150 | 2 480 | 560 |
| Предгорья | 2 710 | 930 | 320 |
| **Всего** | **21 000** | **10 300** | **2 238** |

В среднем по городу на каждого ждущего приходится больше двух мест. Но на Орбите детей в очереди почти столько же, сколько мест, а в Центре очередь рассасывается за полгода.

## Почему очередь идёт назад

Ваш номер иногда растёт. Семьи с льготами (сироты, дети с инвалидностью, многодетные) проходят вперёд, даже если встали на учёт позже. В прошлом году на Орбите выдали 940 мест, 410 из них получили такие семьи.

## Где откроются новые места

- На Орбите строятся три сада: два откроются весной, третий — осенью.
- В Кирпичном районе под сад отдают здание бывшей поликлиники.
- В Центре четыре сада получат ещё по одной группе.
- В Предгорьях поставят модульное здание.

Места в частных садах, получающих субсидию, — а их 3 900 — в таблицу не входят: число меняется каждый месяц, и мы публикуем его отдельно.

## Когда позовут

Свободные места распределяют в первый рабочий день каждого месяца. Подтвердить направление нужно за пять рабочих дней; праздники и выходные не считаются. Если не подтвердить, место перейдёт следующему ребёнку, но ваш номер в очереди сохранится.

## Как проверить цифры

Таблица собрана из месячных отчётов районных отделов образования. И сами отчёты, и свободные места каждого сада лежат на странице открытых данных. Если увидите расхождение, напишите под этой записью: каждое такое сообщение мы обязаны проверить.`,
		en: `Parents ask us one thing: "When will my child start kindergarten?" No average can answer that, because the districts are too different. So here are all the numbers, district by district.

## Places and the queue

The table counts children from three to six years old only.

| District | Places | Waiting | Opening this year |
|---|---|---|---|
| Orbit | 6,240 | 5,130 | 1,118 |
| Centre | 8,900 | 1,760 | 240 |
| Brickyard | 3,150 | 2,480 | 560 |
| Foothills | 2,710 | 930 | 320 |
| **Total** | **21,000** | **10,300** | **2,238** |

Across the city there are more than two places for every child waiting. But in Orbit the queue is almost as long as the list of places, while in the Centre it clears in half a year.

## Why the queue moves back

Your number sometimes grows. Families with priority (orphans, children with disabilities, large families) go ahead even when they registered later. Last year 940 places were given out in Orbit, and 410 of them went to such families.

## Where the new places will be

- In Orbit three kindergartens are being built: two open in spring, the third in autumn.
- In the Brickyard district the former clinic is being turned into a kindergarten.
- In the Centre four kindergartens get one more group each.
- In the Foothills a modular building will be put up.

The 3,900 places in private kindergartens that receive a subsidy are not in the table: their number changes every month, and we publish it separately.

## When you will be called

Free places are given out on the first working day of each month. You have five working days to confirm; holidays and days off do not count. If you do not, the place goes to the next child, but you keep your number.

## How to check the figures

The table was put together from the monthly reports of the district education departments. The reports themselves, and the free places of every kindergarten, are on the open data page. If you find a difference, write under this post: we are obliged to look into every such message.`,
	},
	correction: {
		when: { wd: -21, at: '16:20' },
		note: {
			kk: 'Алғашқы нұсқада Орбита ауданы бойынша биыл ашылатын орын саны қате жазылған: жөндеудегі топ екі рет есептелген. Дұрысы — 1 118, бұрын 1 180 деп көрсетілген еді. Қорытынды сан әуелден дұрыс болатын.',
			ru: 'В первой версии было неверно указано число мест, которые откроют на Орбите: группу на ремонте посчитали дважды. Верно — 1 118, было 1 180. Итоговая сумма с самого начала была верной.',
			en: 'The first version gave a wrong number of places to open in Orbit: a group under repair had been counted twice. The right figure is 1,118, not 1,180. The total was right from the start.',
		},
		was: { kk: '1 180', ru: '1 180', en: '1,180' },
		now: { kk: '1 118', ru: '1 118', en: '1,118' },
	},
}
