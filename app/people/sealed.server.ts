import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const MOST_BYTES = 1 << 20

interface Sealing {
	/** What is sealed for one purpose opens for no other. */
	purpose: string
	secretKey: string
}

/** A value for a hidden field: whoever carries it can read it and not change it. */
export function seal(value: unknown, { purpose, secretKey, until }: Sealing & { until: Date }): string {
	const body = deflateRawSync(JSON.stringify({ value, until: until.getTime() })).toString('base64url')
	return `${body}.${macOf(body, purpose, secretKey)}`
}

/** What was sealed, if it is whole and still in time. */
export function unseal(text: string, { purpose, secretKey, now }: Sealing & { now: Date }): unknown {
	const [body = '', mac = ''] = text.split('.', 2)
	const given = Buffer.from(mac)
	const expected = Buffer.from(macOf(body, purpose, secretKey))
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
	const opened = inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MOST_BYTES })
	const { value, until } = JSON.parse(opened.toString('utf8')) as { value: unknown; until: number }
	return now.getTime() < until ? value : undefined
}

function macOf(body: string, purpose: string, secretKey: string): string {
	return createHmac('sha256', secretKey).update(`sealed:${purpose}:${body}`).digest('base64url')
}
