import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress } from '#server/client-address.ts'

test.each([
	[0, undefined, '198.51.100.1'],
	[0, '192.0.2.7', '198.51.100.1'], // somebody says so
	[1, undefined, '198.51.100.1'],
	[1, '192.0.2.7', '192.0.2.7'],
	[1, '203.0.113.9, 192.0.2.7', '192.0.2.7'], // the first was said to our proxy
	[2, '203.0.113.9,192.0.2.7 , 10.0.0.1', '192.0.2.7'],
	[3, '192.0.2.7', '192.0.2.7'],
	[1, ' , ', '198.51.100.1'],
])('past %i proxies, told %j, the client is %s', (proxies, said, address) => {
	const request = { socket: { remoteAddress: '198.51.100.1' }, headers: { 'x-forwarded-for': said } }
	expect(clientAddress(request as unknown as IncomingMessage, proxies)).toBe(address)
})
