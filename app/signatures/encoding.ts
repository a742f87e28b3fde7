/** The bytes of a file that tools write in three ways: as they are (DER), as base64, or as PEM between two lines. */
export function bytesOf(file: Uint8Array): Buffer {
	const bytes = Buffer.from(file)
	const text = bytes.toString('latin1').replace(/-----[A-Z0-9 #]+-----/g, '')
	return /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : bytes
}
