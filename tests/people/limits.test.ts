import { describe, expect, test } from 'vitest'
import { forgive, type LimitKind, limited } from '#app/people/limits.server.ts'

async function triesUntilStopped(kind: LimitKind, keys: () => Parameters<typeof limited>[1]) {
	for (let tries = 0; tries < 500; tries++) {
		const answer = await limited(kind, keys())
		if (!answer.ok) return { tries, seconds: answer.seconds }
	}
	return undefined
}

describe('tries are counted', () => {
	test('for an account from one address, which does not keep its owner out elsewhere', async () => {
		const attacker = { account: 'a@example.org', address: '203.0.113.1' }
		const stopped = await triesUntilStopped('signIn', () => attacker)
		expect(stopped?.tries).toBe(10)
		expect(stopped?.seconds).toBeGreaterThan(590)
		expect(stopped?.seconds).toBeLessThanOrEqual(600)
		expect(await limited('signIn', { account: 'a@example.org', address: '198.51.100.7' })).toEqual({
			ok: true,
		})
	})

	test('and forgotten after a success', async () => {
		const keys = { account: 'b@example.org', address: '203.0.113.2' }
		expect((await triesUntilStopped('signIn', () => keys))?.tries).toBe(10)
		await forgive('signIn', keys)
		expect(await limited('signIn', keys)).toEqual({ ok: true })
	})

	test('and a wait does not grow with the tries that were stopped', async () => {
		const keys = { account: 'c@example.org', address: '203.0.113.3' }
		const stopped = await triesUntilStopped('signIn', () => keys)
		for (let n = 0; n < 50; n++) await limited('signIn', keys)
		const after = await limited('signIn', keys)
		expect(after.ok ? 0 : after.seconds).toBeLessThanOrEqual(stopped!.seconds)
	})

	test('for many accounts from one address', async () => {
		let n = 0
		const stopped = await triesUntilStopped('signIn', () => ({
			account: `${n++}@example.org`,
			address: '203.0.113.4',
		}))
		expect(stopped?.tries).toBe(200)
	})

	test('for asking: ten an hour for a person, thirty for an address', async () => {
		const person = await triesUntilStopped('ask', () => ({ person: 'p', address: `10.0.0.${Math.random()}` }))
		expect(person?.tries).toBe(10)
		let n = 0
		const address = await triesUntilStopped('ask', () => ({ person: `p${n++}`, address: '203.0.113.5' }))
		expect(address?.tries).toBe(30)
	})

	test('and whoever is stopped takes no tries from those who share the address', async () => {
		const address = '203.0.113.6'
		for (let n = 0; n < 200; n++) await limited('ask', { person: 'hasty', address })
		expect(await limited('ask', { person: 'neighbour', address })).toEqual({ ok: true })
	})

	test('for all IPv6 addresses of a household together, and not for its neighbours', async () => {
		let n = 0
		const household = await triesUntilStopped('ask', () => ({
			address: n++ % 2 ? `2001:db8:1:2::${n.toString(16)}` : `2001:DB8:1:2:0:0:${n.toString(16)}:1`,
		}))
		expect(household?.tries).toBe(30)
		expect(await limited('ask', { address: '2001:db8:1:3::1' })).toEqual({ ok: true })
		expect(await limited('ask', { address: '::ffff:203.0.113.99' })).toEqual({ ok: true })
	})

	test('for nobody when nothing is known of them', async () => {
		expect(await triesUntilStopped('ask', () => ({}))).toBeUndefined()
	})
})
