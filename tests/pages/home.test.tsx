import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import * as Home from '#app/routes/$lang._index/route.tsx'
import { handsIn } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World

beforeEach(async () => {
	world = await aWorld()
})

test('an empty site says what will be here', async () => {
	await visit(world, Home, {})
	expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
	expect(screen.getByText('No answers yet')).toBeTruthy()
})

test('one box searches, and beside it one asks; both without scripts', async () => {
	await visit(world, Home, {})
	const box = within(screen.getByRole('search'))
	expect(box.getByRole('searchbox', { name: 'What do you want to know?' })).toHaveProperty('name', 'q')
	expect(screen.getByRole('search').getAttribute('action')).toBe('/en/search')
	expect(box.getByRole('link', { name: 'Ask a question' }).getAttribute('href')).toBe('/en/inquiries/new')
})

test('the ledger counts, and each number leads to its list', async () => {
	await world.file()
	await visit(world, Home, {})
	const ledger = within(screen.getByRole('list', { name: 'The day in numbers' }))
	const overdue = ledger.getByRole('link', { name: /in breach/ })
	expect(overdue.textContent).toContain('1')
	expect(overdue.getAttribute('href')).toBe('/en/inquiries?state=overdue')
	expect(ledger.getByRole('link', { name: /due today/ }).getAttribute('href')).toBe(
		'/en/inquiries?state=due-today',
	)
})

test('the latest answers stand beside their questions', async () => {
	const { proceedingId, number } = await world.file()
	await handsIn(world).answer(proceedingId, '2026-01-16', { language: 'en' })
	await visit(world, Home, {})
	const question = screen.getByRole('link', { name: 'Where do batteries go' })
	expect(question.getAttribute('href')).toBe(`/en/inquiries/${number}`)
	expect(screen.getByText(/They go to the plant in Tauqala/)).toBeTruthy()
})
