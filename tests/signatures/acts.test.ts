import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { questionText } from '#app/inquiries/signed-text.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import type { Round } from '#app/round.ts'
import { type AskedToSign, askToSign } from '#app/signatures/ask.server.ts'
import { forgetAnswers } from '#app/signatures/ask-state.server.ts'
import {
	addAuthority,
	authoritiesListed,
	authorityIn,
	removeAuthority,
} from '#app/signatures/authorities.server.ts'
import { signatureFor } from '#app/signatures/find.server.ts'
import type { Holder } from '#app/signatures/make-certificate.server.ts'
import { forgetSpentStatements, recheckSignatures } from '#app/signatures/recheck.server.ts'
import { linkSigner, signInBySignature } from '#app/signatures/sign-in.server.ts'
import { keepSignature, spendStatement, takeSignature } from '#app/signatures/take.server.ts'
import { people } from '#db/schema/people.ts'
import { signatures, spentStatements } from '#db/schema/signatures.ts'
import type { Store } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aCrl, anAuthority, aSigner, days, NOW, named, SERIAL, signedBy } from './own-authority.ts'

let root: Holder
let signer: Holder
let world: World

beforeAll(async () => {
	root = await anAuthority()
	signer = await aSigner(root)
})
beforeEach(async () => {
	forgetAnswers()
	world = await aWorld()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
	const read = await authorityIn(Buffer.from(pem(root.der)))
	if (!read.ok) throw new Error('no authority')
	await world.store.write('authorities', (tx) =>
		addAuthority(tx, { authority: read.value, actor: world.actors.administrator, now: NOW }),
	)
})
afterEach(() => world.store.close())

const pem = (der: Uint8Array) =>
	`-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

const signInWith = async (asked: AskedToSign, by: Holder, person: SignedIn | null = null) =>
	signInBySignature({
		sealed: asked.sealed,
		cms: await signedBy(by, asked.statement),
		person,
		language: 'en',
		now: NOW,
	})

const signedIn = (who: string) => ({ ...world.actors[who], name: who }) as unknown as SignedIn

/** One whose certificate asks nobody about its revocation, for a person of this number. */
const noted = (number: string) =>
	aSigner(root, { names: [...named('ҮЛГІ СЫНАҚ'), [SERIAL, `IIN${number}`]], crl: 'http://127.0.0.1:1/crl' })

async function withList<Result>(answer: Buffer, work: (address: string) => Promise<Result>): Promise<Result> {
	const server: Server = createServer((_request, response) => void response.end(answer))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	return work(`http://127.0.0.1:${port}/crl`).finally(() => server.close())
}

test('an authority is added from PEM, shown, and believed no more when it is removed', async () => {
	const [listed] = await authoritiesListed(world.store.read)
	expect(listed).toMatchObject({ name: 'CN=Fictional Root, C=KZ' })
	expect((await authorityIn(signer.der)).ok).toBe(false)
	expect((await authorityIn(Buffer.from('nothing'))).ok).toBe(false)
	const act = { actor: world.actors.administrator, now: NOW, id: String(listed?.id) }
	await world.store.write('authorities', (tx) => removeAuthority(tx, act))
	expect(await authoritiesListed(world.store.read)).toEqual([])
	const outcome = await signInWith(askToSign({ purpose: 'sign-in', now: NOW }), signer)
	expect(outcome).toEqual({ ok: false, refusal: 'untrusted' })
})

test('signing in makes one account, the second time finds it, and keeps no identifier', async () => {
	await withList(await aCrl(root), async (crl) => {
		const by = await aSigner(root, { crl })
		const first = await signInWith(askToSign({ purpose: 'sign-in', now: NOW }), by)
		const again = await signInWith(askToSign({ purpose: 'sign-in', now: NOW }), by)
		expect(first).toMatchObject({ ok: true })
		expect(again).toEqual(first)
		const id = first.ok ? first.value.personId : ''
		const [person] = await world.store.read.select().from(people).where(eq(people.id, id))
		expect(person).toMatchObject({ assuranceLevel: 3, fullName: 'ҮЛГІҰЛЫ СЫНАҚ ЖОБАҰЛЫ' })
		expect(JSON.stringify(person)).not.toContain('850101300123')
	})
})

test('a statement serves once, in time, and as it was asked', async () => {
	await withList(await aCrl(root), async (crl) => {
		const by = await aSigner(root, { crl })
		const asked = askToSign({ purpose: 'sign-in', now: NOW })
		expect(await signInWith(asked, by)).toMatchObject({ ok: true })
		expect(await signInWith(asked, by)).toEqual({ ok: false, refusal: 'replayed' })
		const old = askToSign({ purpose: 'sign-in', now: days(-1) })
		expect(await signInWith(old, by)).toEqual({ ok: false, refusal: 'stale' })
		const other = askToSign({ purpose: 'file-inquiry', text: 'x', now: NOW })
		expect(await signInWith(other, by)).toEqual({ ok: false, refusal: 'stale' })
		const forged = { ...asked, sealed: asked.sealed.replace(/^./, 'A') }
		expect(await signInWith(forged, by)).toMatchObject({ ok: false, refusal: 'stale' })
	})
})

test('nobody is let in while no authority answers', async () => {
	const by = await noted('850101300123')
	const outcome = await signInWith(askToSign({ purpose: 'sign-in', now: NOW }), by)
	expect(outcome).toEqual({ ok: false, refusal: 'unchecked' })
})

test('a signature by another human is not added to an account', async () => {
	await withList(await aCrl(root), async (crl) => {
		const asked = () => askToSign({ purpose: 'sign-in', now: NOW })
		const one = await aSigner(root, { crl })
		const two = await aSigner(root, { crl, names: [...named('ӨЗГЕ'), [SERIAL, 'IIN900101400123']] })
		expect(await signInWith(asked(), one, signedIn('author'))).toMatchObject({ ok: true })
		expect(await signInWith(asked(), two, signedIn('author'))).toEqual({
			ok: false,
			refusal: 'somebody-else',
		})
		expect(await signInWith(asked(), one, signedIn('stranger'))).toEqual({ ok: false, refusal: 'elsewhere' })
	})
})

const TEXT = questionText({
	to: 'office:minister',
	kind: 'request',
	visibility: 'public',
	language: 'en',
	safetyReport: false,
	files: [],
	subject: 'Batteries',
	text: 'Where do they go?',
})

/** A question with the signature that its author put under it while nobody answered about the certificate. */
async function aSignedQuestion(crl: string) {
	const by = await aSigner(root, { crl })
	const { statement, sealed } = askToSign({ purpose: 'file-inquiry', text: TEXT, now: NOW })
	const cms = await signedBy(by, statement)
	const taken = await takeSignature({ sealed, cms, purpose: 'file-inquiry', text: TEXT, now: NOW })
	if (!taken.ok) throw new Error(taken.refusal)
	const { inquiryId, number } = await world.file({})
	const subject = { subject: 'inquiry', subjectId: inquiryId, personId: 'author', now: NOW } as const
	await world.store.write('inquiry', (tx) => keepSignature(tx, taken.value, subject))
	const [kept] = await world.store.read.select().from(signatures)
	return { taken: taken.value, number, kept: kept! }
}

test('a signature of which nobody says that it is not revoked links no account, and no other human may give it', async () => {
	const { taken } = await aSignedQuestion('http://127.0.0.1:1/crl')
	const link = (personId: string) =>
		world.store.write('l', (tx) => linkSigner(tx, taken, { personId, now: NOW }))
	expect(await link('author')).toMatchObject({ ok: true })
	const [author] = await world.store.read.select().from(people).where(eq(people.id, 'author'))
	expect(author).toMatchObject({ identifierHash: null })
	const good = { ...taken, revocation: 'good' } as const
	await world.store.write('l', (tx) => linkSigner(tx, good, { personId: 'author', now: NOW }))
	expect(await link('stranger')).toEqual({ ok: false, refusal: 'elsewhere' })
})

test('another text than the one that was asked for is refused', async () => {
	const { sealed, statement } = askToSign({ purpose: 'file-inquiry', text: TEXT, now: NOW })
	const cms = await signedBy(signer, statement)
	const text = TEXT.replace('Where', 'When')
	const outcome = await takeSignature({ sealed, cms, purpose: 'file-inquiry', text, now: NOW })
	expect(outcome).toEqual({ ok: false, refusal: 'altered' })
})

test('a text signed while nobody answers is taken, marked, and asked about until somebody does', async () => {
	const round = (now: Date) => ({ now }) as Round
	const { kept } = await aSignedQuestion('http://127.0.0.1:1/crl')
	expect(kept).toMatchObject({ revocation: 'unchecked', signedAt: NOW })
	await recheckSignatures(world.store, round(days(1)))
	const state = async () => (await world.store.read.select().from(signatures))[0]
	expect(await state()).toMatchObject({ revocation: 'unchecked' })
	expect((await state())?.nextCheckAt?.getTime()).toBeGreaterThan(days(1).getTime())
	forgetAnswers()
	await withList(await aCrl(root, { from: days(1), until: days(9) }), async (crl) => {
		const cms = await signedBy(await aSigner(root, { crl }), kept.statement)
		await world.store.write('s', (tx) => tx.update(signatures).set({ cms }).where(eq(signatures.id, kept.id)))
		await recheckSignatures(world.store, round(days(2)))
	})
	expect(await state()).toMatchObject({ revocation: 'good', nextCheckAt: null })
})

test('a signature goes to who gave it, to the desk, and to nobody else', async () => {
	const { kept, number } = await aSignedQuestion('http://127.0.0.1:1/crl')
	const may = async (who: string) =>
		(await signatureFor(world.store.read, kept.id, world.actors[who]!)) !== undefined
	expect(await may('author')).toBe(true)
	expect(await may('ENV:clerk')).toBe(true)
	for (const who of ['stranger', 'HSG:clerk', 'administrator', 'overseer', 'moderator'])
		expect([who, await may(who)]).toEqual([who, false])
	const seen = (actor = world.actors.stranger) => threadOf(world.store.read, number, { actor, now: NOW })
	expect((await seen())?.question?.signature).toBeUndefined()
	expect((await seen(world.actors.author))?.question?.signature).toMatchObject({
		whole: true,
		revocation: 'unchecked',
	})
})

test('what has served is forgotten when it is too old to serve again', async () => {
	const { taken } = await aSignedQuestion('http://127.0.0.1:1/crl')
	expect(await world.store.write('s', (tx) => spendStatement(tx, taken))).toBe(true)
	expect(await world.store.write('s', (tx) => spendStatement(tx, taken))).toBe(false)
	await forgetSpentStatements(world.store, { now: NOW } as Round)
	expect(await world.store.read.$count(spentStatements)).toBe(1)
	await forgetSpentStatements(world.store, { now: days(1) } as Round)
	expect(await world.store.read.$count(spentStatements)).toBe(0)
})
