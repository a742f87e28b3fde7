import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '#app/signatures/make-certificate.server.ts'
import { incomingMail, rawMail } from '#db/schema/mail.ts'
import { type MailIn, openMailIn } from '#server/mail-in.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aLetter, threadOf } from './letters.ts'

let world: World
let listener: MailIn
const LOOPBACK = {
	MAIL_IN_PORT: 0,
	MAIL_IN_HOST: '127.0.0.1',
	MAIL_IN_PROTOCOL: 'smtp',
	MAIL_IN_CONNECTIONS: 250,
} as const
const quiet = pino({ level: 'silent' })

beforeAll(async () => {
	world = await aWorld()
	listener = await openMailIn(world.store, quiet, LOOPBACK, 100)
})
afterAll(async () => {
	await listener.close()
	await world.store.close()
})

const post = (options = {}) =>
	createTransport({ host: '127.0.0.1', port: listener.port, secure: false, ignoreTLS: true, ...options })
let sent = 0
/** Each from an address of its own: whoever writes too often is turned away. */
const send = (to: string, raw: string | Buffer = aLetter(), options = {}) =>
	post(options).sendMail({ envelope: { from: `aigul${++sent}@home.example`, to }, raw })
const refusal = (sending: Promise<unknown>) =>
	sending.then(
		() => 'taken',
		(error: { responseCode?: number }) => error.responseCode,
	)
const kept = () => world.store.readOwn.$count(incomingMail)

test('what is acknowledged is kept byte for byte, with its envelope', async () => {
	const letter = aLetter({ text: '.a line that begins with a dot\nand one more' })
	await send('env@mail.example', letter)
	const [mail] = await world.store.readOwn.select().from(incomingMail)
	const [raw] = await world.store.readOwn.select().from(rawMail)
	expect(raw?.bytes.toString()).toBe(letter)
	expect(mail).toMatchObject({
		recipient: 'env@mail.example',
		returnPath: 'aigul1@home.example',
		clientAddress: '127.0.0.1',
		state: 'waiting',
	})
})

test('an address is checked while the sender still asks', async () => {
	const { inquiryId } = await world.file()
	const { inquiries } = await import('#db/schema/inquiries.ts')
	const [{ number = '' } = {}] = (await world.store.readOwn.select().from(inquiries)).filter(
		({ id }) => id === inquiryId,
	)
	const before = await kept()
	for (const known of [
		'hsg@mail.example',
		'ENV.Minister@MAIL.example',
		'postmaster@mail.example',
		threadOf(number),
	])
		expect(await refusal(send(known)), known).toBe('taken')
	for (const unknown of [
		'nobody@mail.example',
		'env.nobody@mail.example',
		'env@elsewhere.example',
		threadOf('ENV-2026-000999-5'),
		threadOf(number).replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0')),
	])
		expect(await refusal(send(unknown)), unknown).toBe(550)
	expect((await kept()) - before).toBe(4)
})

test('a message of 26 MB is refused with 552, said before or found at its end, and nothing of it is kept', async () => {
	const before = await kept()
	const large = Buffer.concat([Buffer.from(aLetter()), Buffer.alloc(26 << 20, 'All work and no play\r\n')])
	expect(await refusal(send('env@mail.example', large))).toBe(552)
	expect(await refusal(said(`MAIL FROM:<a@home.example> SIZE=${26 << 20}`))).toBe(552)
	expect(await kept()).toBe(before)
})

test('two hundred connections at once lose nothing', async () => {
	const before = await kept()
	const sendings = Array.from({ length: 200 }, (_, at) =>
		send('env@mail.example', aLetter({ headers: { Subject: `No ${at}` } })),
	)
	expect((await Promise.allSettled(sendings)).filter(({ status }) => status === 'rejected')).toEqual([])
	expect((await kept()) - before).toBe(200)
}, 20_000)

test('a connection that breaks off in the middle of a message leaves nothing behind', async () => {
	const before = await kept()
	await new Promise<void>((resolve) => {
		const socket = createConnection(listener.port, '127.0.0.1', () =>
			socket.write('EHLO x\r\nMAIL FROM:<a@home.example>\r\nRCPT TO:<env@mail.example>\r\nDATA\r\n'),
		)
		socket.on('data', (heard) => {
			if (!heard.toString().includes('354')) return
			socket.write('Subject: half a le', () => socket.destroy())
		})
		socket.on('close', () => resolve())
	})
	await send('env@mail.example')
	expect((await kept()) - before).toBe(1)
})

test('LMTP answers for each recipient', async () => {
	const lmtp = await openMailIn(world.store, quiet, { ...LOOPBACK, MAIL_IN_PROTOCOL: 'lmtp' }, 100)
	const heard = await dialogue(lmtp.port, [
		'LHLO x',
		'MAIL FROM:<a@home.example>',
		'RCPT TO:<env@mail.example>',
		'RCPT TO:<hsg@mail.example>',
		'DATA',
		`${aLetter()}.`,
		'QUIT',
	])
	expect(heard.match(/^250 2\.\S+ OK/gm)).toHaveLength(2)
	await lmtp.close()
})

test('STARTTLS is offered with a certificate of our own, and not without', async () => {
	expect(await dialogue(listener.port, ['EHLO x', 'QUIT'])).not.toContain('STARTTLS')
	const folder = mkdtempSync(join(tmpdir(), 'jauap-tls-'))
	const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
	await selfSigned(key, certificate)
	const settings = { ...LOOPBACK, MAIL_IN_CERTIFICATE: certificate, MAIL_IN_KEY: key }
	const secured = await openMailIn(world.store, quiet, settings, 100)
	const sent = await createTransport({
		host: '127.0.0.1',
		port: secured.port,
		requireTLS: true,
		tls: { rejectUnauthorized: false },
	}).sendMail({ envelope: { from: 'a@home.example', to: 'env@mail.example' }, raw: aLetter() })
	expect(sent.accepted).toEqual(['env@mail.example'])
	await secured.close()
	rmSync(folder, { recursive: true })
})

/** One command after EHLO; rejects as nodemailer does when it is refused. */
async function said(command: string): Promise<string> {
	const heard = await dialogue(listener.port, ['EHLO x', command, 'QUIT'])
	const refused = /^(5\d\d) /m.exec(heard)
	if (refused) throw Object.assign(new Error(heard), { responseCode: Number(refused[1]) })
	return heard
}

/** Says one line after another, each when the last was answered; gives all that was heard. */
function dialogue(port: number, lines: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const left = [...lines]
		let heard = ''
		const socket = createConnection(port, '127.0.0.1')
		socket.on('data', (data) => {
			heard += data
			if (/^\d{3} [^\r\n]*\r\n$/m.test(heard.slice(heard.lastIndexOf('\n', heard.length - 2) + 1))) {
				const next = left.shift()
				if (next !== undefined) socket.write(`${next}\r\n`)
			}
		})
		socket.on('close', () => resolve(heard))
		socket.on('error', reject)
	})
}

async function selfSigned(keyFile: string, certificateFile: string) {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
	const { der } = await makeCertificate({
		subject: [['2.5.4.3', 'mail.example']],
		keys,
		serial: new Uint8Array([1]),
		from: new Date(Date.now() - 60_000),
		until: new Date(Date.now() + 3_600_000),
		extensions: [],
	})
	writeFileSync(certificateFile, pem('CERTIFICATE', der))
	writeFileSync(keyFile, pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)))
}

const pem = (label: string, bytes: ArrayBuffer | Uint8Array) =>
	`-----BEGIN ${label}-----\n${Buffer.from(bytes as Uint8Array).toString('base64')}\n-----END ${label}-----\n`
