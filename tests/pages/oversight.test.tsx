import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lapsedProceedings, recordLapse } from '#app/inquiries/breach.server.ts'
import * as oversight from '#app/routes/$lang.oversight._index/route.tsx'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
beforeEach(async () => {
	world = await aWorld()
	await world.file()
	const now = new Date('2026-02-12T12:00:00+05:00')
	for (const { id } of await lapsedProceedings(world.store.read, '2026-02-12', 10))
		await world.store.write('lapse', (tx) => recordLapse(tx, id, now))
})
afterEach(async () => {
	cleanup()
	await world.store.close()
})

const YEAR = '/en/oversight?from=2026-01-01&to=2026-12-31'

test('an overseer sees each breach with its case, and counts that lead to their cases', async () => {
	await visit(world, oversight, { as: 'overseer', path: YEAR })
	const cases = screen.getByRole('region', { name: 'Breaches of terms' })
	expect(
		within(cases)
			.getByRole('link', { name: /^ENV-2026-000001/ })
			.getAttribute('href'),
	).toMatch(/^\/en\/inquiries\/ENV-2026-000001-\d$/)
	const counts = screen.getByRole('region', { name: 'By body and office' })
	const [all] = within(counts).getAllByRole('link', { name: '1' })
	expect(all?.getAttribute('href')).toContain('body=ENV')
	const table = screen.getByRole('link', { name: 'Table (CSV)' })
	expect(table.getAttribute('href')).toBe('/en/oversight/breaches.csv?from=2026-01-01&to=2026-12-31')
})

test('a filter stays in the address of every other filter', async () => {
	await visit(world, oversight, { as: 'administrator', path: `${YEAR}&body=ENV&duty=answer` })
	const open = screen.getByRole('link', { name: 'Still open' })
	expect(open.getAttribute('href')).toContain('body=ENV&duty=answer&mending=open')
})

test('what was owed to hearings has its own duties, and its files', async () => {
	await visit(world, oversight, { as: 'overseer', path: `${YEAR}&of=hearings` })
	expect(screen.getByRole('link', { name: 'Hearings' }).getAttribute('aria-current')).toBe('true')
	const duty = screen.getByRole('link', { name: 'Signing the protocol' })
	expect(duty.getAttribute('href')).toContain('of=hearings')
	const table = screen.getByRole('link', { name: 'Table (CSV)' })
	expect(table.getAttribute('href')).toContain('/en/oversight/breaches.csv?of=hearings')
})

test('a period without breaches says so', async () => {
	await visit(world, oversight, { as: 'overseer', path: '/en/oversight?from=2025-01-01&to=2025-02-01' })
	expect(screen.getByText('No breaches here')).toBeTruthy()
})

test.each([['moderator'], ['author'], ['ENV:approver']])('it is closed to %s', async (who) => {
	expect(await visit(world, oversight, { as: who, path: YEAR })).toMatchObject({ status: 403 })
})
