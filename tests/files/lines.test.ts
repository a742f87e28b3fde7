import { expect, test } from 'vitest'
import { streamOf } from '#app/files/lines.server.ts'

test('while a long file is written everybody else has their turn', async () => {
	const line = `${'x'.repeat(1023)}\n`
	async function* lines() {
		for (let n = 0; n < 1000; n++) yield line
	}
	let turns = 0
	let over = false
	const turn = () => {
		turns++
		if (!over) setImmediate(turn)
	}
	setImmediate(turn)
	const text = await new Response(streamOf(lines())).text()
	over = true
	expect(text.length).toBe(1000 * 1024)
	expect(turns).toBeGreaterThan(10)
})
