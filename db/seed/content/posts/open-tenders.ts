import type { PostSeed } from '../types.ts'

export const openTenders: PostSeed = {
	key: 'P11',
	kind: 'post',
	slug: 'open-tenders-what-we-publish',
	office: 'fin-minister',
	by: 'O8',
	topics: ['procurement'],
	state: 'published',
	when: { wd: -37, at: '09:15' },
	title: {
		kk: 'Ашық тендерлер: осы айдан бастап не жариялаймыз',
		ru: 'Открытые тендеры: что публикуем с этого месяца',
		en: 'Open tenders: what we publish from this month',
	},
	summary: {
		kk: 'Он миллион теңгеден асатын әр тендердің шарты, хаттамасы және төлемдері енді барлығына ашық.',
		ru: 'По каждому тендеру дороже десяти миллионов тенге теперь открыты договор, протокол и платежи.',
		en: 'For every tender above ten million tenge the contract, the minutes and the payments are now open.',
	},
	body: {
		kk: `Былтыр мемлекеттік органдар 64 200 тендер өткізді, оның жалпы сомасы 3,1 триллион теңге болды. Бұған дейін біз тек жеңімпаздың аты мен бағаны жариялап келдік. Осы айдан бастап құжаттың өзін көре аласыз.

## Енді не ашық

Сомасы **10 миллион теңгеден** асатын әр тендер бойынша мына құжаттар жарияланады:

- шарттың толық мәтіні және оған енгізілген барлық өзгеріс;
- комиссия хаттамасы: кім қатысты, кім қалай дауыс берді, кімнің өтінімі неге қабылданбады;
- жұмысты қабылдау актілері;
- төлемдер: күні, сомасы, кезеңі.

Ондай тендерлер былтыр 11 800 болды: сан жағынан бестен біріне жетпейді, ал ақша жағынан 94 пайыз.

## Қай уақытта шығады

| Құжат | Жариялану мерзімі |
|---|---|
| Хаттама | комиссия отырысынан кейін 2 жұмыс күні |
| Шарт | қол қойылғаннан кейін 3 жұмыс күні |
| Қабылдау актісі | қол қойылғаннан кейін 5 жұмыс күні |
| Төлем | төленген күннің ертеңіне |

Мерзім бұзылса, тендер бетінде қызыл белгі пайда болады, оны ешкім алып тастай алмайды.

## Не жабық қалады

Банк шотының нөмірі, қызметкерлердің жеке деректері және заңмен қорғалатын құпия. Мәтіннің бір бөлігі жасырылса, сол жерде себебі мен заңның бабы жазылады. Себебі жазылмаған қара жолақ көрсеңіз, бұл — қате, бізге хабарлаңыз.

## Ескерту белгілері

Жүйе үш жағдайды өзі белгілейді: тендерге жалғыз қатысушы келсе, шарт бағасы жоспардан 20 пайыздан артық асса, шартқа үш реттен көп өзгеріс енгізілсе. Белгі кінә емес, ол тек «мұқият қараңыз» дегенді білдіреді.

## Бұрынғы тендерлер ше

Алдымен соңғы екі жылдың құжаттарын көктем соңына дейін шығарамыз, ол — шамамен 23 мың тендер. Одан ескілері сұрау бойынша беріледі.

## Деректі қалай алуға болады

Бетті оқып шығуға, кестені CSV форматында жүктеуге немесе бағдарлама арқылы алуға болады. Бәрі тегін, тіркелу қажет емес. Белгілі бір тендер туралы сұрағыңыз болса, нөмірін жазып, осы жазбаның астына қойыңыз.`,
		ru: `В прошлом году государственные органы провели 64 200 тендеров на 3,1 триллиона тенге. До сих пор мы публиковали только победителя и цену. С этого месяца вы увидите сами документы.

## Что теперь открыто

По каждому тендеру дороже **10 миллионов тенге** публикуются:

- полный текст договора и все изменения к нему;
- протокол комиссии: кто участвовал, кто как голосовал, чьи заявки отклонены и почему;
- акты приёмки работ;
- платежи: дата, сумма, этап.

Таких тендеров за прошлый год было 11 800: меньше пятой части по числу, но 94 процента по деньгам.

## Когда это появляется

| Документ | Срок публикации |
|---|---|
| Протокол | 2 рабочих дня после заседания |
| Договор | 3 рабочих дня после подписания |
| Акт приёмки | 5 рабочих дней после подписания |
| Платёж | на следующий день после оплаты |

Если срок нарушен, на странице тендера появляется красная отметка, и снять её не может никто.

## Что остаётся закрытым

Номера банковских счетов, личные данные работников и тайна, охраняемая законом. Если часть текста скрыта, на её месте указаны причина и статья закона. Чёрная полоса без причины — ошибка, сообщите нам о ней.

## Предупредительные знаки

Три случая система отмечает сама: на тендер пришёл один участник, цена договора выше плановой больше чем на 20 процентов, договор меняли больше трёх раз. Такой знак — не обвинение, он значит лишь «посмотрите внимательнее».

## А прежние тендеры

Сначала, до конца весны, выложим документы за два последних года — это около 23 тысяч тендеров. Более старые выдаём по запросу.

## Как получить данные

Можно читать на странице, скачать таблицу в CSV или забрать программой. Всё бесплатно и без регистрации. Если у вас вопрос о конкретном тендере, задайте его под этой записью и укажите номер тендера.`,
		en: `Last year public bodies held 64,200 tenders worth 3.1 trillion tenge. Until now we published only the winner and the price. From this month you can see the documents themselves.

## What is open now

For every tender above **10 million tenge** we publish:

- the full text of the contract and every change to it;
- the minutes of the commission: who took part, who voted how, whose bids were rejected and why;
- acceptance certificates for the work;
- payments: date, amount, stage.

Last year there were 11,800 such tenders: less than a fifth by number, but 94 per cent of the money.

## When it appears

| Document | Published within |
|---|---|
| Minutes | 2 working days of the meeting |
| Contract | 3 working days of signing |
| Acceptance certificate | 5 working days of signing |
| Payment | the day after it is made |

If a date is missed, a red mark appears on the page of the tender, and nobody can remove it.

## What stays closed

Bank account numbers, personal data of staff, and secrets protected by law. Where part of a text is hidden, the reason and the article of law stand in its place. A black bar without a reason is a mistake: please tell us about it.

## Warning signs

The system itself marks three cases: a tender with a single bidder, a contract price more than 20 per cent above the plan, and a contract changed more than three times. A mark is no accusation; it only says "look closer".

## What about earlier tenders

First, by the end of spring, we shall put up the documents of the last two years, about 23 thousand tenders. Older ones are given out on request.

## How to get the data

You can read the pages, download the table as CSV, or fetch it with a program. All of it is free and needs no registration. If you have a question about a particular tender, ask it under this post and give the number of the tender.`,
	},
}
