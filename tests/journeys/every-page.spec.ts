import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES, linksOn, VISITS } from './pages.ts'
import { become } from './people.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 720 }
const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))

/** Given once, axe is there on every page; given to each page anew, it takes as long as looking at one. */
test.beforeEach(({ page }) => page.addInitScript({ path: resolve('axe-core/axe.min.js') }))

for (const { as, arrive, paths } of VISITS)
	for (const language of LANGUAGES)
		test(`pages of the ${as} in ${language} are open to everybody, fit a narrow phone and hold nothing foreign`, async ({
			page,
		}) => {
			test.setTimeout(240_000)
			const complaints: string[] = []
			page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
			page.on('request', (asked) => isForeign(asked.url()) && complaints.push(`asks ${asked.url()}`))
			await arrive(page)
			// Colours are those of the style, whatever the language: one look is enough, and that one is at a desk.
			const colours = language === LANGUAGES[0]
			const sizes = colours ? [DESK, PHONE] : [PHONE]
			const problems: string[] = []
			for (const path of await paths(page)) {
				complaints.length = 0
				const answer = await page.goto(`/${language}${path}`)
				const found = await flaws(page, language, as)
				for (const size of sizes) {
					await page.setViewportSize(size)
					if (size === DESK || !colours) found.push(...(await barriers(page, { colours })))
					if (size === PHONE) found.push(...(await tooWide(page)))
				}
				// The next page begins at the size where this one ended: a change of it is as dear as a page.
				sizes.reverse()
				if (isExpected(path, answer?.status()))
					found.push(...complaints.filter((said) => !isOf404(path, said)))
				else found.push(`answers ${answer?.status()}`)
				problems.push(...found.map((problem) => `${path}: ${problem}`))
			}
			expect.soft(problems).toEqual([])
		})

for (const language of LANGUAGES)
	test(`the steps of a form in ${language}: refused, checked, sent, are open to everybody`, async ({
		page,
	}) => {
		await become(page, 'citizen')
		await page.goto(`/${language}/inquiries/new?office=env-minister`)
		const send = () => page.locator('button[name=intent]').first().click()
		// A browser of today would not send it so; an old one does.
		await page.locator('form#ask').evaluate((form: HTMLFormElement) => {
			form.noValidate = true
		})
		const steps: [string, () => Promise<void>][] = [
			['refused', send],
			[
				'checked',
				async () => {
					await page.locator('[name=subject]').fill('Сұрақ: мектеп автобусы')
					await page.locator('[name=text]').fill('Мектеп автобусы қашан жүреді, қай көшеде тоқтайды?')
					await send()
				},
			],
			['filed', () => page.locator('button[value=file]').click()],
		]
		for (const [step, take] of steps) {
			await take()
			await page.waitForLoadState()
			expect([...(await flaws(page, language, 'citizen')), ...(await barriers(page))], step).toEqual([])
			if (step === 'refused') await expect(page.getByRole('alert')).toBeFocused()
		}
		await expect(page).toHaveURL(/receipts/)
	})

test('a first view of the pages that most people see is under 100 kB, its style under 30 kB', async ({
	page,
}) => {
	const [post] = await linksOn(page, '/posts', /^\/posts\/[\w-]{36}$/)
	const [question] = await linksOn(page, '/inquiries?state=answered', /^\/inquiries\/[A-Z]+-[\d-]+$/)
	for (const path of ['', post, question, '/inquiries/new', '/offices/env-minister']) {
		const fresh = await page.context().browser()?.newPage()
		if (!fresh) throw new Error('no browser')
		let bytes = 0
		let style = 0
		fresh.on('response', async (response) => {
			const { responseBodySize } = await response.request().sizes()
			bytes += responseBodySize
			if (response.url().endsWith('.css')) style += gzipSync(await response.body()).length
		})
		await fresh.goto(`http://localhost:${process.env.JOURNEYS_PORT}/kk${path}`, { waitUntil: 'networkidle' })
		expect(bytes, `bytes of ${path}`).toBeLessThan(100_000)
		expect(bytes, `bytes of ${path}`).toBeGreaterThan(5000)
		expect(style, 'bytes of the style').toBeLessThan(30_000)
		await fresh.close()
	}
})

const isForeign = (url: string) => !/^(data|blob|about):/.test(url) && new URL(url).hostname !== 'localhost'

const isExpected = (path: string, status = 0) => (path === '/no-such-page' ? status === 404 : status === 200)

const isOf404 = (path: string, said: string) => path === '/no-such-page' && said.includes('status of 404')

/** A passkey and a key for signatures are reached by scripts alone, and by one the number of a petition renews itself. */
const WITH_SCRIPTS =
	/\/(sign-in(\/(factor|signature))?|account\/factors(\/passkey)?|inquiries\/new\/signature|petitions\/P-[\d-]+|hearings\/H-[\d-]+\/room|account\/hearings\/\d+\/[a-z-]+)(\?|$)/

/** What every page promises beside being accessible. */
function flaws(page: Page, language: string, as: string): Promise<string[]> {
	return page.evaluate(
		([language, scriptless]) => {
			const found: string[] = []
			const all = (selector: string) => [...document.querySelectorAll(selector)]
			if (all('h1').length !== 1) found.push(`${all('h1').length} h1`)
			if (all('main').length !== 1) found.push(`${all('main').length} main`)
			if (document.documentElement.lang !== language) found.push(`lang ${document.documentElement.lang}`)
			if (all('[style]').length > 0) found.push(`style on ${all('[style]')[0]?.outerHTML.slice(0, 120)}`)
			if (scriptless && all('script').length > 0) found.push('a script')
			const ids = all('[id]').map(({ id }) => id)
			const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
			if (twice.length > 0) found.push(`twice the id ${twice.join(' ')}`)
			const foreign = all('[src], link[href], form[action], use[href]')
				.map((one) => ['src', 'href', 'action'].map((name) => one.getAttribute(name)).find(Boolean) ?? '')
				.filter((url) => new URL(url, location.href).origin !== location.origin && !url.startsWith('data:'))
			if (foreign.length > 0) found.push(`foreign ${foreign.join(' ')}`)
			const missing = document.body.textContent?.match(
				/\b(common|clock|law|inquiries|blogs|people|desk|oversight|petitions|signing|considering|invalidating|proposing|hearings|holding|dossiers|remarks|rooms|protocols):\w[\w.]+/,
			)
			if (missing) found.push(`a key for words: ${missing[0]}`)
			if (document.title.trim() === '' || document.title === 'Jauap') found.push(`title "${document.title}"`)
			return found
		},
		[language, ['stranger', 'citizen', 'newcomer'].includes(as) && !WITH_SCRIPTS.test(page.url())] as const,
	)
}

/** What runs over the edge of a phone. */
async function tooWide(page: Page): Promise<string[]> {
	const width = await page.evaluate(() => document.documentElement.scrollWidth)
	return width > PHONE.width ? [`${width} px wide on a phone`] : []
}

/** There are no frames here, so one look at the page is enough; to tell of what is well takes half of the time. */
async function barriers(page: Page, { colours = true } = {}): Promise<string[]> {
	const rules = { 'color-contrast': { enabled: colours } }
	const look = new AxeBuilder({ page, axeSource: '0' })
		.options({ reporter: 'no-passes', selectors: false, rules })
		.withTags(STANDARDS)
	const { violations } = await look.setLegacyMode().analyze()
	return violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
	)
}
