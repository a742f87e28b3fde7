// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, renderMarkdown, safeAddress, shortened } from '#app/text/markdown.ts'

const html = (source: string) => renderMarkdown(source).html

describe('what people write', () => {
	test('becomes paragraphs with the line breaks they typed', () => {
		expect(html('Құрметті министр,\nсұрағым бар.\n\nРақмет.')).toBe(
			'<p>Құрметті министр,<br />сұрағым бар.</p>\n<p>Рақмет.</p>',
		)
	})

	test('keeps emphasis, lists, quotes, code and tables', () => {
		const source = '**a** *b* ~~c~~ `d`\n\n- e\n- f\n\n3. g\n\n> h\n\n| i | j |\n|---|--:|\n| k | l |'
		expect(html(source)).toMatchInlineSnapshot(`
			"<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>
			<ul>
			<li>e</li>
			<li>f</li>
			</ul>
			<ol start="3">
			<li>g</li>
			</ol>
			<blockquote>
			<p>h</p>
			</blockquote>
			<table tabindex="0">
			<thead>
			<tr>
			<th>i</th>
			<th>j</th>
			</tr>
			</thead>
			<tbody><tr>
			<td>k</td>
			<td>l</td>
			</tr>
			</tbody></table>"
		`)
	})

	test('has its headings right under the title when it is the page', () => {
		expect(renderMarkdown('# a\n## b\n### c', { page: true }).html).toBe('<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>')
	})

	test('has its headings below those of the page', () => {
		expect(html('# a\n## b\n###### c')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>')
	})

	test('links without recommending', () => {
		const rel = 'rel="ugc nofollow noopener"'
		expect(html('[a](https://adilet.zan.kz/kaz)')).toBe(
			`<p><a href="https://adilet.zan.kz/kaz" ${rel}>a</a></p>`,
		)
		expect(html('https://egov.kz/x?a=1&b=2')).toContain(`<a href="https://egov.kz/x?a=1&amp;b=2" ${rel}>`)
		expect(html('[a](/kk/inquiries/ENV-2026-000123-7)')).toContain(
			'<a href="/kk/inquiries/ENV-2026-000123-7"',
		)
		expect(html('<qabyldau@example.kz>')).toContain('<a href="mailto:qabyldau@example.kz"')
	})

	test('shows pictures from elsewhere as links to them', () => {
		expect(html('![Су](https://example.org/a.png "t")')).toBe(
			'<p><a href="https://example.org/a.png" rel="ugc nofollow noopener">Су</a></p>',
		)
	})

	test('shows our own pictures with their size and words', () => {
		const pictures = new Map([
			['7', { src: '/files/7/su.webp', width: 800, height: 600, alt: 'Су "қоймасы"' }],
		])
		expect(renderMarkdown('![](picture:7)', { pictures }).html).toBe(
			'<p><img src="/files/7/su.webp" width="800" height="600" alt="Су &quot;қоймасы&quot;" loading="lazy" /></p>',
		)
		expect(renderMarkdown('![Басқа](picture:8)', { pictures }).html).toBe('<p>Басқа</p>')
	})

	test('shows ticks of a list as signs', () => {
		expect(html('- [x] a\n- [ ] b')).toContain('☑ a')
	})

	test('shows raw HTML as it was typed', () => {
		expect(html('a <b>b</b> <!-- c -->')).toBe('<p>a &lt;b&gt;b&lt;/b&gt; &lt;!-- c --&gt;</p>')
		expect(html('<div class="x">\n\n*a*\n\n</div>')).toContain('&lt;div class="x"&gt;')
	})
})

describe('the words alone', () => {
	test('have no marks, no tags and no entities', () => {
		expect(plainText('# Тақырып\n\n**A** & <b> [c](https://d.kz)\ne')).toBe('Тақырып\nA & <b> c\ne')
	})

	test('make an excerpt that ends at a word', () => {
		const { excerpt } = renderMarkdown('Жылу маусымы басталды. '.repeat(20))
		expect(excerpt.length).toBeLessThanOrEqual(200)
		expect(excerpt).toMatch(/\p{L}…$/u)
		expect(shortened('Бір екі', 20)).toBe('Бір екі')
	})

	test('never end in half a letter', () => {
		expect(shortened('😀'.repeat(10), 5)).toBe('😀😀…')
	})
})

// Each of these has run a script, or sent a reader astray, on some site.
const HOSTILE = [
	'<script>alert(1)</script>',
	'<ScRiPt src=//evil.example></sCrIpT>',
	'<img src=x onerror=alert(1)>',
	'<img src="x" onerror="alert(1)"',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
	'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="javascript:alert(1)"></object>',
	'<embed src="javascript:alert(1)">',
	'<form action="javascript:alert(1)"><button>a</button></form>',
	'<a href="javascript:alert(1)">a</a>',
	'<body onload=alert(1)>',
	'<style>@import "javascript:alert(1)";</style>',
	'<link rel=stylesheet href=//evil.example>',
	'<meta http-equiv=refresh content="0;url=//evil.example">',
	'<base href="//evil.example/">',
	'<details open ontoggle=alert(1)>',
	'<p style="position:fixed;inset:0">a</p>',
	'<p class="letter" id="main">a</p>',
	'<!-- <script>alert(1)</script> -->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<?php echo 1 ?><script>alert(1)</script>',
	'<scr<script>ipt>alert(1)</scr</script>ipt>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<textarea><img src=x onerror=alert(1)></textarea>',
	'<xmp><script>alert(1)</script></xmp>',
	'[a](javascript:alert(1))',
	'[a](JaVaScRiPt:alert(1))',
	'[a](<java\nscript:alert(1)>)',
	'[a](java&#10;script:alert(1))',
	'[a](&#106;avascript:alert(1))',
	'[a](&#x6A;&#x61;vascript&colon;alert(1))',
	'[a](javascript&#58;alert(1))',
	'[a](\u0001javascript:alert(1))',
	'[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
	'[a](vbscript:msgbox(1))',
	'[a](file:///etc/passwd)',
	'[a](blob:https://egov.kz/1)',
	'[a](//evil.example)',
	'[a](/\\evil.example)',
	'[a](\\\\evil.example)',
	'[a](https://egov.kz@evil.example/)',
	'[a](https:evil.example)',
	'[a](https://egov.kz\\@evil.example)',
	'[a][x]\n\n[x]: javascript:alert(1)',
	'[x]\n\n[x]: <javascript:alert(1)> "t"',
	'<javascript:alert(1)>',
	'<data:text/html,<script>alert(1)</script>>',
	'![a](javascript:alert(1))',
	'![a](data:image/svg+xml,<svg onload=alert(1)>)',
	'![a" onerror="alert(1)](https://evil.example/a.png)',
	'![a](picture:1" onerror="alert(1))',
	'[a](https://a.kz "t\\" onmouseover=\\"alert(1)")',
	'[a](https://a.kz/"onmouseover="alert(1))',
	"[a](https://a.kz/'onmouseover='alert(1))",
	'[![a](https://a.kz "b")](javascript:alert(1))',
	'[<img src=x onerror=alert(1)>](https://a.kz)',
	'`<script>alert(1)</script>`',
	'```"><script>alert(1)</script>\nx\n```',
	'```html\n<script>alert(1)</script>\n```',
	'    <script>alert(1)</script>',
	'| <img src=x onerror=alert(1)> |\n|---|\n| <svg/onload=alert(1)> |',
	'# <img src=x onerror=alert(1)>',
	'> <script>alert(1)',
	'**<b onmouseover=alert(1)>**',
	'\\<script\\>alert(1)\\</script\\>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'＜script＞alert(1)＜/script＞',
	'<script\u0000>alert(1)</script>',
	'<\u200bscript>alert(1)</script>',
	'http://a.kz/<script>alert(1)</script>',
	'www.a.kz"onclick="alert(1)',
	'mailto:a@b.kz?body=<script>alert(1)</script>',
	'<a@b.kz"onclick=alert(1)>',
	'[a](mailto:a@b.kz?bcc=everyone@evil.example)',
	'[\u202egov.kz](https://evil.example)',
]

const REL = 'ugc nofollow noopener'
const ALLOWED = {
	tags: /^(p|br|hr|blockquote|pre|code|strong|em|del|ul|ol|li|a|img|h[2-6]|table|thead|tbody|tr|th|td)$/,
	attributes: {
		a: ['href', 'rel'],
		img: ['src', 'width', 'height', 'alt', 'loading'],
		ol: ['start'],
		table: ['tabindex'],
	},
}

/** Reads the markup as a browser would and complains of all that is not expected in it. */
function troubleIn(markup: string): string[] {
	const trouble: string[] = []
	const page = document.implementation.createHTMLDocument()
	page.body.innerHTML = markup
	for (const element of page.body.querySelectorAll('*')) {
		const tag = element.localName
		const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
		if (!ALLOWED.tags.test(tag)) trouble.push(`<${tag}>`)
		for (const [name, value] of Object.entries(attributes)) {
			const known = ALLOWED.attributes[tag as 'a'] as readonly string[] | undefined
			if (!known?.includes(name)) trouble.push(`${tag} ${name}`)
			if (name === 'href' && !/^(https?:\/\/[^@\\]+$|mailto:[^?]+$|\/(?![/\\])|#)/i.test(value))
				trouble.push(value)
		}
		if (tag === 'a' && attributes.rel !== REL) trouble.push('a without rel')
	}
	if (/[\u202a-\u202e\u2066-\u2069]/u.test(markup) || markup.includes('\0'))
		trouble.push('turned or hidden letters')
	return trouble
}

describe('hostile text', () => {
	test.each(HOSTILE)('%j harms nobody', (source) => {
		expect(troubleIn(html(source))).toEqual([])
		const quoted = `> - **a** [b](https://c.kz)\n>   ${source}\n\n1. ${source}\n\n| a |\n|---|\n| ${source.replaceAll('\n', ' ')} |`
		expect(troubleIn(html(quoted))).toEqual([])
	})

	test('the watcher of these tests sees harm where it is', () => {
		expect(troubleIn('<a href="javascript:x" onclick="y">a</a><svg onload=x>')).toHaveLength(5)
	})

	test('any mixture of hostile parts harms nobody', () => {
		const mixture = fc.array(
			fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom('\n', '[', '](', ')', '`', '<', '"')),
		)
		fc.assert(
			fc.property(mixture, (parts) => {
				expect(troubleIn(html(parts.join('')))).toEqual([])
			}),
			{ numRuns: 300 },
		)
	})

	test.each([
		['quotes', '>'.repeat(20_000)],
		['lists', '- '.repeat(10_000)],
		['stars', '*a '.repeat(7_000)],
		['underlines', '__a_'.repeat(5_000)],
		['brackets', '['.repeat(20_000)],
		['links', '[a](b'.repeat(4_000)],
		['pictures', '!['.repeat(10_000)],
		['backticks', '`'.repeat(20_000)],
		['angles', '<'.repeat(20_000)],
		['pipes', `${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}`],
		['indents', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
	])('twenty thousand characters of %s are answered soon', (_, source) => {
		const started = performance.now()
		expect(troubleIn(html(source))).toEqual([])
		expect(performance.now() - started).toBeLessThan(2_000)
	})
})

test.each([
	['https://egov.kz', 'https://egov.kz'],
	[' /kk/bodies ', '/kk/bodies'],
	['#answer', '#answer'],
	['//evil.example', undefined],
	['https://', undefined],
	['tel:112', undefined],
])('the address %j may be linked as %j', (address, linked) => {
	expect(safeAddress(address)).toBe(linked)
})
