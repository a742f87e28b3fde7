import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { createStorage, type Storage } from 'unstorage'
import { configuration } from '#server/configuration.ts'

const AN_HOUR = 3_600_000

let opened: Promise<Storage> | undefined

/** Keeps bytes under their own hash: the same file is kept once, and nobody can change it unseen. */
export async function putBytes(bytes: Buffer): Promise<string> {
	const sha256 = createHash('sha256').update(bytes).digest('hex')
	const storage = await fileStore()
	// A process that died while writing may have left a part of it.
	const known = await storage.getMeta(keyOf(sha256))
	// What has lain for long may be about to be removed; written anew, it stays.
	const isFresh = known?.mtime !== undefined && Date.now() - known.mtime.getTime() < AN_HOUR
	if (known?.size !== bytes.length || !isFresh) await storage.setItemRaw(keyOf(sha256), bytes)
	return sha256
}

/** Removes what no row names any more, unless somebody has brought the same bytes again since. */
export async function removeOldBytes(sha256: string, before: Date): Promise<void> {
	const storage = await fileStore()
	const { mtime } = await storage.getMeta(keyOf(sha256))
	if (mtime && mtime < before) await storage.removeItem(keyOf(sha256))
}

/** The bytes, or undefined when they are not there. */
export async function bytesOf(sha256: string): Promise<Buffer | undefined> {
	const found = await (await fileStore()).getItemRaw<Buffer | Uint8Array | ArrayBuffer>(keyOf(sha256))
	return found ? Buffer.from(found as Uint8Array) : undefined
}

/** From one byte to another, both included; of a folder they are read as they are sent. */
export async function partOf(sha256: string, start: number, end: number): Promise<BodyInit | undefined> {
	const { FILES_URL, DATA_DIR } = configuration()
	if (FILES_URL) return (await bytesOf(sha256))?.subarray(start, end + 1) as BodyInit | undefined
	const path = join(DATA_DIR, 'files', ...keyOf(sha256).split(':'))
	try {
		const file = await open(path)
		return createReadableStreamFromReadable(file.createReadStream({ start, end }))
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
		throw error
	}
}

const keyOf = (sha256: string) => `${sha256.slice(0, 2)}:${sha256}`

function fileStore(): Promise<Storage> {
	opened ??= openFileStore()
	return opened
}

async function openFileStore(): Promise<Storage> {
	const { FILES_URL, DATA_DIR } = configuration()
	if (!FILES_URL) {
		const { default: folder } = await import('unstorage/drivers/fs-lite')
		return createStorage({ driver: folder({ base: join(DATA_DIR, 'files') }) })
	}
	const { default: bucket } = await import('unstorage/drivers/s3')
	return createStorage({ driver: bucket(bucketOf(FILES_URL)) })
}

/** `https://key:secret@host/bucket?region=eu-1`: where an S3 bucket is and who may write to it. */
export function bucketOf(address: string) {
	const url = new URL(address)
	return {
		endpoint: url.origin,
		bucket: url.pathname.replace(/^\/|\/$/g, ''),
		region: url.searchParams.get('region') ?? 'auto',
		accessKeyId: decodeURIComponent(url.username),
		secretAccessKey: decodeURIComponent(url.password),
	}
}
