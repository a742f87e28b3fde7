import { done, type Outcome, refused } from '#app/outcome.ts'
import type { StoredFile } from './accept.server.ts'
import { cleanName } from './kind.ts'
import { putBytes } from './store.server.ts'

const LONGEST_SIDE = 1600
const MOST_PIXELS = 60_000_000
const PICTURES: readonly (string | undefined)[] = ['jpeg', 'png', 'webp']

/** A picture for a post: drawn anew as WebP, no larger than a screen, without place, camera and whatever was hidden in it. */
export async function takePicture(
	file: File,
): Promise<Outcome<{ stored: StoredFile; width: number; height: number }, 'notPicture'>> {
	// Loaded when the first picture comes: the library is large, and most processes never need it.
	const { default: sharp } = await import('sharp')
	sharp.cache(false)
	sharp.concurrency(1)
	const bytes = Buffer.from(await file.arrayBuffer())
	try {
		const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
		// A drawing in SVG may load others and hold scripts.
		if (!PICTURES.includes((await picture.metadata()).format)) return refused('notPicture')
		const { data, info } = await picture
			.autoOrient()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
			.webp({ quality: 82 })
			.toBuffer({ resolveWithObject: true })
		const mediaType = 'image/webp'
		const stored = {
			sha256: await putBytes(data),
			name: cleanName(file.name, mediaType),
			mediaType,
			size: data.length,
		} as const
		return done({ stored, width: info.width, height: info.height })
	} catch {
		// A picture that cannot be read is not a picture.
		return refused('notPicture')
	}
}
