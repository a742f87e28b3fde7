import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tallyOf } from '#app/signing/tally.server.ts'
import { sessions } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { signing } from '#server/signing.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aQuickSite, UNREAD } from './a-quick-site.ts'

let site: Awaited<ReturnType<typeof aQuickSite>>
let store: Store
beforeAll(async () => {
	site = await aQuickSite(signing())
	store = site.store
})
afterAll(() => site.close())

const FORM = { region: 'KZ-75', consent: 'on' }

async function signed({ form = FORM as Record<string, string>, headers = {} } = {}) {
	const petition = await aPetition(store, { closesAt: new Date('9999-01-01T00:00:00Z') })
	const { answer, text } = await site.send(`/kk/petitions/${petition.number}/signature`, form, headers)
	const count = (await tallyOf(store.readOwn, petition.id))?.confirmed
	return { answer, text, count }
}

test('whoever is signed in and consents signs at once and is sent to the receipt', async () => {
	const { answer, count } = await signed()
	expect([answer.status, count]).toEqual([303, 1])
	expect(answer.headers.get('location')).toMatch(/^\/kk\/petitions\/receipts\/\d+\.1\.[\w-]{26}$/)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(answer.headers.get('x-frame-options')).toBe('DENY')
})

test('a signature writes nothing to the session', async () => {
	const before = await store.readOwn.select().from(sessions)
	await signed()
	expect(await store.readOwn.select().from(sessions)).toEqual(before)
})

test('without consent the page is given what was sent', async () => {
	expect(await signed({ form: { region: 'KZ-75' } })).toMatchObject({
		text: 'the page, with region=KZ-75',
		count: 0,
	})
})

test('whoever has to say more comes to the page with their form', async () => {
	const { text, count } = await signed({ form: { consent: 'on' } })
	expect([text, count]).toEqual(['the page, with consent=on', 0])
})

test.each(UNREAD)('a request %s is left unread', async (_what, headers) => {
	expect(await signed({ headers })).toMatchObject({ text: 'the page, with nothing read', count: 0 })
})

test('a session that has ended signs nothing', async () => {
	await store.write('s', (tx) => tx.delete(sessions).where(eq(sessions.personId, 'author')))
	expect((await signed()).count).toBe(0)
})
