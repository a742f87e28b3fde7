import type { PostSeed } from '../types.ts'

export const winterReport: PostSeed = {
	key: 'P12',
	kind: 'post',
	slug: 'snow-trams-and-14000-calls',
	office: 'tau-akim',
	by: 'O9',
	topics: ['city'],
	state: 'published',
	when: { wd: -9, at: '08:45' },
	title: {
		kk: 'Қар, трамвай және 14 000 қоңырау: қысқы есеп',
		ru: 'Снег, трамваи и 14 000 звонков: зимний отчёт',
		en: 'Snow, trams and 14,000 calls: a winter report',
	},
	summary: {
		kk: 'Қыс бойы қалаға қоңырау шалған 14 000 адам не сұрады, нені үлгердік, нені үлгермедік.',
		ru: 'О чём просили 14 000 человек, звонивших зимой в город, что мы успели и чего не успели.',
		en: 'What the 14,000 people who called the city this winter asked for, what we managed and what we did not.',
	},
	body: {
		kk: `Биыл Тауқалаға 41 күн қар жауды, бұл соңғы он жылдағы ең қарлы қыс болды. 109 қызметіне **14 000 қоңырау** түсті. Оның артында тайып құлаған апа да, автобусын бір сағат күткен оқушы да бар. Сондықтан есепті мақтаудан емес, қоңыраулардан бастайын.

## Не туралы қоңырау шалдыңыздар

| Тақырып | Қоңырау | Бір тәулікте шешілгені |
|---|---|---|
| Тазаланбаған аула мен жаяу жол | 6 100 | 58 % |
| Трамвай мен автобус | 3 400 | 81 % |
| Көше жарығы | 2 300 | 74 % |
| Мұз сүңгілері | 1 500 | 92 % |
| Басқа | 700 | 66 % |

## Не істедік

- 118 техникамен күн сайын 640 шақырым көше тазаланды.
- Трамвайдың жеті бағытында бұрылыс жылытқыштары орнатылды, сол себепті қар жауған күнгі үзіліс былтырғы 37-ден 9-ға түсті.
- 92 аялдамаға құм салынған жәшік қойылды.

## Неше теңге жұмсалды

Қысқы жұмысқа 2,3 миллиард теңге кетті, оның 61 пайызы — жанармай мен жалақы, 24 пайызы — құм мен реагент, 15 пайызы — техника жөндеу. Жалдамалы техниканың 14 миллион теңгелік жұмысы қабылданған жоқ: көшелер есепте ғана тазаланған болып шықты.

## Нені үлгермедік

Үш нәрсені ашық айтамын.

1. **Аулалар.** Тазалау үлкен көшеден басталды, аулаларға кезек екінші-үшінші күні жетті. Жаяу жүретін адам үшін бұл дұрыс емес.
2. **Баспалдақтар.** Жерасты өткелдерінің 26 баспалдағында тұтқа жоқ, қыста ол жерден 48 адам құлаған.
3. **Жауап.** Қоңырау шалғандардың төрттен бірі не істелгені туралы ешқандай хабар алмады.

## Келесі қысқа дейін

- Аула мен жаяу жол таңғы жетіге дейін тазаланады, ірі көше содан кейін.
- 26 баспалдақтың бәріне тұтқа орнатылады, оның 10-ы дайын.
- Әр қоңырауға нөмір беріліп, нәтижесі SMS арқылы хабарланады.

Аулаңызда қай жер қиын болғанын осы жазбаның астына жазыңыз. Үйдің нөмірін ғана көрсетсеңіз жетеді, пәтер мен телефонды жазбаңыз.`,
		ru: `Этой зимой в Таукале снег шёл 41 день — это самая снежная зима за десять лет. В службу 109 поступило **14 000 звонков**. За ними и бабушка, упавшая на льду, и школьник, прождавший автобус час. Поэтому начну отчёт не с похвалы, а со звонков.

## О чём вы звонили

| Тема | Звонков | Решено за сутки |
|---|---|---|
| Неубранные дворы и тротуары | 6 100 | 58 % |
| Трамвай и автобус | 3 400 | 81 % |
| Освещение улиц | 2 300 | 74 % |
| Сосульки | 1 500 | 92 % |
| Другое | 700 | 66 % |

## Что мы сделали

- 118 машин каждый день убирали 640 километров улиц.
- На семи трамвайных маршрутах поставили обогрев стрелок, и остановок движения в снегопад стало 9 вместо прошлогодних 37.
- На 92 остановках появились ящики с песком.

## Сколько это стоило

Зима обошлась в 2,3 миллиарда тенге: 61 процент — топливо и зарплата, 24 процента — песок и реагенты, 15 процентов — ремонт машин. Работу наёмной техники на 14 миллионов тенге мы не приняли: улицы оказались убраны только в отчёте.

## Чего не успели

Скажу прямо о трёх вещах.

1. **Дворы.** Уборку начинали с больших улиц, до дворов очередь доходила на второй-третий день. Для пешехода это неправильно.
2. **Лестницы.** На 26 лестницах подземных переходов нет поручней, за зиму там упали 48 человек.
3. **Ответ.** Четверть звонивших так и не узнали, что сделано по их звонку.

## К следующей зиме

- Дворы и тротуары убираем до семи утра, большие улицы — после.
- Поручни поставим на всех 26 лестницах, на десяти они уже есть.
- У каждого звонка будет номер, и о результате придёт SMS.

Напишите под этой записью, где в вашем дворе было труднее всего. Достаточно номера дома; квартиру и телефон указывать не нужно.`,
		en: `It snowed in Tauqala on 41 days this winter, the snowiest in ten years. The 109 line took **14,000 calls**. Behind them are a grandmother who slipped on the ice and a schoolboy who waited an hour for a bus. So I shall begin this report with the calls and not with praise.

## What you called about

| Subject | Calls | Solved within a day |
|---|---|---|
| Yards and pavements not cleared | 6,100 | 58% |
| Trams and buses | 3,400 | 81% |
| Street lighting | 2,300 | 74% |
| Icicles | 1,500 | 92% |
| Other | 700 | 66% |

## What we did

- 118 machines cleared 640 kilometres of streets every day.
- Points heating was fitted on seven tram routes, and stoppages on snowy days fell to 9 from 37 a year ago.
- Boxes of sand were put at 92 stops.

## What it cost

The winter cost 2.3 billion tenge: 61 per cent went on fuel and wages, 24 per cent on sand and chemicals, 15 per cent on repairs. We refused to accept 14 million tenge of work by hired machines: the streets had been cleared only on paper.

## What we did not manage

I shall be plain about three things.

1. **Yards.** Clearing began with the big streets, and the yards had their turn on the second or third day. For people on foot this is wrong.
2. **Stairs.** At the underpasses 26 flights of stairs have no handrail, and 48 people fell there this winter.
3. **Replies.** One caller in four never learned what had been done about the call.

## Before next winter

- Yards and pavements are cleared before seven in the morning, big streets after that.
- All 26 flights of stairs get handrails; ten already have them.
- Every call will have a number, and the result will come by SMS.

Write under this post where in your yard it was hardest. The number of the house is enough; there is no need to give your flat or telephone.`,
	},
	picture: {
		seed: 112,
		alt: {
			kk: 'Абстрактілі сурет: ақ және көк шеңберлер қар болып жауып тұр, төменде трамвай ізіне ұқсас екі қызыл жолақ',
			ru: 'Абстрактный рисунок: белые и голубые круги, похожие на снег, а внизу две красные полосы, как трамвайные рельсы',
			en: 'Abstract drawing: white and blue circles like falling snow, and below them two red stripes like tram rails',
		},
		caption: {
			kk: 'Қырық бір қарлы күн, қырық бір шеңбер. Сызба, фотосурет емес.',
			ru: 'Сорок один снежный день — сорок один круг. Рисунок, не фотография.',
			en: 'Forty-one days of snow, forty-one circles. A drawing, not a photograph.',
		},
	},
}
