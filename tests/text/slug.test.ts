import { expect, test } from 'vitest'
import { slugOf } from '#app/text/slug.ts'

test.each([
	['Еңбек және халықты әлеуметтік қорғау министрі', 'enbek-zhane-khalyqty-aleumettik-qorgau-ministri'],
	['Аким города Алматы', 'akim-goroda-almaty'],
	['Minister of Ecology & Natural Resources', 'minister-of-ecology-natural-resources'],
	['Žurnāls', 'zurnals'],
	['  –  ', ''],
])('%j has the address %j', (name, slug) => {
	expect(slugOf(name)).toBe(slug)
})

test('a long name is cut between words', () => {
	expect(slugOf('министерство цифрового развития и аэрокосмической промышленности', 30)).toBe(
		'ministerstvo-tsifrovogo',
	)
})
