import { createHash } from 'node:crypto'
import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { canonical } from '#app/protocols/content.ts'
import {
	addReport,
	agreeTo,
	announced,
	answerRows,
	appointOfficers,
	askFor,
	becomeChair,
	becomePerson,
	becomeSecretary,
	CHANNELS,
	type Held,
	holding,
	holds,
	makePublic,
	numberOf,
	publishEverywhere,
	remark,
	sendFile,
	signProtocol,
	valuesOn,
} from './hearing-acts.ts'
import { look, lookAtPlan, lookAtRefusal } from './looks.ts'
import { type MovedSite, openMovedSite } from './moved-site.ts'
import { become, send } from './petition-acts.ts'

// One site, whose clock goes from December 2025 to July 2026; each test begins where the one before it ended.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: MovedSite
let page: Page
/** Somebody whom the site does not know. */
let stranger: { request: APIRequestContext }
/** What is heard, decided and kept. */
let resort: Held
/** What meets one obstacle after the other. */
let road: Held

test.beforeAll(async ({ browser }) => {
	test.setTimeout(120_000)
	site = await openMovedSite('2025-12-01T10:00', process.env.MOVED_DATABASE)
	const own = { baseURL: site.url, extraHTTPHeaders: { Origin: site.url } }
	const context = await browser.newContext({ ...own, javaScriptEnabled: false })
	page = await context.newPage()
	page.setDefaultTimeout(10_000)
	stranger = { request: await request.newContext(own) }
})
test.afterAll(async () => {
	await page?.context().close()
	await stranger?.request.dispose()
	await site?.close()
})

const open = ({ number }: Held, name = '') => `/hearings/${number}${name && `/${name}`}`

test('the calculator gives the dates of the law’s terms of hearings', async () => {
	for (const [rule, day, due] of [
		['announce', '2026-04-14', '2026-03-12'],
		['announce', '2026-04-13', '2026-03-11'],
		['documents_public', '2026-03-12', '2026-04-11'],
		['written_comments', '2026-05-12', '2026-05-05'],
		['sign_protocol', '2026-03-20', '2026-03-27'],
		['publish_protocol', '2026-03-27', '2026-03-31'],
		['post_documents', '2026-05-08', '2026-05-13'],
		['result_valid', '2026-03-27', '2026-09-27'],
		['portal_discussion_short', '2025-12-11', '2025-12-18'],
		['portal_discussion_long', '2025-12-11', '2026-01-13'],
	] as const)
		await look(stranger, `/calculator?profile=KZ&rule=hearing.${rule}&begins=anchor&day=${day}`, {
			days: [due],
			says: [`law:rule.hearing.${rule}`],
		})
})

test('a request that nobody answers is a breach after its fifth working day; then it is refused', async () => {
	await become(page, 'citizen')
	await look(page, '/hearings/new')
	const quarry = await askFor(page, 'Карьер')
	await look(page, holding(quarry, ''), { days: ['2025-12-08'] })
	await site.moveTo('2025-12-08T23:50')
	await site.doDuties()
	await become(page, 'overseer')
	await look(page, '/oversight?of=hearings', { says: ['oversight:breaches.none'] })
	await site.moveTo('2025-12-09T09:00')
	await site.doDuties()
	await become(page, 'overseer')
	await look(page, '/oversight?of=hearings', {
		days: ['2025-12-08'],
		says: [quarry.number, 'hearings:duty.answer_request'],
	})
	await become(page, 'approver')
	await look(page, '/desk/hearings', { says: ['holding:waits.answer'], days: ['2025-12-08'] })
	await look(page, holding(quarry, 'answer'), { days: ['2025-12-08'] })
	const reason = 'Есеп осы аудан туралы емес.'
	await holds(page, 'ru', quarry, 'answer', { intent: 'refuse', reason: '' }, 422)
	await holds(page, 'ru', quarry, 'answer', { intent: 'refuse', reason })
	await become(page, 'citizen')
	await look(page, holding(quarry, ''), { says: ['holding:index.refused', reason] })
	expect((await stranger.request.get(`/kk${open(quarry)}`)).status()).toBe(404)
})

test('a discussion on the portal is as long as the law says, and a duty opens and closes it', async () => {
	const discussed = { form: 'portal_discussion', legalGround: 'state_expertise' }
	const at = (number: Held, name = 'announcement') => holding(number, name)
	const days = async (title: string) => {
		const hearing = await askFor(page, title, discussed)
		await agreeTo(page, hearing, '2025-12-09')
		await makePublic(page, hearing)
		await become(page, 'approver')
		return hearing
	}
	const short = await days('Көпір')
	const rule = { form: 'portal_discussion', discussionRule: 'portal_discussion_short' }
	// Five days of the calendar, of which one is a holiday: four working days.
	await lookAtRefusal(page, at(short), announced('2025-12-11', { ...rule, endsOn: '2025-12-17' }), {
		days: ['2025-12-18'],
		says: ['law:rule.hearing.portal_discussion_short'],
	})
	await holds(page, 'kk', short, 'announcement', announced('2025-12-11', { ...rule, endsOn: '2025-12-18' }))
	const long = await days('Бөгет')
	const twenty = { ...rule, discussionRule: 'portal_discussion_long' }
	await holds(page, 'ru', long, 'announcement', announced('2025-12-11', twenty))
	await look(stranger, open(short), {
		days: ['2025-12-11', '2025-12-18'],
		says: ['hearings:state.announced'],
	})
	await look(stranger, open(long), { days: ['2025-12-11', '2026-01-13'] })
	await lookAtPlan(stranger, short.number, { portal_discussion_short: '2025-12-18 met' })
	await lookAtPlan(stranger, long.number, { portal_discussion_long: '2026-01-13 met' })

	await site.moveTo('2025-12-11T00:05')
	await site.doDuties()
	await look(stranger, open(short), { says: ['hearings:state.live'] })
	await site.moveTo('2025-12-18T23:50')
	await site.doDuties()
	await becomePerson(page, 'citizen02')
	await look(page, open(short, 'remarks/new'), { days: ['2025-12-18'] })
	await look(stranger, await remark(page, 'kk', short, 'neutral', 'Көпірдің астынан су өте ме?'))
	await site.moveTo('2025-12-19T00:10')
	await site.doDuties()
	await look(stranger, open(short), { says: ['hearings:state.held'] })
	await look(page, open(short, 'remarks/new'), { says: ['remarks:closed'] })
	await look(stranger, open(long), { says: ['hearings:state.live'] })
	await site.moveTo('2026-01-14T00:10')
	await site.doDuties()
	await look(stranger, open(long), { says: ['hearings:state.held'] })
})

test('a resort is asked for, agreed to, made public, announced in every channel, with those who lead', async () => {
	await site.moveTo('2026-02-02T10:00')
	resort = await askInBrowser()
	await look(page, '/account/hearings', { says: [resort.number, 'hearings:state.requested'] })
	await site.moveTo('2026-02-04T10:00')
	await agreeTo(page, resort, '2026-02-04')
	await look(page, holding(resort, ''), { days: ['2026-02-06'] })
	expect((await stranger.request.get(`/kk${open(resort)}`)).status()).toBe(404)
	await makePublic(page, resort)
	await look(stranger, open(resort), { says: ['hearings:state.preparing'], days: ['2026-02-04'] })
	await look(stranger, open(resort, 'dossier'))
	await appointOfficers(page, resort)
	await look(page, holding(resort, 'officers'))

	await site.moveTo('2026-02-19T10:00')
	await become(page, 'approver')
	await lookAtRefusal(page, holding(resort, 'announcement'), announced('2026-03-19'), {
		days: ['2026-02-18', '2026-03-20'],
		says: ['law:rule.hearing.announce', 'law:code.ENV', '73(4)', 'hearings:broken.lawful'],
	})
	const notice = announced('2026-03-20')
	await lookAtRefusal(
		page,
		holding(resort, 'announcement'),
		{ ...notice, placeKk: '' },
		{
			says: ['holding:refused.no-place'],
		},
	)
	await holds(page, 'kk', resort, 'announcement', notice)
	await look(stranger, open(resort), { says: ['hearings:channels.missing'] })
	await become(page, 'executor')
	await publishEverywhere(page, resort, '2026-02-19', CHANNELS.slice(1))
	const paper = { intent: 'channel', channel: 'newspaper', name: 'Тау таңы', publishedOn: '2026-02-19' }
	await holds(page, 'kk', resort, 'announcement', { ...paper, language: 'kk' }, 409)
	for (const language of ['kk', 'ru'])
		await sendFile(
			page,
			`/ru${holding(resort, 'announcement')}`,
			{ ...paper, language },
			{ name: `${language}.txt`, text: `Хабарландыру ${language}` },
		)
	await look(page, holding(resort, 'announcement'))
	await lookAtPlan(stranger, resort.number, {
		answer_request: '2026-02-09 met',
		post_documents: '2026-02-06 met',
		documents_public: '2026-03-06 met',
		announce: '2026-02-19 met',
		written_comments: '2026-03-17 open',
		duration: '2026-03-31 met',
	})
	await look(stranger, open(resort), {
		days: ['2026-02-19', '2026-03-17', '2026-03-20'],
		says: ['hearings:state.announced', 'Тау таңы'],
	})
	await look(stranger, '/hearings?state=coming', { says: [resort.number] })
})

/** The initiator writes the project down in a browser, and hears what the request lacks until nothing does. */
async function askInBrowser(): Promise<Held> {
	await become(page, 'citizen')
	await page.goto('/ru/hearings/new')
	await page.locator('[name=kind][value=authority]').check()
	await page.locator('[name=initiatorName]').fill('ТОО «Образец»')
	await page.locator('[name=language]').selectOption('ru')
	await page.locator('main form button').first().click()
	await expect(page).toHaveURL(/\/text$/)
	const id = String(/hearings\/(\d+)/.exec(page.url())?.[1])
	await page.locator('[name=bodyId]').selectOption('TAU')
	await page.locator('[name=legalGround]').selectOption('environmental_impact_report')
	await page.locator('[name=initiatorContact]').fill('Улица Образцовая, 1')
	await page.locator('[name=regions][value=KZ-75]').check()
	await page.locator('[name=titleRu]').fill('Горный курорт')
	await page.locator('[name=subjectRu]').fill('Двенадцать подъёмников и дорога к ним.')
	const save = () => page.locator('main form button').last().click()
	await save()
	await expect(page).toHaveURL(/\/documents$/)
	await look(page, `/account/hearings/${id}/request`, {
		says: ['holding:refused.no-text', 'holding:refused.no-documents'],
	})
	await send(page, `/kk/account/hearings/${id}/request`, { intent: 'request' }, 409)
	await page.goto(`/ru/account/hearings/${id}/text`)
	await page.locator('[name=titleKk]').fill('Тау шипажайы')
	await page.locator('[name=subjectKk]').fill('Он екі көтергіш және оларға баратын жол.')
	await save()
	await addReport(page, { id, number: '' }, 'The road crosses the stream twice.')
	await look(page, `/account/hearings/${id}/request`, { days: ['2026-02-09'] })
	await page.goto(`/ru/account/hearings/${id}/request`)
	await page.locator('button[value=request]').click()
	await expect(page).toHaveURL(/\/hearings\/\d+/)
	return { id, number: await numberOf(page, { id }) }
}

test('an assessment stands beside the report; a later version changes nothing, and the chair says why', async () => {
	await site.moveTo('2026-02-25T10:00')
	await becomePerson(page, 'citizen02')
	await look(page, open(resort, 'dossier/new'))
	await sendFile(
		page,
		`/ru${open(resort, 'dossier/new')}`,
		{
			...{ kind: 'group_assessment', stance: 'against', author: 'Таза өзен', title: 'Су туралы' },
			...{ language: 'kk' },
		},
		{ name: 'water.txt', text: 'Forty litres a second in August.' },
	)
	await become(page, 'citizen')
	const documents = `/ru${holding(resort, 'documents')}`
	const [documentId = ''] = await optionsOn(documents, 'documentId')
	await sendFile(
		page,
		documents,
		{ intent: 'version', documentId, title: 'Есеп', language: 'kk' },
		{ name: 'report-2.txt', text: 'The road crosses the stream three times.' },
	)
	await look(stranger, open(resort, `dossier/${documentId}`), { says: ['dossiers:waiting'] })
	await becomeChair(page)
	await look(page, holding(resort, 'documents'), { says: ['dossiers:manage.decide'] })
	const judged = { intent: 'judge', documentId, version: '2', material: 'no', reason: '' }
	await holds(page, 'kk', resort, 'documents', judged, 422)
	await holds(page, 'kk', resort, 'documents', { ...judged, reason: 'Бір өткелдің суреті түзетілді.' })
	await look(stranger, open(resort, `dossier/${documentId}?compare=1`), {
		says: ['dossiers:immaterial', 'Бір өткелдің суреті түзетілді.', 'dossiers:frozen'],
	})
	await look(stranger, open(resort, 'dossier'), { says: ['dossiers:party.other', 'Таза өзен'] })
	await look(stranger, open(resort), { says: ['hearings:event.immaterial', 'hearings:state.announced'] })
})

const RIVER =
	'The river runs dry in August already, and nobody has measured how much water the snow guns would take from it. ' +
	'Measure it first, and show in the report what is left for the villages below.'

test('remarks come for and against, are grouped, split, left out with a reason, and taken back', async () => {
	await site.moveTo('2026-03-02T10:00')
	await look(stranger, open(resort, 'remarks/new'), {
		days: ['2026-03-17'],
		says: ['remarks:new.signInFirst'],
	})
	const say = async (name: string, position: string, text: string) => {
		await becomePerson(page, name)
		return remark(page, 'ru', resort, position, text)
	}
	await look(stranger, await say('citizen02', 'against', RIVER))
	await say('citizen03', 'against', `${RIVER} Please.`)
	await say('citizen04', 'for', 'The lifts bring work to three villages in winter.')
	await say('citizen05', 'neutral', 'Call Bolat, 8 701 000 00 00, he knows where the stream rises.')
	await say('citizen06', 'neutral', 'What a spring this is!')
	const receipt = await say('citizen07', 'for', 'Build it.')
	await look(page, `${receipt}/withdrawal`)
	await send(page, `/ru${receipt}/withdrawal`, {})
	await look(stranger, receipt, { says: ['remarks:withdrawnText'] })
	await look(stranger, open(resort, 'groups/1'), { says: ['river runs dry'] })

	await becomeSecretary(page)
	const sort = (form: Record<string, string>, status?: number) =>
		holds(page, 'kk', resort, 'remarks', form, status)
	await look(page, holding(resort, 'remarks'))
	const [group = ''] = await valuesOn(page, `/kk${holding(resort, 'remarks')}?row=1`, 'groupId')
	await sort({ intent: 'split', groupId: group, ordinals: '2' })
	await look(stranger, open(resort, 'responses'))
	const hidden = { intent: 'redact', ordinal: '4', text: 'Call […], he knows where the stream rises.' }
	await sort({ ...hidden, reason: '' }, 422)
	await sort({ ...hidden, reason: 'Бөгде адамның телефоны.' })
	await sort({ intent: 'leave-out', ordinal: '5', reason: 'Жобаға қатысы жоқ.' })
	const letter = { day: '2026-03-02', time: '09:30', name: 'Қағаз Деректіұлы', position: 'against' }
	const words = { affiliation: 'resident', text: 'No road through the gorge.', language: 'en' }
	await sort({ intent: 'enter', ...letter, ...words, published: 'on' })
	await look(stranger, open(resort, 'remarks/4'), { says: ['Бөгде адамның телефоны.', '[…]'] })
	await look(stranger, open(resort, 'remarks/5'), {
		says: ['Жобаға қатысы жоқ.', 'remarks:state.not_counted'],
	})
	await look(stranger, open(resort, 'remarks/7'), { says: ['remarks:channel.letter'] })
	await look(stranger, open(resort, 'remarks'), { says: ['remarks:noVote'] })
	const table = await (await stranger.request.get(`/hearings/${resort.number}/remarks.csv`)).text()
	expect(table).toContain('river runs dry')
	expect(table).not.toContain('701')
})

/** What a list to choose from holds. */
async function optionsOn(path: string, field: string): Promise<string[]> {
	await page.goto(path)
	const options = page.locator(`select[name=${field}] option`)
	return options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value).filter(Boolean))
}

test('a road is announced: not for the thirteenth of April, but for the fourteenth', async () => {
	await site.moveTo('2026-03-04T10:00')
	road = await askFor(page, 'Жол')
	await look(page, holding(road, ''), { days: ['2026-03-12'] })
	await site.moveTo('2026-03-12T10:00')
	await agreeTo(page, road, '2026-03-12')
	await makePublic(page, road)
	await appointOfficers(page, road)
	await look(page, holding(road, 'announcement'), { days: ['2026-04-14'] })
	await lookAtRefusal(page, holding(road, 'announcement'), announced('2026-04-13'), {
		days: ['2026-03-11', '2026-04-14'],
		says: ['law:rule.hearing.announce', '73(4)'],
	})
	await holds(page, 'ru', road, 'announcement', announced('2026-04-14'))
	await become(page, 'executor')
	await publishEverywhere(page, road, '2026-03-12', CHANNELS.slice(1))
	await lookAtPlan(stranger, road.number, {
		documents_public: '2026-04-13 met',
		announce: '2026-03-12 open',
		written_comments: '2026-04-09 open',
	})
	await look(stranger, open(road, 'plan'), { days: ['2026-03-12', '2026-04-09'] })
})

test('proof that comes late makes the announcement a breach, and the next lawful day is announced', async () => {
	await site.moveTo('2026-03-17T10:00')
	await site.doDuties()
	await become(page, 'executor')
	await publishEverywhere(page, road, '2026-03-16', CHANNELS.slice(0, 1))
	await look(stranger, open(road), {
		days: ['2026-03-12', '2026-04-17'],
		says: ['hearings:broken.title', 'hearings:broken.follows', 'hearings:duty.announce'],
	})
	await lookAtPlan(stranger, road.number, { announce: '2026-03-12 broken' })
	await becomeChair(page)
	await look(page, holding(road, ''), { says: ['hearings:broken.title'], days: ['2026-04-17'] })
	await become(page, 'approver')
	await lookAtRefusal(page, holding(road, 'announcement'), announced('2026-04-16'), { days: ['2026-04-17'] })
	await holds(page, 'kk', road, 'announcement', announced('2026-04-17'))
	await publishEverywhere(page, road, '2026-03-17')
	await lookAtPlan(stranger, road.number, { announce: '2026-03-17 met' })
	await look(stranger, open(road), { days: ['2026-04-17'] })
})

test('a late remark is kept and marked; the session goes by its queue, its questions and its polls', async () => {
	await becomeSecretary(page)
	for (const [kk, minutes] of [
		['Баяндама', '20'],
		['Сөз сөйлеу', '90'],
	] as const)
		await holds(page, 'ru', resort, 'agenda', { intent: 'add', minutes, kk, ru: kk, en: kk })
	const poll = { intent: 'prepare', kk: 'Өзен өлшенсін бе?', ru: 'Измерить реку?', en: 'Measure the river?' }
	const options = { optionskk: 'Иә\nЖоқ', optionsru: 'Да\nНет', optionsen: 'Yes\nNo' }
	await holds(page, 'kk', resort, 'polls', { ...poll, ...options })
	await site.moveTo('2026-03-18T10:00')
	await becomePerson(page, 'citizen08')
	await look(page, open(resort, 'remarks/new'), { says: ['remarks:lateNow'], days: ['2026-03-17'] })
	const late = await remark(page, 'kk', resort, 'against', 'Жол сайдан өтпесін.')
	await look(stranger, late, { says: ['remarks:late'], days: ['2026-03-18'] })
	await take('citizen02', 'against', 'net')
	await take('citizen03', 'for', 'net')
	await take('citizen04', 'for', 'hall')

	await site.moveTo('2026-03-20T09:50')
	await becomeChair(page)
	await lead({ intent: 'begin' }, 409)
	await site.moveTo('2026-03-20T10:02')
	await becomeChair(page)
	await look(page, holding(resort, 'room'))
	await lead({ intent: 'begin' })
	const [item = ''] = await valuesOn(page, inRoom(), 'itemId')
	await lead({ intent: 'begin-item', itemId: item })
	await lead({ intent: 'announce', text: 'Әркімге үш минут.' })
	await look(stranger, open(resort, 'room'), { says: ['rooms:state.live', 'Әркімге үш минут.', 'Баяндама'] })
	await becomeSecretary(page)
	const seat = { name: 'Залдағы Қонақ', affiliation: 'expert', position: 'neutral', region: 'KZ-75' }
	await holds(page, 'kk', resort, 'hall', { intent: 'register', ...seat })
	const inHall = await valuesOn(page, `/kk${holding(resort, 'hall')}`, 'attendeeId')
	await look(page, holding(resort, 'hall'), { says: ['Залдағы Қонақ'] })
	expect(inHall).toHaveLength(2)
	for (const attendeeId of inHall) await holds(page, 'ru', resort, 'hall', { intent: 'come', attendeeId })

	await showStream()
	await speak()
	await askAndAnswer()
	await decideByHands()
	await becomeSecretary(page)
	const captions = { name: 'session.vtt', type: 'text/vtt', text: CAPTIONS }
	const begins = { language: 'kk', day: '2026-03-20', time: '10:02' }
	await sendFile(page, `/ru${holding(resort, 'captions')}`, begins, captions)
	await look(stranger, open(resort, 'room/transcript?language=kk'), { says: ['Тыңдау ашылды.'] })
	await site.moveTo('2026-03-20T12:00')
	await becomePerson(page, 'citizen04')
	await send(page, `/kk${open(resort, 'room')}`, { intent: 'ask-to-speak' })
	await becomeChair(page)
	await lead({ intent: 'end' }, 409)
	await lead({ intent: 'end', reason: 'Зал он екіде жабылады.' })
	await look(stranger, open(resort, 'room'), { says: ['rooms:state.held'] })
	await look(stranger, open(resort), { days: ['2026-03-20', '2026-03-27'], says: ['hearings:state.held'] })
})

const CAPTIONS = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nТыңдау ашылды.\n'

/** Registers in the hall or over the net. */
async function take(name: string, position: string, where: string) {
	await becomePerson(page, name)
	const seat = { name: `Қатысушы ${name.slice(-2)}`, affiliation: 'resident', region: 'KZ-75' }
	await send(page, `/ru${open(resort, 'room/registration')}`, {
		intent: 'register',
		...seat,
		position,
		where,
	})
}

const inRoom = () => `/kk${holding(resort, 'room')}`
const lead = (form: Record<string, string>, status?: number) =>
	holds(page, 'ru', resort, 'room', form, status)

/** The stream of a host that the operator has named stands in the room, shut in; any other is a link. */
async function showStream() {
	await page
		.context()
		.route('https://stream.example/**', (route) =>
			route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>Тікелей эфир</p>' }),
		)
	await lead({ intent: 'stream', url: 'javascript:alert(1)' }, 422)
	for (const other of ['https://other.example/live', 'https://stream.example.evil.example/live']) {
		await lead({ intent: 'stream', url: other })
		await page.goto(`/kk${open(resort, 'room')}`)
		await expect(page.locator(`main a[href="${other}"]`)).toBeVisible()
		await expect(page.locator('iframe')).toHaveCount(0)
	}
	await lead({ intent: 'stream', url: 'https://stream.example/live' })
	const answer = await page.goto(`/kk${open(resort, 'room')}`)
	expect(answer?.headers()['content-security-policy']).toMatch(/frame-src https:\/\/stream\.example(;|$)/)
	const sandbox = 'allow-scripts allow-same-origin allow-presentation'
	await expect(page.locator('iframe')).toHaveAttribute('sandbox', sandbox)
	await expect(page.frameLocator('iframe').locator('p')).toHaveText('Тікелей эфир')
}

/** Two ask to speak; the second is called before the first for a reason, and what was said is taken down. */
async function speak() {
	for (const name of ['citizen02', 'citizen03']) {
		await becomePerson(page, name)
		await send(page, `/kk${open(resort, 'room')}`, { intent: 'ask-to-speak' })
	}
	await look(page, open(resort, 'room'), { says: ['rooms:own.waits'] })
	await look(stranger, open(resort, 'room'), {
		says: ['Қатысушы 02', 'Қатысушы 03', 'rooms:turn.asked-first'],
	})
	await becomeChair(page)
	const [first = '', second = ''] = await valuesOn(page, inRoom(), 'speechId')
	const call = { intent: 'call', minutes: '3' }
	await lead({ ...call, speechId: second }, 409)
	await lead({ ...call, speechId: second, deviation: 'Оның пойызы он бірде жүреді.' })
	await look(stranger, open(resort, 'room'), { says: ['Қатысушы 03'] })
	await lead({ ...call, speechId: first })
	await lead({ intent: 'end-speech' })
	await becomeSecretary(page)
	const taken = { intent: 'take-down', language: 'kk', said: 'Көтергіш ауылға жұмыс әкеледі.' }
	await lead({ ...taken, speechId: second })
	await lead({ ...taken, speechId: first, said: 'Алдымен өзенді өлшеңіздер.' })
}

/** One question is shown, voted for and answered, and one is hidden with the reason. */
async function askAndAnswer() {
	await becomePerson(page, 'citizen02')
	const room = `/kk${open(resort, 'room')}`
	for (const text of ['Қанша су алынады?', 'Мынау бәрі жемқорлар емес пе?'])
		await send(page, `${room}/question`, { text })
	await becomePerson(page, 'citizen09')
	const [shown = '', hidden = ''] = await valuesOn(page, `/kk${holding(resort, 'questions')}`, 'questionId')
	const judge = (form: Record<string, string>) => holds(page, 'kk', resort, 'questions', form)
	await judge({ intent: 'show', questionId: shown })
	await judge({ intent: 'hide', questionId: hidden, reason: 'Кінәлау, сұрақ емес.' })
	await look(page, holding(resort, 'questions'))
	await becomePerson(page, 'citizen03')
	await send(page, room, { intent: 'vote-question', questionId: shown })
	await send(page, room, { intent: 'vote-question', questionId: shown })
	await becomePerson(page, 'citizen09')
	await judge({ intent: 'live', questionId: shown })
	await judge({ intent: 'answer', questionId: shown, answer: 'Секундына қырық литр.' })
	await look(stranger, open(resort, 'room'), { says: ['Қанша су алынады?', 'Секундына қырық литр.'] })
	const seen = await (await stranger.request.get(room)).text()
	expect(seen).not.toContain('жемқорлар')
}

/** The poll of the secretary is opened, answered and closed. */
async function decideByHands() {
	await becomeChair(page)
	const [pollId = ''] = await valuesOn(page, `/kk${holding(resort, 'polls')}`, 'pollId')
	await holds(page, 'kk', resort, 'polls', { intent: 'open', pollId })
	for (const [name, option] of [
		['citizen02', '0'],
		['citizen03', '1'],
		['citizen04', '0'],
	] as const) {
		await becomePerson(page, name)
		await send(page, `/ru${open(resort, 'room')}`, { intent: 'vote-poll', pollId, option })
	}
	await look(stranger, open(resort, 'room'), { says: ['rooms:pollForRegistered'] })
	await becomeChair(page)
	await holds(page, 'ru', resort, 'polls', { intent: 'close', pollId })
	await look(stranger, open(resort, 'room'), { says: ['rooms:pollClosed'] })
}

test('a document that is changed in substance has the road announced anew, for a lawful day', async () => {
	await site.moveTo('2026-03-26T10:00')
	await become(page, 'citizen')
	const documents = `/ru${holding(road, 'documents')}`
	const [documentId = ''] = await optionsOn(documents, 'documentId')
	await sendFile(
		page,
		documents,
		{ intent: 'version', documentId, title: 'Есеп', language: 'kk' },
		{ name: 'longer.txt', text: 'The road is ten kilometres longer.' },
	)
	await becomeChair(page)
	const judged = {
		intent: 'judge',
		documentId,
		version: '2',
		material: 'yes',
		reason: 'Жол он шақырымға ұзарды.',
	}
	await holds(page, 'kk', road, 'documents', judged)
	await look(stranger, open(road), {
		days: ['2026-04-27'],
		says: ['hearings:broken.title', 'hearings:broken.lawful'],
	})
	await lookAtPlan(stranger, road.number, { documents_public: '2026-04-27 broken' })
	await become(page, 'approver')
	await lookAtRefusal(page, holding(road, 'announcement'), announced('2026-04-24'), { days: ['2026-04-27'] })
	await holds(page, 'kk', road, 'announcement', announced('2026-05-12'))
	await publishEverywhere(page, road, '2026-03-26')
	await lookAtPlan(stranger, road.number, {
		documents_public: '2026-04-27 met',
		announce: '2026-04-09 met',
		written_comments: '2026-05-05 open',
	})
})

test('the protocol of the resort is whole before it is signed, then published, objected to and answered', async () => {
	await site.moveTo('2026-03-27T10:00')
	await becomeSecretary(page)
	await look(page, holding(resort, 'protocol'), { days: ['2026-03-27'], says: ['protocols:holding.none'] })
	await holds(page, 'kk', resort, 'protocol', { intent: 'draft' })
	await look(page, holding(resort, 'protocol'), { says: ['protocols:holding.missing'] })
	await holds(page, 'kk', resort, 'protocol', { intent: 'sign', version: '1' }, 409)
	await become(page, 'citizen')
	await look(page, holding(resort, 'responses'))
	await answerRows(page, resort, { intent: 'answer', answer: 'Өзен тамызда өлшенді.' })
	await becomeSecretary(page)
	await holds(page, 'kk', resort, 'protocol', { intent: 'sign', version: '1' }, 409)
	await signProtocol(page, resort)
	await look(page, holding(resort, 'protocol'), { days: ['2026-03-31'], says: ['protocols:holding.publish'] })
	expect((await stranger.request.get(`/kk${open(resort, 'protocol')}`)).status()).toBe(200)
	await look(stranger, open(resort, 'protocol'), { days: ['2026-03-31'], says: ['protocols:public.none'] })

	await site.moveTo('2026-03-31T15:00')
	await become(page, 'executor')
	await holds(page, 'ru', resort, 'protocol', { intent: 'publish' })
	await look(stranger, open(resort, 'protocol'), {
		days: ['2026-03-27', '2026-03-31', '2026-09-27'],
		says: [
			'protocols:view.challengeTitle',
			'Зал он екіде жабылады.',
			'Кінәлау, сұрақ емес. (1)',
			'Оның пойызы он бірде жүреді.',
			'Қанша су алынады?',
			'Залдағы Қонақ',
		],
	})
	await checkFiles()
	await holds(page, 'kk', resort, 'protocol', { intent: 'send' })
	await look(stranger, open(resort, 'protocol'), { says: ['protocols:public.sentAt'] })

	await site.moveTo('2026-04-01T10:00')
	await becomePerson(page, 'citizen02')
	await look(page, open(resort, 'protocol/objection'))
	await send(page, `/kk${open(resort, 'protocol/objection')}`, { text: 'Мен екі рет сөйледім.' })
	await look(stranger, open(resort, 'protocol'), {
		days: ['2026-04-07'],
		says: ['protocols:objections.waiting'],
	})
	await site.moveTo('2026-04-03T10:00')
	await becomeChair(page)
	await look(page, holding(resort, 'objections'))
	const [objectionId = ''] = await valuesOn(page, `/kk${holding(resort, 'objections')}`, 'objectionId')
	await holds(page, 'ru', resort, 'objections', { objectionId, answer: 'Жазбада бір рет.' })
	await look(stranger, open(resort, 'protocol'), { says: ['Жазбада бір рет.'] })
})

/** Page, PDF and JSON are one protocol: its hash is that of the content of the JSON, and stands on the page. */
async function checkFiles() {
	const json = await (await stranger.request.get(`${open(resort, 'protocol')}.json`)).json()
	expect(createHash('sha256').update(canonical(json.content)).digest('hex')).toBe(json.sha256)
	await look(stranger, open(resort, 'protocol'), { says: [json.sha256] })
	const pdf = await (await stranger.request.get(`${open(resort, 'protocol')}.pdf`)).body()
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
	expect(text.replace(/\s/g, '')).toContain(json.sha256)
	expect(text).toContain('Оның пойызы он бірде жүреді.')
	expect(
		json.signatures.map(({ role, at }: { role: string; at: string }) => [role, at.slice(0, 10)]),
	).toEqual([
		['chair', '2026-03-27'],
		['secretary', '2026-03-27'],
	])
}

test('nothing is decided before every row says what became of it; then it is, with promises that are followed', async () => {
	await become(page, 'approver')
	await look(page, holding(resort, 'decision'))
	const decision = {
		...{ intent: 'decide', outcome: 'approved_with_conditions', text: 'Алты көтергіш салынады.' },
		...{ reasons: 'Өзенде он екіге су жетпейді.', promise0: 'Өзенді өлшеу', due0: '2026-06-30' },
	}
	await holds(page, 'kk', resort, 'decision', decision, 409)
	await become(page, 'executor')
	await look(stranger, open(resort, 'responses'), { says: ['remarks:coverage.open'] })
	const said = { intent: 'respond', reason: 'Есеп толықтырылды.' }
	await answerRows(page, resort, { ...said, outcome: 'partly', changed: 'Алты көтергіш.' })
	await look(stranger, open(resort, 'responses'), { says: ['remarks:coverage.complete', 'Алты көтергіш.'] })
	await become(page, 'approver')
	// Somebody may still object to the protocol.
	await holds(page, 'kk', resort, 'decision', decision, 409)
	await site.moveTo('2026-04-08T10:00')
	await become(page, 'approver')
	await holds(page, 'kk', resort, 'decision', { ...decision, outcome: 'approved', due0: '2026-04-07' }, 409)
	await send(page, `/ru${holding(resort, 'decision')}`, { ...decision, intent: 'preview' }, 200)
	await holds(page, 'kk', resort, 'decision', decision)
	await look(stranger, open(resort, 'decision'), {
		days: ['2026-04-08', '2026-06-30'],
		says: ['Алты көтергіш салынады.', 'Өзенде он екіге су жетпейді.', 'Өзенді өлшеу'],
	})
	await look(stranger, open(resort), { says: ['hearings:state.decided'] })
	await become(page, 'executor')
	await look(page, holding(resort, 'commitments'))
	const [commitmentId = ''] = await valuesOn(page, `/kk${holding(resort, 'commitments')}`, 'commitmentId')
	const told = { commitmentId, progress: '40', note: 'Құрал қойылды.' }
	await holds(page, 'ru', resort, 'commitments', told)
	await look(stranger, open(resort, 'decision'), { says: ['Құрал қойылды.', '40'] })
})

test('a document posted late is a breach; what was agreed to is called off with the reason', async () => {
	await site.moveTo('2026-05-05T23:50')
	await becomePerson(page, 'citizen02')
	await look(stranger, await remark(page, 'kk', road, 'against', 'Жол зират үстімен өтеді.'))
	await site.moveTo('2026-05-06T00:10')
	const late = await remark(page, 'kk', road, 'for', 'Жол керек.')
	await look(stranger, late, { says: ['remarks:late'] })
	await site.moveTo('2026-05-06T10:00')
	const pit = await askFor(page, 'Шұңқыр')
	await look(page, holding(pit, ''), { days: ['2026-05-15'] })
	await site.moveTo('2026-05-08T10:00')
	await agreeTo(page, pit, '2026-05-08')
	await look(page, holding(pit, ''), { days: ['2026-05-13'] })

	await site.moveTo('2026-05-12T10:30')
	await becomeChair(page)
	await look(page, holding(road, 'not-held'))
	const why = 'Бастамашының өкілі келмеді, есеп оқылмады.'
	await holds(page, 'kk', road, 'not-held', { ground: 'rain', reason: why }, 409)
	await holds(page, 'kk', road, 'not-held', { ground: 'initiator_absent', reason: why })
	await look(stranger, open(road), {
		says: ['hearings:state.not_held', 'law:hearing.notHeld.initiator_absent', why],
		days: ['2026-05-14'],
	})

	await site.moveTo('2026-05-14T10:00')
	await site.doDuties()
	await makePublic(page, pit)
	await look(stranger, open(pit), {
		days: ['2026-05-13', '2026-05-14'],
		says: ['hearings:duty.post_documents'],
	})
	await become(page, 'approver')
	await look(page, holding(pit, 'calling-off'))
	await holds(page, 'ru', pit, 'calling-off', { reason: 'Бастамашы жобадан бас тартты.' })
	await look(stranger, open(pit), { says: ['hearings:state.called_off', 'Бастамашы жобадан бас тартты.'] })
})

test('what was not held has its protocol all the same, and is heard again with its remarks', async () => {
	await become(page, 'citizen')
	await answerRows(page, road, { intent: 'answer', answer: 'Зиратты айналып өтеміз.' })
	await leaveOpen(road)
	await signProtocol(page, road)
	await holds(page, 'ru', road, 'protocol', { intent: 'publish' })
	await look(stranger, open(road, 'protocol'), {
		days: ['2026-05-14'],
		says: ['law:hearing.notHeld.initiator_absent', 'Жол зират үстімен өтеді.', 'protocols:view.breaches'],
	})
	await become(page, 'approver')
	await look(page, holding(road, 'repeat'))
	const made = await holds(page, 'kk', road, 'repeat', { ground: 'procedure_breach' })
	const again = { id: String(/hearings\/(\d+)/.exec(made)?.[1]), number: '' }
	await become(page, 'citizen')
	await addReport(page, again, 'The road goes round the graves.')
	await site.moveTo('2026-05-15T10:00')
	await makePublic(page, again)
	again.number = await numberOf(page, again)
	await look(stranger, open(again), { says: ['hearings:repeats', road.number] })
	await look(stranger, open(again, 'remarks'), {
		says: ['Жол зират үстімен өтеді.', 'remarks:channel.carried'],
	})
	await become(page, 'approver')
	await holds(page, 'kk', again, 'announcement', announced('2026-06-15'))
	await publishEverywhere(page, again, '2026-05-15')
	await lookAtPlan(stranger, again.number, { documents_public: '2026-06-15 met', announce: '2026-05-15 met' })

	await site.moveTo('2026-06-15T10:01')
	await becomeChair(page)
	await holds(page, 'kk', again, 'room', { intent: 'begin' })
	await site.moveTo('2026-06-15T11:00')
	await becomeChair(page)
	await holds(page, 'kk', again, 'room', { intent: 'end' })
	await commissionOn(again)
})

/** The chair finds that the first row was not resolved. */
async function leaveOpen(hearing: Held) {
	await becomeChair(page)
	const [groupId = ''] = await valuesOn(page, `/kk${holding(hearing, 'responses')}?every`, 'groupId')
	await holds(page, 'ru', hearing, 'responses', { intent: 'find', groupId })
}

/** What a repeated hearing leaves open goes to experts, each step on its clock. */
async function commissionOn(again: Held) {
	await become(page, 'citizen')
	await answerRows(page, again, { intent: 'answer', answer: 'Жол ауылға керек.' })
	await leaveOpen(again)
	await signProtocol(page, again)
	await holds(page, 'kk', again, 'protocol', { intent: 'publish' })
	await look(stranger, open(again, 'protocol'), { says: ['protocols:view.unresolved'] })
	await site.moveTo('2026-06-22T10:00')
	await become(page, 'executor')
	const enter = (form: Record<string, string>, status?: number) =>
		holds(page, 'ru', again, 'commission', { on: '2026-06-22', ...form }, status)
	await enter({ step: 'created', members: 'Үш ғалым' }, 409)
	await enter({ step: 'applied' })
	await look(page, holding(again, 'commission'), { days: ['2026-06-24'] })
	await enter({ step: 'created', members: 'Үш ғалым' })
	await enter({ step: 'papers', sitsOn: '2026-08-03' }, 409)
	await enter({ step: 'papers', sitsOn: '2026-07-14' })
	await look(page, holding(again, 'commission'), { days: ['2026-07-07', '2026-07-21', '2026-07-02'] })
	await enter({ step: 'told' })
	await site.moveTo('2026-07-14T16:00')
	await become(page, 'executor')
	await enter({ step: 'sat', on: '2026-07-14', conclusion: 'Жол зираттан екі шақырым қашық болсын.' })
	await look(stranger, open(again, 'decision'), { says: ['Жол зираттан екі шақырым қашық болсын.'] })
}
