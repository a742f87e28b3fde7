import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isInside } from '#app/signatures/ask-outside.server.ts'
import { forgetAnswers } from '#app/signatures/ask-state.server.ts'
import type { Holder } from '#app/signatures/make-certificate.server.ts'
import { fullNameOf, identifierOf } from '#app/signatures/signer.ts'
import { type Purpose, statementText } from '#app/signatures/statement.ts'
import { type ToVerify, verifySignature } from '#app/signatures/verify.server.ts'
import { inThread, TooSlow } from '#app/threads/pool.server.ts'
import {
	aCrl,
	anAuthority,
	anOcspAnswer,
	aSigner,
	days,
	NOW,
	named,
	OCSP_SIGNING,
	SERIAL,
	signedBy,
	usesOnly,
} from './own-authority.ts'

const aStatement = (purpose: Purpose = 'file-inquiry') =>
	statementText({
		site: 'https://jauap.example',
		purpose,
		subject: null,
		textHash: 'ab'.repeat(32),
		at: NOW,
		nonce: 'n'.repeat(43),
	})
const TEXT = aStatement()

/** What the responder and the list of the fictional authority, and the verifier of GOST keys, answer. */
let answers: Record<string, RequestListener> = {}
let asked: string[] = []
let server: Server
let host: string
let root: Holder
let signer: Holder

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push(String(request.url))
		const answer = answers[String(request.url)]
		if (answer) answer(request, response)
		else response.writeHead(503).end()
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`
	root = await anAuthority()
	signer = await aSigner(root, { ocsp: `http://${host}/ocsp`, crl: `http://${host}/crl` })
})
afterAll(() => void server.close())
beforeEach(() => {
	answers = {}
	asked = []
	forgetAnswers()
})

const bytes =
	(answer: Buffer): RequestListener =>
	(_request, response) =>
		void response.end(answer)

async function verify(wanted: Partial<ToVerify> & { by?: Holder } = {}) {
	const { by = signer, ...rest } = wanted
	return verifySignature({
		cms: await signedBy(by, TEXT),
		statement: TEXT,
		authorities: [root.der],
		at: NOW,
		now: NOW,
		privateResponders: [host],
		...rest,
	})
}

test('the responder says that the certificate is good: the signature holds, and says whose it is', async () => {
	answers['/ocsp'] = bytes(await anOcspAnswer({ holder: signer, authority: root }))
	expect(await verify()).toMatchObject({
		ok: true,
		value: { identifier: 'PNOKZ-850101300123', fullName: 'ҮЛГІҰЛЫ СЫНАҚ ЖОБАҰЛЫ', revocation: 'good' },
	})
	expect(asked).toEqual(['/ocsp'])
	await verify()
	expect(asked).toEqual(['/ocsp'])
})

test('base64 and PEM say the same as DER', async () => {
	const base64 = (await signedBy(signer, TEXT)).toString('base64')
	const lines = base64.replace(/.{64}/g, '$&\r\n')
	for (const text of [base64, lines, `-----BEGIN CMS-----\n${lines}\n-----END CMS-----\n`])
		expect(await verify({ cms: Buffer.from(text) })).toMatchObject({ ok: true })
})

test('revoked by the responder, a signature is refused; one from before holds', async () => {
	const revoked = { state: 'revoked', at: days(-2) } as const
	answers['/ocsp'] = bytes(await anOcspAnswer({ holder: signer, authority: root }, revoked))
	expect(await verify()).toEqual({ ok: false, refusal: 'revoked' })
	expect(await verify({ at: days(-3) })).toMatchObject({ ok: true })
})

test('the responder is away: the list is asked, and revokes', async () => {
	answers['/crl'] = bytes(await aCrl(root, { revoked: [signer] }))
	expect(await verify()).toEqual({ ok: false, refusal: 'revoked' })
	expect(asked).toEqual(['/ocsp', '/crl'])
	forgetAnswers()
	answers['/crl'] = bytes(await aCrl(root))
	expect(await verify()).toMatchObject({ ok: true, value: { revocation: 'good' } })
})

test('nobody answers: unchecked, and whoever is down is not asked again at once', async () => {
	expect(await verify()).toMatchObject({ ok: true, value: { revocation: 'unchecked' } })
	await verify()
	expect(asked).toEqual(['/ocsp', '/crl'])
})

test('an answer that proves nothing counts as none', async () => {
	const about = { holder: signer, authority: root }
	const stranger = await anAuthority()
	const notForIt = await aSigner(root)
	const proveNothing = [
		await anOcspAnswer(about, { state: 'unknown' }),
		await anOcspAnswer(about, { from: days(-9), until: days(-8) }),
		await anOcspAnswer(about, { responder: stranger }),
		await anOcspAnswer(about, { responder: notForIt }),
		await anOcspAnswer({ holder: notForIt, authority: root }),
		Buffer.from('good'),
	]
	const noLists = [
		await aCrl(stranger),
		await aCrl(root, { until: days(-1), from: days(-8) }),
		Buffer.from('-----BEGIN X509 CRL-----'),
	]
	for (const [place, answer] of proveNothing.entries()) {
		answers = { '/ocsp': bytes(answer), '/crl': bytes(noLists[place % noLists.length] as Buffer) }
		forgetAnswers()
		expect(await verify()).toMatchObject({ ok: true, value: { revocation: 'unchecked' } })
	}
})

test('one whom the authority has certified for it answers in its name', async () => {
	const responder = await aSigner(root, { uses: [OCSP_SIGNING], names: named('Fictional OCSP') })
	answers['/ocsp'] = bytes(await anOcspAnswer({ holder: signer, authority: root }, { responder }))
	expect(await verify()).toMatchObject({ ok: true, value: { revocation: 'good' } })
})

test('an address inside the network is not asked, unless the administrator allows it', async () => {
	expect(await verify({ privateResponders: [] })).toMatchObject({ value: { revocation: 'unchecked' } })
	const byName = await aSigner(root, { ocsp: `http://localhost:${host.split(':')[1]}/ocsp` })
	await verify({ by: byName, privateResponders: [] })
	const otherWay = await aSigner(root, { ocsp: 'file:///etc/passwd', crl: 'ldap://127.0.0.1/' })
	await verify({ by: otherWay })
	expect(asked).toEqual([])
})

test.each([
	['127.0.0.1', true],
	['10.1.2.3', true],
	['172.31.0.1', true],
	['192.168.1.1', true],
	['169.254.169.254', true],
	['100.64.0.1', true],
	['::1', true],
	['::ffff:127.0.0.1', true],
	['::ffff:7f00:1', true],
	['fd00::1', true],
	['fe80::1', true],
	['8.8.8.8', false],
	['2a00:1450::1', false],
])('%s lies inside: %s', (address, inside) => {
	expect(isInside(address)).toBe(inside)
})

test('an answer that is endless or elsewhere is no answer', async () => {
	answers['/ocsp'] = (_request, response) => void response.writeHead(302, { Location: '/other' }).end()
	answers['/crl'] = (_request, response) => {
		const more = () => {
			while (response.write(Buffer.alloc(1 << 20)));
		}
		response.on('drain', more)
		more()
	}
	expect(await verify()).toMatchObject({ ok: true, value: { revocation: 'unchecked' } })
	expect(asked).toEqual(['/ocsp', '/crl'])
})

test('a certificate that names no human signs nothing here', async () => {
	const body = await aSigner(root, {
		names: [...named('Fictional Body'), [SERIAL, 'BIN123456789012']],
		ocsp: `http://${host}/ocsp`,
	})
	expect(await verify({ by: body })).toEqual({ ok: false, refusal: 'identifier' })
})

test.each([
	['IIN850101300123', 'PNOKZ-850101300123'],
	['PNOKZ-850101300123', 'PNOKZ-850101300123'],
	['PNOEE-38001085718', 'PNOEE-38001085718'],
	['IIN85010130012', undefined],
	['PNOKZ-8501013001234', undefined],
	['VATEE-100', undefined],
	['', undefined],
])('the identifier in %s is %s', (serialNumber, identifier) => {
	expect(identifierOf(serialNumber)).toBe(identifier)
})

test('a name is put together as its country writes it', () => {
	const kz = { serialNumber: 'IIN1', commonName: 'ҮЛГІ СЫНАҚ', surname: 'ҮЛГІ', givenName: 'ЖОБАҰЛЫ' }
	expect(fullNameOf(kz)).toBe('ҮЛГІ СЫНАҚ ЖОБАҰЛЫ')
	const ee = { serialNumber: 'PNOEE-1', commonName: 'NÄIDIS,MARI,1', surname: 'NÄIDIS', givenName: 'MARI' }
	expect(fullNameOf(ee)).toBe('MARI NÄIDIS')
})

test('a task that takes too long is ended, and the next one is done', async () => {
	const input = { der: root.der }
	// A thread that has begun: the first task of one is given longer.
	await inThread('readAuthority', input)
	await new Promise(setImmediate)
	const late = inThread('readAuthority', input, { timeLimitMs: 0 })
	// Its time is up before this process hears of it again.
	for (const until = performance.now() + 20; performance.now() < until; );
	await expect(late).rejects.toThrow(TooSlow)
	expect(await inThread('readAuthority', input)).toMatchObject({ name: 'CN=Fictional Root, C=KZ' })
	expect(await inThread('readAuthority', { der: signer.der })).toBeUndefined()
})

const GOST_CERTIFICATE = {
	valid: true,
	revocations: [
		{ revoked: false, by: 'OCSP', revocationTime: null, reason: null },
		{ revoked: false, by: 'CRL', revocationTime: null, reason: null },
	],
	notBefore: '2025-09-28T16:03:41.000+00:00',
	notAfter: '2026-09-28T16:03:41.000+00:00',
	keyUsage: 'SIGN',
	serialNumber: '60ba4568ae98fa522a13fa711c6cb60c69bee2c4',
	signAlg: 'ECGOST34310',
	keyUser: ['INDIVIDUAL'],
	subject: { commonName: 'ҮЛГІҚЫЗЫ ЖОБА', surName: 'ҮЛГІҚЫЗЫ', lastName: 'СЫНАҚҚЫЗЫ', iin: '900101400123' },
	issuer: { commonName: 'Fictional GOST', dn: 'CN=Fictional GOST, C=KZ' },
}

/** A verifier that speaks NCANode's documented interface, and holds every signature for this one. */
const aVerifier =
	(certificate: object, { valid = true, status = 200 } = {}): RequestListener =>
	async (request, response) => {
		let text = ''
		for await (const part of request) text += part
		const question = JSON.parse(text)
		const isWhole =
			request.method === 'POST' &&
			Buffer.from(question.data, 'base64').toString() === TEXT &&
			Buffer.from(question.cms, 'base64').byteLength > 500 &&
			question.revocationCheck.join() === 'OCSP,CRL'
		response.writeHead(isWhole ? status : 400, { 'Content-Type': 'application/json' })
		response.end(
			JSON.stringify({ status, message: 'OK', valid, signers: [{ certificates: [certificate], tsp: null }] }),
		)
	}

test('a GOST key is verified by the verifier that is configured, and by nobody otherwise', async () => {
	const gost = await usesOnly(signer, { key: '1.2.398.3.10.1.1.1.1' })
	const cms = await signedBy(gost, TEXT)
	expect(await verify({ cms, gostVerifier: undefined })).toEqual({ ok: false, refusal: 'gost' })
	answers['/cms/verify'] = aVerifier(GOST_CERTIFICATE)
	const gostVerifier = `http://${host}`
	expect(await verify({ cms, gostVerifier })).toMatchObject({
		ok: true,
		value: {
			identifier: 'PNOKZ-900101400123',
			fullName: 'ҮЛГІҚЫЗЫ ЖОБА СЫНАҚҚЫЗЫ',
			issuer: 'CN=Fictional GOST, C=KZ',
			revocation: 'good',
		},
	})
	// The verifier looks at what a signature has in it, whatever it is told that was to be signed.
	const another = await signedBy(gost, TEXT.replace('nonce: ', 'nonce: x'))
	expect(await verify({ cms: another, gostVerifier })).toEqual({ ok: false, refusal: 'altered' })
	const refusals: [object, object, string][] = [
		[{ revocations: [{ revoked: true, revocationTime: days(-1) }] }, { valid: false }, 'revoked'],
		[{ keyUsage: 'AUTH' }, {}, 'usage'],
		[{ valid: false }, {}, 'signature'],
		[{}, { valid: false }, 'signature'],
		[{ notAfter: days(-1) }, {}, 'expired'],
		[{ subject: { commonName: 'BODY', bin: '123456789012' } }, {}, 'identifier'],
		[{}, { status: 500 }, 'verifier-down'],
		[{ notBefore: 'never' }, {}, 'verifier-down'],
	]
	for (const [change, how, refusal] of refusals) {
		answers['/cms/verify'] = aVerifier({ ...GOST_CERTIFICATE, ...change }, how)
		expect(await verify({ cms, gostVerifier })).toEqual({ ok: false, refusal })
	}
})

test('ten thousand damaged signatures: a refusal each, and soon', async () => {
	const cms = await signedBy(signer, TEXT)
	const random = randomFrom(20260302)
	const found = new Map<string, number>()
	const started = performance.now()
	const all = Array.from({ length: 10_000 }, () => damaged(cms, random))
	while (all.length > 0) {
		const input = { statement: Buffer.from(TEXT), authorities: [root.der], use: 'sign', at: NOW } as const
		const some = all.splice(0, 100).map((one) => inThread('checkCms', { ...input, cms: one }))
		for (const checked of await Promise.all(some)) {
			const word = checked.ok ? 'ok' : checked.refusal
			found.set(word, (found.get(word) ?? 0) + 1)
			// What no signature covers may change: nobody else's name comes out of it.
			if (checked.ok) expect(checked.signer.names.serialNumber).toBe('IIN850101300123')
		}
	}
	expect(performance.now() - started).toBeLessThan(50_000)
	expect(found.get('malformed')).toBeGreaterThan(1000)
	expect(found.get('ok') ?? 0).toBeLessThan(600)
}, 240_000)

function damaged(cms: Buffer, random: () => number): Buffer {
	const below = (most: number) => Math.floor(random() * most)
	const copy = Buffer.from(cms)
	for (let changes = 1 + below(3); changes > 0; changes--) {
		const at = below(copy.byteLength)
		const kind = below(4)
		if (kind === 0) copy[at] = below(256)
		else if (kind === 1) copy[at] = (copy[at] as number) ^ (1 << below(8))
		else if (kind === 2) copy.copyWithin(at, below(copy.byteLength), below(copy.byteLength))
		else return copy.subarray(0, at)
	}
	// Changed into what it was.
	return copy.equals(cms) ? damaged(cms, random) : copy
}

/** The same for everybody, so that a failure comes again (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
	}
}
