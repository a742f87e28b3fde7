import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#app/people/actor.ts'
import { endRole, grantRole } from '#app/people/grant.server.ts'
import {
	endOneSession,
	endOtherSessions,
	endSession,
	ownSessions,
	personOf,
	requirePerson,
	requireRole,
	shownOf,
	startSession,
} from '#app/people/session.server.ts'
import {
	closeAllSessions,
	extendSession,
	forgetOldSessions,
	openSession,
	ownerOf,
} from '#app/people/session-rows.server.ts'
import { people, sessions } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#tests/support/fresh-store.ts'
import { aPerson } from './a-person.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const FACTOR = { level: 1, proof: 'password', factorAt: new Date() } as const
const start = new Date('2026-02-02T08:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

let store: Store
let personId: string

beforeEach(async () => {
	store = await freshStore()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	personId = (await aPerson(store)).id
	return () => store.close()
})

const open = (now = start) =>
	store.write('s', (tx) => openSession(tx, { personId, level: 1, proof: 'password', now }))
const ownerAt = (id: string, ms: number) => ownerOf(store.readOwn, id, later(ms))
const makeClerk = () =>
	store.write('g', (tx) =>
		grantRole(tx, { personId, role: 'overseer', bodyId: null, actor: SYSTEM, now: start }),
	)

describe('a session', () => {
	test('is kept under the hash of its id', async () => {
		const id = await open()
		const rows = await store.readOwn.select().from(sessions)
		expect(rows).toHaveLength(1)
		expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/)
		expect(await ownerOf(store.readOwn, rows[0]!.id, start)).toBeUndefined()
		expect((await ownerAt(id, 0))?.person.id).toBe(personId)
	})

	test.each([
		['a citizen unused for just under two weeks', false, 14 * DAY - 1, true],
		['a citizen unused for two weeks', false, 14 * DAY, false],
		['somebody with a role unused for just under eight hours', true, 8 * HOUR - 1, true],
		['somebody with a role unused for eight hours', true, 8 * HOUR, false],
	])('%s', async (_, withRole, ms, holds) => {
		if (withRole) await makeClerk()
		const id = await open()
		expect((await ownerAt(id, ms)) !== undefined).toBe(holds)
	})

	test.each([
		['sixty days for a citizen', false, 60 * DAY, DAY],
		['a day for somebody with a role', true, DAY, HOUR],
	])('ends after %s however much it is used', async (_, withRole, absolute, step) => {
		if (withRole) await makeClerk()
		const id = await open()
		for (let ms = step; ms < absolute; ms += step) {
			const owner = await ownerAt(id, ms)
			expect(owner, `${ms / HOUR} hours`).toBeDefined()
			if (owner?.extendTo)
				await store.write('s', (tx) => extendSession(tx, id, { expiresAt: owner.extendTo!, now: later(ms) }))
		}
		expect(await ownerAt(id, absolute)).toBeUndefined()
	})

	test('is not written at every request', async () => {
		const id = await open()
		expect((await ownerAt(id, HOUR))?.extendTo).toBeUndefined()
		expect((await ownerAt(id, DAY))?.extendTo).toEqual(later(15 * DAY))
	})

	test('of somebody who is given a role ends as early as that role demands', async () => {
		const id = await open()
		await makeClerk()
		expect((await ownerAt(id, HOUR))?.extendTo).toEqual(later(9 * HOUR))
		expect(await ownerAt(id, DAY)).toBeUndefined()
	})

	test('of a closed account opens nothing', async () => {
		const id = await open()
		await store.write('p', async (tx) => {
			await tx.update(people).set({ closedAt: start }).where(eq(people.id, personId))
		})
		expect(await ownerAt(id, 0)).toBeUndefined()
	})

	test('is forgotten once it is over, and no other is', async () => {
		await open()
		const younger = await open(later(DAY))
		await store.write('s', (tx) => forgetOldSessions(tx, later(14 * DAY)))
		expect(await store.readOwn.$count(sessions)).toBe(1)
		expect(await ownerAt(younger, 14 * DAY)).toBeDefined()
	})

	test('ends everywhere at once', async () => {
		const ids = [await open(), await open()]
		await store.write('s', (tx) => closeAllSessions(tx, personId))
		for (const id of ids) expect(await ownerAt(id, 0)).toBeUndefined()
	})
})

describe('a request', () => {
	const start = async (request: Request) =>
		String((await startSession(request, personId, FACTOR)).headers.get('Set-Cookie'))
	const cookieOf = (set: string) => set.split(';', 1)[0] as string
	const asking = (cookie: string, path = '/en/account') =>
		new Request(`http://localhost${path}`, { headers: { Cookie: `other=1; ${cookie}; more=2` } })

	test('with the cookie of a session is its person', async () => {
		const set = await start(asking(''))
		expect(set).toMatch(/HttpOnly/)
		expect(set).toMatch(/SameSite=Lax/)
		expect(set).toMatch(/Path=\//)
		expect(await personOf(asking(cookieOf(set)))).toMatchObject({
			personId,
			name: 'Айгүл Сұлтанова',
			desk: false,
			emailConfirmed: true,
		})
	})

	test('never goes on under the id it brought to the sign-in', async () => {
		const planted = 'abcdefghijabcdefghijabcdefghijabcdefghij'
		const set = await start(asking(`jauap_session=${planted}`))
		expect(set).not.toContain(planted)
		expect(await personOf(asking(`jauap_session=${planted}`))).toBeNull()
		const again = await start(asking(cookieOf(set)))
		expect(cookieOf(again)).not.toBe(cookieOf(set))
		expect(await personOf(asking(cookieOf(set)))).toBeNull()
	})

	test('is no more than the owner’s for having been the first to say who they are', async () => {
		const cookie = cookieOf(await start(asking('')))
		const anHourAgo = new Date(Date.now() - HOUR)
		await store.write('s', (tx) => tx.update(sessions).set({ createdAt: anHourAgo, factorAt: null }))
		const shown = { level: 2, proof: 'oidc' } as const
		const linked = await startSession(asking(cookie), personId, { ...shown, first: true })
		const now = asking(cookieOf(String(linked.headers.get('Set-Cookie'))))
		expect(await personOf(now)).toMatchObject({ level: 2 })
		expect(await shownOf(now)).toMatchObject({ proof: 'password', createdAt: anHourAgo })
		const again = await startSession(now, personId, shown)
		const later = asking(cookieOf(String(again.headers.get('Set-Cookie'))))
		expect((await shownOf(later))?.createdAt).not.toEqual(anHourAgo)
	})

	test.each(['jauap_session=%E0%A4%A', 'jauap_session=', "jauap_session=' or 1=1", 'xjauap_session=a'])(
		'with the cookie %s is nobody',
		async (cookie) => {
			expect(await personOf(asking(cookie))).toBeNull()
		},
	)

	test('signs out here alone, on one other device, or on all others', async () => {
		const here = cookieOf(await start(asking('')))
		const there = cookieOf(await start(asking('')))
		expect(await endSession(asking(here))).toMatch(/Max-Age=0/)
		expect(await personOf(asking(here))).toBeNull()
		expect(await personOf(asking(there))).not.toBeNull()
		const others = [cookieOf(await start(asking(''))), cookieOf(await start(asking('')))]
		const listed = await ownSessions(asking(there), personId)
		expect(listed.map((session) => session.here).sort()).toEqual([false, false, true])
		await endOneSession('somebody else', String(listed[0]?.key))
		expect(await ownSessions(asking(there), personId)).toHaveLength(3)
		await endOneSession(personId, String(listed.find((session) => !session.here)?.key))
		expect(await ownSessions(asking(there), personId)).toHaveLength(2)
		await endOtherSessions(asking(there), personId)
		for (const other of others) expect(await personOf(asking(other))).toBeNull()
		expect(await personOf(asking(there))).not.toBeNull()
	})

	test('of a layout and its pages together reads the person once', async () => {
		const cookie = cookieOf(await start(asking('')))
		const [one, other] = [personOf(asking(cookie)), personOf(asking(cookie))]
		expect(await one).toBe(await other)
	})

	test('of a stranger is sent to sign in and told where it came from', async () => {
		const thrown = await requirePerson(asking('', '/ru/account?page=2')).catch((answer: Response) => answer)
		expect((thrown as Response).headers.get('Location')).toBe('/ru/sign-in?next=%2Fru%2Faccount%3Fpage%3D2')
	})

	test('loses what a role opened at the moment the role ends', async () => {
		const cookie = cookieOf(await start(asking('')))
		const refused = await requireRole(asking(cookie), 'overseer').catch((answer: Response) => answer)
		expect((refused as Response).status).toBe(403)

		const granted = await makeClerk()
		expect(await requireRole(asking(cookie), 'overseer')).toMatchObject({ personId })

		if (!granted.ok) throw new Error(granted.refusal)
		const { roleId } = granted.value
		await store.write('g', (tx) => endRole(tx, { roleId, actor: SYSTEM, now: new Date() }))
		const refusedAgain = await requireRole(asking(cookie), 'overseer').catch((answer: Response) => answer)
		expect((refusedAgain as Response).status).toBe(403)
	})
})
