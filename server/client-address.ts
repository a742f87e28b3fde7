import type { IncomingMessage } from 'node:http'

/** Where a request came from, past so many proxies of ours; what was said to them is not believed. */
export function clientAddress({ socket, headers }: IncomingMessage, proxies: number): string | undefined {
	if (proxies === 0) return socket.remoteAddress
	const said = String(headers['x-forwarded-for'] ?? '')
	const addresses = said.split(',').flatMap((address) => address.trim() || [])
	return addresses[Math.max(0, addresses.length - proxies)] ?? socket.remoteAddress
}
