import type { PostSeed } from '../types.ts'

export const housingQueue: PostSeed = {
	key: 'P4',
	kind: 'post',
	slug: 'how-the-housing-queue-is-ordered',
	office: 'hsg-minister',
	by: 'O3',
	topics: ['housing'],
	state: 'published',
	when: { wd: -19, at: '09:30' },
	title: {
		kk: 'Тұрғын үй кезегі қалай құрылады, қадам-қадаммен',
		ru: 'Как устроена очередь на жильё, шаг за шагом',
		en: 'How the housing queue is ordered, step by step',
	},
	summary: {
		kk: 'Нөмірді не анықтайды, ол неге кейін жылжиды және оны өзіңіз қалай тексере аласыз.',
		ru: 'От чего зависит номер, почему он может уйти назад и как проверить его самому.',
		en: 'What decides your number, why it can move back, and how to check it yourself.',
	},
	body: {
		kk: `Маған ең жиі қойылатын сауал — «Нөмірім неге өзгерді?». Көбіне біз бұған «жүйе солай есептеді» деп жауап беріп келдік. Бұл — жауап емес. Сондықтан кезектің қалай құрылатынын басынан бастап түсіндірейін.

## Кезекте кім тұр

Бүгін Тауқаланың біртұтас кезегінде **38 640 отбасы** бар. Олар төрт санатқа бөлінеді, әр санаттың өз тізімі бар.

| Санат | Отбасы саны | Былтыр пәтер алғаны | Орташа күту, жыл |
|---|---|---|---|
| Жетім балалар | 2 310 | 690 | 3 |
| Көпбалалы отбасылар | 14 820 | 1 240 | 8 |
| Мүгедектігі бар адамдар | 5 470 | 610 | 6 |
| Бюджет қызметкерлері | 16 040 | 980 | 11 |

## Нөмір қалай беріледі

1. Құжат тапсырасыз, ол **бес жұмыс күні** ішінде тексеріледі.
2. Құжат дұрыс болса, өтініш тіркелген күн — Сіздің есепке тұрған күніңіз.
3. Санат ішінде отбасылар тек осы күн бойынша тізіледі. Басқа өлшем жоқ.
4. Екі отбасының күні бірдей болса, уақыты ертерегі алда тұрады.

## Нөмір неге кейін кетуі мүмкін

Тізім қозғалмай тұрса да, нөмір үлкеюі мүмкін. Оның үш заңды себебі бар:

- сот шешімімен бұрынғы күні қалпына келтірілген отбасы қосылады;
- екі кезек біріктірілсе, ерте тұрғандар алға шығады (қала мен «Орбита» ауданы биыл осылай біріктірілді);
- отбасы бір санаттан екіншісіне ауысады.

Басқа себеппен өзгерсе, бұл — қате, оны түзету — біздің міндетіміз.

## Өз нөміріңізді қалай тексересіз

Жеке кабинеттен «Нөмір тарихы» үзіндісін алуға болады. Онда әр өзгерістің күні, себебі және шешім қабылдаған адам көрсетіледі. Үзінді тегін, үш минутта дайын болады. Былтыр оны 9 400 адам алды, 61 қате табылып, түзетілді.

## Келесі қадам

Жазға дейін ашық тізімге әр отбасының есепке тұрған жылын ғана емес, айы мен күнін де қосамыз. Сонда алдыңызда кім, неге тұрғанын өзіңіз көре аласыз. Санатты ашық көрсетуге болатын-болмайтынын заңгерлер қарап жатыр, шешімін осы бетте жариялаймыз.`,
		ru: `Вопрос, который мне задают чаще всего: «Почему изменился мой номер?» До сих пор мы обычно отвечали: «Так посчитала система». Это не ответ. Поэтому расскажу с начала, как устроена очередь.

## Кто стоит в очереди

Сегодня в единой очереди Таукалы **38 640 семей**. Они делятся на четыре категории, у каждой свой список.

| Категория | Семей | Получили квартиры за год | Среднее ожидание, лет |
|---|---|---|---|
| Дети-сироты | 2 310 | 690 | 3 |
| Многодетные семьи | 14 820 | 1 240 | 8 |
| Люди с инвалидностью | 5 470 | 610 | 6 |
| Работники бюджетной сферы | 16 040 | 980 | 11 |

## Как присваивается номер

1. Вы подаёте документы, их проверяют за **пять рабочих дней**.
2. Если документы в порядке, датой постановки на учёт становится день регистрации заявления.
3. Внутри категории семьи стоят только по этой дате. Других критериев нет.
4. Если дата совпала, впереди тот, кто подал документы раньше по времени.

## Почему номер может уйти назад

Номер может вырасти, даже если квартир никому не выдавали. Законных причин три:

- суд восстановил кому-то прежнюю дату, и семья вернулась в список;
- объединили две очереди, и вставшие раньше оказались впереди (так в этом году объединили город и район «Орбита»);
- семья перешла из одной категории в другую.

Любая другая причина — ошибка, и исправить её обязаны мы.

## Как проверить свой номер

В личном кабинете есть выписка «История номера». В ней указаны дата и причина каждого изменения и кто принял решение. Выписка бесплатна и готова через три минуты. За прошлый год её взяли 9 400 человек, нашлась 61 ошибка, все исправлены.

## Следующий шаг

До лета в открытом списке появится не только год постановки на учёт, но и день с месяцем. Тогда вы сами увидите, кто и почему стоит перед вами. Можно ли открыть категорию, сейчас изучают юристы; решение опубликуем на этой странице.`,
		en: `The question I am asked most often is: "Why has my number changed?" Until now we usually replied: "The system worked it out that way." That is no answer. So let me explain from the beginning how the queue is ordered.

## Who is in the queue

Today the single queue of Tauqala holds **38,640 families**. They fall into four categories, each with its own list.

| Category | Families | Housed in the past year | Average wait, years |
|---|---|---|---|
| Orphans | 2,310 | 690 | 3 |
| Large families | 14,820 | 1,240 | 8 |
| People with disabilities | 5,470 | 610 | 6 |
| Public-sector workers | 16,040 | 980 | 11 |

## How a number is given

1. You hand in your documents, and they are checked within **five working days**.
2. If they are in order, the day your application was registered becomes your date of entry.
3. Within a category families stand by this date only. There is no other criterion.
4. If two dates are the same, the earlier hour goes first.

## Why a number can move back

Your number can grow even when no flats were given out. There are three lawful reasons:

- a court restored somebody's earlier date, and the family came back to the list;
- two queues were merged, and those who entered earlier went ahead (this year the city and Orbit district were merged in this way);
- a family moved from one category to another.

Any other reason is an error, and it is our duty to correct it.

## How to check your number

Your personal account offers an extract called "History of the number". It gives the date and reason of each change and who decided it. It is free and takes three minutes. Last year 9,400 people took one; 61 errors were found, and all of them were corrected.

## The next step

Before summer the open list will show not just the year of entry but the day and month too. Then you will be able to see for yourself who stands before you and why. Whether the category may be shown is being studied by our lawyers; we shall publish the decision on this page.`,
	},
}
