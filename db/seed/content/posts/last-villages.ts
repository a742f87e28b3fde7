import type { PostSeed } from '../types.ts'

export const lastVillages: PostSeed = {
	key: 'P10',
	kind: 'post',
	slug: 'the-last-300-villages',
	office: 'dig-minister',
	by: 'O7',
	topics: ['internet'],
	state: 'published',
	when: { wd: -31, at: '10:30' },
	title: {
		kk: 'Тұрақты интернеті жоқ соңғы 300 ауыл',
		ru: 'Последние 300 сёл без проводного интернета',
		en: 'The last 300 villages without fixed internet',
	},
	summary: {
		kk: 'Қай ауылға қашан талшықты желі тартылады, қайсысына радиоарна қойылады және спутник құнының жартысын кім өтейді.',
		ru: 'Куда и когда придёт оптика, где будет радиоканал и кому возместят половину спутникового комплекта.',
		en: 'Where fibre will come and when, where radio will do, and who gets half the price of a satellite set back.',
	},
	body: {
		kk: `Елде тұрақты интернеті жоқ **300 ауыл** қалды. Онда 71 мың адам тұрады. Бұл ауылдарға бұрын «келесі жылы» деп жауап беріп келдік. Енді әр ауылдың өз мерзімі бар, тізім толық жарияланды.

## Ауылдар үшке бөлінді

| Тәсіл | Ауыл саны | Тұрғындар | Аяқталу мерзімі |
|---|---|---|---|
| Талшықты желі | 164 | 48 200 | екі жыл |
| Радиоарна | 87 | 16 900 | бір жыл |
| Спутник | 49 | 5 900 | биыл |

Бөлу өлшемі қарапайым: ең жақын желіге дейінгі қашықтық, үй саны және арадағы жер бедері. Елу шақырымнан алыс, жүз үйге жетпейтін ауылға талшық тарту бір үйге шаққанда 4 миллион теңгеден асады, сондықтан ондай ауылға спутник тиімдірек.

## Спутник қондырғысының құны

Қондырғының бағасы 285 мың теңгедей. Мемлекет оның **жартысын** өтейді. Оны алу үшін:

1. ауылыңыз тізімде бар-жоғын тексеріңіз;
2. кез келген жеткізушіден қондырғы сатып алыңыз;
3. порталға түбіртек пен құрылғының нөмірін тіркеңіз.

Ақша он жұмыс күні ішінде түседі. Үш үй бірігіп бір қондырғыны пайдаланса да болады.

## Биылғы жұмыс

Биыл талшықты желі 58 ауылға жетеді, радиоарна 40 ауылда іске қосылады. Құрылыс барысы картада көрсетілген: сары түс — қазылып жатыр, жасыл түс — қосылды. Мердігер мерзімді екі айдан артық бұзса, шарт бұзылып, ауыл басқа мердігерге беріледі.

## Нені уәде ете алмаймын

Спутник интернеті талшықтыдай жылдам емес және қатты боранда үзіліп қалады. Ол уақытша шешім емес, бірақ ең жақсы шешім де емес. Сондықтан ауылдағы үй саны көбейсе немесе жақын жерден желі өтсе, ауылды талшыққа ауыстырамыз.

## Тізімді кім жасайды

Тізімді министрлік үй саны мен желі жоспары бойынша жасайды, әзірге жылына бір рет жаңартады. Қате болуы мүмкін: ауыл жоспардан шыққан, ал тізімде ескісі қалған дегендей. Ондайды байқасаңыз, ауыл атын жазып, осы жазбаның астына сауал жолдаңыз.`,
		ru: `В стране осталось **300 сёл** без проводного интернета, в них живёт 71 тысяча человек. Раньше мы отвечали этим сёлам: «в следующем году». Теперь у каждого есть свой срок, список опубликован целиком.

## Сёла разделили на три группы

| Способ | Сёл | Жителей | Срок |
|---|---|---|---|
| Оптика | 164 | 48 200 | два года |
| Радиоканал | 87 | 16 900 | один год |
| Спутник | 49 | 5 900 | в этом году |

Критерий простой: расстояние до ближайшей линии, число дворов и рельеф между ними. Тянуть оптику дальше пятидесяти километров в село, где нет и сотни дворов, — это больше 4 миллионов тенге на дом, поэтому такому селу выгоднее спутник.

## Сколько стоит спутниковый комплект

Комплект стоит около 285 тысяч тенге. **Половину** возмещает государство. Для этого:

1. проверьте, есть ли ваше село в списке;
2. купите комплект у любого поставщика;
3. загрузите на портал чек и номер устройства.

Деньги приходят в течение десяти рабочих дней. Одним комплектом могут пользоваться и три двора сообща.

## Работы этого года

В этом году оптика придёт в 58 сёл, радиоканал заработает в 40. Ход работ виден на карте: жёлтый цвет — копают, зелёный — подключено. Если подрядчик опаздывает больше чем на два месяца, договор расторгают и село передают другому.

## Чего я не обещаю

Спутниковый интернет не такой быстрый, как оптика, и может пропадать в сильный буран. Это не временное решение, но и не лучшее. Поэтому, если в селе прибавится дворов или рядом пройдёт линия, мы переведём его на оптику.

## Кто составляет список

Список готовит министерство по числу дворов и плану линий и пока обновляет раз в год. Ошибки возможны: скажем, село уже исключили из плана, а в списке осталась старая запись. Если заметите такое, назовите село и задайте вопрос под этой записью.`,
		en: `There are **300 villages** left in the country without fixed internet; 71 thousand people live in them. We used to tell these villages "next year". Now each of them has its own date, and the list is published in full.

## Three groups of villages

| Way | Villages | People | Ready in |
|---|---|---|---|
| Fibre | 164 | 48,200 | two years |
| Radio link | 87 | 16,900 | one year |
| Satellite | 49 | 5,900 | this year |

The test is simple: the distance to the nearest line, the number of households, and the land in between. Fibre over more than fifty kilometres to a village of fewer than a hundred households costs over 4 million tenge a home, so for such a village a satellite makes more sense.

## What a satellite set costs

A set costs about 285 thousand tenge. The state refunds **half** of it. To get the refund:

1. check that your village is on the list;
2. buy a set from any supplier;
3. upload the receipt and the number of the device to the portal.

The money comes within ten working days. Three households may share one set.

## This year

This year fibre will reach 58 villages, and 40 will get a radio link. The map shows the progress: yellow means digging, green means connected. If a contractor is more than two months late, the contract ends and the village goes to another.

## What I do not promise

Satellite internet is not as fast as fibre and can fail in a heavy snowstorm. It is not a stopgap, but it is not the best answer either. So if a village grows, or a line passes nearby, we shall move it to fibre.

## Who makes the list

The ministry makes the list from the number of households and the plan of lines, and for now updates it once a year. There may be mistakes: a village has been dropped from the plan, say, while the list still shows the old entry. If you notice one, name the village and ask a question under this post.`,
	},
}
