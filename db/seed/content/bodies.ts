import type { BodySeed } from './types.ts'

export const bodies = [
	{
		code: 'GOV',
		names: {
			kk: 'Үкімет Аппараты (демо)',
			ru: 'Аппарат Правительства (демо)',
			en: 'Office of the Government (demo)',
		},
		parent: null,
		region: 'KZ-71',
		intakeAddress: 'gov@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'ENV',
		names: {
			kk: 'Қоршаған орта және су министрлігі',
			ru: 'Министерство окружающей среды и воды',
			en: 'Ministry of Environment and Water',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'env@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'HSG',
		names: {
			kk: 'Тұрғын үй және қалалар министрлігі',
			ru: 'Министерство жилья и городов',
			en: 'Ministry of Housing and Towns',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'hsg@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'EDU',
		names: {
			kk: 'Білім және мектепке дейінгі тәрбие министрлігі',
			ru: 'Министерство образования и дошкольного воспитания',
			en: 'Ministry of Education and Preschool Care',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'edu@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'TOU',
		names: {
			kk: 'Туризм және таулы аумақтар министрлігі',
			ru: 'Министерство туризма и горных территорий',
			en: 'Ministry of Tourism and Mountain Territories',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'tou@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'DIG',
		names: {
			kk: 'Цифрлық қолжетімділік министрлігі',
			ru: 'Министерство цифровой доступности',
			en: 'Ministry of Digital Access',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'dig@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'FIN',
		names: {
			kk: 'Мемлекеттік қаржы және сатып алу министрлігі',
			ru: 'Министерство государственных финансов и закупок',
			en: 'Ministry of Public Finance and Procurement',
		},
		parent: 'GOV',
		region: 'KZ-71',
		intakeAddress: 'fin@demo.example',
		petitions: { competence: 'central' },
	},
	{
		code: 'TAU',
		names: {
			kk: 'Тауқала қаласының әкімдігі',
			ru: 'Акимат города Таукала',
			en: 'Akimat of the city of Tauqala',
		},
		parent: 'GOV',
		region: 'KZ-19',
		intakeAddress: 'tau@demo.example',
		petitions: { competence: 'region_executive', population: 1_234_567 },
	},
	{
		code: 'ARL',
		names: {
			kk: 'Арал өңірінің су және экология департаменті',
			ru: 'Департамент воды и экологии Приаралья',
			en: 'Aral Regional Department of Water and Environment',
		},
		parent: 'ENV',
		region: 'KZ-43',
		intakeAddress: 'arl@demo.example',
	},
	{
		code: 'DIS',
		names: {
			kk: '«Орбита» аудандық білім бөлімі',
			ru: 'Отдел образования района «Орбита»',
			en: 'Education Department of Orbit District',
		},
		parent: 'EDU',
		region: 'KZ-19',
		intakeAddress: 'dis@demo.example',
	},
	{
		code: 'PRK',
		names: {
			kk: '«Тауқала саябақтары» серіктестігі',
			ru: 'Товарищество «Парки Тауқалы»',
			en: 'Tauqala Parks Partnership',
		},
		parent: 'TAU',
		region: 'KZ-19',
		intakeAddress: 'prk@demo.example',
		unbound: true,
	},
] as const satisfies readonly BodySeed[]
