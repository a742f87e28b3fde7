import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { acceptFile } from '#app/files/accept.server.ts'
import { cleanName } from '#app/files/kind.ts'
import { bucketOf } from '#app/files/store.server.ts'

const fileOf = (bytes: Buffer | string, name: string) => new File([new Uint8Array(Buffer.from(bytes))], name)

/** A zip with these entries; `size` may claim another length than the entry has. */
function aZip(entries: { name: string; text?: string; size?: number; stored?: boolean }[]): Buffer {
	const parts: Buffer[] = []
	const directory: Buffer[] = []
	let at = 0
	for (const { name, text = '<x/>', size, stored } of entries) {
		const raw = Buffer.from(text)
		const body = stored ? raw : deflateRawSync(raw)
		const local = Buffer.alloc(30)
		local.writeUInt32LE(0x04034b50, 0)
		local.writeUInt16LE(stored ? 0 : 8, 8)
		local.writeUInt32LE(body.length, 18)
		local.writeUInt32LE(size ?? raw.length, 22)
		local.writeUInt16LE(name.length, 26)
		const central = Buffer.alloc(46)
		central.writeUInt32LE(0x02014b50, 0)
		central.writeUInt32LE(body.length, 20)
		central.writeUInt32LE(size ?? raw.length, 24)
		central.writeUInt16LE(name.length, 28)
		central.writeUInt32LE(at, 42)
		parts.push(local, Buffer.from(name), body)
		directory.push(central, Buffer.from(name))
		at += local.length + name.length + body.length
	}
	const listed = Buffer.concat(directory)
	const end = Buffer.alloc(22)
	end.writeUInt32LE(0x06054b50, 0)
	end.writeUInt16LE(entries.length, 8)
	end.writeUInt16LE(entries.length, 10)
	end.writeUInt32LE(listed.length, 12)
	end.writeUInt32LE(at, 16)
	return Buffer.concat([...parts, listed, end])
}

const docx = [{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]
const odt = { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true }

describe('what is in a file decides', () => {
	test.each([
		['a letter.pdf', '%PDF-1.7\n1 0 obj', 'letter.pdf', 'application/pdf'],
		['a PDF that calls itself a picture', '%PDF-1.7\n1 0 obj', 'letter.pdf', 'application/pdf'],
		['plain text', 'Сәлеметсіз бе', 'letter.txt', 'text/plain'],
		['a document', aZip(docx), 'letter.docx', expect.stringContaining('wordprocessingml')],
		['an OpenDocument text', aZip([odt]), 'letter.odt', 'application/vnd.oasis.opendocument.text'],
	])('%s is taken', async (_, bytes, name, mediaType) => {
		const accepted = await acceptFile(fileOf(bytes, 'letter.jpg'))
		expect(accepted).toMatchObject({ ok: true, value: { name, mediaType } })
	})

	test.each([
		['a program', 'MZ\u0090\u0000\u0003'],
		['a page with scripts', '<!doctype html><script>alert(1)</script>'],
		['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
		['a shell script', '#!/bin/sh\nrm -rf /'],
		['text that is not UTF-8', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
		['a plain zip', aZip([{ name: 'a.txt' }])],
		['a document with macros', aZip([...docx, { name: 'word/vbaProject.bin' }])],
		['an OpenDocument text with Basic in it', aZip([odt, { name: 'Basic/script.xml' }])],
		['a document with a program in it', aZip([...docx, { name: 'word/embeddings/a.exe' }])],
		['a document that would unpack without end', aZip([...docx, { name: 'word/big.xml', size: 4e9 }])],
		['a zip without its directory', aZip(docx).subarray(0, 60)],
		['nothing', ''],
	])('%s is refused', async (_, bytes) => {
		expect(await acceptFile(fileOf(bytes, 'letter.docx'))).toEqual({ ok: false, refusal: 'fileKind' })
	})
})

describe('a picture', () => {
	const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a6' } })

	test('is drawn anew, upright, without where and with what it was taken', async () => {
		const taken = await picture()
			.withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '51/1 7/1 0/1' } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer()
		expect(taken.includes('SecretCamera')).toBe(true)
		const accepted = await acceptFile(fileOf(taken, 'photo.png'))
		if (!accepted.ok) throw new Error('refused')
		const { name, bytes } = accepted.value
		expect(name).toBe('photo.jpg')
		expect(bytes.includes('SecretCamera')).toBe(false)
		const { width, height, exif } = await sharp(bytes).metadata()
		expect([width, height, exif]).toEqual([20, 40, undefined])
	})

	test('larger than a screen is made smaller', async () => {
		const large = await picture().resize(4000, 2000).png().toBuffer()
		const accepted = await acceptFile(fileOf(large, 'map.png'))
		expect(accepted.ok && (await sharp(accepted.value.bytes).metadata()).width).toBe(2560)
	})

	test('that is broken is refused', async () => {
		const bytes = (await picture().png().toBuffer()).subarray(0, 60)
		expect(await acceptFile(fileOf(bytes, 'a.png'))).toEqual({ ok: false, refusal: 'fileKind' })
	})
})

test.each([
	['../../etc/passwd', 'passwd.pdf'],
	['C:\\Users\\a\\report.final.docx', 'report.final.pdf'],
	['жауап хаты.PDF', 'жауап хаты.pdf'],
	['inv\u202efdp.exe', 'invfdp.pdf'],
	['.htaccess', 'file.pdf'],
	['a"b<c>|?*.pdf', 'abc.pdf'],
	[`${'я'.repeat(300)}.pdf`, `${'я'.repeat(80)}.pdf`],
])('the name %s is kept as %s', (given, kept) => {
	expect(cleanName(given, 'application/pdf')).toBe(kept)
})

test('an address of a bucket says where it is and who may write to it', () => {
	expect(bucketOf('https://key:se%2Fcret@s3.example.org/files?region=eu-1')).toEqual({
		endpoint: 'https://s3.example.org',
		bucket: 'files',
		region: 'eu-1',
		accessKeyId: 'key',
		secretAccessKey: 'se/cret',
	})
})
