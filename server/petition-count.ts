import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { countOf } from '#app/signing/count.server.ts'
import { store } from '#app/store.server.ts'

const PLACE = /^\/petitions\/([A-Z0-9-]{5,40})\/count\.json$/
const FRESH_MS = 1000

interface Kept {
	etag: string
	body: string
}

/**
 * The count of a petition, for pages that show it live and for anybody else. It is read once a second however many
 * ask. Answers, or gives false for another address.
 */
export function openPetitionCount(now = () => performance.now()) {
	const kept = new LRUCache<string, Promise<Kept | undefined>>({ max: 2000, ttl: FRESH_MS, perf: { now } })

	return (request: IncomingMessage, response: ServerResponse, failed: (error: unknown) => void): boolean => {
		const number = PLACE.exec(request.url ?? '')?.[1]
		if (number === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
		let count = kept.get(number)
		if (!count) {
			count = read(number)
			kept.set(number, count)
			// A failure is met by whoever asks now; the next one tries again.
			count.catch(() => kept.delete(number))
		}
		count.then((found) => send(found, request, response), failed)
		return true
	}
}

async function read(number: string): Promise<Kept | undefined> {
	const data = await store()
	const count = await countOf(data.readOwn, number)
	if (!count) return undefined
	const body = JSON.stringify(count)
	return { body, etag: `"${createHash('sha1').update(body).digest('base64url')}"` }
}

const OPEN = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff',
}

function send(found: Kept | undefined, request: IncomingMessage, response: ServerResponse) {
	if (!found) return void response.writeHead(404, { ...OPEN, 'cache-control': 'no-store' }).end()
	const headers = {
		...OPEN,
		etag: found.etag,
		'cache-control': 'public, max-age=1, stale-while-revalidate=10',
	}
	if (request.headers['if-none-match'] === found.etag) return void response.writeHead(304, headers).end()
	response
		.writeHead(200, {
			...headers,
			'content-type': 'application/json; charset=utf-8',
			'content-length': Buffer.byteLength(found.body),
		})
		.end(request.method === 'HEAD' ? undefined : found.body)
}
