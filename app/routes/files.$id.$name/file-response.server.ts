import parseRange from 'range-parser'
import { fileFor } from '#app/files/find.server.ts'
import { partOf } from '#app/files/store.server.ts'
import { notFound } from '#app/not-found.ts'
import type { Actor } from '#app/people/actor.ts'
import { store } from '#app/store.server.ts'

/**
 * Shown in the browser; everything else is saved, whatever its name says. Browsers refuse to show a PDF in a
 * sandbox, so that it is saved too.
 */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The file, if this actor may open it. What somebody sent can never act as a page of this site. */
export async function fileResponse(id: string, actor: Actor, asked: string | null): Promise<Response> {
	const { readOwn } = await store()
	const found = await fileFor(readOwn, id, actor)
	if (!found) throw notFound()
	return answerWith(found, asked)
}

type Found = NonNullable<Awaited<ReturnType<typeof fileFor>>>

/** The file, or the part of it that was asked for. */
export async function answerWith(
	found: { file: Pick<Found['file'], 'sha256' | 'size' | 'name' | 'mediaType'>; open: boolean },
	asked: string | null,
): Promise<Response> {
	const { size, sha256 } = found.file
	const part = partAsked(asked, size)
	if (part === 'unfit')
		return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
	const { start, end } = part ?? { start: 0, end: size - 1 }
	const body = await partOf(sha256, start, end)
	if (!body) throw new Error(`the bytes ${sha256} are missing`)
	const { mediaType, name } = found.file
	const how = SHOWN.has(mediaType) ? 'inline' : 'attachment'
	return new Response(body, {
		status: part ? 206 : 200,
		headers: {
			...(part && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
			'Accept-Ranges': 'bytes',
			'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
			'Content-Length': String(end - start + 1),
			'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
			'Content-Security-Policy':
				"sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': found.open ? 'public, max-age=86400' : 'private, no-store',
		},
	})
}

/** The one part that was asked for; nothing where all is wanted, or several parts are. */
function partAsked(asked: string | null, size: number): { start: number; end: number } | 'unfit' | undefined {
	const parts = asked ? parseRange(size, asked) : UNREADABLE
	if (parts === UNREADABLE) return undefined
	if (parts === UNFIT) return 'unfit'
	return typeof parts !== 'number' && parts.type === 'bytes' && parts.length === 1 ? parts[0] : undefined
}

/** What the parser says of a range that lies outside, and of one that is none. */
const UNFIT = -1
const UNREADABLE = -2
