import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Letter, ShortMessage } from './letter.server.ts'
import { hypertext, plainText } from './letter-text.ts'
import { openShortPost, type ShortSettings } from './short-post.server.ts'

/** Takes letters away. Rejects when one could not be handed over. */
export interface Post {
	send(letter: Letter): Promise<void>
	sendShort(message: ShortMessage): Promise<void>
	close(): void
}

interface Settings extends ShortSettings {
	SMTP_URL?: string | undefined
	MAIL_FROM: string
	MAIL_DIR: string
	DKIM_DOMAIN?: string | undefined
	DKIM_SELECTOR?: string | undefined
	DKIM_KEY?: string | undefined
}

/** Hands letters to a mail server, or, where none is set, leaves them in a folder as files that mail programs open. */
export function openPost(settings: Settings): Post {
	const mail = settings.SMTP_URL ? postByServer(settings.SMTP_URL, settings) : postToFolder(settings)
	return { ...mail, sendShort: openShortPost(settings) }
}

type Mail = Omit<Post, 'sendShort'>

const PATIENCE_MS = 30_000

function postByServer(url: string, settings: Settings): Mail {
	const patience = {
		connectionTimeout: PATIENCE_MS,
		greetingTimeout: PATIENCE_MS,
		socketTimeout: PATIENCE_MS,
	}
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 5,
		...patience,
		...signing(settings),
	})
	return {
		send: async (letter) => void (await transport.sendMail(envelope(letter, settings))),
		close: () => transport.close(),
	}
}

function postToFolder(settings: Settings): Mail {
	const transport = createTransport({
		streamTransport: true,
		buffer: true,
		newline: 'windows',
		...signing(settings),
	})
	return {
		async send(letter) {
			const { message } = await transport.sendMail(envelope(letter, settings))
			await mkdir(settings.MAIL_DIR, { recursive: true })
			await writeFile(
				join(settings.MAIL_DIR, `${String(letter.number).padStart(6, '0')}.eml`),
				message as Buffer,
			)
		},
		close: () => {},
	}
}

// RFC 8058 4: without a signature over both headers no mail program unsubscribes for its reader.
const SIGNED =
	'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted'

function signing({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY }: Settings) {
	if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY) return {}
	return {
		dkim: {
			domainName: DKIM_DOMAIN,
			keySelector: DKIM_SELECTOR,
			privateKey: readFileSync(DKIM_KEY, 'utf8'),
			headerFieldNames: SIGNED,
		},
	}
}

function envelope(letter: Letter, { MAIL_FROM }: Settings): SendMailOptions {
	const { thread, replyTo, returnPath, unsubscribe } = letter
	return {
		from: MAIL_FROM,
		to: { name: '', address: letter.to },
		...(replyTo && { replyTo }),
		...(returnPath && { envelope: { from: returnPath, to: letter.to } }),
		subject: letter.subject,
		text: plainText(letter),
		html: hypertext(letter),
		textEncoding: 'base64',
		date: letter.writtenAt,
		messageId: letter.id,
		...(thread && { inReplyTo: thread, references: thread }),
		headers: {
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
			'Content-Language': letter.language,
			...(unsubscribe && {
				'List-Unsubscribe': `<${unsubscribe.address}>`,
				'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			}),
		},
	}
}
