import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { isLanguage } from '#app/i18n/languages.ts'
import { isPersonalPath } from '#app/links.ts'
import { type Encoding, encoded, encodingFor } from './encoding.ts'

export const SESSION_COOKIE = 'jauap_session'

const FRESH_MS = 1000
const STALE_MS = 10_000
const LONGEST_QUERY = 600

/** A page as the site gives it to somebody it does not know. */
export interface Page {
	status: number
	headers: Record<string, string>
	body: Buffer
}

interface Kept {
	status: number
	madeAt: number
	hash: string
	size: number
	headers: Record<string, string>
	body: Buffer
	answers: Partial<Record<Encoding, Promise<Answer>>>
}

/** What goes out for one encoding, made once. */
interface Answer {
	etag: string
	headers: Record<string, string | number>
	unchanged: Record<string, string | number>
	body: Buffer
}

interface Options {
	/** Makes the page of this address, knowing nothing but the address. */
	render: (path: string) => Promise<Page>
	maxBytes?: number
	now?: () => number
}

/**
 * Keeps what everybody sees for about a second, so that a page is made once however many want it.
 * Whoever has a session is passed by.
 */
export function openPageCache({ render, maxBytes = 16 << 20, now = () => performance.now() }: Options) {
	const kept = new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: ({ size }) => size })
	const passed = new LRUCache<string, true>({ max: 1000, ttl: STALE_MS, perf: { now } })
	const making = new Map<string, Promise<Kept | undefined>>()

	/** Answers, or leaves the request to `pass`. */
	function serve(request: IncomingMessage, response: ServerResponse, pass: () => void) {
		const key = keyOf(request)
		if (key === undefined || passed.has(key)) return pass()
		const page = kept.get(key)
		const age = page ? now() - page.madeAt : Number.POSITIVE_INFINITY
		if (page && age < FRESH_MS) return send(page, request, response, pass)
		if (page && age < STALE_MS && page.status === 200) {
			// The next reader gets the new page; a failure is met by them, in the open.
			make(key).catch(() => kept.delete(key))
			return send(page, request, response, pass)
		}
		make(key).then((fresh) => (fresh ? send(fresh, request, response, pass) : pass()), pass)
	}

	/** Makes the page once for all who ask meanwhile. */
	function make(key: string): Promise<Kept | undefined> {
		const underway = making.get(key)
		if (underway) return underway
		const made = render(key)
			.then((page) => keep(key, page))
			.finally(() => making.delete(key))
		making.set(key, made)
		return made
	}

	function keep(key: string, page: Page): Kept | undefined {
		if (!mayBeShared(page)) {
			kept.delete(key)
			passed.set(key, true)
			return undefined
		}
		const { status, headers, body } = page
		const hash = createHash('sha1').update(body).digest('base64url')
		const before = kept.get(key)
		// The same page again: what was compressed for it still holds.
		const answers = before?.hash === hash && before.status === status ? before.answers : {}
		const fresh = { status, headers, body, hash, answers, madeAt: now(), size: body.length * 2 + 2000 }
		kept.set(key, fresh)
		return fresh
	}

	return { serve }
}

/** The address, if whoever asks may be given what everybody is given. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
	if (method !== 'GET' && method !== 'HEAD') return undefined
	if (!isLanguage(url.slice(1, 3)) || (url.length > 3 && url[3] !== '/' && url[3] !== '?')) return undefined
	if (headers.cookie?.includes(`${SESSION_COOKIE}=`)) return undefined
	const [path = '', query = ''] = url.split('?', 2)
	if (path.length > 300 || path.includes('%') || path.endsWith('.data') || isPersonalPath(path))
		return undefined
	// A table is written as it is read, for whoever takes it: kept whole it might fill the memory.
	if (/\.csv\/*$/i.test(path)) return undefined
	if (!query) return path
	return query.length > LONGEST_QUERY ? undefined : path + normalised(query)
}

/** Order, empty fields of a filter form and the marks of campaigns make no other page. */
function normalised(query: string): string {
	const fields = [...new URLSearchParams(query)]
		.filter(([name, value]) => value !== '' && !/^(utm_.*|fbclid|gclid|yclid)$/.test(name))
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
	return fields.length ? `?${new URLSearchParams(fields)}` : ''
}

function mayBeShared({ status, headers }: Page): boolean {
	if (headers['set-cookie'] || (status !== 200 && status !== 404)) return false
	return !/no-store|private/.test(headers['cache-control'] ?? '')
}

function send(
	page: Kept,
	request: IncomingMessage,
	response: ServerResponse,
	pass: (error?: unknown) => void,
) {
	const encoding = encodingFor(request.headers['accept-encoding'])
	let answer = page.answers[encoding]
	if (!answer) {
		answer = prepare(page, encoding)
		page.answers[encoding] = answer
	}
	answer.then(({ etag, headers, unchanged, body }) => {
		if (page.status === 200 && matches(request.headers['if-none-match'], etag)) {
			response.writeHead(304, unchanged).end()
		} else {
			response.writeHead(page.status, headers).end(request.method === 'HEAD' ? undefined : body)
		}
	}, pass)
}

async function prepare({ hash, headers: own, body: whole }: Kept, encoding: Encoding): Promise<Answer> {
	const body = await encoded(whole, encoding)
	const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
	const unchanged = {
		...own,
		// A browser asks every time and mostly hears "unchanged": whoever has just signed in or asked
		// must not be shown what a stranger saw. Caches on the way may keep the page as we do.
		'cache-control': 'public, max-age=0, s-maxage=1',
		'cdn-cache-control': 'public, max-age=1, stale-while-revalidate=10',
		vary: 'Accept-Encoding, Cookie',
		etag,
	}
	const length = { 'content-length': body.length }
	const headers =
		encoding === 'identity'
			? { ...unchanged, ...length }
			: { ...unchanged, ...length, 'content-encoding': encoding }
	return { etag, headers, unchanged, body }
}

function matches(asked: string | undefined, etag: string): boolean {
	if (!asked) return false
	return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
