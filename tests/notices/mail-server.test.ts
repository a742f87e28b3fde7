import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellAuthor } from '#app/inquiries/act.server.ts'
import { filedProceeding } from '#app/inquiries/filed.server.ts'
import { openPost } from '#app/notices/post.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
let stop: () => Promise<void> = async () => {}
beforeEach(async () => {
	world = await aWorld()
})
afterEach(async () => {
	await stop()
	await world.store.close()
})

interface Taken {
	mail: ParsedMail
	raw: Buffer
	from: string
}

/** A mail server on the loopback; `answer` says what it makes of a letter, and throws to refuse it. */
async function aMailServer(port = 0, answer: (mail: ParsedMail) => void = () => {}) {
	const taken: Taken[] = []
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			const chunks: Buffer[] = []
			stream.on('data', (chunk: Buffer) => chunks.push(chunk))
			stream.on('end', async () => {
				const raw = Buffer.concat(chunks)
				const mail = await simpleParser(raw)
				try {
					answer(mail)
				} catch (error) {
					return done(error as Error)
				}
				const { mailFrom } = session.envelope
				taken.push({ mail, raw, from: mailFrom ? mailFrom.address : '' })
				done()
			})
		},
	})
	server.on('error', () => {})
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
	stop = () => new Promise((resolve) => server.close(() => resolve()))
	return { taken, port: (server.server.address() as AddressInfo).port }
}

const start = new Date('2026-02-03T05:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const settings = (port: number) => ({
	SMTP_URL: `smtp://127.0.0.1:${port}`,
	MAIL_FROM: 'Jauap <jauap@demo.example>',
	MAIL_DIR: '/nowhere',
	DATA_DIR: '/nowhere',
})
const MAIL_HOME = { domain: 'mail.example', secretKey: SECRET_KEY }

async function send(now: Date, given: Parameters<typeof openPost>[0]) {
	const site = { publicUrl: 'https://demo.example', secretKey: SECRET_KEY, mailHome: MAIL_HOME }
	await sendLetters(world.store, { now, ...site, post: openPost(given) }).catch(() => {})
}

async function tell(proceedingId: string, until: string) {
	await world.store.write('test', async (tx) => {
		const filed = await filedProceeding(tx, proceedingId)
		if (filed) await tellAuthor(tx, filed.inquiry, 'extended', { until }, start)
	})
}

test('a mail server that is down for an hour: notices wait, go out once each, and in order in every case', async () => {
	const { port } = await aMailServer()
	await stop()
	const filed = []
	for (let at = 0; at < 12; at++) filed.push(await world.file({ now: start }))
	const days = ['2026-02-27', '2026-03-02', '2026-03-03']
	let told = 0
	for (let at = 0; at < 60; at += 1) {
		// New ones are written while it is down, in the middle of the waits of those before.
		const { proceedingId = '' } = filed[at % filed.length] ?? {}
		if (at < 36) await tell(proceedingId, String(days[Math.floor(told++ / filed.length)]))
		await send(minutes(at), settings(port))
	}
	expect((await world.store.read.select().from(outbox)).filter(({ sentAt }) => sentAt)).toEqual([])

	// Back, it still puts off one in five.
	let asked = 0
	const { taken } = await aMailServer(port, () => {
		if (++asked % 5 === 0) throw Object.assign(new Error('4.3.2 later'), { responseCode: 451 })
	})
	// Two processes, each with rounds of its own.
	for (let at = 60; at < 240; at += 5)
		await Promise.all([send(minutes(at), settings(port)), send(minutes(at), settings(port))])

	expect(taken).toHaveLength(48)
	expect(new Set(taken.map(({ mail }) => mail.messageId)).size).toBe(48)
	for (const { number } of filed) {
		const subjects = taken.flatMap(({ mail }) => (mail.subject?.startsWith(number) ? [mail.subject] : []))
		expect(subjects.map((subject) => subject.replace(`${number}: `, ''))).toEqual([
			'your question is registered',
			'the term is extended to 27 February 2026',
			'the term is extended to 2 March 2026',
			'the term is extended to 3 March 2026',
		])
	}
	const rows = await world.store.read.select().from(outbox)
	expect(rows.every(({ sentAt, failedAt }) => sentAt && !failedAt)).toBe(true)
	expect(rows.every(({ values }) => JSON.stringify(values) === '{}')).toBe(true)
}, 30_000)

test('what is handed over is a signed letter of both kinds, that groups with its case', async () => {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
	const DKIM_KEY = join(mkdtempSync(join(tmpdir(), 'jauap-key-')), 'dkim.pem')
	writeFileSync(DKIM_KEY, privateKey.export({ type: 'pkcs8', format: 'pem' }))
	const { taken, port } = await aMailServer()
	const { number } = await world.file({ now: start })
	await send(start, {
		...settings(port),
		DKIM_DOMAIN: 'demo.example',
		DKIM_SELECTOR: 'j2026',
		DKIM_KEY,
	})

	const [{ mail, raw, from }] = taken as [Taken]
	expect(mail.subject).toBe(`${number}: your question is registered`)
	expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
	expect(mail.inReplyTo).toBe(mail.references)
	expect(mail.replyTo?.text).toMatch(/^q-env-2026-000001-\d\.[0-9a-f]{20}@mail\.example$/i)
	expect(from).toMatch(/^b-1\.[0-9a-f]{20}@mail\.example$/)
	expect(mail.headers.get('list')).toBeUndefined()
	expect(mail.text?.match(/https?:\/\//g)).toHaveLength(1)
	expect(String(mail.html)).not.toMatch(/<img|src=|url\(/)

	const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
	const { results } = await dkimVerify(raw, {
		resolver: async (name: string) =>
			name === 'j2026._domainkey.demo.example' ? [[`v=DKIM1; k=rsa; p=${key}`]] : [],
	} as Parameters<typeof dkimVerify>[1])
	expect(results.map(({ status }) => status.result)).toEqual(['pass'])
})
