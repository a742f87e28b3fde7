import { createHash } from 'node:crypto'
import type { ParsedMail } from 'mailparser'
import { foldEmail } from '#app/people/email.ts'
import { textOfHypertext } from '#app/text/hypertext.ts'
import { type Automatic, automaticKind } from './automatic.ts'
import { foldQuoted } from './folding.ts'
import { unhurried } from './unhurried.ts'

/** A message in parts, as far as it can be taken apart. */
export interface Message {
	messageId: string | null
	/** The address it says that it is from, in the spelling by which addresses are compared. */
	sender: string
	senderName: string
	subject: string
	text: string
	folded: string
	files: File[]
	automatic: Automatic | undefined
	/** Two messages with the same are one that came twice. */
	sameness: string
}

/** Nobody writes so much, and reading more would keep everybody else waiting. The rest stays in the whole message. */
const MOST_TEXT = 500_000
const LONGEST_SUBJECT = 200
/** Twice what the form takes; what is longer goes on below the fold. */
const LONGEST_TEXT = 20_000

/** Takes a message apart. Rejects when it cannot be: then it is for people to look at. */
export async function readMessage(
	raw: Buffer,
	envelope: { returnPath: string; recipient: string },
): Promise<Message> {
	// Read only where a letter comes: the server starts without it.
	const { simpleParser } = await import('mailparser')
	const parsed = await simpleParser(unhurried(raw), {
		// Its own way from hypertext to text takes minutes over a message made to be slow.
		skipHtmlToText: true,
		keepCidLinks: true,
		skipTextToHtml: true,
		skipImageLinks: true,
		skipTextLinks: true,
	})
	const [from] = parsed.from?.value ?? []
	const sender = foldEmail(clean(from?.address ?? ''))
	const whole = withoutSecrets(
		parsed.text?.slice(0, MOST_TEXT).trim() || textOfHypertext(hypertextOf(parsed)),
	)
	const { text, folded } = foldQuoted(whole)
	const subject = clean(parsed.subject ?? '')
		.replace(/\s+/g, ' ')
		.trim()
	const messageId = parsed.messageId ? clean(parsed.messageId).slice(0, 500) : null
	return {
		messageId,
		sender: /^[^\s@]+@[^\s@]+$/.test(sender) && sender.length <= 254 ? sender : '',
		senderName: clean(from?.name ?? '')
			.replace(/\s+/g, ' ')
			.trim()
			.slice(0, 200),
		subject: subject.slice(0, LONGEST_SUBJECT),
		text: text.slice(0, LONGEST_TEXT),
		folded: [text.slice(LONGEST_TEXT), folded].filter(Boolean).join('\n\n'),
		files: filesOf(parsed),
		automatic: automaticKind({ header: (name) => headerOf(parsed, name), returnPath: envelope.returnPath }),
		sameness: digestOf([
			messageId ?? createHash('sha256').update(raw).digest('hex'),
			envelope.recipient,
			sender,
			subject,
			whole,
		]),
	}
}

/** Who quotes our letter quotes the link that opens their question without signing in: it is theirs alone. */
const withoutSecrets = (text: string) => clean(text).replace(/(\/receipts\/)[\w-]{26}/g, '$1…')

const hypertextOf = ({ html }: ParsedMail) => (html || '').slice(0, 2 * MOST_TEXT)

/** Pictures that stand in the text come last: they are often no more than the sender's coat of arms. */
function filesOf({ attachments }: ParsedMail): File[] {
	return [...attachments]
		.sort((a, b) => Number(a.related ?? false) - Number(b.related ?? false))
		.map(({ content, filename, contentType }) => {
			const name = clean(filename ?? '').slice(0, 200) || contentType || 'file'
			return new File([new Uint8Array(content)], name, { type: contentType })
		})
}

function headerOf({ headerLines }: ParsedMail, name: string): string {
	const line = headerLines?.find(({ key }) => key === name)?.line ?? ''
	return clean(line.slice(line.indexOf(':') + 1)).trim()
}

const digestOf = (parts: readonly string[]) =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex')

// PostgreSQL refuses NUL in a text, and no letter needs the others.
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu
const clean = (text: string) => text.replace(CONTROLS, '')
