interface Entry {
	name: string
	bytes: Buffer
	/** The size that the directory claims, when it lies. */
	claims?: number
}

/** A zip of entries that are stored as they are; nothing here looks at its check sums. */
export function zipped(entries: readonly Entry[]): Buffer {
	const parts: Buffer[] = []
	const directory: Buffer[] = []
	let at = 0
	for (const { name, bytes, claims = bytes.length } of entries) {
		const named = Buffer.from(name)
		const head = Buffer.alloc(30)
		head.writeUInt32LE(0x04034b50, 0)
		head.writeUInt32LE(bytes.length, 18)
		head.writeUInt32LE(claims, 22)
		head.writeUInt16LE(named.length, 26)
		const entry = Buffer.alloc(46)
		entry.writeUInt32LE(0x02014b50, 0)
		entry.writeUInt32LE(bytes.length, 20)
		entry.writeUInt32LE(claims, 24)
		entry.writeUInt16LE(named.length, 28)
		entry.writeUInt32LE(at, 42)
		parts.push(head, named, bytes)
		directory.push(entry, named)
		at += head.length + named.length + bytes.length
	}
	const size = directory.reduce((sum, { length }) => sum + length, 0)
	const end = Buffer.alloc(22)
	end.writeUInt32LE(0x06054b50, 0)
	end.writeUInt16LE(entries.length, 8)
	end.writeUInt16LE(entries.length, 10)
	end.writeUInt32LE(size, 12)
	end.writeUInt32LE(at, 16)
	return Buffer.concat([...parts, ...directory, end])
}
