import type { MediaType } from './kind.ts'

/** More than a thousand pages; what is beyond is not compared. */
const MOST_LETTERS = 2_000_000
const MOST_PAGES = 1500

/** The words of a document, a paragraph a line, to be read on a phone and compared; null where there are none to be had. */
export async function readWords({
	bytes,
	mediaType,
}: {
	bytes: Uint8Array
	mediaType: MediaType
}): Promise<string | null> {
	const words = await wordsIn(bytes, mediaType)
	const lines = words
		?.replace(/\r\n?/g, '\n')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/\n{3,}/g, '\n\n')

	return (
		lines
			?.replace(/(?![\n\t])\p{Cc}/gu, '')
			.trim()
			.slice(0, MOST_LETTERS) || null
	)
}

async function wordsIn(bytes: Uint8Array, mediaType: MediaType): Promise<string | null> {
	if (mediaType === 'text/plain') return new TextDecoder().decode(bytes)
	if (mediaType === 'application/pdf') return wordsOfPdf(bytes)
	if (!mediaType.endsWith('wordprocessingml.document')) return null
	const { default: mammoth } = await import('mammoth')
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
	return value
}

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
	const { extractText, getDocumentProxy } = await import('unpdf')
	const pdf = await getDocumentProxy(new Uint8Array(bytes))
	if (pdf.numPages > MOST_PAGES) return ''
	const { text } = await extractText(pdf)
	return text.join('\n\n')
}
