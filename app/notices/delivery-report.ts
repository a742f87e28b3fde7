/** What a mail server tells of a letter that it has taken (RFC 3464). */
export interface DeliveryReport {
	/** Whether it has given up; a report of a delay, or of success, changes nothing. */
	failed: boolean
	/** '5.1.1': why, in the numbers of RFC 3463. */
	status: string | null
	/** The Message-ID of the letter, where the report brings its headers. */
	originalId?: string
}

/** Undefined when it is no report: an answer by a machine or by a person, say. */
export function readDeliveryReport(raw: string): DeliveryReport | undefined {
	const { head, body } = entity(raw)
	const type = field(head, 'content-type') ?? ''
	const [, quoted, bare] = /boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type) ?? []
	const boundary = quoted ?? bare
	if (!/^multipart\/report\b/i.test(type) || !boundary) return undefined
	const parts = `\n${body}`.split(`\n--${boundary}`).slice(1, 10).map(entity)
	const status = partOf(parts, /^message\/(global-)?delivery-status\b/i)
	if (!status) return undefined
	const original = partOf(
		parts,
		/^(message\/(rfc822|global|rfc822-headers|global-headers)|text\/rfc822-headers)\b/i,
	)
	// The fields of the whole message, then those of each recipient; ours have one.
	const [, ...recipients] = status.body.split(/\n[ \t]*\n/)
	const told = recipients.find((fields) => field(fields, 'action')) ?? status.body
	return {
		failed: field(told, 'action')?.toLowerCase() === 'failed',
		status: /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(field(told, 'status') ?? '')?.[1] ?? null,
		originalId: original && field(entity(original.body).head, 'message-id'),
	}
}

interface Entity {
	head: string
	body: string
}

const partOf = (parts: readonly Entity[], type: RegExp) =>
	parts.find(({ head }) => type.test(field(head, 'content-type') ?? ''))

/** Headers, an empty line, and the rest; a part begins with the end of the line of its boundary. */
function entity(text: string): Entity {
	const whole = text.replace(/\r\n/g, '\n').replace(/^\n/, '')
	const end = whole.indexOf('\n\n')
	return end < 0 ? { head: whole, body: '' } : { head: whole.slice(0, end), body: whole.slice(end + 2) }
}

/** The value of a header, with its folded lines. */
function field(head: string, name: string): string | undefined {
	const lines = head.split('\n')
	const first = lines.findIndex((line) => line.toLowerCase().startsWith(`${name}:`))
	if (first < 0) return undefined
	const rest = lines.slice(first + 1)
	const folded = rest.slice(
		0,
		[...rest, 'end'].findIndex((line) => !/^[ \t]/.test(line)),
	)
	return [lines[first]?.slice(name.length + 1), ...folded].join(' ').trim()
}
