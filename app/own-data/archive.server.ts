import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { bytesOf } from '#app/files/store.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { rawOf } from '#app/mail/find.server.ts'
import { signaturesBy } from '#app/petitions/own.server.ts'
import { remarkFilesOf } from '#app/remarks/own.server.ts'
import type { Reader } from '#db/store.ts'
import { hearingsHeld } from './hearings.server.ts'
import {
	accountHeld,
	filesHeld,
	type HeldFile,
	inquiriesHeld,
	inquiryHeld,
	looseFilesHeld,
	noticesHeld,
	petitionsHeld,
	recordHeld,
	signaturesHeld,
} from './held.server.ts'
import type { Owner } from './own.server.ts'
import { mailHeld } from './own-mail.server.ts'

interface Kept {
	path: string
	bytes: Uint8Array
	/** Pictures and PDF are packed already. */
	packed?: boolean
}

/** Everything held on a person as a zip, made while it is sent: one question is in memory at a time. */
export function archiveOf(
	read: Reader,
	{ personId, language, now }: { personId: string; language: Language; now: Date },
): ReadableStream<Uint8Array> {
	const contents = everythingHeld(read, personId, language)
	let zip: Zip
	return new ReadableStream<Uint8Array>({
		start(stream) {
			zip = new Zip((error, chunk, final) => {
				if (error) return stream.error(error)
				if (chunk.length > 0) stream.enqueue(chunk)
				if (final) stream.close()
			})
		},
		async pull() {
			const { value, done } = await contents.next()
			if (done) return zip.end()
			const entry = value.packed ? new ZipPassThrough(value.path) : new ZipDeflate(value.path)
			entry.mtime = now
			zip.add(entry)
			entry.push(value.bytes, true)
		},
		async cancel() {
			zip.terminate()
			await contents.return(undefined)
		},
	})
}

async function* everythingHeld(
	read: Reader,
	personId: string,
	language: Language,
): AsyncGenerator<Kept, undefined> {
	const account = await accountHeld(read, personId)
	yield text('read-me.txt', translator(language)('people:data.readMe'))
	yield json('account.json', account)
	yield json('account-record.json', await recordHeld(read, personId))
	yield json('notices.json', await noticesHeld(read, personId, account.email))
	yield json('petitions.json', await petitionsHeld(read, personId))
	yield json('signatures-on-petitions.json', await signaturesBy(read, personId))
	yield json('hearings.json', await hearingsHeld(read, personId))
	yield* filesIn('remark-files', await remarkFilesOf(read, personId))
	yield* mailIn('mail', read, account)
	yield* filesIn('files', await looseFilesHeld(read, personId))
	for (const { id, number } of await inquiriesHeld(read, account)) {
		const folder = `inquiries/${number}`
		yield json(`${folder}/inquiry.json`, await inquiryHeld(read, id))
		yield* filesIn(`${folder}/files`, await filesHeld(read, id))
		for (const [at, signature] of (await signaturesHeld(read, id)).entries()) {
			yield text(`${folder}/signature-${at + 1}.statement.txt`, signature.statement)
			yield text(`${folder}/signature-${at + 1}.text.txt`, signature.text)
			yield { path: `${folder}/signature-${at + 1}.p7s`, bytes: signature.cms, packed: true }
		}
	}
	return undefined
}

/** The letters that came by mail: what was read in them, and each byte for byte, with all that it brought. */
async function* mailIn(folder: string, read: Reader, owner: Owner): AsyncGenerator<Kept, undefined> {
	const held = await mailHeld(read, owner)
	if (held.length === 0) return undefined
	const letters = held.map(({ rawId, ...letter }, at) => ({ file: `${at + 1}.eml`, ...letter }))
	yield json(`${folder}/letters.json`, letters)
	for (const [at, { rawId }] of held.entries()) {
		const bytes = await rawOf(read, rawId)
		if (bytes) yield { path: `${folder}/${at + 1}.eml`, bytes }
	}
	return undefined
}

async function* filesIn(folder: string, held: readonly HeldFile[]): AsyncGenerator<Kept, undefined> {
	for (const [at, { name, sha256 }] of held.entries()) {
		const bytes = await bytesOf(sha256)
		if (bytes) yield { path: `${folder}/${at + 1} ${asName(name)}`, bytes, packed: true }
	}
	return undefined
}

const encoder = new TextEncoder()
const text = (path: string, content: string): Kept => ({ path, bytes: encoder.encode(content) })
const json = (path: string, content: unknown): Kept => text(path, `${JSON.stringify(content, null, '\t')}\n`)

/** A name that stays within its folder on every system. */
const asName = (name: string) => name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_')
