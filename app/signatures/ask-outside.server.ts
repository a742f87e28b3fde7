import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

interface Question {
	body?: Uint8Array | string
	type?: string
	mostBytes: number
	timeoutMs: number
	/** Hosts that may be asked although they lie in a private network, as `host` or `host:port`. */
	allowed?: readonly string[]
}

/** The address may not be asked, or did not answer as it should. */
export class NoAnswer extends Error {
	override name = 'NoAnswer'
}

/**
 * Asks an address that a stranger may have named, in a certificate: over http(s) only, never inside the network of
 * this server, no longer and no more than is said, and wherever it says the answer is instead, nobody goes.
 */
export function askOutside(address: string, question: Question): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const url = URL.canParse(address) ? new URL(address) : undefined
		if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
			return reject(new NoAnswer('not an address to ask'))
		const host = url.hostname.replace(/^\[|\]$/g, '')
		const free = (question.allowed ?? []).some((one) => one === url.host || one === url.hostname)
		if (!free && isIP(host) && isInside(host)) return reject(new NoAnswer('an address inside'))

		const request = (url.protocol === 'https:' ? https : http).request(url, {
			method: question.body === undefined ? 'GET' : 'POST',
			headers: {
				Connection: 'close',
				...(question.body === undefined
					? {}
					: { 'Content-Type': question.type, 'Content-Length': Buffer.byteLength(question.body) }),
			},
			agent: false,
			// The address that is looked at is the one that is connected to.
			lookup: free ? undefined : lookupOutside,
			signal: AbortSignal.timeout(question.timeoutMs),
		})
		request.on('error', (cause) => reject(new NoAnswer('no answer', { cause })))
		request.on('response', (response) => {
			const parts: Buffer[] = []
			let size = 0
			response.on('error', (cause) => reject(new NoAnswer('no answer', { cause })))
			response.on('data', (part: Buffer) => {
				size += part.byteLength
				parts.push(part)
				if (size > question.mostBytes) request.destroy(new NoAnswer('too long an answer'))
			})
			response.on('end', () => {
				if (response.statusCode === 200 && response.complete) resolve(Buffer.concat(parts))
				else reject(new NoAnswer(`answered ${response.statusCode}`))
			})
			response.on('close', () => reject(new NoAnswer('broken off')))
		})
		request.end(question.body)
	})
}

const lookupOutside: LookupFunction = (host, options, callback) => {
	lookup(host, { ...options, all: true }, (error, found) => {
		if (error) return callback(error, '')
		const [first] = found
		// One address inside among them is a trap, or a mistake that somebody would step into.
		if (!first || found.some(({ address }) => isInside(address)))
			return callback(new NoAnswer('an address inside'), '')
		if (options.all) callback(null, found as never)
		else callback(null, first.address, first.family)
	})
}

const INSIDE = new BlockList()
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
] as const)
	INSIDE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
	['::', 127],
	['64:ff9b::', 96],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8],
] as const)
	INSIDE.addSubnet(network, bits, 'ipv6')

/** Loopback, private, link-local and the like; an IPv4 address counts in whichever way it is written. */
export function isInside(address: string): boolean {
	const family = isIP(address)
	if (family === 0) return true
	return INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
