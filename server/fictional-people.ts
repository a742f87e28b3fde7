/** Somebody made up. No real identifier begins with twelve months of nought. */
export interface FictionalPerson {
	identifier: string
	names: { kk: string; ru: string; en: string }
	region: string
}

/** Whom the fictional state identity knows: they also have the signatures of the demo, and are one person by both. */
export const FICTIONAL_PEOPLE: readonly FictionalPerson[] = [
	{
		identifier: '000000000017',
		names: { kk: 'Айгүл Үлгіқызы', ru: 'Айгуль Улгикызы', en: 'Aigul Ulgiqyzy' },
		region: 'KZ-75',
	},
	{
		identifier: '000000000025',
		names: { kk: 'Дәурен Сынақұлы', ru: 'Даурен Сынакулы', en: 'Dauren Synaquly' },
		region: 'KZ-43',
	},
	{
		identifier: '000000000033',
		names: { kk: 'Мәдина Жобақызы', ru: 'Мадина Жобакызы', en: 'Madina Jobaqyzy' },
		region: 'KZ-71',
	},
	{
		identifier: '000000000058',
		names: { kk: 'Нұсқа Мәтінқызы', ru: 'Нуска Матинкызы', en: 'Nusqa Matinqyzy' },
		region: 'KZ-10',
	},
	{
		identifier: '000000000066',
		names: { kk: 'Қағаз Деректіұлы', ru: 'Кагаз Деректиулы', en: 'Qagaz Derektiuly' },
		region: 'KZ-47',
	},
	{
		identifier: '000000000074',
		names: { kk: 'Үміт Сынамақызы', ru: 'Умит Сынамакызы', en: 'Umit Synamaqyzy' },
		region: 'KZ-39',
	},
	// Whom a visitor of the demo becomes at one press.
	{
		identifier: '000000000041',
		names: { kk: 'Азамат 01', ru: 'Гражданин 01', en: 'Citizen 01' },
		region: 'KZ-75',
	},
]
