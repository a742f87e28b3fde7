import { brotliCompressSync, gzipSync } from 'node:zlib'
import { databaseOf, folder, thirtyUnderPost, withStore } from './databases.ts'
import { type Answer, fetchOnce } from './load.ts'
import { against, kilobytes, say, title } from './report.ts'
import { startSite } from './site.ts'

/** What a first view of each page takes over the wire, and what it is before it is packed. */
export async function weight(): Promise<void> {
	title('Bytes of a first view')
	const database = await databaseOf(0)
	const { postId, number } = await withStore(database, thirtyUnderPost)
	const site = await startSite({ database, data: folder })
	try {
		for (const language of ['kk', 'ru', 'en'])
			for (const [name, path] of [
				['home', ''],
				['a post with 30 questions', `/posts/${postId}`],
				['a question', `/inquiries/${number}`],
				['asking', '/inquiries/new'],
			] as const)
				await weigh(site.port, `${language}: ${name}`, `/${language}${path}`)
	} finally {
		await site.stop()
	}
}

async function weigh(port: number, name: string, path: string): Promise<void> {
	const get = (from: string) => fetchOnce(port, { path: from, headers: { 'Accept-Encoding': 'br' } })
	const plain = await fetchOnce(port, { path })
	const packed = await get(path)
	if (plain.status !== 200) throw new Error(`${path} answered ${plain.status}`)
	const html = plain.body.toString()
	const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([tag]) =>
		attribute(tag, 'href'),
	)
	const css = await Promise.all(sheets.map(async (sheet) => (await fetchOnce(port, { path: sheet })).body))
	const cssPacked = sum(await Promise.all(sheets.map(get)))
	const fonts = sum(await Promise.all(fontsFor(html, css.join('\n')).map(get)))
	const pictures = [...html.matchAll(/<img[^>]*>/g)].filter(([tag]) => !tag.includes('/files/'))
	const frame = sum(await Promise.all(pictures.map(([tag]) => get(attribute(tag, 'src')))))
	const all = packed.body.length + cssPacked + fonts + frame
	const scripts = [...html.matchAll(/<script(?![^>]+application\/ld\+json)/g)].length
	const raw = Buffer.concat(css)
	const cssGzip = gzipSync(raw).length
	say(
		name,
		`${kilobytes(all)} in all`,
		`under 100 kB: ${against(all, 100_000)}; HTML ${kilobytes(packed.body.length)} br of ${kilobytes(plain.body.length)} raw, ` +
			`CSS ${kilobytes(cssPacked)} br, ${kilobytes(cssGzip)} gzip (under 30: ${against(cssGzip, 30_000)}) of ${kilobytes(raw.length)}, ` +
			`fonts ${kilobytes(fonts)}, scripts ${scripts}: ${against(scripts, 0)}`,
	)
	if (path.includes('/posts/'))
		say('    raw HTML', kilobytes(plain.body.length), `under 60 kB: ${against(plain.body.length, 60_000)}`)
	if (packed.body.length > brotliCompressSync(plain.body).length * 1.5) say('    it is hardly packed', '')
}

const sum = (answers: readonly Answer[]) => answers.reduce((total, { body }) => total + body.length, 0)

const attribute = (tag: string, name: string) =>
	new RegExp(`${name}="([^"]+)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''

/** The fonts that a browser fetches: preloaded, or holding a sign that stands on the page. */
function fontsFor(html: string, css: string): string[] {
	const preloaded = [...html.matchAll(/<link[^>]+as="font"[^>]*>/g)].map(([tag]) => attribute(tag, 'href'))
	const signs = new Set(
		[...html.replace(/<(head|style|script)[\s\S]*?<\/\1>|<[^>]+>/g, '')].map(
			(sign) => sign.codePointAt(0) ?? 0,
		),
	)
	const needed = [...css.matchAll(/@font-face\s*\{([^}]+)\}/g)].flatMap(([, face = '']) => {
		const source = /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1]
		const ranges = /unicode-range:([^;}]+)/i.exec(face)?.[1]
		return source && (!ranges || holdsOneOf(ranges, signs)) ? [source] : []
	})
	return [...new Set([...preloaded, ...needed])].filter((source) => source.startsWith('/'))
}

function holdsOneOf(ranges: string, signs: ReadonlySet<number>): boolean {
	const spans = ranges.split(',').map((range) => {
		const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-')
		return [
			Number.parseInt(from.replaceAll('?', '0'), 16),
			Number.parseInt(to.replaceAll('?', 'f'), 16),
		] as const
	})
	return [...signs].some((sign) => spans.some(([from, to]) => from <= sign && sign <= to))
}
