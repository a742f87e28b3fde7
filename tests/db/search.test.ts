import { afterEach, beforeEach, expect, test } from 'vitest'
import { candidates, indexForSearch, removeFromSearch, search } from '#db/search.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#tests/support/fresh-store.ts'

let store: Store
beforeEach(async () => {
	store = await freshStore()
})
afterEach(() => store.close())

const index = (kind: 'inquiry' | 'post', ref: string, body: string) =>
	store.write(`${kind}:${ref}`, (tx) => indexForSearch(tx, kind, ref, body))
const found = (typed: string) => search(store.read, 'inquiry', typed)
const alike = (typed: string) => candidates(store.read, 'inquiry', typed)

test('all words typed must be there; the last may go on; better matches come first', async () => {
	await index(
		'inquiry',
		'p2',
		'Bus lanes; one bicycle rack in a much longer text about something else entirely',
	)
	await index('inquiry', 'p1', 'Bicycle lanes for the Old Town. Bicycle parking.')
	await index('post', 'i1', 'Bicycle question')
	expect(await found('BICYCLE')).toEqual(['p1', 'p2'])
	expect(await found('bic lan')).toEqual([])
	expect(await found('lanes bic')).toEqual(['p1', 'p2'])
	expect(await search(store.read, 'post', 'question')).toEqual(['i1'])
	expect(await search(store.read, 'inquiry', 'lanes', { limit: 1 })).toHaveLength(1)
})

test('case, й and ё do not matter; the Kazakh letters do', async () => {
	await index('inquiry', 'kk', 'Ауылдағы ЖОЛДЫ қашан жөндейді?')
	await index('inquiry', 'ru', 'Почему тёплый ЙОГУРТ?')
	expect(await found('жолды')).toEqual(['kk'])
	expect(await found('теплыи йогурт')).toEqual(['ru'])
	expect(await found('қашан')).toEqual(['kk'])
	expect(await found('кашан')).toEqual([])
})

test('a text indexed again is found by its new words only, and one removed not at all', async () => {
	await index('inquiry', 'a', 'school buses')
	await index('inquiry', 'a', 'school meals')
	expect(await found('buses')).toEqual([])
	expect(await found('meals')).toEqual(['a'])
	await store.write('a', (tx) => removeFromSearch(tx, 'inquiry', 'a'))
	expect(await found('school')).toEqual([])
})

test.each([
	'"; drop table -- & | ! ( * NEAR',
	"it's 'quoted' \\",
	'   ',
	'%',
	'* : ^ {',
	'OR AND NOT',
	'\u0000',
])('odd input is only words: %j', async (typed) => {
	await index('inquiry', 'a', 'school')
	await expect(found(typed)).resolves.toEqual([])
	await expect(alike(typed)).resolves.toEqual([])
})

test('candidates share a stem with what is typed, whatever the endings', async () => {
	await index('inquiry', 'near', 'Қарабұлақ ауылындағы мектептің жылу жүйесі қашан жөнделеді?')
	await index('inquiry', 'ru', 'Когда отремонтируют отопление в школе посёлка Карабулак?')
	await index('inquiry', 'far', 'Салық төлеу мерзімі')
	expect(await alike('Мектептегі жылу жүйесін жөндеу')).toEqual(['near'])
	expect(await alike('Отремонтируйте школы')).toEqual(['ru'])
})

test('a very long text is indexed as far as it goes', async () => {
	const words = Array.from({ length: 60_000 }, (_, at) => `word${at}`).join(' ')
	await index('inquiry', 'long', `start ${words}`)
	expect(await found('start')).toEqual(['long'])
})
