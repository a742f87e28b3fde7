/** Whom a demonstration can make signatures of: names of samples and drafts, numbers of nobody. */
export const FICTIONAL_PEOPLE = [
	{ fullName: 'Үлгіқызы Айгүл', identifier: 'PNOKZ-000000000017' },
	{ fullName: 'Сынақұлы Дәурен', identifier: 'PNOKZ-000000000025' },
	{ fullName: 'Жобақызы Мәдина', identifier: 'PNOKZ-000000000033' },
] as const
