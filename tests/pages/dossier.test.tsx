import { afterEach, beforeEach, expect, test } from 'vitest'
import * as documentPage from '#app/routes/$lang.hearings.$number.dossier.$documentId/route.tsx'
import * as remarksPage from '#app/routes/$lang.hearings.$number.remarks._index/route.tsx'
import * as remarkPage from '#app/routes/$lang.hearings.$number.remarks.$ordinal._index/route.tsx'
import * as newRemarkPage from '#app/routes/$lang.hearings.$number.remarks.new/route.tsx'
import { aDraft } from '#tests/hearings/a-draft.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => {
	document.body.innerHTML = ''
	return world.store.close()
})

const linksTo = (words: string) =>
	[...document.querySelectorAll('a')].find(({ textContent }) => textContent === words)?.getAttribute('href')

test('a long document is read page by page, and a paragraph is found wherever it stands', async () => {
	const hearing = await aHearing(world.store)
	const words = Array.from({ length: 120 }, (_, at) => `Clause ${at + 1}.`).join('\n')
	const documentId = await aDraft(world.store, hearing, { words })
	const params = { number: String(hearing.number), documentId }
	const shown = async (query: string) => {
		document.body.innerHTML = ''
		await visit(world, documentPage, { params, path: `/en?version=1${query}` })
		const items = [...document.querySelectorAll('ol > li[id^=p]')]
		return [items.length, items[0]?.id, items.at(-1)?.id]
	}
	expect(await shown('')).toEqual([50, 'p1', 'p50'])
	expect(await shown('&paragraph=60')).toEqual([50, 'p51', 'p100'])
	expect(await shown('&paragraph=999')).toEqual([20, 'p101', 'p120'])
	expect(await shown('&paragraph=0')).toEqual([50, 'p1', 'p50'])
})

test('from a paragraph to a remark on it and back, by links and one form', async () => {
	const hearing = await aHearing(world.store)
	const number = String(hearing.number)
	const documentId = await aDraft(world.store, hearing)
	const there = { params: { number, documentId }, path: '/en?version=1' }
	await visit(world, documentPage, there)
	const path = String(linksTo('Remark on paragraph 2'))
	expect(path).toBe(`/en/hearings/${number}/remarks/new?document=${documentId}&version=1&paragraph=2`)

	document.body.innerHTML = ''
	const params = { number }
	await visit(world, newRemarkPage, { as: 'author', path, params })
	expect(document.querySelector('blockquote')?.textContent).toBe('1. Water is released in April.')
	expect(document.querySelector('[name=passage]')).toBeNull()
	expect(document.querySelector('form[method=post]')?.getAttribute('action')).toBe(path)

	document.body.innerHTML = ''
	const typed = { text: 'Say on which days.', language: 'en', affiliation: 'resident', region: 'KZ-75' }
	const form = { ...typed, intent: 'hand-in', published: 'on', consent: 'on' }
	const refused = await visit(world, newRemarkPage, { as: 'author', path, params, form })
	expect(refused.status).toBe(422)
	expect(document.querySelector('blockquote')?.textContent).toBe('1. Water is released in April.')
	const sent = { ...form, position: 'for' }
	const done = await visit(world, newRemarkPage, { as: 'author', path, params, form: sent })
	expect(done.location).toBe(`/en/hearings/${number}/remarks/1?received`)

	document.body.innerHTML = ''
	await visit(world, remarkPage, { params: { number, ordinal: '1' } })
	const back = `/en/hearings/${number}/dossier/${documentId}?version=1&paragraph=2#p2`
	expect(linksTo('The paragraph it speaks to: 2, in version 1 of the document')).toBe(back)

	document.body.innerHTML = ''
	await visit(world, documentPage, there)
	expect(document.querySelector('#p2 summary')?.textContent).toBe('Remarks on paragraph 2: 1')
	expect(document.querySelector('#p2 details')?.textContent).toContain('Say on which days.')
	expect(document.querySelector('#p1 details')).toBeNull()

	document.body.innerHTML = ''
	const listed = `/en?document=${documentId}&version=1&paragraph=2`
	await visit(world, remarksPage, { params, path: listed })
	expect(linksTo('Paragraph 2 of “Draft rules”')).toBe(back)
	expect(document.body.textContent).toContain('Say on which days.')
})
