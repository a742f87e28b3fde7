import { deflateRawSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { become, becomeAnother, signOut } from '#tests/journeys/people.ts'
import { fileQuestion, sendQuestion } from './by-hand.ts'
import { zipped } from './zipped.ts'

const file = (name: string, content: string | Buffer, type = 'application/pdf') =>
	new File([new Uint8Array(Buffer.from(content))], name, { type })

const DOCX = [
	{ name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
	{ name: 'word/document.xml', bytes: Buffer.from('<w:document/>') },
]
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

const REFUSED: readonly [string, () => File | Promise<File>][] = [
	['a program named as a PDF', () => file('receipt.pdf', Buffer.from(`MZ${'\0'.repeat(200)}PE\0\0`))],
	['an ELF program', () => file('scan.pdf', Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(100)}`, 'latin1'))],
	['a drawing with a script', () => file('photo.png', svg, 'image/png')],
	['a drawing behind an XML head', () => file('photo.svg', `<?xml version="1.0"?>${svg}`, 'image/svg+xml')],
	['a page named as text', () => file('note.txt', '<!doctype html><script>alert(1)</script>', 'text/plain')],
	[
		'a page behind blank lines',
		() => file('note.txt', '\n\n  <html><script>alert(1)</script>', 'text/plain'),
	],
	['a script for a shell', () => file('note.txt', '#!/bin/sh\nrm -rf /', 'text/plain')],
	['a zip of anything', () => file('files.docx', zipped([{ name: 'a.txt', bytes: Buffer.from('a') }]))],
	[
		'a document with macros',
		() => file('letter.docx', zipped([...DOCX, { name: 'word/vbaProject.bin', bytes: Buffer.from('x') }])),
	],
	[
		'a document that unpacks to half a gigabyte',
		() =>
			file(
				'letter.docx',
				zipped([...DOCX, { name: 'word/media/a.bin', bytes: Buffer.alloc(1 << 20), claims: 500 << 20 }]),
			),
	],
	['a document with a broken directory', () => file('letter.docx', zipped(DOCX).subarray(0, 90))],
	[
		'a picture that is cut off',
		async () => file('photo.jpg', (await photo()).subarray(0, 300), 'image/jpeg'),
	],
	['a picture of too many pixels', async () => file('huge.png', await hugePicture(), 'image/png')],
]

test('what is not what it says it is, or could act, is not taken', async ({ page }) => {
	await become(page, 'citizen')
	for (const [what, made] of REFUSED) {
		const answer = await sendQuestion(page.request, { intent: 'check' }, [await made()])
		expect(answer.status(), what).toBe(200)
		const html = await answer.text()
		expect(html, what).toContain('These files could not be taken')
		expect(html, what).not.toContain('name="kept"')
	}
})

test('a file of eleven megabytes, or a sixth file, is refused with the words still there', async ({
	page,
}) => {
	await become(page, 'citizen')
	const heavy = file('heavy.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(11 << 20)]))
	const tooBig = await sendQuestion(page.request, { subject: 'Kept words one' }, [heavy])
	expect(tooBig.status()).toBe(422)
	expect(await tooBig.text()).toContain('Kept words one')
	const six = Array.from({ length: 6 }, (_, number) => file(`${number}.txt`, 'text', 'text/plain'))
	const tooMany = await sendQuestion(page.request, { subject: 'Kept words two' }, six)
	expect(tooMany.status()).toBe(422)
	expect(await tooMany.text()).toContain('Kept words two')
})

test('a picture comes back without place, camera or whatever was hung behind it', async ({ page }) => {
	await become(page, 'citizen')
	const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04hidden')
	const picture = Buffer.concat([await photo(), tail])
	const { number, html } = await fileQuestion(page.request, {}, [
		file('my street.jpg', picture, 'image/jpeg'),
	])
	expect(html).toContain('my street.jpg')
	await page.goto(`/en/inquiries/${number}`)
	const link = page.getByRole('list', { name: 'Attached files' }).getByRole('link')
	const got = await page.request.get(String(await link.getAttribute('href')))
	const bytes = await got.body()
	const { exif, orientation, format } = await sharp(bytes).metadata()
	expect({ exif, orientation, format }).toEqual({ exif: undefined, orientation: undefined, format: 'jpeg' })
	for (const secret of ['GPS', 'SecretCam', 'script', 'hidden']) expect(bytes.includes(secret)).toBe(false)
	expect(got.headers()['content-security-policy']).toContain("sandbox; default-src 'none'")
	expect(got.headers()['x-content-type-options']).toContain('nosniff')
})

test('a file of a private question opens for nobody else, nor does a file of another go along', async ({
	page,
}) => {
	await become(page, 'citizen')
	const pdf = file('../../etc/pass\r\nwd<script>.pdf', '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n')
	const { number } = await fileQuestion(page.request, { visibility: 'private' }, [pdf])
	await page.goto(`/en/inquiries/${number}`)
	const link = page.getByRole('list', { name: 'Attached files' }).getByRole('link')
	const href = String(await link.getAttribute('href'))
	const own = await page.request.get(href)
	expect(own.headers()['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''passwdscript\.pdf$/)

	await becomeAnother(page)
	expect((await page.request.get(href)).status()).toBe(404)
	const id = String(href.match(/files\/([\w-]+)/)?.[1])
	const taken = await sendQuestion(page.request, { intent: 'check', kept: id })
	expect(await taken.text()).not.toContain('name="kept"')
	await become(page, 'clerk', 'HSG')
	expect((await page.request.get(href)).status()).toBe(404)
	await signOut(page)
	expect((await page.request.get(href)).status()).toBe(404)
	await become(page, 'clerk', 'ENV')
	expect((await page.request.get(href)).status()).toBe(200)
})

const photo = () =>
	sharp({ create: { width: 120, height: 80, channels: 3, background: '#446688' } })
		.jpeg()
		.withExif({
			IFD0: { Make: 'SecretCam', Orientation: '6' },
			IFD3: { GPSLatitude: '43/1 15/1 0/1', GPSLatitudeRef: 'N' },
		})
		.toBuffer()

/** A PNG of 60,000 × 60,000 pixels by its own word, in a few bytes. */
async function hugePicture(): Promise<Buffer> {
	const small = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
		.png()
		.toBuffer()
	const huge = Buffer.from(small)
	huge.writeUInt32BE(60_000, 16)
	huge.writeUInt32BE(60_000, 20)
	return Buffer.concat([huge, deflateRawSync(Buffer.alloc(1000))])
}
