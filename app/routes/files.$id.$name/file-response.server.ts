import { fileFor } from '#app/files/find.server.ts'
import { bytesOf } from '#app/files/store.server.ts'
import { notFound } from '#app/not-found.ts'
import type { Actor } from '#app/people/actor.ts'
import { store } from '#app/store.server.ts'

/**
 * Shown in the browser; everything else is saved, whatever its name says. Browsers refuse to show a PDF in a
 * sandbox, so that it is saved too.
 */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The file, if this actor may open it. What somebody sent can never act as a page of this site. */
export async function fileResponse(id: string, actor: Actor): Promise<Response> {
	const { readOwn } = await store()
	const found = await fileFor(readOwn, id, actor)
	if (!found) throw notFound()
	const bytes = await bytesOf(found.file.sha256)
	if (!bytes) throw new Error(`the bytes of file ${id} are missing`)
	const { mediaType, name } = found.file
	const how = SHOWN.has(mediaType) ? 'inline' : 'attachment'
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
			'Content-Length': String(bytes.length),
			'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
			'Content-Security-Policy':
				"sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': found.open ? 'public, max-age=86400' : 'private, no-store',
		},
	})
}
