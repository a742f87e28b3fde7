import { createTransport, type SendMailOptions } from 'nodemailer'
import { letterTo } from './people.ts'

/** Hands a letter to the site, as the mail server of an organisation does. */
export function post(letter: SendMailOptions) {
	const port = Number(process.env.JOURNEYS_MAIL_PORT)
	return createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail(letter)
}

/** Asks by mail; gives the letter that asks its author to confirm, and the path it leads to without its language. */
export async function askByMail({ from, ...asked }: SendMailOptions & { from: string; text: string }) {
	await post({ from: `Madina Sample <${from}>`, to: 'env.minister@localhost', ...asked })
	const letter = await letterTo(from, /\/confirmation\b/)
	const path = String(/http:\/\/localhost:\d+\/en(\/receipts\/[\w-]+\/confirmation)/.exec(letter)?.[1])
	return { letter, path }
}

/** Where a letter says that answers to it go. */
export const replyAddress = (letter: string) => String(/^Reply-To: <?(\S+?)>?$/im.exec(letter)?.[1])
