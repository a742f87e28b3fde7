import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Letter } from './letter.server.ts'
import { hypertext, plainText } from './letter-text.ts'

/** Takes letters away. Rejects when one could not be handed over. */
export interface Post {
	send(letter: Letter): Promise<void>
	close(): void
}

interface Settings {
	SMTP_URL?: string | undefined
	MAIL_FROM: string
	MAIL_DIR: string
	PUBLIC_URL: string
}

/** Hands letters to a mail server, or, where none is set, leaves them in a folder as files that mail programs open. */
export function openPost(settings: Settings): Post {
	return settings.SMTP_URL ? postByServer(settings.SMTP_URL, settings) : postToFolder(settings)
}

const PATIENCE_MS = 30_000

function postByServer(url: string, settings: Settings): Post {
	const patience = {
		connectionTimeout: PATIENCE_MS,
		greetingTimeout: PATIENCE_MS,
		socketTimeout: PATIENCE_MS,
	}
	const transport = createTransport({ url, pool: true, maxConnections: 5, ...patience })
	return {
		send: async (letter) => void (await transport.sendMail(envelope(letter, settings))),
		close: () => transport.close(),
	}
}

function postToFolder(settings: Settings): Post {
	const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
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

function envelope(letter: Letter, { MAIL_FROM, PUBLIC_URL }: Settings): SendMailOptions {
	return {
		from: MAIL_FROM,
		to: { name: '', address: letter.to },
		subject: letter.subject,
		text: plainText(letter),
		html: hypertext(letter),
		textEncoding: 'base64',
		date: letter.writtenAt,
		// The same letter handed over twice, by a server that died in between, is recognized by its id.
		messageId: `<${letter.number}.${letter.writtenAt.getTime().toString(36)}@${new URL(PUBLIC_URL).hostname}>`,
		headers: {
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
			'Content-Language': letter.language,
		},
	}
}
