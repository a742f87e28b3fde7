/** A machine wrote it: the news of a failed delivery, an answer without a human, or a letter to many. */
export type Automatic = 'bounce' | 'automatic' | 'list'

interface Heads {
	/** The value of a header by its name in small letters, or an empty text. */
	header: (name: string) => string
	/** Of the envelope; empty for what must not be answered (RFC 5321, 4.5.5). */
	returnPath: string
}

/**
 * Whether a machine wrote it (RFC 3834). Nothing of the kind is ever answered, or two machines would write to
 * each other without end.
 */
export function automaticKind({ header, returnPath }: Heads): Automatic | undefined {
	const type = header('content-type')
	if (/^\s*multipart\/report/i.test(type))
		return /disposition-notification/i.test(type) ? 'automatic' : 'bounce'
	const submitted = header('auto-submitted').trim().toLowerCase()
	if (submitted && submitted !== 'no') return 'automatic'
	if (returnPath === '') return /mailer-daemon|postmaster/i.test(header('from')) ? 'bounce' : 'automatic'
	if (AUTOMATIC_HEADERS.some((name) => header(name) !== '')) return 'automatic'
	const precedence = header('precedence').trim().toLowerCase()
	if (precedence === 'auto_reply') return 'automatic'
	if (LIST_HEADERS.some((name) => header(name) !== '')) return 'list'
	return ['bulk', 'list', 'junk'].includes(precedence) ? 'list' : undefined
}

const AUTOMATIC_HEADERS = ['x-autoreply', 'x-autorespond', 'x-auto-response', 'x-auto-reply-from', 'x-loop']
const LIST_HEADERS = ['list-id', 'list-unsubscribe', 'list-post']
