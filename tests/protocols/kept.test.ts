import { expect, test } from 'vitest'
import { keptByHash } from '#app/protocols/kept.ts'

test('what a hash names is made once while it is among the last asked for; what failed is made again', async () => {
	const made: string[] = []
	const kept = keptByHash<string>(2)
	const ask = (hash: string) =>
		kept(hash, async () => {
			made.push(hash)
			if (made.filter((one) => one === 'c').length === 1) throw new Error('not this time')
			return hash
		})
	await Promise.all([ask('a'), ask('a'), ask('b')])
	await ask('a')
	expect(made).toEqual(['a', 'b'])
	await expect(ask('c')).rejects.toThrow('not this time')
	expect(await ask('c')).toBe('c')
	await ask('a')
	await ask('b')
	expect(made).toEqual(['a', 'b', 'c', 'c', 'b'])
})
