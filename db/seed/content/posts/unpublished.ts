import type { PostSeed } from '../types.ts'

/** Waits for its hour. */
export const supplierWorkshop: PostSeed = {
	key: 'P13',
	kind: 'post',
	slug: 'a-morning-for-small-suppliers',
	office: 'fin-minister',
	by: 'O8',
	topics: ['procurement'],
	state: 'scheduled',
	when: { wd: 3, at: '09:00' },
	title: {
		kk: 'Шағын жеткізушілерге арналған таң',
		ru: 'Утро для малых поставщиков',
		en: 'A morning for small suppliers',
	},
	summary: {
		kk: 'Тендерге алғаш қатысатындарға құжат толтыруды тегін үйретеміз: 60 орын, екі тілде.',
		ru: 'Бесплатно учим заполнять документы тех, кто идёт на тендер впервые: 60 мест, на двух языках.',
		en: 'Free help with the paperwork for those bidding for the first time: 60 places, in two languages.',
	},
	body: {
		kk: `Былтыр қабылданбаған өтінімдердің **41 пайызы** бір ғана себеппен кері қайтты: бір анықтама жетпеген. Көбі — бес-алты адам жұмыс істейтін шағын кәсіпорындар.

Сондықтан үш сағаттық сабақ өткіземіз:

- өтінімді бастан аяқ бірге толтырамыз;
- ең жиі кететін он екі қатені көрсетеміз;
- соңында сұрақтарыңызға жауап береміз.

Сабақ қазақ және орыс тілдерінде, қатысу тегін, 60 орын бар. Жазбасын осы бетке саламыз.`,
		ru: `Из отклонённых в прошлом году заявок **41 процент** вернули по одной причине: не хватило одной справки. Чаще всего это маленькие предприятия, где работает пять-шесть человек.

Поэтому мы проводим трёхчасовое занятие:

- заполним заявку вместе от начала до конца;
- покажем двенадцать самых частых ошибок;
- в конце ответим на ваши вопросы.

Занятие идёт на казахском и русском, участие бесплатное, мест — 60. Запись выложим на этой странице.`,
		en: `Of the bids rejected last year **41 per cent** came back for one reason: a single certificate was missing. Most of them were from small firms of five or six people.

So we are holding a three-hour class:

- we shall fill in a bid together from beginning to end;
- we shall show the twelve most frequent mistakes;
- at the end we shall answer your questions.

The class is in Kazakh and Russian, it is free, and there are 60 places. A recording will be put on this page.`,
	},
}

export const batteryDraft: PostSeed = {
	key: 'P14',
	kind: 'post',
	slug: 'where-batteries-go',
	office: 'env-minister',
	by: 'O1',
	topics: ['waste'],
	state: 'draft',
	when: { wd: -2, at: '18:05' },
	title: {
		kk: 'Батареяның жолы: жәшіктен зауытқа дейін',
		ru: 'Путь батарейки: от ящика до завода',
		en: 'The way of a battery: from the box to the plant',
	},
	summary: {
		kk: 'Қызыл жәшікке салынған батарея қайда барады. Сандар әлі тексерілуде.',
		ru: 'Куда попадает батарейка из красного ящика. Цифры ещё проверяются.',
		en: 'Where a battery from the red box ends up. The figures are still being checked.',
	},
	body: {
		kk: `Қалада 214 қызыл жәшік тұр. Былтыр олардан **7,8 тонна** батарея жиналды.

## Жолы

1. Жәшік айына екі рет босатылады.
2. Батареялар қоймада түріне қарай іріктеледі.
3. Зауытқа жөнелтіледі.

*Оператордың төртінші тоқсандағы есебі келгенде, зауыт пен полигон бойынша сандар қосылады.*`,
		ru: `В городе стоит 214 красных ящиков. За прошлый год в них собрали **7,8 тонны** батареек.

## Путь

1. Ящик освобождают два раза в месяц.
2. На складе батарейки разбирают по видам.
3. Партию отправляют на завод.

*Цифры по заводу и полигону добавим, когда придёт отчёт оператора за четвёртый квартал.*`,
		en: `There are 214 red boxes in the city. Last year **7.8 tonnes** of batteries were collected in them.

## The way

1. A box is emptied twice a month.
2. At the store the batteries are sorted by type.
3. A load is sent to the plant.

*Figures for the plant and the landfill will be added when the operator reports on the fourth quarter.*`,
	},
}
