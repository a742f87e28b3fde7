import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Letter } from '#app/notices/letter.server.ts'
import { write } from '#app/notices/notice.server.ts'
import { openPost, type Post } from '#app/notices/post.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const start = new Date('2026-02-03T05:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

const aLetter = (over: { recipient?: string; once?: string } = {}) =>
	world.store.write('test', (tx) =>
		write(tx, {
			notice: 'answered',
			recipient: 'author@demo.example',
			language: 'kk',
			values: { number: 'ENV-2026-000123-7', path: '/inquiries/ENV-2026-000123-7' },
			now: start,
			...over,
		}),
	)

const send = (post: Post, now = start) =>
	sendLetters(world.store, { now, publicUrl: 'https://demo.example', secretKey: SECRET_KEY, post })
const rows = () => world.store.read.select().from(outbox).orderBy(asc(outbox.number))

function aPost(...answers: (Error | undefined)[]) {
	const sent: Letter[] = []
	const post: Post = {
		async send(letter) {
			const answer = answers.shift()
			if (answer) throw answer
			sent.push(letter)
		},
		close() {},
	}
	return { post, sent }
}

const SETTINGS = { MAIL_FROM: 'Jauap <jauap@demo.example>', PUBLIC_URL: 'https://demo.example' }

test('without a mail server letters lie in a folder, as files that mail programs open', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'jauap-mail-'))
	await aLetter()
	await send(openPost({ ...SETTINGS, MAIL_DIR: folder }))
	const [file, ...more] = await readdir(folder)
	expect(more).toEqual([])
	expect(file).toBe('000001.eml')
	const mail = await readFile(join(folder, String(file)), 'utf8')
	for (const line of [
		'From: Jauap <jauap@demo.example>',
		'To: author@demo.example',
		'Auto-Submitted: auto-generated',
	])
		expect(mail).toContain(`${line}\r\n`)
	expect(mail).toMatch(/^Message-ID: <1\.[a-z0-9]+@demo\.example>\r$/m)
	expect(subjectOf(mail)).toBe('ENV-2026-000123-7: сауалыңызға жауап берілді')
	const [plain = '', html = '', ...others] = partsOf(mail)
	expect(others).toEqual([])
	expect(plain).toContain('Жауапты оқу:\nhttps://demo.example/kk/inquiries/ENV-2026-000123-7')
	expect(html).toContain('<a href="https://demo.example/kk/inquiries/ENV-2026-000123-7"')
	expect(await rows()).toMatchObject([{ sentAt: start, attempts: 1, nextAttemptAt: null }])
})

function subjectOf(mail: string): string {
	const [, folded = ''] = /^Subject: (.*(?:\r\n .*)*)/m.exec(mail) ?? []
	const words = [...folded.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, word = '']) =>
		Buffer.from(word, 'base64'),
	)
	return Buffer.concat(words).toString()
}

/** The plain text and the hypertext, decoded. */
function partsOf(mail: string): string[] {
	const [, boundary = ''] = /boundary="([^"]*)"/.exec(mail) ?? []
	return mail
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part) => {
			const [head = '', body = ''] = part.split('\r\n\r\n', 2)
			expect(head).toContain('Content-Transfer-Encoding: base64')
			return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')
		})
}

test('a letter is sent once, by whichever of two runners comes first', async () => {
	for (let written = 0; written < 120; written++) await aLetter()
	const { post, sent } = aPost()
	await Promise.all([send(post), send(post)])
	expect(sent).toHaveLength(120)
	expect(new Set(sent.map(({ number }) => number)).size).toBe(120)
})

test('the same notice written twice under one key is one letter', async () => {
	await aLetter({ once: 'the same' })
	await aLetter({ once: 'the same' })
	expect(await rows()).toHaveLength(1)
})

test('a letter that cannot be sent is tried again after growing waits, and no log line says to whom', async () => {
	await aLetter()
	const away = () =>
		Object.assign(new Error('connect to author@demo.example failed'), { code: 'ECONNREFUSED' })
	const { post, sent } = aPost(away(), away())
	const failed = send(post)
	await expect(failed).rejects.toThrow('1 letters were not sent')
	const { errors } = (await failed.catch((error) => error)) as AggregateError
	expect(String(errors[0])).toBe('Error: letter 1 (answered) was not sent at attempt 1: ECONNREFUSED')

	await send(post, minutes(0.5))
	expect(await rows()).toMatchObject([{ attempts: 1, nextAttemptAt: minutes(1) }])
	await expect(send(post, minutes(1))).rejects.toThrow()
	expect(await rows()).toMatchObject([{ attempts: 2, nextAttemptAt: minutes(6) }])
	await send(post, minutes(6))
	expect(sent).toHaveLength(1)
	expect(await rows()).toMatchObject([{ attempts: 3, sentAt: minutes(6), failedAt: null }])
})

test('an address that is refused for good is not tried again, and the others get their letters', async () => {
	await aLetter()
	await aLetter()
	const refused = Object.assign(new Error('no such user'), { code: 'EENVELOPE', responseCode: 550 })
	const { post, sent } = aPost(refused)
	await expect(send(post)).rejects.toThrow()
	await send(post, minutes(60 * 24 * 30))
	expect(sent).toHaveLength(1)
	expect((await rows()).map(({ failedAt }) => failedAt?.getTime() ?? null).sort()).toContain(start.getTime())
})

test('after the last attempt a letter has failed', async () => {
	await aLetter()
	const { post, sent } = aPost(...Array.from({ length: 20 }, () => new Error('away')))
	for (let hours = 0; hours < 24 * 5; hours++) await send(post, minutes(hours * 60)).catch(() => {})
	const [row] = await rows()
	expect(row?.failedAt).not.toBeNull()
	expect(row?.attempts).toBe(8)
	expect(sent).toEqual([])
})

test('letters claimed by a runner that died are sent by the next one', async () => {
	await aLetter()
	const dies: Post = { send: () => new Promise(() => {}), close() {} }
	void send(dies)
	await expect.poll(async () => (await rows())[0]?.attempts).toBe(1)
	const { post, sent } = aPost()
	await send(post, minutes(9))
	expect(sent).toHaveLength(0)
	await send(post, minutes(10))
	expect(sent).toHaveLength(1)
})

test('with a mail server letters are handed to it', async () => {
	const received: string[] = []
	const server = createServer((socket) => mailServer(socket, received)).listen(0, '127.0.0.1')
	await new Promise((resolve) => server.once('listening', resolve))
	const { port } = server.address() as { port: number }
	await aLetter()
	await send(openPost({ ...SETTINGS, MAIL_DIR: '/nowhere', SMTP_URL: `smtp://127.0.0.1:${port}` }))
	server.close()
	expect(received).toHaveLength(1)
	expect(received[0]).toContain('To: author@demo.example')
	expect(await rows()).toMatchObject([{ sentAt: start }])
})

/** As much of SMTP as one letter needs. */
function mailServer(socket: Socket, received: string[]) {
	let letter: string | undefined
	socket.write('220 demo\r\n')
	socket.on('error', () => {})
	socket.on('data', (data) => {
		const text = data.toString()
		if (letter !== undefined || !/^(EHLO|MAIL|RCPT|DATA|QUIT|RSET|NOOP)/.test(text)) {
			letter = (letter ?? '') + text
			if (!letter.endsWith('\r\n.\r\n')) return
			received.push(letter)
			letter = undefined
			socket.write('250 taken\r\n')
		} else if (text.startsWith('DATA')) {
			letter = ''
			socket.write('354 go on\r\n')
		} else socket.write(text.startsWith('QUIT') ? '221 bye\r\n' : '250 yes\r\n')
	})
}
