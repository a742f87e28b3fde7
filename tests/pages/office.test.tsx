import { cleanup, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import type { Actor } from '#app/people/actor.ts'
import * as Bodies from '#app/routes/$lang.bodies._index/route.tsx'
import * as Body from '#app/routes/$lang.bodies.$code._index/route.tsx'
import * as Questions from '#app/routes/$lang.inquiries._index/route.tsx'
import * as Office from '#app/routes/$lang.offices.$slug._index/route.tsx'
import * as Figure from '#app/routes/$lang.offices.$slug.figures.$figure/route.tsx'
import { officials, tenures } from '#db/schema/bodies.ts'
import { handsIn } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
const params = { slug: 'minister' }

beforeEach(async () => {
	world = await aWorld()
})

describe('the page of an office', () => {
	test('says who holds it since when, and lets anybody ask there', async () => {
		await visit(world, Office, { params })
		expect(screen.getByRole('heading', { level: 1, name: 'Minister' })).toBeTruthy()
		expect(screen.getByText('since 1 January 2024')).toBeTruthy()
		expect(screen.getByRole('link', { name: 'Ask a question' }).getAttribute('href')).toBe('#asking')
		const form = document.querySelector('form#ask')
		expect(form?.getAttribute('action')).toBe('/en/inquiries/new')
		expect(form?.querySelector('input[name=to]')).toHaveProperty('value', 'office:minister')
	})

	test('says who held it before, and what is told of them', async () => {
		const names = { kk: 'Former', ru: 'Former', en: 'Former' }
		const biographies = { kk: 'Life', ru: 'Life', en: 'Grew up by the sea.' }
		await world.store.write('tenure', async (tx) => {
			await tx.insert(officials).values([
				{ id: 'former', names, biographies },
				{ id: 'first', names: { kk: 'First', ru: 'First', en: 'First' } },
			])
			const tenure = { officeId: 'minister', officialId: 'former' }
			await tx.insert(tenures).values([
				{ ...tenure, id: 'before', from: '2020-02-03', until: '2023-12-31' },
				{ ...tenure, id: 'earlier', officialId: 'first', from: '2018-01-08', until: '2020-02-02' },
			])
		})
		await visit(world, Office, { params })
		const before = screen.getByRole('region', { name: 'Who held the office before' })
		const [former, first] = within(before).getAllByRole('listitem')
		expect(former?.textContent).toContain('3 February 2020 to 31 December 2023')
		expect(former?.querySelector('summary')?.textContent).toBe('Former')
		expect(former?.querySelector('details')?.textContent).toContain('Grew up by the sea.')
		expect(first?.querySelector('details')).toBeNull()
	})

	test('does not exist under another name', async () => {
		expect((await visit(world, Office, { params: { slug: 'nobody' } })).status).toBe(404)
	})

	test('has figures that lead to what is behind them', async () => {
		const { answer } = handsIn(world)
		const first = await world.file({ subject: 'Trees' })
		await answer(first.proceedingId, '2026-01-16')
		await world.file({ subject: 'Batteries' })
		await visit(world, Office, { params })
		const figure = screen.getByRole('link', { name: /overdue now/ })
		expect(figure.textContent).toContain('1')
		expect(figure.getAttribute('href')).toBe('/en/offices/minister/figures/overdue')
		cleanup()
		await visit(world, Figure, { params: { ...params, figure: 'overdue' } })
		expect(screen.getByRole('link', { name: 'Batteries' })).toBeTruthy()
		expect(screen.queryByRole('link', { name: 'Trees' })).toBeNull()
	})

	test('has no list for a figure that is not kept', async () => {
		const asked = await visit(world, Figure, { params: { ...params, figure: 'secret' } })
		expect(asked.status).toBe(404)
	})
})

test('a question that was sent on waits at the body that has it, and no longer at the office it was put to', async () => {
	const { write } = handsIn(world)
	const { proceedingId, number } = await world.file({ receivedAt: new Date(), subject: 'Trees' })
	const actor = world.actors['ENV:clerk'] as Actor
	const act = { proceedingId, actor, now: new Date(), toBodyId: 'HSG', reason: 'Theirs' }
	await write((tx) => redirectInquiry(tx, act))
	const waiting = () => within(screen.getByRole('region', { name: 'Waiting for an answer' }))
	await visit(world, Body, { params: { code: 'HSG' } })
	expect(waiting().getByRole('link', { name: 'Trees' })).toBeTruthy()
	expect(waiting().getByText('Body HSG')).toBeTruthy()
	cleanup()
	await visit(world, Office, { params })
	expect(waiting().queryByRole('link', { name: 'Trees' })).toBeNull()
	cleanup()
	await visit(world, Questions, { path: '/en/inquiries?office=minister' })
	const row = within(screen.getByText(number).closest('li') as HTMLElement)
	expect(row.getByText('Sent on to another body')).toBeTruthy()
})

test('bodies stand under the body above them, each with its offices', async () => {
	await visit(world, Bodies, {})
	const [government] = screen.getAllByRole('listitem')
	const below = within(government as HTMLElement)
	expect(below.getByRole('link', { name: 'Body ENV' }).getAttribute('href')).toBe('/en/bodies/ENV')
	expect(below.getByRole('link', { name: 'Minister' }).getAttribute('href')).toBe('/en/offices/minister')
})

test('the page of a body says where one complains, and has one address', async () => {
	await visit(world, Body, { params: { code: 'ENV' } })
	const above = screen.getByRole('region', { name: 'Superior body' })
	expect(within(above).getByRole('link').getAttribute('href')).toBe('/en/bodies/GOV')
	const small = await visit(world, Body, { params: { code: 'env' } })
	expect([small.status, small.location]).toEqual([301, '/en/bodies/ENV'])
	expect((await visit(world, Body, { params: { code: 'XXX' } })).status).toBe(404)
})
