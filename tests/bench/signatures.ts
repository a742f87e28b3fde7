import { webcrypto } from 'node:crypto'
import { checkCms } from '#app/signatures/cms.server.ts'
import { inThread } from '#app/threads/pool.server.ts'
import { anAuthority, aSigner, KEYS, type KeyKind, NOW, signedBy } from '#tests/signatures/own-authority.ts'
import { rate, say, times, title } from './report.ts'

const SECONDS = 2
const STATEMENT = 'x'.repeat(300)

/** How many signatures a second are verified whole, against the two bare verifications that are in each. */
export async function signatures(): Promise<void> {
	title('Digital signatures')
	for (const kind of ['p256', 'rsa'] as const) {
		const bare = await perSecond(await twoBare(kind))
		const input = await aSignature(kind)
		const whole = await perSecond(() => checkCms(input))
		const threads = await perSecond(() =>
			Promise.all([inThread('checkCms', input), inThread('checkCms', input)]),
		)
		say(`${kind}: WebCrypto alone, two signatures`, rate(bare))
		say(`${kind}: CMS, certificate and path`, rate(whole), times(whole / bare))
		say(`${kind}: the same in the threads of the server`, rate(threads * 2))
	}
}

async function aSignature(kind: KeyKind) {
	const root = await anAuthority({ kind })
	const cms = await signedBy(await aSigner(root, { kind }), STATEMENT)
	const statement = Buffer.from(STATEMENT)
	return { cms, statement, authorities: [root.der], use: 'sign', at: NOW } as const
}

/** That of the signer and that of the authority over the certificate. */
async function twoBare(kind: KeyKind) {
	const data = Buffer.from(STATEMENT)
	const { publicKey, privateKey } = (await webcrypto.subtle.generateKey(KEYS[kind], true, [
		'sign',
		'verify',
	])) as CryptoKeyPair
	const signature = await webcrypto.subtle.sign(KEYS[kind], privateKey, data)
	const once = () => webcrypto.subtle.verify(KEYS[kind], publicKey, signature, data)
	return async () => {
		await once()
		await once()
	}
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
	for (let warm = 0; warm < 30; warm++) await work()
	const began = performance.now()
	let count = 0
	for (; performance.now() - began < SECONDS * 1000; count++) await work()
	return count / ((performance.now() - began) / 1000)
}
