import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type MailHome, mailHome } from '#app/mail/address.server.ts'
import { mailAddressee } from '#app/mail/addressee.server.ts'
import { keepMail } from '#app/mail/keep.server.ts'
import { limited } from '#app/people/limits.server.ts'
import type { Store } from '#db/store.ts'
import type { Configuration } from './configuration.ts'

const MOST_BYTES = 25 << 20
/** Of all messages that are coming in at this moment: what a small machine has room for. */
const MOST_BYTES_AT_A_TIME = 128 << 20
const MOST_RECIPIENTS = 50
const MOST_UNKNOWN = 20

export interface MailIn {
	port: number
	close(): Promise<void>
}

/** Takes in letters from the organisation's mail server. Its 250 means: committed, and safe from a power cut. */
export async function openMailIn(
	data: Store,
	log: Logger,
	settings: Pick<
		Configuration,
		| 'MAIL_IN_PORT'
		| 'MAIL_IN_HOST'
		| 'MAIL_IN_PROTOCOL'
		| 'MAIL_IN_CERTIFICATE'
		| 'MAIL_IN_KEY'
		| 'MAIL_IN_CONNECTIONS'
	>,
	patienceMs = 5000,
): Promise<MailIn> {
	const home = mailHome()
	if (!home) throw new Error('no domain for letters to us')
	const server = new SMTPServer({
		name: home.domain,
		banner: 'Jauap',
		logger: false,
		lmtp: settings.MAIL_IN_PROTOCOL === 'lmtp',
		...certificateOf(settings),
		authOptional: true,
		disabledCommands: settings.MAIL_IN_CERTIFICATE ? ['AUTH'] : ['AUTH', 'STARTTLS'],
		hideENHANCEDSTATUSCODES: false,
		// Asking the name server who connects would keep every sender waiting for it.
		disableReverseLookup: true,
		size: MOST_BYTES,
		maxClients: settings.MAIL_IN_CONNECTIONS,
		socketTimeout: 60_000,
		closeTimeout: patienceMs,
		onMailFrom: ({ address }, _session, reply) => void answer(reply, () => mayWrite(address || '')),
		onRcptTo: ({ address }, session, reply) =>
			void answer(reply, () => isKnown(data, home, address, session)),
		onData: (stream, session, reply) => void answer(reply, () => takeIn(data, stream, session)),
	})
	// A connection that breaks off is the sender's business: what was not acknowledged they send again.
	server.on('error', (error) => log.debug({ err: error }, 'mail connection'))
	await new Promise<void>((resolve, reject) => {
		server.server.once('error', reject)
		server.listen(settings.MAIL_IN_PORT, settings.MAIL_IN_HOST, resolve)
	})

	/** An unforeseen failure is a "try again later" to the sender, and a line in the log for us. */
	async function answer(reply: (error?: Error | null) => void, act: () => Promise<void>) {
		try {
			await act()
			reply()
		} catch (error) {
			if (error instanceof SmtpRefusal) return reply(error)
			log.error(error instanceof Error ? error : new Error(String(error)))
			reply(new SmtpRefusal(451, 'Could not be stored now, please try again later'))
		}
	}
	return {
		port: (server.server.address() as AddressInfo).port,
		close: () => new Promise((resolve) => server.close(resolve)),
	}
}

class SmtpRefusal extends Error {
	responseCode: number
	constructor(responseCode: number, message: string) {
		super(message)
		this.responseCode = responseCode
	}
}

function certificateOf(settings: Pick<Configuration, 'MAIL_IN_CERTIFICATE' | 'MAIL_IN_KEY'>) {
	const { MAIL_IN_CERTIFICATE, MAIL_IN_KEY } = settings
	if (!MAIL_IN_CERTIFICATE || !MAIL_IN_KEY) return {}
	return { cert: readFileSync(MAIL_IN_CERTIFICATE), key: readFileSync(MAIL_IN_KEY) }
}

async function mayWrite(sender: string): Promise<void> {
	// News of a failed delivery comes from nobody, as often as deliveries fail.
	if (sender === '') return
	const may = await limited('mail', { account: sender.toLowerCase() })
	if (!may.ok) throw new SmtpRefusal(450, 'Too many messages, please try again later')
}

const unknown = new WeakMap<SMTPServerSession, number>()

async function isKnown(
	{ readOwn }: Store,
	home: MailHome,
	address: string,
	session: SMTPServerSession,
): Promise<void> {
	if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) throw new SmtpRefusal(452, 'Too many recipients')
	const misses = unknown.get(session) ?? 0
	if (misses >= MOST_UNKNOWN) throw new SmtpRefusal(450, 'Too many unknown addresses')
	if (await mailAddressee(readOwn, address, home)) return
	unknown.set(session, misses + 1)
	throw new SmtpRefusal(550, 'No such address here')
}

let incoming = 0

async function takeIn(
	{ write }: Store,
	stream: SMTPServerDataStream,
	{ envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
): Promise<void> {
	const chunks: Buffer[] = []
	let held = 0
	let crowded = false
	try {
		// Read to its end in any case: until then the sender does not listen.
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			if (stream.sizeExceeded || crowded) {
				chunks.length = 0
				continue
			}
			crowded = incoming + chunk.length > MOST_BYTES_AT_A_TIME
			held += chunk.length
			incoming += chunk.length
			chunks.push(chunk)
		}
		if (stream.sizeExceeded) throw new SmtpRefusal(552, 'The message is larger than 25 MB')
		if (crowded) throw new SmtpRefusal(452, 'Too much mail at this moment, please try again later')
		const receivedAt = new Date()
		// A key of its own: one message waits for no other.
		await write(`mail-in:${crypto.randomUUID()}`, (tx) =>
			keepMail(tx, {
				raw: Buffer.concat(chunks),
				recipients: envelope.rcptTo.map(({ address }) => printable(address)),
				returnPath: envelope.mailFrom ? printable(envelope.mailFrom.address) : '',
				clientAddress: remoteAddress || null,
				clientName: printable(hostNameAppearsAs ?? '') || null,
				receivedAt,
			}),
		)
	} finally {
		incoming -= held
	}
}

const printable = (text: string) => text.replace(/\p{Cc}/gu, '').slice(0, 500)
