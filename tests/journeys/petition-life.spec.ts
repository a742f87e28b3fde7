import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { look, lookAtTerms } from './looks.ts'
import { type MovedSite, openMovedSite } from './moved-site.ts'
import {
	become,
	enterSheet,
	moderate,
	send,
	signInBrowser,
	supportOnPaper,
	type Written,
	write,
	writeInBrowser,
} from './petition-acts.ts'

// One site, whose clock goes from February to September 2026; each test begins where the one before it ended.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: MovedSite
let page: Page
/** Somebody whom the site does not know. */
let stranger: { request: APIRequestContext }
let short: Written

test.beforeAll(async ({ browser }) => {
	test.setTimeout(120_000)
	site = await openMovedSite('2026-02-02T10:00', process.env.MOVED_DATABASE)
	const own = { baseURL: site.url, extraHTTPHeaders: { Origin: site.url } }
	const context = await browser.newContext({ ...own, javaScriptEnabled: false, acceptDownloads: true })
	page = await context.newPage()
	stranger = { request: await request.newContext(own) }
})
test.afterAll(async () => {
	await page?.context().close()
	await stranger?.request.dispose()
	await site?.close()
})

test('the calculator gives the dates of the law’s terms of petitions', async () => {
	for (const [rule, day, due] of [
		['sponsors', '2026-04-20', '2026-05-21'],
		['check', '2026-05-05', '2026-06-05'],
		['inform_media', '2026-03-19', '2026-03-31'],
		['collect', '2026-03-19', '2026-09-19'],
		['collect', '2026-08-31', '2027-02-28'],
		['consider_central', '2026-04-06', '2026-06-05'],
		['consider_local', '2026-06-10', '2026-07-09'],
		['discussion_notice', '2026-05-28', '2026-05-22'],
		['publish_decision', '2026-03-20', '2026-03-26'],
	] as const)
		await look(stranger, `/calculator?profile=KZ&rule=petition.${rule}&begins=anchor&day=${day}`, {
			days: [due],
			says: [`law:rule.petition.${rule}`],
		})
})

test('an administrator says what a body decides and how many people live there; its threshold follows', async () => {
	await become(page, 'administrator')
	const competent = async (competence: string, population: number, needed: number) => {
		await send(page, '/ru/administration/bodies/TAU', { ...AKIMAT, competence, population: `${population}` })
		await look(page, '/administration/bodies/TAU', { says: [needed, `law:petition.body.${competence}`] })
	}
	await competent('region_assembly', 1_234_567, 24_692)
	await competent('region_executive', 1_234_567, 12_346)
	await competent('district_assembly', 50_000, 5000)
	await competent('district_executive', 50_000, 2500)
	await competent('district_executive', 50_001, 2500)
	await competent('district_executive', 1060, 53)
})

test('a link that too few follow lapses after its twentieth working day', async () => {
	const lapsing = await write(page, 'Lamps for the yards of Sairan')
	await lookAtTerms(page, lapsing.number, { sponsors: '2026-03-02' })
	await look(stranger, lapsing.link, { days: ['2026-03-02'], says: ['proposing:link.sign'] })
	await site.moveTo('2026-03-02T23:50')
	await site.doDuties()
	await look(stranger, lapsing.link, { says: ['proposing:link.sign'] })
	await site.moveTo('2026-03-03T09:00')
	await site.doDuties()
	await look(stranger, lapsing.link, { says: ['proposing:link.lapsed'] })
	await become(page, 'citizen')
	await look(page, `/petitions/${lapsing.number}/author`, { says: ['proposing:author.lapsed'] })
	expect((await stranger.request.get(`/kk/petitions/${lapsing.number}`)).status()).toBe(404)
})

test('a petition that will fall short is published, signed, and its signature taken back', async () => {
	short = await write(page, 'A bus to the school of Orbita')
	await supportOnPaper(page, short, '2026-03-03')
	await site.moveTo('2026-03-19T11:00')
	await become(page, 'moderator')
	await moderate(page, 'kk', short, 'check', { intent: 'pass' })
	await look(page, `/moderation/petitions/${short.id}/media`, { days: ['2026-03-31'] })
	await lookAtTerms(page, short.number, {
		sponsors: '2026-04-06',
		check: '2026-04-06',
		inform_media: '2026-03-31',
		collect: '2026-09-19',
	})
	await look(stranger, `/petitions/${short.number}`, { days: ['2026-09-19'], says: [50, 53] })

	const receipt = await signInBrowser(page, 'ru', `/petitions/${short.number}`, 'Жобақызы Мәдина')
	await look(page, receipt)
	await look(stranger, `/petitions/${short.number}`, { says: [51] })
	await look(page, `${receipt}/withdrawal`)
	await page.goto(`/en${receipt}/withdrawal`)
	await page.locator('main form button').click()
	await expect(page).toHaveURL(new RegExp(`${receipt}$`))
	await look(page, receipt, { says: ['signing:receipt.withdrawn'] })
	await look(stranger, `/petitions/${short.number}/signatures?after=50`, {
		says: ['petitions:signatures.states.withdrawn'],
	})

	await site.moveTo('2026-03-31T17:00')
	await become(page, 'moderator')
	await moderate(page, 'ru', short, 'media', {})
	await look(page, `/moderation/petitions/${short.id}/media`, { says: ['proposing:media.done'] })
})

test('a petition goes its whole way: link, supporters, check, collection, desk, discussion, decision, list', async () => {
	await site.moveTo('2026-04-20T10:00')
	await become(page, 'citizen')
	await look(page, '/petitions/new')
	const petition = await writeInBrowser(page, 'kk', 'Орбита аулаларына шам орнатылсын')
	const { id, number, link } = petition
	await look(page, `/petitions/${number}/author`, { days: ['2026-05-21'], says: [50] })
	await lookAtTerms(page, number, { sponsors: '2026-05-21' })
	await look(stranger, link, { days: ['2026-05-21'], says: ['proposing:link.sign'] })

	await site.moveTo('2026-04-21T10:00')
	await look(stranger, `${link}/signature`)
	await look(page, await signInBrowser(page, 'kk', link, 'Жобақызы Мәдина'))
	await site.moveTo('2026-05-05T15:00')
	const sheet = await enterSheet(page, petition, { rows: 49, signedOn: '2026-05-04' })
	await look(page, sheet)
	await look(page, `/moderation/petitions/${id}/check`, { days: ['2026-06-05'] })
	await look(page, '/moderation/petitions', { days: ['2026-06-05'] })
	await look(stranger, link, { says: ['proposing:link.checking'] })
	await become(page, 'citizen')
	await look(page, `/petitions/${number}/author`, {
		days: ['2026-06-05'],
		says: ['proposing:author.checking'],
	})
	await lookAtTerms(page, number, { sponsors: '2026-05-21', check: '2026-06-05' })

	await site.moveTo('2026-05-20T10:00')
	await become(page, 'moderator')
	await moderate(page, 'ru', petition, 'check', { intent: 'pass' })
	await look(page, `/moderation/petitions/${id}/check`, { says: ['proposing:checking.passed'] })
	await look(stranger, `/petitions/${number}`, { days: ['2026-05-20', '2026-11-20'], says: [50, 53] })
	await look(stranger, '/petitions?state=open', { says: [50] })
	await site.moveTo('2026-05-28T10:00')
	await become(page, 'moderator')
	await look(page, `/moderation/petitions/${id}/media`, { days: ['2026-05-28'] })
	await moderate(page, 'kk', petition, 'media', {})

	await site.moveTo('2026-06-09T10:00')
	await look(stranger, `/petitions/${number}/signature`)
	const receipt = await signInBrowser(page, 'en', `/petitions/${number}`, 'Үлгіқызы Айгүл')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your signature')
	await look(page, receipt)
	await checkReceipt(receipt)
	await enterSheet(page, petition, { rows: 2, from: 60, signedOn: '2026-06-08' })
	await look(stranger, `/petitions/${number}`, { says: [53] })
	await look(page, '/moderation/petitions', { says: ['proposing:moderation.toSend'] })

	await site.moveTo('2026-06-10T10:00')
	await become(page, 'moderator')
	await look(page, `/moderation/petitions/${id}/sending`, { days: ['2026-06-15', '2026-07-09'], says: [53] })
	await page.goto(`/kk/moderation/petitions/${id}/sending`)
	await page.locator('button[value=send]').click()
	await look(page, `/moderation/petitions/${id}/sending`, { days: ['2026-07-09'] })
	await look(stranger, `/petitions/${number}`, { days: ['2026-07-09'] })
	const terms = {
		sponsors: '2026-05-21',
		check: '2026-06-05',
		inform_media: '2026-05-28',
		collect: '2026-11-20',
		send: '2026-06-15',
		consider_local: '2026-07-09',
	}
	await lookAtTerms(page, number, terms)
	await look(stranger, `/petitions/${number}/signature`, { says: ['signing:closed'] })

	const desk = await consider(number)
	await site.moveTo('2026-07-03T15:00')
	await become(page, 'approver')
	await look(page, `${desk}/decision`)
	await send(page, `/ru${desk}/decision`, { intent: 'preview', ...DECISION }, 200)
	await send(page, `/ru${desk}/decision`, { intent: 'decide', ...DECISION })
	await look(stranger, `/petitions/${number}`, { days: ['2026-07-03'], says: ['petitions:state.decided'] })
	await lookAtTerms(page, number, { ...terms, publish_decision: '2026-07-07' })
	await look(page, `${desk}/statement`)
	await send(page, `/kk${desk}/statement`, { on: '2026-07-03', statement: 'Біз шам орнатамыз.' })
	await look(stranger, `/petitions/${number}`, { says: ['petitions:consideration.statement'] })
	await takeList(desk)
	await become(page, 'citizen')
	await look(page, `/petitions/${number}/author`)
	await look(page, '/account/petitions', { says: ['petitions:state.decided'] })
})

test('a petition is rejected on a ground of the law, for a reason, and its author complains', async () => {
	await site.moveTo('2026-07-13T10:00')
	const rejected = await write(page, 'Another head of the district')
	await supportOnPaper(page, rejected, '2026-07-13')
	await site.moveTo('2026-07-20T10:00')
	await become(page, 'moderator')
	await look(page, `/moderation/petitions/${rejected.id}/check`, { days: ['2026-08-10'] })
	const reason = 'Heads of districts are not chosen by petition.'
	await moderate(
		page,
		'en',
		rejected,
		'check',
		{ intent: 'reject', ground: 'banned_subject', reason: '' },
		422,
	)
	await moderate(page, 'kk', rejected, 'check', { intent: 'reject', ground: 'banned_subject', reason })
	await look(stranger, `/petitions/${rejected.number}`, {
		says: ['petitions:page.rejected', 'law:petition.ground.banned_subject'],
	})
	await become(page, 'citizen')
	const own = `/petitions/${rejected.number}/author`
	await look(page, own, { says: ['proposing:author.complain', 'law:petition.ground.banned_subject'] })
	await page.goto(`/ru${own}`)
	await page.locator('main a[href*="/inquiries/new"]').click()
	await expect(page.locator('[name=text]')).toHaveValue(new RegExp(reason))
	await page.locator('[name=to]').first().selectOption({ index: 1 })
	await page.locator('button[value=check]').click()
	await page.locator('button[value=file]').click()
	await expect(page).toHaveURL(/\/ru\/receipts\//)
	await look(page, new URL(page.url()).pathname.slice(3))
})

test('a petition that falls short in six months comes back, and the body owes an answer to it', async () => {
	await site.moveTo('2026-09-19T23:50')
	await site.doDuties()
	await look(stranger, `/petitions/${short.number}`, { says: [50, 'petitions:page.sign'] })
	await site.moveTo('2026-09-20T00:10')
	await look(stranger, `/petitions/${short.number}/signature`, { says: ['signing:closed'] })
	await site.doDuties()
	await look(stranger, `/petitions/${short.number}`, {
		days: ['2026-09-20'],
		says: ['petitions:page.inquiry', 'petitions:state.returned'],
	})
	const answer = await stranger.request.get(`/kk/petitions/${short.number}?after`)
	const inquiry = String(/\/inquiries\/TAU-[\d-]+/.exec(await answer.text())?.[0])
	await look(stranger, inquiry, { days: ['2026-10-12'] })
	await become(page, 'citizen')
	await look(page, `/petitions/${short.number}/author`)
	await look(page, '/account', { days: ['2026-10-12'] })
})

/** The receipt as a file proves where the signature stands; with one sign changed it proves nothing. */
async function checkReceipt(path: string) {
	const receipt = await (await page.request.get(`/kk${path}/receipt.txt`)).text()
	for (const language of LANGUAGES) {
		const check = (text: string) =>
			stranger.request.post(`/${language}/petitions/check`, { form: { receipt: text } })
		expect(await (await check(receipt)).text()).toContain('data-color="success"')
		expect(await (await check(receipt.replace(/ordinal: (\d)/, 'ordinal: 1$1'))).text()).toContain(
			'data-color="danger"',
		)
	}
	await page.goto('/en/petitions/check')
	await page.locator('[name=receipt]').fill(receipt)
	await page.locator('main form button').click()
	await expect(page.getByText('neither removed nor taken back')).toBeVisible()
}

/** The desk does what the law wants before a decision; gives the path of its page. */
async function consider(number: string): Promise<string> {
	await become(page, 'executor')
	const list = await (await page.request.get('/kk/desk/petitions')).text()
	const desk = String(/\/desk\/petitions\/\d+/.exec(list)?.[0])
	await look(page, '/desk/petitions', { days: ['2026-07-09'] })
	await look(page, desk, { days: ['2026-07-09'] })

	await site.moveTo('2026-06-24T10:00')
	await become(page, 'executor')
	await look(page, `${desk}/discussion`)
	const draft = 'Forty lamps by October.'
	await send(page, `/kk${desk}/discussion`, { discussionOn: '2026-06-26', draft }, 409)
	await send(page, `/kk${desk}/discussion`, { discussionOn: '2026-06-29', draft })
	await look(stranger, `/petitions/${number}`, { days: ['2026-06-29'] })

	await site.moveTo('2026-06-29T17:00')
	await become(page, 'approver')
	await send(page, `/kk${desk}/decision`, { intent: 'decide', ...DECISION }, 409)
	await become(page, 'executor')
	await look(page, `${desk}/duties`)
	const done = (duty: string, more: Record<string, string>) =>
		send(page, `/ru${desk}/duties`, { duty, note: 'Protocol 7', ...more })
	await done('site_visit_unless_no_facts', { kept: 'waived' })
	await done('commission_with_starter', { doneOn: '2026-06-22' })
	await done('public_discussion_of_draft', { doneOn: '2026-06-29' })
	await look(stranger, `/petitions/${number}`, { days: ['2026-06-22'] })
	await look(page, desk)
	return desk
}

/** Who signed: taken as a file while nobody has said that it has arrived, and never after. */
async function takeList(desk: string) {
	await look(page, `${desk}/signatures`)
	const take = () => page.request.post(`/kk${desk}/signatures/list.csv`, { maxRedirects: 0 })
	const taken = await take()
	expect(taken.status()).toBe(200)
	expect((await taken.text()).trim().split('\n')).toHaveLength(54)
	await send(page, `/kk${desk}/signatures`, { intent: 'received' })
	await look(page, `${desk}/signatures`, { says: ['considering:signatures.over'] })
	expect((await take()).status()).toBe(410)
}

const AKIMAT = {
	...{ code: 'TAU', kk: 'Таулы ауданының әкімдігі', ru: 'Акимат Тауского района', en: 'Akimat of Tau' },
	...{ populationOn: '2026-01-01', populationSource: 'Bureau of National Statistics' },
}

const DECISION = {
	outcome: 'partly_granted',
	language: 'kk',
	body: 'Қырық шам орнатылады.',
	reasons: 'Қаражат бөлінді.',
	law: 'ӘРПК 90-6-бап',
	facts: 'Келісімшартта қырық мекенжай бар.',
	appeal: 'Үш ай ішінде жоғары тұрған органға.',
}
