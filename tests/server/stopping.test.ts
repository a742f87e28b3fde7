import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { closed } from '#server/stopping.ts'

test('a request that runs is finished, and no other is taken', async () => {
	let finish: (() => void) | undefined
	const begun = new Promise<void>((resolve) => {
		finish = resolve
	})
	const server = createServer((_request, response) => {
		finish?.()
		setTimeout(() => response.end('done'), 150)
	}).listen(0)
	const address = `http://localhost:${(server.address() as AddressInfo).port}`

	const running = fetch(address)
	await begun
	const stopped = closed(server, 2000)
	await expect(fetch(address)).rejects.toThrow()
	expect(await (await running).text()).toBe('done')
	await stopped
})

test('a request that hangs is not waited for without end', async () => {
	const server = createServer(() => {}).listen(0)
	const running = fetch(`http://localhost:${(server.address() as AddressInfo).port}`)
	const failed = expect(running).rejects.toThrow()
	await new Promise((resolve) => setTimeout(resolve, 50))
	await closed(server, 100)
	await failed
})
