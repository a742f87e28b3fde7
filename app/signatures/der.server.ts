/** What is not worth looking at: it ends the work, and the file counts as malformed. */
export class Malformed extends Error {
	override name = 'Malformed'
}

/** A value of ASN.1 as it was written: in DER, or with the liberties of BER that tools take around a signature. */
export interface Value {
	/** The first byte: class, whether it holds parts, and number. */
	tag: number
	/** With its tag and length. */
	whole: Uint8Array
	content: Uint8Array
	/** Of a value that holds none, nothing. */
	parts: readonly Value[]
}

export const BOOLEAN = 0x01
export const INTEGER = 0x02
export const OID = 0x06
export const SEQUENCE = 0x30
export const SET = 0x31
const OCTETS = 0x04
const OCTETS_IN_PARTS = 0x24
const BITS = 0x03
/** [number] around parts, and around bytes. */
export const holding = (number: number) => 0xa0 + number
export const bare = (number: number) => 0x80 + number

const CONSTRUCTED = 0x20
const DEEPEST = 40
const MOST_VALUES = 20_000

/** Reads all of the bytes as one value. */
export function readValue(bytes: Uint8Array): Value {
	let count = 0
	const { value, end } = valueAt(0, bytes.byteLength, 0)
	if (end !== bytes.byteLength) throw new Malformed('there is more after it')
	return value

	function valueAt(at: number, limit: number, depth: number): { value: Value; end: number } {
		if (depth > DEEPEST || ++count > MOST_VALUES) throw new Malformed('too much in it')
		const tag = byteAt(at, limit)
		if ((tag & 0x1f) === 0x1f) throw new Malformed('a number that nothing here has')
		const { length, from } = lengthAt(at + 1, limit)
		const open = length === undefined
		if (open && !(tag & CONSTRUCTED)) throw new Malformed('bytes without an end')
		const last = open ? limit : from + length
		if (last > limit) throw new Malformed('cut off')
		const parts: Value[] = []
		let next = from
		if (tag & CONSTRUCTED) {
			while (open ? !isEnd(next, limit) : next < last) {
				const part = valueAt(next, last, depth + 1)
				parts.push(part.value)
				next = part.end
			}
		} else next = last
		const end = open ? next + 2 : next
		return { value: { tag, whole: bytes.subarray(at, end), content: bytes.subarray(from, next), parts }, end }
	}

	function byteAt(at: number, limit: number): number {
		if (at >= limit) throw new Malformed('cut off')
		return bytes[at] as number
	}

	/** Undefined where two empty bytes will say that it ends. */
	function lengthAt(at: number, limit: number): { length: number | undefined; from: number } {
		const first = byteAt(at, limit)
		if (first < 0x80) return { length: first, from: at + 1 }
		const size = first & 0x7f
		if (size === 0) return { length: undefined, from: at + 1 }
		if (size > 4) throw new Malformed('longer than anything')
		let length = 0
		for (let place = 1; place <= size; place++) length = length * 256 + byteAt(at + place, limit)
		return { length, from: at + 1 + size }
	}

	function isEnd(at: number, limit: number): boolean {
		return byteAt(at, limit) === 0 && byteAt(at + 1, limit) === 0
	}
}

/** The parts of a value that must be of this kind. */
export function partsOf(value: Value | undefined, tag: number): readonly Value[] {
	if (value?.tag !== tag) throw new Malformed('of another kind')
	return value.parts
}

export function oidOf(value: Value | undefined): string {
	if (value?.tag !== OID || value.content.byteLength === 0 || value.content.byteLength > 64)
		throw new Malformed('no identifier')
	const numbers: number[] = []
	let number = 0
	for (const byte of value.content) {
		number = number * 128 + (byte & 0x7f)
		if (number > Number.MAX_SAFE_INTEGER) throw new Malformed('no identifier')
		if (byte & 0x80) continue
		numbers.push(number)
		number = 0
	}
	const [first = 0, ...rest] = numbers
	const top = Math.min(Math.floor(first / 40), 2)
	return [top, first - top * 40, ...rest].join('.')
}

export function octetsOf(value: Value | undefined): Uint8Array {
	if (value?.tag === OCTETS) return value.content
	if (value?.tag !== OCTETS_IN_PARTS) throw new Malformed('no bytes')
	return Buffer.concat(value.parts.map(octetsOf))
}

/** The bytes of a bit string that has no odd bits, as signatures and keys have none. */
export function bitsOf(value: Value | undefined): Uint8Array {
	if (value?.tag !== BITS || value.content.byteLength === 0) throw new Malformed('no bits')
	return value.content.subarray(1)
}

/** A small number that is not below zero. */
export function countOf(value: Value | undefined): number {
	if (value?.tag !== INTEGER || value.content.byteLength === 0 || value.content.byteLength > 4)
		throw new Malformed('no small number')
	if ((value.content[0] as number) & 0x80) throw new Malformed('below zero')
	return value.content.reduce((sum, byte) => sum * 256 + byte, 0)
}

export const isTrue = (value: Value | undefined) => value?.tag === BOOLEAN && value.content[0] !== 0

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/** RFC 5280, 4.1.2.5: to the second, in UTC. */
export function timeOf(value: Value | undefined): Date {
	const text = Buffer.from(value?.content ?? []).toString('latin1')
	const [, year, ...rest] =
		(value?.tag === UTC_TIME && /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)) ||
		(value?.tag === GENERALIZED_TIME && /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)) ||
		[]
	const [month = '', day = '', hour = '', minute = '', second = ''] = rest
	const century = year?.length === 2 ? (Number(year) < 50 ? '20' : '19') : ''
	const time = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
	if (Number.isNaN(time.getTime())) throw new Malformed('no time')
	return time
}

const UTF8 = 0x0c
const UTF16 = 0x1e
/** Numeric, printable, teletex, IA5 and visible strings: of each what Latin 1 has too. */
const LATIN = [0x12, 0x13, 0x14, 0x16, 0x1a]

/** The text of a string; undefined for what is none. */
export function stringOf({ tag, content }: Value): string | undefined {
	const bytes = Buffer.from(content)
	if (tag === UTF8) return bytes.toString('utf8')
	if (LATIN.includes(tag)) return bytes.toString('latin1')
	return tag === UTF16 && bytes.byteLength % 2 === 0 ? bytes.swap16().toString('utf16le') : undefined
}
