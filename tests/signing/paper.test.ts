import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { identifierHash } from '#app/people/identify.server.ts'
import { isIin } from '#app/people/iin.ts'
import { signerHash } from '#app/people/signer.server.ts'
import { type Petition, petitionKey } from '#app/petitions/petition.server.ts'
import { beginSheet, enterRow, sheetById, sheetsOf, takeRowOut } from '#app/signing/paper.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { people } from '#db/schema/people.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-03-11T06:00:00Z')
let world: World

beforeAll(async () => {
	world = await aWorld()
})

/** Eleven digits, and the one that checks them. */
const iin = (eleven: string) => [...'0123456789'].map((last) => eleven + last).find(isIin) ?? ''

const onPaper = (petition: Petition) => {
	const acting = { petitionId: petition.id, actor: world.actors.moderator, now: NOW }
	const write = <R>(work: Parameters<typeof world.store.write<R>>[1]) =>
		world.store.write(petitionKey(petition.id), work)
	const row = {
		fullName: 'Айгүл Сұлтанова',
		identifier: iin('90010130012'),
		region: 'KZ-10',
		signedOn: '2026-03-05',
	}
	return {
		begin: (label = 'sheet 1') => write((tx) => beginSheet(tx, { ...acting, label })),
		enter: (sheetId: string, over: Partial<typeof row> = {}) =>
			write((tx) => enterRow(tx, { ...acting, sheetId, ...row, ...over })),
		takeOut: (sheetId: string, ordinal: number) =>
			write((tx) => takeRowOut(tx, { ...acting, sheetId, ordinal, reason: 'Wrong line' })),
	}
}

async function begun(petition: Petition) {
	const started = await onPaper(petition).begin()
	if (!started.ok) throw new Error(started.refusal)
	return started.value.sheetId
}

describe('the number of a person in Kazakhstan', () => {
	test('has a last digit that checks the others, by a second row of weights where the first leaves ten', () => {
		expect(isIin('900101300007')).toBe(true)
		expect(isIin('900101300811')).toBe(true)
		expect(iin('90010130000')).toBe('900101300007')
		// Both rows of weights leave ten: no such number is given out.
		expect(iin('90010130080')).toBe('')
		expect(isIin('90010130012')).toBe(false)
		expect(isIin('9001013001234')).toBe(false)
	})
})

describe('a sheet of paper', () => {
	test('is keyed in row by row, and its rows count as signatures on paper', async () => {
		const petition = await aPetition(world.store)
		const sheetId = await begun(petition)
		const paper = onPaper(petition)
		expect(await paper.enter(sheetId)).toEqual({ ok: true, value: { before: false } })
		expect(await paper.enter(sheetId, { identifier: iin('85122840077') })).toMatchObject({ ok: true })
		expect(await paper.begin()).toEqual({ ok: false, refusal: 'same-label' })
		const methods = await cellsOf(world.store.readOwn, petition.id, 'method')
		expect(methods).toEqual([{ key: 'paper', confirmed: 2 }])
		const rows = await world.store.readOwn
			.select()
			.from(petitionSignatures)
			.where(eq(petitionSignatures.petitionId, petition.id))
		expect(rows.map(({ level, method }) => `${level} ${method}`)).toEqual(['1 paper', '1 paper'])
		expect(JSON.stringify(rows)).not.toContain('9001013')
	})

	test('counts nobody who has signed in another way, or on another line', async () => {
		const petition = await aPetition(world.store)
		const paper = onPaper(petition)
		const number = iin('90010130012')
		const hash = identifierHash(`PNOKZ-${number}`)
		const online = anAsked(petition, 1, { signers: [signerHash(petition.id, { identifierHash: hash })] })
		await world.store.write(petitionKey(petition.id), (tx) =>
			takeSignatures(tx, petition.id, [online], SIGNED_AT),
		)
		const sheetId = await begun(petition)
		const spaced = `${number.slice(0, 6)} ${number.slice(6)}`
		expect(await paper.enter(sheetId, { identifier: spaced })).toEqual({ ok: true, value: { before: true } })
		const [sheet] = await sheetsOf(world.store.readOwn, petition.id)
		expect(sheet).toMatchObject({ rows: 0, same: 1 })
		expect((await tallyOf(world.store.readOwn, petition.id))?.confirmed).toBe(1)
	})

	test('counts nobody who has signed by the address of an account that knows their number', async () => {
		const { store } = world
		const petition = await aPetition(store)
		const number = iin('85122840077')
		const emailFolded = 'on-paper@mail.example'
		const known = { identifierHash: identifierHash(`PNOKZ-${number}`), emailFolded, emailConfirmedAt: NOW }
		await store.write('known', (tx) => tx.update(people).set(known).where(eq(people.id, 'stranger')))
		const byMail = anAsked(petition, 1, { signers: [signerHash(petition.id, { emailFolded })] })
		await store.write(petitionKey(petition.id), (tx) => takeSignatures(tx, petition.id, [byMail], SIGNED_AT))
		const entered = await onPaper(petition).enter(await begun(petition), { identifier: number })
		expect(entered).toEqual({ ok: true, value: { before: true } })
	})

	test('takes no number that cannot be one, and no day outside the collecting', async () => {
		const petition = await aPetition(world.store)
		const paper = onPaper(petition)
		const sheetId = await begun(petition)
		const wrong = `${iin('90010130012').slice(0, 11)}${(Number(iin('90010130012')[11]) + 1) % 10}`
		expect(await paper.enter(sheetId, { identifier: wrong })).toEqual({ ok: false, refusal: 'identifier' })
		for (const signedOn of ['2026-03-12', '2026-03-01'])
			expect(await paper.enter(sheetId, { signedOn })).toEqual({ ok: false, refusal: 'day' })
		const uk = await aPetition(world.store, { profileId: 'GB' })
		expect(await onPaper(uk).begin()).toEqual({ ok: false, refusal: 'no-paper' })
	})

	test('gives a row back that was keyed in by mistake, and lets that person sign', async () => {
		const petition = await aPetition(world.store)
		const paper = onPaper(petition)
		const sheetId = await begun(petition)
		await paper.enter(sheetId)
		expect(await paper.takeOut(sheetId, 1)).toEqual({ ok: true, value: null })
		expect(await paper.takeOut(sheetId, 1)).toEqual({ ok: true, value: null })
		expect(await paper.takeOut(sheetId, 7)).toEqual({ ok: false, refusal: 'not-found' })
		const tally = await tallyOf(world.store.readOwn, petition.id)
		expect(tally).toMatchObject({ taken: 1, confirmed: 0, removed: 1 })
		expect(await paper.enter(sheetId)).toEqual({ ok: true, value: { before: false } })
		const sheet = await sheetById(world.store.readOwn, petition.id, sheetId)
		expect(sheet?.entered.map(({ ordinal, state, name }) => [ordinal, state, name])).toEqual([
			[1, 'removed', null],
			[2, 'confirmed', 'Айгүл Сұлтанова'],
		])
		const [mistake] = await world.store.readOwn
			.select({ signer: petitionSignatures.signerHash })
			.from(petitionSignatures)
			.where(and(eq(petitionSignatures.petitionId, petition.id), eq(petitionSignatures.ordinal, 1)))
		expect(mistake?.signer).toBe('mistake:1')
	})
})
