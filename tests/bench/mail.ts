import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { openMailIn } from '#server/mail-in.ts'
import { aLetter, keep, place } from '#tests/mail/letters.ts'
import { freshStore } from '#tests/support/fresh-store.ts'
import { aWorld } from '#tests/support/world.ts'

const SENDERS = 20
const MESSAGES = 2000
const LISTENING = {
	MAIL_IN_PORT: 0,
	MAIL_IN_HOST: '127.0.0.1',
	MAIL_IN_PROTOCOL: 'smtp',
	MAIL_IN_CONNECTIONS: 250,
} as const

/** Letters taken in a second, committed before each is acknowledged; and how many of them are placed in one. */
export async function mail(): Promise<void> {
	process.env.RATE_LIMITS = 'off'
	const { store } = await aWorld()
	const letters = Array.from({ length: MESSAGES }, (_, at) =>
		aLetter({
			headers: { Subject: `No ${at}`, From: `sender${at}@home.example` },
			text: 'Where? '.repeat(300),
		}),
	)
	const listener = await openMailIn(store, pino({ level: 'silent' }), LISTENING, 100)
	const left = [...letters]
	const taken = await perSecond(MESSAGES, () =>
		Promise.all(
			Array.from({ length: SENDERS }, async () => {
				const post = createTransport({
					host: '127.0.0.1',
					port: listener.port,
					ignoreTLS: true,
					pool: true,
					maxConnections: 1,
					maxMessages: Number.POSITIVE_INFINITY,
				})
				for (let raw = left.pop(); raw; raw = left.pop())
					await post.sendMail({ envelope: { from: 'a@home.example', to: 'env@mail.example' }, raw })
				post.close()
			}),
		),
	)
	await listener.close()
	const placed = await perSecond(MESSAGES, () => place(store, new Date()))
	await store.close()

	// The same letters put into the same table, one commit each, without a protocol.
	const bare = await freshStore()
	const stored = await perSecond(MESSAGES, async () => {
		for (const raw of letters) await keep(bare, raw)
	})
	await bare.close()
	console.log(
		`mail: ${taken} letters a second taken by SMTP (${SENDERS} connections), ${placed} placed; ` +
			`beside it ${stored} a second stored one after another without SMTP`,
	)
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
	const began = performance.now()
	await work()
	return Math.round((count * 1000) / (performance.now() - began))
}
