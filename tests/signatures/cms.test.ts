import { beforeAll, expect, test } from 'vitest'
import { type CmsToCheck, checkCms } from '#app/signatures/cms.server.ts'
import type { Holder } from '#app/signatures/make-certificate.server.ts'
import { readStatement, statementText } from '#app/signatures/statement.ts'
import {
	AUTHENTICATE,
	anAuthority,
	aSigner,
	DIGITAL_SIGNATURE,
	NOW,
	named,
	newKeys,
	signedBy,
} from './own-authority.ts'

const TEXT = statementText({
	site: 'https://jauap.example',
	purpose: 'file-inquiry',
	subject: null,
	textHash: 'ab'.repeat(32),
	at: NOW,
	nonce: 'n'.repeat(43),
})

let root: Holder
let between: Holder
let signer: Holder

beforeAll(async () => {
	root = await anAuthority()
	between = await anAuthority({ issuer: root, names: named('Fictional Issuing'), below: 0 })
	signer = await aSigner(between)
})

const check = (cms: Uint8Array, wanted: Partial<CmsToCheck> = {}) =>
	checkCms({ cms, statement: Buffer.from(TEXT), authorities: [root.der], use: 'sign', at: NOW, ...wanted })

test('a statement reads back as it was written, and nothing else reads as one', () => {
	expect(readStatement(TEXT)).toMatchObject({ purpose: 'file-inquiry', subject: null, at: NOW })
	expect(readStatement(`${TEXT} `)).toBeUndefined()
	expect(readStatement(TEXT.replace('file-inquiry', 'anything'))).toBeUndefined()
	expect(readStatement(TEXT.replace('.000Z', '.00Z0'))).toBeUndefined()
})

test.each([false, true])('a signature of a believed certificate is taken, detached %s', async (detached) => {
	const checked = await check(await signedBy(signer, TEXT, { others: [between], detached }))
	expect(checked).toMatchObject({
		ok: true,
		signer: { names: { serialNumber: 'IIN850101300123', surname: 'ҮЛГІҰЛЫ' } },
	})
	expect(checked.ok && checked.path.length).toBe(2)
})

test('a signature without lengths around it, as tools write one on the way, is read', async () => {
	const cms = await signedBy(signer, TEXT, { others: [between] })
	// Its length takes two bytes more than the one that says so.
	expect([...cms.subarray(0, 2)]).toEqual([0x30, 0x82])
	const open = Buffer.concat([Buffer.from([0x30, 0x80]), cms.subarray(4), Buffer.from([0, 0])])
	expect(await check(open)).toMatchObject({ ok: true })
	expect(await check(open.subarray(0, -1))).toEqual({ ok: false, refusal: 'malformed' })
})

test.each(['rsa', 'pss', 'p256', 'p384'] as const)('%s signs', async (kind) => {
	const one = await aSigner(root, { kind })
	expect(await check(await signedBy(one, TEXT))).toMatchObject({ ok: true })
})

test('an authority with an RSA key certifies too', async () => {
	const authority = await anAuthority({ kind: 'rsa' })
	const one = await aSigner(authority, { kind: 'rsa' })
	const cms = await signedBy(one, TEXT)
	expect(await check(cms, { authorities: [authority.der] })).toMatchObject({ ok: true })
})

test('an RSA key of 1024 bits is refused', async () => {
	const one = await aSigner(root, { kind: 'rsa1024' })
	expect(await check(await signedBy(one, TEXT))).toEqual({ ok: false, refusal: 'algorithm' })
})

test.each([true, false])('a signature over another text is refused, detached %s', async (detached) => {
	const cms = await signedBy(signer, TEXT.replace('ab', 'cd'), { others: [between], detached })
	expect(await check(cms)).toEqual({ ok: false, refusal: 'altered' })
})

test('a signature by another key than the certificate says is refused', async () => {
	const thief = { ...signer, keys: await newKeys() }
	expect(await check(await signedBy(thief, TEXT, { others: [between] }))).toEqual({
		ok: false,
		refusal: 'signature',
	})
})

test('a certificate of an authority that is not believed is refused', async () => {
	const stranger = await anAuthority()
	const cms = await signedBy(await aSigner(stranger), TEXT, { others: [stranger] })
	expect(await check(cms)).toEqual({ ok: false, refusal: 'untrusted' })
	expect(await check(cms, { authorities: [] })).toEqual({ ok: false, refusal: 'untrusted' })
})

test('one who was certified to sign certifies nobody', async () => {
	const cms = await signedBy(await aSigner(signer), TEXT, { others: [signer, between] })
	expect(await check(cms)).toEqual({ ok: false, refusal: 'untrusted' })
})

test('an authority under more than its own authority allows is refused', async () => {
	const deeper = await anAuthority({ issuer: between, names: named('Fictional Deeper') })
	const cms = await signedBy(await aSigner(deeper), TEXT, { others: [deeper, between] })
	expect(await check(cms)).toEqual({ ok: false, refusal: 'untrusted' })
})

test('an authority believed by itself needs none above it', async () => {
	const cms = await signedBy(signer, TEXT)
	expect(await check(cms, { authorities: [between.der] })).toMatchObject({ ok: true })
})

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

test('before and after its time a certificate signs nothing', async () => {
	const old = await aSigner(root, { until: later(-1) })
	const early = await aSigner(root, { from: later(1) })
	expect(await check(await signedBy(old, TEXT))).toEqual({ ok: false, refusal: 'expired' })
	expect(await check(await signedBy(early, TEXT))).toEqual({ ok: false, refusal: 'not-valid-yet' })
	expect(await check(await signedBy(old, TEXT), { at: later(-2) })).toMatchObject({ ok: true })
})

test('an authority that has ended has nobody under it', async () => {
	const ended = await anAuthority({ issuer: root, names: named('Ended'), until: later(-1) })
	const cms = await signedBy(await aSigner(ended), TEXT, { others: [ended] })
	expect(await check(cms)).toEqual({ ok: false, refusal: 'untrusted' })
})

test('a key for signing in signs no text, and shows who one is', async () => {
	const one = await aSigner(root, { usage: DIGITAL_SIGNATURE, uses: [AUTHENTICATE] })
	const cms = await signedBy(one, TEXT)
	expect(await check(cms)).toEqual({ ok: false, refusal: 'usage' })
	expect(await check(cms, { use: 'identify' })).toMatchObject({ ok: true })
})

test('a key of a server is of no use', async () => {
	const one = await aSigner(root, { uses: ['1.3.6.1.5.5.7.3.1'] })
	expect(await check(await signedBy(one, TEXT), { use: 'identify' })).toEqual({ ok: false, refusal: 'usage' })
})

test('whatever is no signature is called malformed', async () => {
	const cms = await signedBy(signer, TEXT, { others: [between] })
	for (const wrong of [
		Buffer.alloc(0),
		Buffer.from('not a signature'),
		Buffer.from(signer.der),
		Buffer.concat([cms, Buffer.from([0])]),
		Buffer.alloc(60_000, 0x30),
		Buffer.from('30'.repeat(2) + '80'.repeat(5000), 'hex'),
	])
		expect(await check(wrong)).toEqual({ ok: false, refusal: 'malformed' })
	for (let length = 0; length < cms.byteLength; length += 7)
		expect(await check(cms.subarray(0, length))).toMatchObject({ ok: false })
})
