import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Calculator from '#app/routes/$lang.calculator/route.tsx'
import { calendarEntries, settings } from '#db/schema/bodies.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World

beforeEach(async () => {
	world = await aWorld()
})

const count = (query: Record<string, string>) =>
	visit(world, Calculator, { path: `/en/calculator?${new URLSearchParams(query)}` })

const FRIDAY_NIGHT = {
	profile: 'KZ',
	rule: 'inquiry.answer',
	begins: 'received',
	day: '2026-03-06',
	time: '19:10',
}

describe('the calculator', () => {
	test('begins with a form whose every field is named, and no result', async () => {
		await visit(world, Calculator, { path: '/en/calculator' })
		expect(screen.getByRole('combobox', { name: 'What is due' })).toHaveProperty('value', 'inquiry.answer')
		expect(screen.getByRole('radio', { name: 'When it arrived' })).toHaveProperty('checked', true)
		expect(screen.queryByRole('region', { name: 'The last day' })).toBeNull()
		expect(document.querySelector('form.form')?.getAttribute('action')).toBe('/en/calculator')
	})

	test('counts as the deadline command does, and shows each day', async () => {
		await count(FRIDAY_NIGHT)
		const result = within(screen.getByRole('region', { name: 'The last day' }))
		expect(result.getByText('Friday 3 April 2026', { selector: 'p time' })).toBeTruthy()
		expect(result.getByText(/Registered Tuesday 10 March 2026/)).toBeTruthy()
		const account = within(result.getByRole('table', { name: 'The term day by day' }))
		expect(account.getAllByText(/Day off in exchange for another day/).length).toBeGreaterThan(0)
		expect(result.getAllByText(/76\(1\)/).length).toBeGreaterThan(0)
		expect(result.getByText('From the text of the law')).toBeTruthy()
	})

	test('counts by the calendar of the site, with what an administrator entered', async () => {
		await world.store.write('calendar', async (tx) => {
			await tx.insert(calendarEntries).values({
				id: 'extra',
				calendar: 'KZ',
				day: '2026-04-03',
				kind: 'rest_day',
				titles: { kk: 'Қосымша', ru: 'Выходной', en: 'Extra day' },
				source: 'https://example.kz/order/7',
				confirmed: false,
				enteredAt: new Date(),
			})
			await tx
				.insert(settings)
				.values({ key: 'calendar:KZ', value: 'changed' })
				.onConflictDoUpdate({ target: settings.key, set: { value: 'changed' } })
		})
		await count(FRIDAY_NIGHT)
		const result = within(screen.getByRole('region', { name: 'The last day' }))
		expect(result.getByText('Monday 6 April 2026', { selector: 'p time' })).toBeTruthy()
		expect(result.getByText(/Some days of the calendar are still to be confirmed/)).toBeTruthy()
		expect(result.getByText('Extra day')).toBeTruthy()
	})

	test('leaves out the days that do not run, in a term of one’s own', async () => {
		await count({
			profile: 'GB',
			rule: 'own',
			n: '20',
			unit: 'wd',
			begins: 'anchor',
			day: '2026-02-02',
			pause1from: '2026-02-05',
			pause1to: '2026-02-16',
		})
		expect(screen.getByText('Thursday 12 March 2026', { selector: 'p time' })).toBeTruthy()
		expect(screen.getByLabelText('From, 1')).toHaveProperty('value', '2026-02-05')
		expect(screen.getByText(/Does not run/)).toBeTruthy()
	})

	test('has all that was asked in its link', async () => {
		await count(FRIDAY_NIGHT)
		const link = screen.getByRole('link', { name: 'Link to this calculation' }).getAttribute('href') ?? ''
		const query = new URL(link, 'http://localhost').searchParams
		expect(Object.fromEntries(query)).toEqual(FRIDAY_NIGHT)
	})

	test.each([
		['a day that does not exist', { day: '2026-02-30' }, 'There is no such date or time.', 'Day'],
		['a year without a calendar', { day: '2199-02-02' }, 'There is no calendar for this year yet', 'Day'],
		['no number of days', { rule: 'own', day: '2026-02-02' }, 'must be a whole number', 'How many'],
		['an unknown rule', { rule: 'inquiry.nothing', day: '2026-02-02' }, 'no such rule', 'What is due'],
	])('says in words what is wrong with %s', async (_, query, words, field) => {
		await count(query)
		expect(screen.getByRole('alert').textContent).toContain(words)
		expect(screen.getByLabelText(field).getAttribute('aria-invalid')).toBe('true')
	})

	test('does not know a country it has no law of', async () => {
		await count({ profile: 'XX', day: '2026-02-02' })
		expect(screen.getByRole('alert').textContent).toContain('There is no such jurisdiction.')
	})
})
