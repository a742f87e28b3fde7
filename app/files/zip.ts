/** What the directory at the end of a zip says of its entries. Nothing is unpacked. */
export interface ZipEntry {
	name: string
	size: number
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000

/** The entries of a zip, or undefined when its directory does not hold together. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
	const end = endOfDirectory(bytes)
	if (end === undefined) return undefined
	const count = bytes.readUInt16LE(end + 10)
	let at = bytes.readUInt32LE(end + 16)
	if (count === 0 || count > MOST_ENTRIES) return undefined
	const entries: ZipEntry[] = []
	for (let read = 0; read < count; read++) {
		if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return undefined
		const nameLength = bytes.readUInt16LE(at + 28)
		const more = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
		entries.push({
			name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
			size: bytes.readUInt32LE(at + 24),
		})
		at += 46 + nameLength + more
	}
	return entries
}

/** The text of the first entry, when it is stored as it is: the `mimetype` of OpenDocument. */
export function firstStored(bytes: Buffer): { name: string; text: string } | undefined {
	if (bytes.length < 30 || bytes.readUInt16LE(8) !== 0) return undefined
	const size = bytes.readUInt32LE(18)
	const nameLength = bytes.readUInt16LE(26)
	const from = 30 + nameLength + bytes.readUInt16LE(28)
	if (size > 200 || from + size > bytes.length) return undefined
	return {
		name: bytes.toString('utf8', 30, 30 + nameLength),
		text: bytes.toString('utf8', from, from + size),
	}
}

function endOfDirectory(bytes: Buffer): number | undefined {
	const earliest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
	for (let at = bytes.length - 22; at >= earliest; at--) {
		if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
	}
	return undefined
}
