import { cleanup, screen, within } from '@testing-library/react'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as bodiesPage from '#app/routes/$lang.administration.bodies._index/route.tsx'
import * as bodyPage from '#app/routes/$lang.administration.bodies.$bodyId/route.tsx'
import * as closingBody from '#app/routes/$lang.administration.bodies.$bodyId_.closing/route.tsx'
import * as newBody from '#app/routes/$lang.administration.bodies.new/route.tsx'
import * as calendarPage from '#app/routes/$lang.administration.calendar._index/route.tsx'
import * as confirmation from '#app/routes/$lang.administration.calendar.confirmation/route.tsx'
import * as entryPage from '#app/routes/$lang.administration.calendar.entry/route.tsx'
import * as removal from '#app/routes/$lang.administration.calendar.removal/route.tsx'
import * as newYear from '#app/routes/$lang.administration.calendar.year/route.tsx'
import * as officesPage from '#app/routes/$lang.administration.offices._index/route.tsx'
import * as officePage from '#app/routes/$lang.administration.offices.$officeId/route.tsx'
import * as appointment from '#app/routes/$lang.administration.offices.$officeId_.appointment/route.tsx'
import * as closingOffice from '#app/routes/$lang.administration.offices.$officeId_.closing/route.tsx'
import * as vacancy from '#app/routes/$lang.administration.offices.$officeId_.vacancy/route.tsx'
import * as newOffice from '#app/routes/$lang.administration.offices.new/route.tsx'
import * as outagesPage from '#app/routes/$lang.administration.outages/route.tsx'
import * as peoplePage from '#app/routes/$lang.administration.people._index/route.tsx'
import * as personPage from '#app/routes/$lang.administration.people.$personId/route.tsx'
import * as profilePage from '#app/routes/$lang.administration.profile/route.tsx'
import { bodies, calendarEntries, tenures } from '#db/schema/bodies.ts'
import { factors } from '#db/schema/factors.ts'
import { roles } from '#db/schema/people.ts'
import { petitionsOf } from '#tests/petitions/reached.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(async () => {
	cleanup()
	await world.store.close()
})

const as = 'administrator'
const text = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value

describe('bodies and offices', () => {
	test('a body is added from a form, and a code that is taken comes back beside its field', async () => {
		const form = { kk: 'Су', ru: 'Вода', en: 'Water', code: 'wtr', parentId: 'GOV' }
		expect(await visit(world, newBody, { as, form })).toMatchObject({
			location: expect.stringMatching(/^\/en\/administration\/bodies\/[\w-]+\?saved=1$/),
		})
		expect(await world.store.read.select().from(bodies).where(eq(bodies.code, 'WTR'))).toHaveLength(1)

		await visit(world, newBody, { as, form: { ...form, en: 'Other water' } })
		const problem = within(screen.getByRole('alert')).getByRole('link', { name: /belongs to a body/ })
		expect(problem.getAttribute('href')).toBe('#code')
		expect(text('In English')).toBe('Other water')
	})

	test('the tree leads to each body, and a body to its offices', async () => {
		await visit(world, bodiesPage, { as })
		expect(screen.getByRole('link', { name: 'Body ENV' }).getAttribute('href')).toBe(
			'/en/administration/bodies/ENV',
		)
		cleanup()
		await visit(world, bodyPage, { as, params: { bodyId: 'ENV' } })
		expect(screen.getByRole('link', { name: 'Minister' })).toBeTruthy()
		cleanup()
		await visit(world, officesPage, { as })
		expect(screen.getByText('Holder', { selector: 'td' })).toBeTruthy()
	})

	test('a body says how many signatures a petition to it needs, and a share needs to know the people', async () => {
		const params = { bodyId: 'ENV' }
		const form = { kk: 'Су', ru: 'Вода', en: 'Water', code: 'ENV', region: 'KZ-43' }
		const saved = { ...form, competence: 'region_executive' }
		await visit(world, bodyPage, { as, params, form: saved })
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#population')
		const counted = { population: '1234567', populationOn: '2025-01-01', populationSource: 'A count' }
		expect(await visit(world, bodyPage, { as, params, form: { ...saved, ...counted } })).toMatchObject({
			status: 302,
		})
		cleanup()
		await visit(world, bodyPage, { as, params })
		expect(screen.getByText(/a petition to this body needs 12,346 signatures/)).toBeTruthy()
		expect(screen.getByRole('link', { name: /848,000 \(1 January 2025\)/ })).toBeTruthy()
		cleanup()
		await visit(world, bodyPage, { as, params, path: '/en/administration/bodies/ENV?fill=population' })
		expect(text('Number of people (optional)')).toBe('848000')
	})

	test('a body that owes answers says how many, and has no button to close it', async () => {
		await world.file()
		await visit(world, closingBody, { as, params: { bodyId: 'ENV' } })
		expect(screen.getByText(/still owes an answer to 1 question/)).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Close the body' })).toBeNull()
	})

	test('an appointment says what becomes of the holder, and asks for the names of somebody new', async () => {
		const params = { officeId: 'minister' }
		await visit(world, appointment, {
			as,
			params,
			form: { officialId: 'new', from: '2026-02-01', en: 'New' },
		})
		expect(screen.getByText('Holds it now: Holder')).toBeTruthy()
		expect(
			within(screen.getByRole('alert'))
				.getAllByRole('link')
				.map((link) => link.getAttribute('href')),
		).toEqual(['#kk', '#ru'])
		const form = { officialId: 'new', from: '2026-02-01', kk: 'Жаңа', ru: 'Новый', en: 'New' }
		expect(await visit(world, appointment, { as, params, form })).toMatchObject({
			location: '/en/administration/offices/minister?saved=1',
		})
		cleanup()
		await visit(world, officePage, { as, params })
		expect(screen.getByRole('rowheader', { name: 'New' })).toBeTruthy()
		expect(await world.store.read.$count(tenures)).toBe(2)
	})

	test('an office is added and may stand vacant', async () => {
		const form = { bodyId: 'HSG', slug: 'Housing Head', kk: 'Басшы', ru: 'Глава', en: 'Head', position: '1' }
		await visit(world, newOffice, { as, form })
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#slug')
		expect(await visit(world, newOffice, { as, form: { ...form, slug: 'housing-head' } })).toMatchObject({
			status: 302,
		})
		const vacant = { tenureId: 'tenure', until: '2026-01-31' }
		expect(await visit(world, vacancy, { as, params: { officeId: 'minister' }, form: vacant })).toMatchObject(
			{
				status: 302,
			},
		)
	})
})

describe('people', () => {
	test('who holds which role is listed, and somebody is found by e-mail', async () => {
		await visit(world, peoplePage, { as, path: '/en/administration/people?role=approver' })
		expect(screen.getAllByRole('row')).toHaveLength(4)
		expect(
			await visit(world, peoplePage, { as, path: '/en/administration/people?email=Author@demo.example' }),
		).toMatchObject({ location: '/en/administration/people/author' })
		cleanup()
		await visit(world, peoplePage, { as, path: '/en/administration/people?email=nobody@demo.example' })
		expect(screen.getByText(/No account has this address/)).toBeTruthy()
	})

	test('a role is given and ended; one for a desk needs its body', async () => {
		const params = { personId: 'author' }
		await visit(world, personPage, { as, params, form: { intent: 'grant', role: 'clerk' } })
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#bodyId')
		cleanup()
		const form = { intent: 'grant', role: 'clerk', bodyId: 'ENV' }
		expect(await visit(world, personPage, { as, params, form })).toMatchObject({ status: 302 })
		await visit(world, personPage, { as, params })
		const end = screen.getByRole('button', { name: 'End the role: Clerk' }) as HTMLButtonElement
		expect(
			await visit(world, personPage, { as, params, form: { intent: 'end', roleId: end.value } }),
		).toMatchObject({ status: 302 })
		expect(await world.store.read.select().from(roles).where(eq(roles.personId, 'author'))).toMatchObject([
			{ endedAt: expect.any(Date) },
		])
	})
})

describe('the calendar', () => {
	const entry = {
		day: '2026-01-20',
		kind: 'rest_day',
		kk: 'Демалыс',
		ru: 'Выходной',
		en: 'Day off',
		source: 'Decree No. 1',
	}
	const path = '/en/administration/calendar/entry?calendar=KZ&year=2026'

	test('an entry is made only after it was told how many clocks it moves', async () => {
		await world.file()
		await visit(world, entryPage, { as, path, form: { ...entry, intent: 'check' } })
		expect(screen.getByText('1 running clock will move to another due day.')).toBeTruthy()
		const made = eq(calendarEntries.day, '2026-01-20')
		expect(await world.store.read.$count(calendarEntries, made)).toBe(0)
		cleanup()
		await visit(world, entryPage, { as, path, form: { ...entry, intent: 'change' } })
		expect(text('In English')).toBe('Day off')
		expect(await visit(world, entryPage, { as, path, form: { ...entry, intent: 'enter' } })).toMatchObject({
			location: '/en/administration/calendar?calendar=KZ&year=2026&done=entered',
		})
		expect(await world.store.read.$count(calendarEntries, made)).toBe(1)
	})

	test('whoever showed no second factor lately is asked for it where the entry is checked, and loses nothing', async () => {
		await world.store.write('factors', (tx) =>
			tx.insert(factors).values({
				id: 'f',
				personId: 'administrator',
				kind: 'passkey',
				name: 'Phone',
				createdAt: new Date(),
			}),
		)
		const long = { as, path, factorAt: new Date(Date.now() - 86_400_000) }
		await visit(world, entryPage, { ...long, form: { ...entry, intent: 'check' } })
		expect(screen.getByLabelText(/code/i)).toBeTruthy()
		cleanup()
		for (const factorCode of ['', '000000']) {
			const answer = await visit(world, entryPage, {
				...long,
				form: { ...entry, factorCode, intent: 'enter' },
			})
			expect(answer.status).toBe(422)
			expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#factorCode')
			const form = screen.getByRole('button', { name: 'Confirm' }).closest('form')
			expect(Object.fromEntries(new FormData(form ?? undefined))).toMatchObject(entry)
			cleanup()
		}
		expect(await world.store.read.$count(calendarEntries, eq(calendarEntries.day, entry.day))).toBe(0)
	})

	test('an entry without a source, or for a day that is off anyway, comes back', async () => {
		await visit(world, entryPage, { as, path, form: { ...entry, source: '', intent: 'check' } })
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#source')
		cleanup()
		const saturday = { ...entry, kind: 'moved_rest_day', day: '2026-01-24', intent: 'check' }
		await visit(world, entryPage, { as, path, form: saturday })
		expect(screen.getAllByText('That day is off anyway. Choose a working day.').length).toBeGreaterThan(0)
	})

	test('the year shows its entries with their sources, and what is suggested can be added at a tap', async () => {
		await world.store.write('calendar', (tx) =>
			tx.delete(calendarEntries).where(eq(calendarEntries.kind, 'moved_rest_day')),
		)
		await visit(world, calendarPage, { as, path: '/en/administration/calendar?calendar=KZ&year=2026' })
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Calendar of 2026, Kazakhstan')
		expect(screen.getAllByRole('link', { name: /^Remove 16 December/ })).toHaveLength(1)
		const add = screen.getByRole('button', { name: 'Add 9 March 2026' })
		expect(new FormData(add.closest('form') ?? undefined).get('kind')).toBe('moved_rest_day')
	})

	test('a removal, a year and a confirmation each have their page', async () => {
		await world.file()
		const removing = { as, path: '/en/administration/calendar/removal?entry=KZ-2026-01-01' }
		await visit(world, removal, removing)
		expect(screen.getByText('No running clock will move.')).toBeTruthy()
		expect(await visit(world, removal, { ...removing, form: { source: 'Decree No. 2' } })).toMatchObject({
			location: '/en/administration/calendar?calendar=KZ&year=2026&done=removed',
		})
		cleanup()
		const adding = { as, path: '/en/administration/calendar/year?calendar=KZ' }
		await visit(world, newYear, { ...adding, form: { year: '2027', source: 'Decree No. 3' } })
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#year')
		cleanup()
		const confirming = { as, path: '/en/administration/calendar/confirmation?calendar=KZ&year=2027' }
		await visit(world, confirmation, confirming)
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Confirm the calendar of 2027')
		expect(
			await visit(world, confirmation, { ...confirming, form: { source: 'Decree No. 4' } }),
		).toMatchObject({
			status: 302,
		})
	})
})

const source = 'Decree No. 1'
const params = { officeId: 'minister' }
const calendarPath = '/en/administration/calendar'

test.each([
	['a removal', removal, { path: `${calendarPath}/removal?entry=KZ-2026-01-01`, form: { source } }],
	['a year', newYear, { path: `${calendarPath}/year?calendar=KZ`, form: { year: '2031', source } }],
	[
		'a confirmation',
		confirmation,
		{ path: `${calendarPath}/confirmation?calendar=KZ&year=2027`, form: { source } },
	],
	[
		'an appointment',
		appointment,
		{ params, form: { officialId: 'new', from: '2026-02-01', kk: 'Жаңа', ru: 'Новый', en: 'New' } },
	],
	['a vacancy', vacancy, { params, form: { tenureId: 'tenure', until: '2026-02-01' } }],
	['the closing of an office', closingOffice, { params, form: { factorCode: '' } }],
] as const)(
	'%s asks at its own field for a second factor, and goes through with one',
	async (_, page, sent) => {
		await world.store.write('factors', (tx) =>
			tx
				.insert(factors)
				.values({ id: 'f', personId: as, kind: 'passkey', name: 'Phone', createdAt: new Date() }),
		)
		const answer = await visit(world, page, { as, ...sent, factorAt: new Date(Date.now() - 86_400_000) })
		expect(answer.status).toBe(409)
		expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#factorCode')
		expect(screen.getByLabelText(/code/i)).toBeTruthy()
		cleanup()
		expect(await visit(world, page, { as, ...sent })).toMatchObject({ status: 302 })
	},
)

test('an outage is recorded only after it was told which petitions get how many days', async () => {
	const hands = petitionsOf(world)
	const id = await hands.open()
	const path = '/en/administration/outages'
	const form = {
		fromDay: '2026-05-04',
		fromTime: '09:00',
		untilDay: '2026-05-04',
		untilTime: '15:00',
		reason: 'The power was out',
	}
	await visit(world, outagesPage, { as, path, form: { ...form, intent: 'check', untilTime: '08:00' } })
	expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#untilDay')
	cleanup()
	await visit(world, outagesPage, { as, path, form: { ...form, intent: 'check' } })
	expect(screen.getByText('1 petition gets more time.')).toBeTruthy()
	expect(screen.getByText('3 September 2026', { exact: false })).toBeTruthy()
	expect((await hands.petition(id)).collectsUntil).toBe('2026-09-02')
	cleanup()
	await visit(world, outagesPage, { as, path, form: { ...form, intent: 'change' } })
	expect(text('Reason')).toBe('The power was out')
	expect(await visit(world, outagesPage, { as, path, form: { ...form, intent: 'record' } })).toMatchObject({
		location: '/en/administration/outages?done=recorded',
	})
	expect((await hands.petition(id)).collectsUntil).toBe('2026-09-03')
	cleanup()
	await visit(world, outagesPage, { as, path })
	expect(screen.getByText('The power was out')).toBeTruthy()
})

test.each(['KZ', 'GB', 'EE'])(
	'the profile of %s is shown in words, whole or what is to be confirmed',
	async (id) => {
		await visit(world, profilePage, { as, path: `/en/administration/profile?profile=${id}` })
		const page = document.body.textContent ?? ''
		expect(page).not.toMatch(/\b(law|oversight|profile)[.:]\w|\{\{|undefined/)
		const all = screen.getAllByRole('row').length
		cleanup()
		await visit(world, profilePage, { as, path: `/en/administration/profile?profile=${id}&sure=confirm` })
		expect(screen.queryAllByRole('row').length).toBeLessThan(all)
	},
)

test.each([['overseer'], ['moderator'], ['author'], ['ENV:approver']])(
	'all of it is closed to %s',
	async (who) => {
		const pages = [
			bodiesPage,
			newBody,
			officesPage,
			newOffice,
			peoplePage,
			calendarPage,
			entryPage,
			newYear,
			profilePage,
			outagesPage,
		]
		for (const page of pages)
			expect(
				await visit(world, page, { as: who, path: '/en/administration?calendar=KZ', form: { code: 'X' } }),
			).toMatchObject({ status: 403 })
	},
)
