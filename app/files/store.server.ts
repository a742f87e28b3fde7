import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createStorage, type Storage } from 'unstorage'
import { configuration } from '#server/configuration.ts'

let opened: Promise<Storage> | undefined

/** Keeps bytes under their own hash: the same file is kept once, and nobody can change it unseen. */
export async function putBytes(bytes: Buffer): Promise<string> {
	const sha256 = createHash('sha256').update(bytes).digest('hex')
	const storage = await fileStore()
	// A process that died while writing may have left a part of it.
	const known = await storage.getMeta(keyOf(sha256))
	if (known?.size !== bytes.length) await storage.setItemRaw(keyOf(sha256), bytes)
	return sha256
}

/** The bytes, or undefined when they are not there. */
export async function bytesOf(sha256: string): Promise<Buffer | undefined> {
	const found = await (await fileStore()).getItemRaw<Buffer | Uint8Array | ArrayBuffer>(keyOf(sha256))
	return found ? Buffer.from(found as Uint8Array) : undefined
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
