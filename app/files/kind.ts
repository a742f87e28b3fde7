import { firstStored, zipEntries } from './zip.ts'

/** The kinds of file that are taken, by what is in them and never by their name. */
export const EXTENSIONS = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
	'text/plain': 'txt',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
} as const

export type MediaType = keyof typeof EXTENSIONS

/** For the `accept` of a file field. A phone that takes HEIC pictures then sends JPEG. */
export const ACCEPTED = [...Object.values(EXTENSIONS), 'jpeg'].map((extension) => `.${extension}`).join(',')

export const isPicture = (type: string) => type.startsWith('image/')

const OFFICE_PARTS: readonly [string, MediaType][] = [
	['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]
/** Programs inside a document. */
const PROGRAMS = /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/|Scripts\/)|\.(exe|dll|js|vbs|jar|bat|cmd|ps1)$/i
const MOST_UNPACKED = 300 << 20

/** Which office document a zip is; undefined when it is none, holds a program, or would unpack without end. */
export function officeKind(bytes: Buffer): MediaType | undefined {
	const entries = zipEntries(bytes)
	if (!entries) return undefined
	if (entries.some(({ name }) => PROGRAMS.test(name))) return undefined
	if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) return undefined

	const first = firstStored(bytes)
	if (first?.name === 'mimetype') {
		const type = first.text.trim()
		const known = type.startsWith('application/vnd.oasis.opendocument.') && Object.hasOwn(EXTENSIONS, type)
		return known ? (type as MediaType) : undefined
	}
	const names = new Set(entries.map(({ name }) => name))
	if (!names.has('[Content_Types].xml')) return undefined
	return OFFICE_PARTS.find(([part]) => names.has(part))?.[1]
}

/** Plain text: whole UTF-8 without signs that only programs use. */
export function isPlainText(bytes: Buffer): boolean {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
		return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)
	} catch {
		return false
	}
}

/** The name as it is kept: no path, nothing that a system reads as a command, the ending of its real kind. */
export function cleanName(name: string, type: MediaType): string {
	const last = name.split(/[/\\]/).at(-1) ?? ''
	const stem = last
		.normalize('NFC')
		.replace(/\.[^.]*$/, '')
		.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*;%]/gu, '')
		.replace(/\s+/g, ' ')
		.replace(/^[.\s-]+|[.\s]+$/g, '')
		.slice(0, 80)
	return `${stem || 'file'}.${EXTENSIONS[type]}`
}
