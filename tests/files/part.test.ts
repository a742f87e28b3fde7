import { expect, test } from 'vitest'
import { putBytes } from '#app/files/store.server.ts'
import { answerWith } from '#app/routes/files.$id.$name/file-response.server.ts'

test('a long file is had in parts, and a part that it does not have is refused', async () => {
	const bytes = Buffer.from('0123456789')
	const file = {
		sha256: await putBytes(bytes),
		name: 'long.txt',
		mediaType: 'text/plain',
		size: bytes.length,
	}
	const asked = async (range: string | null) => {
		const response = await answerWith({ file, open: true }, range)
		return [response.status, response.headers.get('Content-Range'), await response.text()]
	}
	expect(await asked(null)).toEqual([200, null, '0123456789'])
	expect(await asked('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
	expect(await asked('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
	expect(await asked('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89'])
	expect(await asked('bytes=20-30')).toEqual([416, 'bytes */10', ''])
	expect(await asked('bytes=0-1,4-5')).toEqual([200, null, '0123456789'])
	expect(await asked('lines=1')).toEqual([200, null, '0123456789'])
})
