import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { expect, test } from 'vitest'
import { readWords } from '#app/files/read-words.ts'

test('the words of a PDF are read, Kazakh letters among them', async () => {
	const normal = createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf')
	pdfmake.setFonts({ Roboto: { normal } })
	const pdf = pdfmake.createPdf({ content: ['Әсерді бағалау: ғимарат, көл, ұңғыма'] })
	const words = await readWords({ bytes: await pdf.getBuffer(), mediaType: 'application/pdf' })
	expect(words).toContain('Әсерді бағалау: ғимарат, көл, ұңғыма')
})

test('a text loses what no database takes, and nothing else', async () => {
	const bytes = Buffer.from('one\u0000 two\r\n\r\n\r\n\r\nthree\tfour')
	expect(await readWords({ bytes, mediaType: 'text/plain' })).toBe('one two\n\nthree four')
})

test('a table has no words to show', async () => {
	const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	expect(await readWords({ bytes: Buffer.from('x'), mediaType: sheet })).toBeNull()
})
