import { expect, type Page, test } from '@playwright/test'
import { becomePerson } from './hearing-acts.ts'
import { look } from './looks.ts'
import { type MovedSite, openMovedSite } from './moved-site.ts'
import { become, send } from './petition-acts.ts'

// A civic group holds its own hearing, from the first draft to its conclusion; no official takes part.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: MovedSite
let page: Page
let id = ''
let number = ''

const holding = (name: string) => `/en/account/hearings/${id}/${name}`
const doHere = (name: string, form: Record<string, string>) => send(page, holding(name), form)

const asInitiator = () => become(page, 'citizen')
const asChair = () => becomePerson(page, 'citizen02')
const asSecretary = () => becomePerson(page, 'citizen03')

test.beforeAll(async ({ browser }) => {
	test.setTimeout(120_000)
	site = await openMovedSite('2026-04-06T10:00', process.env.MOVED_DATABASE)
	const context = await browser.newContext({
		baseURL: site.url,
		extraHTTPHeaders: { Origin: site.url },
		javaScriptEnabled: false,
	})
	page = await context.newPage()
	page.setDefaultTimeout(10_000)
})
test.afterAll(async () => {
	await page?.context().close()
	await site?.close()
})

test('a group writes what is heard, makes its documents public and announces the day', async () => {
	await asInitiator()
	await page.goto('/en/hearings/new')
	await page.locator('[name=kind][value=civic]').check()
	await page.locator('[name=initiatorName]').fill('Friends of the valley')
	await page.locator('main form button').first().click()
	id = String(/hearings\/(\d+)/.exec(page.url())?.[1])
	await doHere('text', {
		form: 'open_meeting',
		initiatorName: 'Friends of the valley',
		initiatorContact: 'valley@demo.example',
		regions: 'KZ-75',
		titleEn: 'Twelve lifts in the valley',
		subjectEn: 'What twelve lifts would change.',
		titleRu: 'Двенадцать подъёмников в долине',
		subjectRu: 'Что изменят двенадцать подъёмников.',
		titleKk: 'Аңғардағы он екі көтергіш',
		subjectKk: 'Он екі көтергіш нені өзгертеді.',
	})
	await page.goto(holding('documents'))
	await page.locator('details#add summary').click()
	await page.locator('#add [name=title]').fill('The water of the valley')
	const report = { name: 'water.txt', mimeType: 'text/plain', buffer: Buffer.from('There is little water.') }
	await page.locator('#add [name=file]').setInputFiles(report)
	await page.locator('#add button[value=add]').click()
	// The first file waits for the thread that reads it.
	await expect(page.getByText('The water of the valley').first()).toBeVisible({ timeout: 45_000 })
	await doHere('documents', { intent: 'post' })
	for (const [role, person] of [
		['chair', 'citizen02'],
		['secretary', 'citizen03'],
	])
		await doHere('officers', { intent: 'appoint', role: String(role), email: `${person}@demo.example` })
	const announced = { form: 'open_meeting', time: '18:00', placeEn: 'Over the net', placeRu: 'В сети' }
	await doHere('announcement', {
		intent: 'announce',
		...announced,
		placeKk: 'Желіде',
		startsOn: '2026-04-14',
		commentsAddress: 'valley@demo.example',
	})
	await page.goto(`/en/account/hearings/${id}`)
	number = String(/H-2026-\d+-\d/.exec(await page.content())?.[0])
	await page.context().clearCookies()
	await look(page, `/hearings/${number}`, { says: ['hearings:civic'], days: ['2026-04-14'] })
	await look(page, `/hearings/${number}/dossier`, { says: ['hearings:civic'] })
	await look(page, `/hearings/${number}/plan`)
})

test('anybody hands in a remark and an assessment; the group answers every one', async () => {
	await asSecretary()
	await page.goto(`/en/hearings/${number}/remarks/new`)
	await page.locator('[name=position][value=against]').check()
	await page.locator('[name=text]').fill('The river runs dry in August already; who has measured it?')
	await page.locator('[name=published]').check()
	await page.locator('[name=consent]').check()
	await page.locator('button[value=hand-in]').click()
	await expect(page).toHaveURL(/\/remarks\/1/)
	await page.goto(`/en/hearings/${number}/dossier/new`)
	await page.locator('[name=title]').fill('Measured in August')
	await page.locator('[name=stance][value=against]').check()
	const study = { name: 'august.txt', mimeType: 'text/plain', buffer: Buffer.from('Forty litres a second.') }
	await page.locator('[name=file]').setInputFiles(study)
	await page.locator('main form button').last().click()
	await expect(page).toHaveURL(/\/dossier\/[\w-]{36}/)
	await asInitiator()
	await page.goto(holding('responses'))
	await page.locator('[name=answer]').first().fill('We have: forty litres a second.')
	await page.locator('button[value=answer]').first().click()
	await page.context().clearCookies()
	for (const name of ['remarks', 'groups/1', 'responses', 'dossier'])
		await look(page, `/hearings/${number}/${name}`)
})

test('the session is held by its chair and secretary alone', async () => {
	await asSecretary()
	await doHere('agenda', { intent: 'add', minutes: '20', kk: 'Су', ru: 'Вода', en: 'Water' })
	await site.moveTo('2026-04-14T18:01')
	await asChair()
	await doHere('room', { intent: 'begin' })
	await doHere('room', { intent: 'announce', text: 'Three minutes each, please.' })
	await page.context().clearCookies()
	await look(page, `/hearings/${number}`, { says: ['hearings:civic'] })
	const room = await page.request.get(`/en/hearings/${number}/room`)
	expect(await room.text()).toContain('Three minutes each, please.')
	await site.moveTo('2026-04-14T19:00')
	await asChair()
	await doHere('room', { intent: 'end' })
})

test('the protocol is drawn, signed by both and public; the conclusion follows the whole table', async () => {
	await asSecretary()
	await doHere('protocol', { intent: 'draft' })
	await doHere('protocol', { intent: 'sign', version: '1' })
	await asChair()
	await doHere('protocol', { intent: 'sign', version: '1' })
	await asInitiator()
	await doHere('protocol', { intent: 'publish' })
	await page.context().clearCookies()
	await look(page, `/hearings/${number}/protocol`, { says: ['hearings:civic'] })
	const pdf = await page.request.get(`/hearings/${number}/protocol.pdf`)
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
	await asInitiator()
	const conclusion = { intent: 'decide', text: 'No lift before the river is measured.', reasons: 'Remark 1.' }
	await send(page, holding('decision'), conclusion, 409)
	await page.goto(holding('responses'))
	await page.locator('[name=outcome][value=accepted]').first().check()
	await page.locator('[name=reason]').first().fill('It was measured.')
	await page.locator('[name=changed]').first().fill('The study is part of the dossier.')
	await page.locator('button[value=respond]').first().click()
	// Five working days are left to object to the protocol.
	await site.moveTo('2026-04-22T10:00')
	await asInitiator()
	await doHere('decision', conclusion)
	await page.context().clearCookies()
	await look(page, `/hearings/${number}/decision`)
	await look(page, `/hearings/${number}/responses`)
})
