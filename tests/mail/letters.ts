import type { DNSResolver } from 'mailauth'
import { type Side, threadMailAddress } from '#app/mail/address.server.ts'
import { keepMail, type Received } from '#app/mail/keep.server.ts'
import { placeMail } from '#app/mail/place.server.ts'
import { incomingMail } from '#db/schema/mail.ts'
import type { Store } from '#db/store.ts'
import { SECRET_KEY } from '#tests/support/world.ts'

export const HOME = { domain: 'mail.example', secretKey: SECRET_KEY }

/** Saturday noon in Astana. */
export const SATURDAY = new Date('2026-01-17T12:00:00+05:00')

/** A world without name servers. */
export const noDns = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))

/** A letter as it is on the wire; the test names only what matters. */
export function aLetter({ headers = {}, text = 'Where do the batteries go?' }: ALetter = {}): string {
	const all: Record<string, string | null> = {
		From: 'Aigul Sample <aigul@home.example>',
		To: 'env@mail.example',
		Subject: 'Batteries',
		'Message-ID': `<${crypto.randomUUID()}@home.example>`,
		Date: 'Sat, 17 Jan 2026 12:00:00 +0500',
		'Content-Type': 'text/plain; charset=utf-8',
		...headers,
	}
	const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`))
	return `${lines.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`
}

/** A letter with files, as a mail program sends them. */
export function aLetterWith(
	files: Record<string, string>,
	{ headers = {}, text = '' }: ALetter = {},
): string {
	const parts = Object.entries(files).map(
		([name, content]) =>
			`--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`,
	)
	return aLetter({
		headers: { 'Content-Type': 'multipart/mixed; boundary=b', ...headers },
		text: `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n${parts.join('')}--b--`,
	})
}

interface ALetter {
	headers?: Record<string, string | null>
	text?: string
}

export const keep = (store: Store, raw: string | Buffer, over: Partial<Received> = {}) =>
	store.write('keep', (tx) =>
		keepMail(tx, {
			raw: Buffer.from(raw as string),
			recipients: ['env@mail.example'],
			returnPath: 'aigul@home.example',
			clientAddress: '127.0.0.1',
			clientName: 'relay.example',
			receivedAt: SATURDAY,
			...over,
		}),
	)

export const place = (store: Store, now = SATURDAY, resolve: DNSResolver = noDns) =>
	placeMail(store, {
		now,
		profileId: 'KZ',
		publicUrl: 'https://demo.example',
		secretKey: SECRET_KEY,
		mailHome: HOME,
		resolve,
	})

/** Keeps it, places it, and tells what became of the newest. */
export async function deliver(store: Store, raw: string | Buffer, over: Partial<Received> = {}) {
	const before = new Set(
		(await store.readOwn.select({ id: incomingMail.id }).from(incomingMail)).map(({ id }) => id),
	)
	await keep(store, raw, over)
	await place(store)
	const after = await store.readOwn.select().from(incomingMail)
	const [mail] = after.filter(({ id }) => !before.has(id))
	if (!mail) throw new Error('the message is lost')
	return mail
}

export const threadOf = (number: string, side: Side = 'author') => threadMailAddress(number, side, HOME)
