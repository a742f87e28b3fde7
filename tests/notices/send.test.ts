import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMailAddress } from '#app/mail/address.server.ts'
import { nextAttempt } from '#app/notices/back-off.ts'
import type { Letter } from '#app/notices/letter.server.ts'
import { type Notice, write } from '#app/notices/notice.server.ts'
import { openPost, type Post } from '#app/notices/post.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { events, outbox } from '#db/schema/register.ts'
import { aFiling, aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const start = new Date('2026-02-03T05:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

const aLetter = (over: Partial<Notice> = {}) =>
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

const SITE = { publicUrl: 'https://demo.example', secretKey: SECRET_KEY }
const send = (post: Post, now = start) => sendLetters(world.store, { now, ...SITE, post })
const rows = () => world.store.read.select().from(outbox).orderBy(asc(outbox.number))

function aPost(...answers: (Error | undefined)[]) {
	const sent: Letter[] = []
	const post: Post = {
		async send(letter) {
			const answer = answers.shift()
			if (answer) throw answer
			sent.push(letter)
		},
		async sendShort() {},
		close() {},
	}
	return { post, sent }
}

const SETTINGS = { MAIL_FROM: 'Jauap <jauap@demo.example>', DATA_DIR: '/nowhere' }

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
	expect(mail).toMatch(/^Message-ID: <n1\.[0-9a-f]{20}@demo\.example>\r$/m)
	expect(subjectOf(mail)).toBe('ENV-2026-000123-7: сауалыңызға жауап берілді')
	const [plain = '', html = '', ...others] = partsOf(mail)
	expect(others).toEqual([])
	expect(plain).toContain('Жауапты оқу:\nhttps://demo.example/kk/inquiries/ENV-2026-000123-7')
	expect(html).toContain('<a href="https://demo.example/kk/inquiries/ENV-2026-000123-7"')
	expect(await rows()).toMatchObject([{ sentAt: start, attempts: 1, nextAttemptAt: null, values: {} }])
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

const away = () => Object.assign(new Error('connect to author@demo.example failed'), { code: 'ECONNREFUSED' })
const putOff = () =>
	Object.assign(new Error('mailbox full'), {
		code: 'EENVELOPE',
		responseCode: 452,
		response: '452 4.2.2 author@demo.example is full',
	})
const refused = () =>
	Object.assign(new Error('no such user'), {
		code: 'EENVELOPE',
		responseCode: 550,
		response: '550 5.1.1 no author@demo.example here',
	})

test('a letter that cannot be sent is tried again after growing waits, and no log line says to whom', async () => {
	await aLetter()
	const { post, sent } = aPost(away(), away())
	const failed = send(post)
	await expect(failed).rejects.toThrow('1 letters were not sent')
	const { errors } = (await failed.catch((error) => error)) as AggregateError
	expect(String(errors[0])).toBe('Error: letter 1 (answered) was not sent at attempt 1: ECONNREFUSED')

	await send(post, minutes(0.5))
	expect(sent).toHaveLength(0)
	await expect(send(post, minutes(1.3))).rejects.toThrow()
	const [row] = await rows()
	expect(Number(row?.nextAttemptAt)).toBeGreaterThan(Number(minutes(2)))
	await send(post, minutes(6))
	expect(sent).toHaveLength(1)
	expect(await rows()).toMatchObject([{ sentAt: minutes(6), failedAt: null, status: null }])
})

test('waits grow to four hours, to a quarter of an hour where our own server is away, and are spread', () => {
	const wait = (minutesOld: number, because: 'mailbox' | 'server', number = 7) => {
		const now = minutes(minutesOld)
		const again = nextAttempt({ number, attempts: 1, createdAt: start, because }, now)
		return (Number(again) - Number(now)) / 60_000
	}
	for (const [old, because, about] of [
		[0, 'mailbox', 1],
		[60, 'mailbox', 15],
		[600, 'mailbox', 150],
		[5000, 'mailbox', 240],
		[0, 'server', 1],
		[600, 'server', 15],
	] as const) {
		expect(wait(old, because)).toBeGreaterThan(about * 0.79)
		expect(wait(old, because)).toBeLessThan(about * 1.21)
	}
	expect(new Set(Array.from({ length: 100 }, (_, number) => wait(600, 'mailbox', number))).size).toBe(100)
})

test('an address that is refused for good is not tried again, and the record of the case says so', async () => {
	const { inquiryId } = await world.file()
	await world.file({ author: { ...aFiling().author, personId: 'stranger' } })
	const { post, sent } = aPost(refused())
	await expect(send(post)).rejects.toThrow()
	await send(post, minutes(60 * 24 * 30))
	expect(sent).toHaveLength(1)
	const [first, second] = await rows()
	expect(first).toMatchObject({ failedAt: start, status: '5.1.1', nextAttemptAt: null, values: {} })
	expect(second).toMatchObject({ sentAt: start, failedAt: null })
	const recorded = await world.store.read.select().from(events).where(eq(events.type, 'notice_undelivered'))
	expect(recorded).toMatchObject([
		{ subjectId: inquiryId, on: '2026-02-03', details: { notice: 'receipt', letter: 1, status: '5.1.1' } },
	])
	expect(JSON.stringify(recorded)).not.toContain('demo.example')
})

test('a mailbox that takes nothing for four days has failed; our own server may be away for longer', async () => {
	await aLetter()
	const full = aPost(...Array.from({ length: 200 }, putOff))
	for (let hours = 0; hours < 24 * 5; hours++) await send(full.post, minutes(hours * 60)).catch(() => {})
	const [row] = await rows()
	expect(Number(row?.failedAt)).toBeGreaterThanOrEqual(Number(minutes(60 * 24 * 4)))
	expect(row).toMatchObject({ status: '4.2.2', values: {} })
	expect(full.sent).toEqual([])

	await aLetter()
	const down = aPost(...Array.from({ length: 200 }, away))
	for (let hours = 0; hours < 24 * 5; hours++) await send(down.post, minutes(hours * 60)).catch(() => {})
	expect((await rows())[1]).toMatchObject({ failedAt: null, sentAt: null })
	await send(aPost().post, minutes(60 * 24 * 5))
	expect((await rows())[1]?.sentAt).not.toBeNull()
})

test("a full mailbox holds up the letters to it of the same case, and nobody else's", async () => {
	const { inquiryId } = await world.file()
	const about = { inquiryId, recipient: 'author@demo.example' }
	await aLetter(about)
	await aLetter({ ...about, recipient: 'env@demo.example' })
	await aLetter()
	const { post, sent } = aPost(putOff())
	await expect(send(post)).rejects.toThrow()
	expect(sent.map(({ number }) => number).sort()).toEqual([3, 4])
	await send(post, minutes(300))
	expect(sent.map(({ number }) => number)).toHaveLength(4)
	expect(sent.map(({ number }) => number).filter((number) => number < 3)).toEqual([1, 2])
})

test('the letters of a case are grouped, and answers to them go where they belong', async () => {
	const { inquiryId, number } = await world.file()
	await aLetter({ inquiryId, values: { number } })
	const { post, sent } = aPost()
	const mailHome = { domain: 'mail.example', secretKey: SECRET_KEY }
	await sendLetters(world.store, { now: start, ...SITE, mailHome, post })
	const [receipt, told] = sent
	expect(receipt?.thread).toMatch(/^<c\.[0-9a-f]{20}@demo\.example>$/)
	expect(told?.thread).toBe(receipt?.thread)
	expect(receipt?.id).not.toBe(told?.id)
	expect(readMailAddress(String(receipt?.replyTo), mailHome)).toEqual({
		to: 'thread',
		number,
		side: 'author',
	})
	expect(readMailAddress(String(told?.replyTo), mailHome)).toEqual({ to: 'thread', number, side: 'desk' })
	expect(readMailAddress(String(receipt?.returnPath), mailHome)).toEqual({ to: 'letter', letter: 1 })
	expect(receipt?.unsubscribe).toBeUndefined()
})

test('letters claimed by a runner that died are sent by the next one', async () => {
	await aLetter()
	const dies: Post = { send: () => new Promise(() => {}), sendShort: async () => {}, close() {} }
	void send(dies)
	await expect.poll(async () => (await rows())[0]?.attempts).toBe(1)
	const { post, sent } = aPost()
	await send(post, minutes(9))
	expect(sent).toHaveLength(0)
	await send(post, minutes(10))
	expect(sent).toHaveLength(1)
})
