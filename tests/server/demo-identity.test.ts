import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, expect, test } from 'vitest'
import { readConfiguration } from '#server/configuration.ts'
import { demoIdentity, shareDemoIdentity } from '#server/demo-identity.ts'
import { DEMO_IDENTITY_PATH } from '#server/identity-providers.ts'

const settings = readConfiguration({
	DEMO: '1',
	WEB_CONCURRENCY: '2',
	SECRET_KEY: 'k'.repeat(40),
	PUBLIC_URL: 'http://localhost:3000',
})

const servers: Server[] = []
afterAll(() => {
	for (const server of servers) server.close()
	delete process.env.DEMO_IDENTITY_PORT
})

/** The keys of the provider, as a web process of its own gives them. */
async function keysAtOneMore(): Promise<unknown> {
	const server = createServer(express().use(DEMO_IDENTITY_PATH, demoIdentity(settings)))
	servers.push(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	const answer = await fetch(`http://127.0.0.1:${port}${DEMO_IDENTITY_PATH}/jwks`)
	expect(answer.status).toBe(200)
	return answer.json()
}

test('the web processes of a demonstration share one state identity', async () => {
	const alone = await keysAtOneMore()
	await shareDemoIdentity(settings)
	const shared = await keysAtOneMore()
	expect(await keysAtOneMore()).toEqual(shared)
	expect(shared).not.toEqual(alone)
})
