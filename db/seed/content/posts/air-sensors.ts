import type { PostSeed } from '../types.ts'

export const airSensors: PostSeed = {
	key: 'P1',
	kind: 'post',
	slug: 'air-sensors-of-tauqala',
	office: 'env-minister',
	by: 'O1',
	topics: ['air', 'city'],
	state: 'published',
	when: { wd: -34, at: '10:00' },
	title: {
		kk: 'Осы қыста Тауқаланың ауа датчиктері не көрсетті',
		ru: 'Что показали датчики воздуха Таукалы этой зимой',
		en: 'What the air sensors of Tauqala showed this winter',
	},
	summary: {
		kk: 'Қаланың 42 датчигі қыс бойы ауаны өлшеді: былтырғыдан сәл тазарған, бірақ 90 күннің 71-і нормадан асты.',
		ru: 'Сорок два датчика измеряли воздух города всю зиму: стало немного чище, но 71 день из 90 был выше нормы.',
		en: 'Forty-two sensors measured the city air all winter: slightly cleaner than last year, yet 71 of 90 days exceeded the norm.',
	},
	body: {
		kk: `Былтыр күзде Тауқалада ауа өлшейтін 42 датчик орнаттық. Қыс аяқталды, енді олардың не көрсеткенін жасырмай айтатын уақыт келді. Қысқаша айтсақ, ауа былтырғыдан сәл тазарды, бірақ оны таза деуге әлі ерте.

## Негізгі сандар

PM2.5 — өкпеге терең өтетін ең ұсақ шаң. Оның қысқы орташа мөлшері текше метріне **61 микрограмм** болды, былтыр бұл көрсеткіш 68 еді. Тәуліктік норма — 35. Қыстың 90 күнінің **71-інде** норма сақталмады.

| Аудан | Қысқы орташа, мкг/м³ | Нормадан асқан күндер |
|---|---|---|
| Кірпіш | 79 | 84 |
| Орбита | 68 | 77 |
| Орталық | 58 | 69 |
| Тау бөктері | 39 | 41 |

Ең ауыр түн Кірпіш ауданында тіркелді: түнгі сағат екіде датчик 214 микрограмм көрсетті. Сол түні жел болған жоқ, ал түтін жер бауырлап тұрып қалды.

## Ауа неден ластанады

Датчиктер шаңның құрамын да талдады. Қыстағы үлесі мынадай:

- үйлердің көмір жағатын пештері — 46 пайыз;
- жылу электр орталығы мен қазандықтар — 27 пайыз;
- көлік — 19 пайыз;
- қалғаны, оның ішінде кірпіш зауыты мен құрылыс, — 8 пайыз.

Бұл — қала бойынша орташа көрініс. Кірпіш ауданында зауыттың үлесі әлдеқайда көп, сондықтан оны бөлек тексеріп жатырмыз.

## Датчиктердің өзі ше

42 датчиктің 38-і қыс бойы үзіліссіз жұмыс істеді. Төртеуінде аяздан немесе жарық өшкендіктен үзіліс болды, ең ұзағы — 31 сағат. Ондай сағаттарды орташаға қоспадық, ойдан сан да толтырмадық.

## Енді не істейміз

1. Көктемде Кірпіш пен Орбита аудандарына тағы алты датчик қоямыз.
2. Келесі жылыту маусымына дейін 1 200 үйге пешін газға ауыстыруға көмектесеміз.
3. Ауа күрт ластанатын күні мектептерге таңғы жетіге дейін хабарлаймыз.

Осы үш жұмысқа қала бюджетінен 940 миллион теңге бөлінді, оның жұмсалуын тоқсан сайын осы бетте жазып отырамыз.

Кестелердегі бір сан күмән тудырса, осы жазбаның астына сауал қойыңыз: оған заң бойынша жауап береміз.`,
		ru: `Прошлой осенью мы поставили в Таукале 42 датчика воздуха. Зима закончилась, и пора честно рассказать, что они показали. Коротко: воздух стал немного чище, чем год назад, но чистым его назвать рано.

## Главные цифры

PM2.5 — самая мелкая пыль, которая проникает глубоко в лёгкие. В среднем за зиму её было **61 микрограмм** на кубометр, годом раньше — 68. Суточная норма — 35. Из 90 дней зимы норма была превышена в **71**.

| Район | Среднее за зиму, мкг/м³ | Дней выше нормы |
|---|---|---|
| Кирпичный | 79 | 84 |
| Орбита | 68 | 77 |
| Центр | 58 | 69 |
| Предгорья | 39 | 41 |

Самой тяжёлой стала одна ночь в Кирпичном районе: в два часа датчик показал 214 микрограммов. Ветра не было, и дым лежал у самой земли.

## Откуда берётся грязь

Датчики определяли и состав пыли. Доли за зиму такие:

- угольные печи в домах — 46 процентов;
- теплоэлектроцентраль и котельные — 27 процентов;
- транспорт — 19 процентов;
- остальное, включая кирпичный завод и стройки, — 8 процентов.

Это среднее по городу. В Кирпичном районе доля завода намного выше, поэтому его мы проверяем отдельно.

## А что сами датчики

Из 42 датчиков 38 работали всю зиму без перерывов. У четырёх перерывы были — из-за мороза или отключения света, самый долгий длился 31 час. Эти часы мы не включали в среднее и цифры за них не придумывали.

## Что дальше

1. Весной поставим ещё шесть датчиков — в Кирпичном районе и на Орбите.
2. До следующего отопительного сезона поможем 1 200 домам перейти с угля на газ.
3. В дни сильного загрязнения будем предупреждать школы до семи утра.

На эти три дела в городском бюджете заложено 940 миллионов тенге; как они тратятся, будем писать здесь каждый квартал.

Если какая-то цифра в таблице вызывает сомнение, задайте вопрос под этой записью: мы обязаны ответить на него в срок.`,
		en: `Last autumn we put up 42 air sensors in Tauqala. The winter is over, and it is time to say plainly what they showed. In short: the air was a little cleaner than a year ago, but it is too early to call it clean.

## The main figures

PM2.5 is the finest dust, the kind that gets deep into the lungs. Its average over the winter was **61 micrograms** per cubic metre, against 68 a year before. The daily norm is 35. Of the 90 days of winter, **71** were above it.

| District | Winter average, µg/m³ | Days above the norm |
|---|---|---|
| Brickyard | 79 | 84 |
| Orbit | 68 | 77 |
| Centre | 58 | 69 |
| Foothills | 39 | 41 |

The worst moment was one night in the Brickyard district: at two o'clock a sensor showed 214 micrograms. There was no wind, and the smoke lay close to the ground.

## Where the dust comes from

The sensors also analysed what the dust was made of. The winter shares are:

- coal stoves in homes, 46 per cent;
- the heat and power plant and boiler houses, 27 per cent;
- traffic, 19 per cent;
- the rest, including the brick plant and building sites, 8 per cent.

This is an average for the city. In the Brickyard district the share of the plant is far higher, so we are inspecting it separately.

## What about the sensors themselves

Of the 42 sensors, 38 worked all winter without a break. Four had gaps, because of frost or power cuts; the longest lasted 31 hours. We left those hours out of the averages and made up no numbers for them.

## What comes next

1. In spring we shall add six sensors in the Brickyard and Orbit districts.
2. Before the next heating season we shall help 1,200 homes to change from coal to gas.
3. On days of heavy pollution schools will be warned before seven in the morning.

The city budget holds 940 million tenge for these three tasks; we shall report here every quarter how it is spent.

If any figure in the table looks doubtful to you, ask under this post: we are obliged to answer, and in time.`,
	},
	picture: {
		seed: 101,
		alt: {
			kk: 'Түрлі-түсті жолақтардан тұратын абстрактілі сурет: төменде сұр тұман, үстінде көк аспан мен таулардың сұлбасы',
			ru: 'Абстрактный рисунок из цветных полос: внизу серая дымка, над ней очертания гор и синее небо',
			en: 'Abstract drawing of coloured bands: grey haze below, the outline of mountains and a blue sky above it',
		},
		caption: {
			kk: 'Түтін қабаты тау бөктерінен басталып, аспанға жетпей үзіледі. Сызба, фотосурет емес.',
			ru: 'Слой дыма кончается там, где начинаются предгорья. Рисунок, не фотография.',
			en: 'The layer of smoke ends where the foothills begin. A drawing, not a photograph.',
		},
	},
}
