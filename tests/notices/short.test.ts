import { once } from 'node:events'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPost } from '#app/notices/post.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { confirmPhone, requestPhone } from '#app/people/phone.server.ts'
import { phoneNumber } from '#app/people/phone.ts'
import { people } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
let gateway: Server | undefined
beforeEach(async () => {
	world = await aWorld()
})
afterEach(async () => {
	gateway?.close()
	gateway = undefined
	await world.store.close()
})

const now = new Date('2026-01-12T07:00:00Z')
const PHONE = '+77010000000'
const ask = (phone = PHONE) =>
	world.store.write('test', (tx) =>
		requestPhone(tx, { personId: 'author', phone, secretKey: SECRET_KEY, now }),
	)
const confirm = (code: string) =>
	world.store.write('test', (tx) =>
		confirmPhone(tx, { personId: 'author', code, secretKey: SECRET_KEY, now }),
	)
const code = async () => {
	const [row] = await world.store.read.select().from(outbox).where(eq(outbox.channel, 'sms'))
	return String(row?.values.code)
}
const send = (settings: object, at = now) => {
	const post = openPost({
		MAIL_FROM: 'a@demo.example',
		MAIL_DIR: '/nowhere',
		DATA_DIR: '/nowhere',
		...settings,
	})
	return sendLetters(world.store, { now: at, publicUrl: 'https://demo.example', secretKey: SECRET_KEY, post })
}
const phoneOf = async () =>
	(await world.store.read.select().from(people).where(eq(people.id, 'author')))[0]?.phone

test('a number is one’s own once its code is entered, and receipts go there too', async () => {
	await ask()
	expect(await phoneOf()).toBeNull()
	expect(await confirm('x')).toEqual({ ok: false, refusal: 'wrongCode' })
	expect(await confirm(await code())).toMatchObject({ ok: true })
	expect(await phoneOf()).toBe(PHONE)

	const folder = await mkdtemp(join(tmpdir(), 'jauap-sms-'))
	const { number } = await world.file()
	await send({ DATA_DIR: folder, MAIL_DIR: join(folder, 'mail') })
	const files = (await readdir(join(folder, 'sms'))).sort()
	const texts = await Promise.all(files.map((file) => readFile(join(folder, 'sms', file), 'utf8')))
	expect(texts[1]).toBe(
		`${PHONE}\n\nJauap: question ${number} is registered. Last day for an answer: 2 February 2026.\n`,
	)
})

test('a gateway gets the message with its token; one that is away gets it later, once', async () => {
	const taken: { headers: IncomingHttpHeaders; body: string }[] = []
	const answers = [503, 202]
	gateway = createServer(async (request, response) => {
		let body = ''
		for await (const chunk of request) body += chunk
		const status = answers.shift() ?? 500
		if (status === 202) taken.push({ headers: request.headers, body })
		response.writeHead(status).end()
	}).listen(0, '127.0.0.1')
	await once(gateway, 'listening')
	const SMS_URL = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
	await ask()
	const sent = await code()
	await expect(send({ SMS_URL, SMS_TOKEN: 'secret' })).rejects.toThrow('1 letters were not sent')
	await send({ SMS_URL, SMS_TOKEN: 'secret' }, new Date(now.getTime() + 120_000))
	expect(taken).toHaveLength(1)
	expect(taken[0]?.headers.authorization).toBe('Bearer secret')
	expect(JSON.parse(String(taken[0]?.body))).toEqual({
		id: expect.stringMatching(/^<n1\./),
		to: PHONE,
		text: `Jauap: your code is ${sent}. It works for 30 minutes. Tell it to nobody.`,
	})
	const [row] = await world.store.read.select().from(outbox)
	expect(row).toMatchObject({ values: {} })
})

test('a number is read as people write it, and anything else is none', () => {
	expect(phoneNumber('+7 (701) 000-00-00')).toBe(PHONE)
	expect(phoneNumber('0077010000000')).toBe(PHONE)
	for (const typed of ['87010000000', '+7', '+0123456789', 'call me', `+${'1'.repeat(16)}`, ''])
		expect(phoneNumber(typed)).toBeUndefined()
})
