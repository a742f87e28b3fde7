/** Somebody made up. No real identifier begins with twelve months of nought. */
export interface FictionalPerson {
	identifier: string
	names: { kk: string; ru: string; en: string }
	region: string
}

/** Whom the fictional state identity knows. The names are made of Kazakh words for sample, trial, draft. */
export const FICTIONAL_PEOPLE: readonly FictionalPerson[] = [
	{
		identifier: '000000000101',
		names: { kk: 'Сынақ Үлгібаева', ru: 'Сынак Улгибаева', en: 'Synaq Ulgibayeva' },
		region: 'KZ-75',
	},
	{
		identifier: '000000000102',
		names: { kk: 'Мысал Нұсқаев', ru: 'Мысал Нускаев', en: 'Mysal Nusqayev' },
		region: 'KZ-43',
	},
	{
		identifier: '000000000103',
		names: { kk: 'Құрама Ойданова', ru: 'Курама Ойданова', en: 'Qurama Oidanova' },
		region: 'KZ-71',
	},
	{
		identifier: '000000000104',
		names: { kk: 'Жоба Қағазов', ru: 'Жоба Кагазов', en: 'Joba Qagazov' },
		region: 'KZ-10',
	},
	// Whom a visitor of the demo becomes at one press.
	{
		identifier: '000000000001',
		names: { kk: 'Азамат 01', ru: 'Гражданин 01', en: 'Citizen 01' },
		region: 'KZ-75',
	},
]
