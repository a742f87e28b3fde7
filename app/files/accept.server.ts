import { done, type Outcome, refused } from '#app/outcome.ts'
import { cleanName, EXTENSIONS, isPicture, isPlainText, type MediaType, officeKind } from './kind.ts'
import { putBytes } from './store.server.ts'

/** What lies in the file store and has no row yet. */
export interface StoredFile {
	sha256: string
	name: string
	mediaType: MediaType
	size: number
}

interface Accepted {
	name: string
	mediaType: MediaType
	bytes: Buffer
}

/** Looks at every upload and stores the good ones. What was refused is named, so that the person can tell which. */
export async function takeIn(
	files: readonly File[],
): Promise<{ stored: StoredFile[]; refused: { name: string; refusal: 'fileKind' }[] }> {
	const stored: StoredFile[] = []
	const refusals: { name: string; refusal: 'fileKind' }[] = []
	// One after another: a picture being read takes ten times its size in memory.
	for (const file of files) {
		const accepted = await acceptFile(file)
		if (!accepted.ok) {
			refusals.push({ name: file.name, refusal: accepted.refusal })
			continue
		}
		const { name, mediaType, bytes } = accepted.value
		stored.push({ name, mediaType, size: bytes.length, sha256: await putBytes(bytes) })
	}
	return { stored, refused: refusals }
}

/** Judges a file by its content. A picture is drawn anew: without place, camera and whatever was hidden in it. */
export async function acceptFile(file: File): Promise<Outcome<Accepted, 'fileKind'>> {
	const bytes = Buffer.from(await file.arrayBuffer())
	const mediaType = await kindOf(bytes)
	if (!mediaType) return refused('fileKind')
	const name = cleanName(file.name, mediaType)
	if (!isPicture(mediaType)) return done({ name, mediaType, bytes })
	const redrawn = await redraw(bytes, mediaType)
	return redrawn ? done({ name, mediaType, bytes: redrawn }) : refused('fileKind')
}

async function kindOf(bytes: Buffer): Promise<MediaType | undefined> {
	if (bytes.length === 0) return undefined
	// Zips are judged by their directory alone, so that nothing is ever unpacked here.
	if (bytes.subarray(0, 2).toString('latin1') === 'PK') return officeKind(bytes)
	const { fileTypeFromBuffer } = await import('file-type')
	const found = await fileTypeFromBuffer(bytes)
	if (!found) return isPlainText(bytes) && !looksLikeMarkup(bytes) ? 'text/plain' : undefined
	return Object.hasOwn(EXTENSIONS, found.mime) ? (found.mime as MediaType) : undefined
}

/** A page or a drawing with scripts is text too, and some programs would run it. */
const looksLikeMarkup = (bytes: Buffer) =>
	/^\s*(<!doctype|<html|<svg|<script|<\?xml|<\?php|#!)/i.test(bytes.toString('utf8', 0, 300))

const LONGEST_SIDE = 2560
const MOST_PIXELS = 60_000_000

async function redraw(bytes: Buffer, mediaType: MediaType): Promise<Buffer | undefined> {
	// Loaded when the first picture comes: the library is large, and most processes never need it.
	const { default: sharp } = await import('sharp')
	sharp.cache(false)
	sharp.concurrency(1)
	try {
		const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
			.autoOrient()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
		if (mediaType === 'image/png') return await picture.png({ compressionLevel: 8 }).toBuffer()
		if (mediaType === 'image/webp') return await picture.webp({ quality: 82 }).toBuffer()
		return await picture.jpeg({ quality: 84, mozjpeg: false }).toBuffer()
	} catch {
		// A picture that cannot be read is not a picture.
		return undefined
	}
}
