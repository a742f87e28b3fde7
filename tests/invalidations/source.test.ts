import { describe, expect, test } from 'vitest'
import { sourceOf, tooMany } from '#app/invalidations/source.server.ts'

let petitions = 100

/** How many sign before the first is set apart. */
async function untilSetApart(source: (n: number) => ReturnType<typeof sourceOf>): Promise<number> {
	const petitionId = petitions++
	for (let n = 0; n < 1000; n++) if (await tooMany(petitionId, source(n))) return n
	return Number.POSITIVE_INFINITY
}

describe('where a signature came from', () => {
	test('is told apart and not told', () => {
		const source = sourceOf('203.0.113.7', 'A.B@Example.ORG')
		expect(source.domain).toBe('example.org')
		expect(JSON.stringify(source)).not.toContain('203.0')
		expect(sourceOf('203.0.113.7')).toEqual({ ...source, domain: null })
		expect(sourceOf('203.0.113.8').address).not.toBe(source.address)
		expect(sourceOf('203.0.113.8').network).toBe(source.network)
		expect(sourceOf('203.0.114.8').network).not.toBe(source.network)
		expect(sourceOf(undefined)).toEqual({ address: null, network: null, domain: null })
	})

	test('is one household however many addresses of the longer kind it takes', () => {
		expect(sourceOf('2001:db8:1:2::1').address).toBe(sourceOf('2001:db8:1:2:ffff::9').address)
		expect(sourceOf('::ffff:203.0.113.7')).toEqual(sourceOf('203.0.113.7'))
	})
})

describe('signatures are set apart', () => {
	test('when too many come from one address at once', async () => {
		expect(await untilSetApart(() => sourceOf('203.0.113.7'))).toBe(8)
	})

	test('when the neighbours of one network take turns', async () => {
		expect(await untilSetApart((n) => sourceOf(`203.0.113.${n % 250}`))).toBe(60)
	})

	test('for the petition they came to alone, and never for coming from many places', async () => {
		expect(await untilSetApart((n) => sourceOf(`10.${n >> 8}.${n & 255}.1`))).toBe(Number.POSITIVE_INFINITY)
		const one = petitions++
		const other = petitions++
		for (let n = 0; n < 9; n++) await tooMany(one, sourceOf('198.51.100.1'))
		expect(await tooMany(one, sourceOf('198.51.100.1'))).toBe(true)
		expect(await tooMany(other, sourceOf('198.51.100.1'))).toBe(false)
	})
})
