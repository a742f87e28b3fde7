import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hearingById } from '#app/hearings/hearing.server.ts'
import * as ownPage from '#app/routes/$lang.account.hearings._index/route.tsx'
import * as holdingIndex from '#app/routes/$lang.account.hearings.$id._index/route.tsx'
import * as announcementPage from '#app/routes/$lang.account.hearings.$id.announcement/route.tsx'
import * as answerPage from '#app/routes/$lang.account.hearings.$id.answer/route.tsx'
import * as callOffPage from '#app/routes/$lang.account.hearings.$id.calling-off/route.tsx'
import * as linksPage from '#app/routes/$lang.account.hearings.$id.links/route.tsx'
import * as officersPage from '#app/routes/$lang.account.hearings.$id.officers/route.tsx'
import * as sortingPage from '#app/routes/$lang.account.hearings.$id.remarks/route.tsx'
import * as requestPage from '#app/routes/$lang.account.hearings.$id.request/route.tsx'
import * as consolePage from '#app/routes/$lang.account.hearings.$id.room/route.tsx'
import * as textPage from '#app/routes/$lang.account.hearings.$id.text/route.tsx'
import * as deskPage from '#app/routes/$lang.desk.hearings/route.tsx'
import * as listPage from '#app/routes/$lang.hearings._index/route.tsx'
import * as hearingPage from '#app/routes/$lang.hearings.$number._index/route.tsx'
import * as planPage from '#app/routes/$lang.hearings.$number.plan/route.tsx'
import * as newPage from '#app/routes/$lang.hearings.new/route.tsx'
import { hearingBreaches, hearings } from '#db/schema/hearings.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { readied } from '#tests/hearings/readied.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const words = () => document.body.textContent ?? ''

async function prepared(over: Partial<typeof hearings.$inferInsert> = {}) {
	const hearing = await aHearing(world.store, over)
	await world.store.write('ready', (tx) => readied(tx, hearing.id, new Date()))
	return hearing
}

test('the page of a hearing says what, when and where, how it stands and what was missed', async () => {
	const { id, number } = await prepared()
	await world.store.write('breach', (tx) =>
		tx.insert(hearingBreaches).values({
			id: 'breach',
			hearingId: id,
			bodyId: 'ENV',
			duty: 'announce',
			dueOn: '2026-03-12',
			legalMoment: new Date('2026-03-12T19:00:00Z'),
			recordedAt: new Date('2026-03-13T06:00:00Z'),
		}),
	)
	const params = { number: String(number) }
	await visit(world, hearingPage, { path: `/en/hearings/${number}`, params })
	expect(words()).toContain('A resort')
	expect(words()).toContain('Sample Hall')
	expect(words()).toContain('Body ENV')
	expect(words()).toContain('Legal dates were missed')
	expect(words()).toContain('It may not be held on its day')
	expect(words()).toContain('Almaty')
	document.body.innerHTML = ''
	await visit(world, planPage, { path: `/en/hearings/${number}/plan`, params })
	expect(words()).toContain('Environmental Code 73(4)')
})

test('what is not public has no page', async () => {
	const { number } = await aHearing(world.store, { state: 'requested', postedAt: null })
	const { status } = await visit(world, hearingPage, { params: { number: String(number) } })
	expect(status).toBe(404)
})

test('the list is narrowed by state, body and region', async () => {
	const { number } = await prepared()
	for (const [query, shown] of [
		['', true],
		['?state=coming', true],
		['?state=past', false],
		['?body=ENV&region=KZ-75', true],
		['?region=KZ-10', false],
		['?q=resort', true],
		['?q=lake', false],
	] as const) {
		document.body.innerHTML = ''
		await visit(world, listPage, { path: `/en/hearings${query}` })
		expect([query, words().includes(String(number))]).toEqual([query, shown])
	}
})

test('a hearing is begun, written and asked for by its initiator', async () => {
	await visit(world, newPage, { as: 'author', path: '/en/hearings/new' })
	const begun = await visit(world, newPage, {
		as: 'author',
		path: '/en/hearings/new',
		form: { kind: 'authority', initiatorName: 'Sample Resort LLP', language: 'en' },
	})
	const id = Number(/hearings\/(\d+)\/text/.exec(begun.location ?? '')?.[1])
	const at = (page: string) => ({
		as: 'author',
		path: `/en/account/hearings/${id}/${page}`,
		params: { id: String(id) },
	})
	const sent = {
		bodyId: 'ENV',
		form: 'open_meeting',
		legalGround: 'environmental_impact_report',
		initiatorName: 'Sample Resort LLP',
		initiatorContact: '1 Sample Street',
		regions: 'KZ-75',
		titleKk: 'Курорт',
		subjectKk: 'Курорт салынады.',
		titleRu: 'Курорт',
		subjectRu: 'Строят курорт.',
		titleEn: 'A resort',
		subjectEn: 'A resort is to be built.',
	}
	const wrong = await visit(world, textPage, { ...at('text'), form: { ...sent, form: 'portal_discussion' } })
	expect(wrong.status).toBe(409)
	expect(words()).toContain('is not held in this form')
	const saved = await visit(world, textPage, { ...at('text'), form: sent })
	expect(saved.location).toContain('/documents')
	document.body.innerHTML = ''
	await visit(world, requestPage, at('request'))
	expect(words()).toContain('Add at least one document')
	await world.store.write('ready', (tx) => readied(tx, id, new Date()))
	const asked = await visit(world, requestPage, { ...at('request'), form: { intent: 'request' } })
	expect(asked.status).toBe(302)
	document.body.innerHTML = ''
	await visit(world, ownPage, { as: 'author' })
	expect(words()).toContain('Answer the request')
})

test('the approver answers, and then announces a lawful day alone', async () => {
	const { id } = await prepared({
		state: 'requested',
		postedAt: null,
		startsOn: null,
		startsAt: null,
		endsOn: null,
		notices: 0,
		requestedAt: new Date(),
	})
	const as = 'ENV:approver'
	const at = (page: string) => ({
		as,
		path: `/en/account/hearings/${id}/${page}`,
		params: { id: String(id) },
	})
	document.body.innerHTML = ''
	await visit(world, deskPage, { as, path: '/en/desk/hearings' })
	expect(words()).toContain('Answer the request')
	const receivedOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(new Date())
	const shown = await visit(world, answerPage, at('answer'))
	expect(shown.status).toBe(200)
	const answered = await visit(world, answerPage, { ...at('answer'), form: { intent: 'accept', receivedOn } })
	expect(answered.status).toBe(302)
	await world.store.write('post', (tx) =>
		tx.update(hearings).set({ postedAt: new Date() }).where(eq(hearings.id, id)),
	)
	document.body.innerHTML = ''
	await visit(world, holdingIndex, at(''))
	expect(words()).toContain('Announcement and its proof')
	const form = {
		intent: 'announce',
		form: 'open_meeting',
		startsOn: receivedOn,
		time: '23:59',
		...{ placeEn: 'Sample Hall', placeKk: 'Зал', placeRu: 'Зал' },
		commentsAddress: 'remarks@env.example',
	}
	document.body.innerHTML = ''
	const refused = await visit(world, announcementPage, { ...at('announcement'), form })
	expect(refused.status).toBe(409)
	expect(words()).toContain('the earliest lawful day is')
	expect(await hearingById(world.store.readOwn, id)).toMatchObject({ state: 'preparing' })
	for (const page of [officersPage, linksPage, callOffPage])
		expect((await visit(world, page, at(''))).status).toBe(200)
})

test('a page for what cannot be done now leads to what can be, whichever page it is', async () => {
	const { id } = await prepared({ state: 'decided' })
	for (const page of [announcementPage, answerPage, callOffPage, officersPage, consolePage, sortingPage]) {
		const shown = await visit(world, page, { as: 'ENV:clerk', params: { id: String(id) } })
		expect([shown.status, shown.location]).toEqual([302, `/en/account/hearings/${id}`])
	}
})
