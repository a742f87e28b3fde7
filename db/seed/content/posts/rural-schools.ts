import type { PostSeed } from '../types.ts'

export const ruralSchools: PostSeed = {
	key: 'P6',
	kind: 'post',
	slug: 'rural-schools-and-the-internet-standard',
	office: 'edu-minister',
	by: 'O4',
	topics: ['school', 'internet'],
	state: 'published',
	when: { wd: -16, at: '11:00' },
	title: {
		kk: 'Ауыл мектептері және интернеттің жаңа стандарты',
		ru: 'Сельские школы и новый стандарт интернета',
		en: 'Rural schools and the new internet standard',
	},
	summary: {
		kk: 'Мектеп интернетінің жылдамдығы енді шартпен емес, сабақ үстінде өлшенеді. 1 240 ауыл мектебінің 312-сі әзірге талапқа сай емес.',
		ru: 'Скорость школьного интернета теперь измеряют на уроке, а не по договору. Из 1 240 сельских школ 312 пока не отвечают стандарту.',
		en: 'School internet is now measured during lessons, not on paper. Of 1,240 rural schools 312 do not meet the standard yet.',
	},
	body: {
		kk: `Бұрын мектептегі интернеттің жылдамдығын оператормен жасалған шартқа қарап айтатынбыз. Шартта «50 мегабит» деп тұрса, есепке солай жазылатын. Ал сабақ үстінде отыз оқушы бір бейнені ашқанда, экранда дөңгелек айналып тұрып алатын. Жаңа стандарт осыны өзгертеді.

## Стандарт нені талап етеді

Ол үш талаптан тұрады, үшеуі де **сабақ жүріп жатқанда** өлшенеді:

- мектепке кіретін арна — секундына кемінде 100 мегабит;
- әр сыныпта бір мезгілде отыз құрылғы жұмыс істей алады;
- айына екі сағаттан артық үзіліс болмайды.

Өлшеуді мектептің өзі емес, кіреберіске қойылған шағын құрылғы жүргізеді. Нәтижесі картада күн сайын жаңарады.

## Бүгінгі жағдай

Ел бойынша 1 240 ауыл мектебін өлшеп шықтық.

| Жағдайы | Мектеп саны |
|---|---|
| Үш талапқа да сай | 705 |
| Арна жеткілікті, бірақ сыныпта Wi-Fi әлсіз | 223 |
| Талапқа сай емес | 312 |

Екінші топтағы мектептерге жаңа арна емес, жақсы тарату нүктелері керек. Бұл арзанырақ әрі тезірек: бір мектепке орта есеппен 1,4 миллион теңге кетеді.

## 312 мектепте не істейміз

1. Талшықты желі жақын өтетін 180 мектепке желі тартылады.
2. 96 мектепке радиоарна қойылады.
3. Қалған 36 шалғай мектепке спутник қондырғысы беріледі.

Жұмыс үш кезеңмен, бір жарым жылда аяқталады. Алғашқы кезеңде 120 мектеп қосылады, олардың тізімі картада белгіленген.

Жұмысқа барлығы 21,6 миллиард теңге қарастырылды. Құрылғысы ескірген мектептер жөндеуге емес, алдымен өлшеуге жазылады: бос шығын болмауы үшін.

## Мұғалімдерге өтініш

Интернет бар болғанымен, сабақта пайдасы болмаса, ақша босқа кетеді. Сондықтан әр ауданда бір «ашық сабақ мектебі» таңдалды, онда мұғалімдер тәжірибе алмасады. Қатысу ерікті, есеп беру қажет емес.

## Картадағы сан шындыққа сай келмесе

Мұғалім, оқушы немесе ата-ана осы жазбаның астына сауал қоя алады. Мектептің атын және сабақтың уақытын жазсаңыз, сол сағаттағы өлшемді тауып, неге олай болғанын түсіндіреміз.`,
		ru: `Раньше скорость интернета в школе мы определяли по договору с оператором. Написано «50 мегабит» — так и шло в отчёт. А на уроке, когда тридцать учеников открывали одно видео, на экране крутилось колёсико. Новый стандарт это меняет.

## Что требует стандарт

Требований три, и все измеряются **во время уроков**:

- канал, входящий в школу, — не меньше 100 мегабит в секунду;
- в каждом классе могут одновременно работать тридцать устройств;
- перерывов связи — не больше двух часов в месяц.

Измеряет не сама школа, а небольшой прибор на входе сети. Результат каждый день обновляется на карте.

## Что есть сегодня

Мы измерили 1 240 сельских школ по всей стране.

| Состояние | Школ |
|---|---|
| Отвечают всем трём требованиям | 705 |
| Канал хороший, но в классах слабый Wi-Fi | 223 |
| Не отвечают стандарту | 312 |

Школам второй группы нужен не новый канал, а хорошие точки доступа. Это дешевле и быстрее: в среднем 1,4 миллиона тенге на школу.

## Что будет с 312 школами

1. К 180 школам, рядом с которыми проходит оптика, проведут линию.
2. В 96 школах поставят радиоканал.
3. Остальные 36 отдалённых школ получат спутниковые комплекты.

Работа пойдёт в три этапа и займёт полтора года. На первом подключат 120 школ, они отмечены на карте.

Всего на работы предусмотрено 21,6 миллиарда тенге. Школы со старым оборудованием сначала измеряют и только потом ремонтируют, чтобы не тратить деньги впустую.

## Просьба к учителям

Если интернет есть, а на уроке от него нет пользы, деньги потрачены зря. Поэтому в каждом районе выбрана «школа открытого урока», где учителя делятся опытом. Участие добровольное, отчётов не требуется.

## Если цифра на карте неверна

Учитель, ученик или родитель может задать вопрос под этой записью. Напишите название школы и время урока: мы найдём измерение за этот час и объясним, что произошло.`,
		en: `We used to judge the internet of a school by its contract with the operator. If the paper said "50 megabits", that went into the report. Meanwhile, when thirty pupils opened the same video in class, a little wheel went round on the screen. The new standard changes this.

## What the standard asks for

There are three requirements, all measured **during lessons**:

- the line into the school carries at least 100 megabits a second;
- thirty devices can work at once in every classroom;
- the connection is down for no more than two hours a month.

It is not the school that measures but a small device where the network enters the building. The result is updated on a map every day.

## Where we stand

We measured 1,240 rural schools across the country.

| State | Schools |
|---|---|
| Meet all three requirements | 705 |
| Good line, but weak Wi-Fi in the classrooms | 223 |
| Do not meet the standard | 312 |

Schools in the second group need good access points rather than a new line. That is cheaper and quicker: 1.4 million tenge a school on average.

## What will be done for the 312 schools

1. The 180 schools with fibre passing nearby will be connected to it.
2. A radio link will be put up at 96 schools.
3. The remaining 36 remote schools will get satellite sets.

The work has three stages and will take a year and a half. The first stage connects 120 schools; they are marked on the map.

In all 21.6 billion tenge is set aside for the work. Schools with old equipment are measured first and repaired afterwards, so that no money is wasted.

## A request to teachers

If there is internet but lessons gain nothing from it, the money is wasted. So an "open lesson school" has been chosen in each district, where teachers share what works. Taking part is voluntary, and no reports are required.

## If a figure on the map is wrong

A teacher, a pupil or a parent may ask a question under this post. Give the name of the school and the time of the lesson: we shall find the measurement for that hour and explain what happened.`,
	},
}
