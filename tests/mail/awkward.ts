import { aLetter } from './letters.ts'

const RUSSIAN = 'Куда сдать батарейки?'

/** Cyrillic letters of one byte: А is at `capital`, а at `small`. */
const windows1251 = (text: string) =>
	Buffer.from(
		[...text].map((sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))),
	)

const KOI8 = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'
const koi8 = (text: string) =>
	Buffer.from([...text].map((sign) => (KOI8.includes(sign) ? KOI8.indexOf(sign) + 0xc0 : sign.charCodeAt(0))))

function headed(type: string, body: Buffer | string, headers: Record<string, string | null> = {}): Buffer {
	const letter = aLetter({ headers: { 'Content-Type': type, ...headers }, text: '' })
	return Buffer.concat([Buffer.from(letter.trimEnd()), Buffer.from('\r\n\r\n'), Buffer.from(body as string)])
}

const part = (type: string, body: string, more = '') =>
	`--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`
const base64 = (bytes: string | Buffer) => Buffer.from(bytes as string).toString('base64')

/** Messages such as arrive in fact, each wrong or rare in its own way. */
export const AWKWARD = {
	plain: headed('text/plain; charset=utf-8', RUSSIAN),
	'windows-1251': headed('text/plain; charset=windows-1251', windows1251(RUSSIAN)),
	'koi8-r': headed('text/plain; charset=koi8-r', koi8(RUSSIAN)),
	'utf-8 without saying so': headed('text/plain', RUSSIAN),
	'a charset that does not exist': headed('text/plain; charset=klingon-42', RUSSIAN),
	'one charset said, another used': headed('text/plain; charset=utf-8', windows1251(RUSSIAN)),
	'quoted-printable': headed(
		'text/plain; charset=utf-8',
		[...Buffer.from(RUSSIAN)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
		{ 'Content-Transfer-Encoding': 'quoted-printable' },
	),
	'broken base64': headed('text/plain; charset=utf-8', `${base64(RUSSIAN).slice(0, 21)}!!`, {
		'Content-Transfer-Encoding': 'base64',
	}),
	'no subject': headed('text/plain', RUSSIAN, { Subject: null }),
	'no body': headed('text/plain', ''),
	'no headers': Buffer.from(`\r\n${RUSSIAN}`),
	'not a message': Buffer.from([0, 255, 1, 254, 13, 10, 0, 0, 27]),
	empty: Buffer.alloc(0),
	alternatives: headed(
		'multipart/alternative; boundary=b',
		`${part('text/plain; charset=utf-8', RUSSIAN)}${part('text/html; charset=utf-8', `<p>${RUSSIAN}</p>`)}--b--`,
	),
	'hypertext alone': headed('text/html; charset=utf-8', `<html><body><p>${RUSSIAN}</p></body></html>`),
	'an unterminated multipart': headed(
		'multipart/mixed; boundary=b',
		part('text/plain; charset=utf-8', RUSSIAN),
	),
	'a multipart without its boundary': headed('multipart/mixed', RUSSIAN),
	'parts in parts': headed(
		'multipart/mixed; boundary=b',
		`${part(
			'multipart/related; boundary=c',
			`--c\r\nContent-Type: multipart/alternative; boundary=d\r\n\r\n--d\r\nContent-Type: text/plain\r\n\r\n${RUSSIAN}\r\n--d--\r\n--c--`,
		)}--b--`,
	),
	'a message in a message': headed(
		'multipart/mixed; boundary=b',
		`${part('message/rfc822', aLetter({ text: RUSSIAN }))}--b--`,
	),
	'winmail.dat': headed(
		'multipart/mixed; boundary=b',
		`${part('text/plain', 'See the file')}${part(
			'application/ms-tnef; name="winmail.dat"',
			base64(Buffer.from('789f3e22010001000806000400000000000100', 'hex')),
			'Content-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n',
		)}--b--`,
	),
	'a report of a failure': headed(
		'multipart/report; report-type=delivery-status; boundary=b',
		`${part('text/plain', 'It failed')}${part('message/delivery-status', 'Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b\r\nAction: failed\r\nStatus: 5.1.1')}--b--`,
	),
	'headers without an end': Buffer.from(aLetter().replace('\r\n\r\n', '\r\n')),
	'a sender that is no address': headed('text/plain', RUSSIAN, { From: '"<>@,;:' }),
	'two senders': headed('text/plain', RUSSIAN, { From: 'a@home.example, b@home.example' }),
	'lines without returns': Buffer.from(aLetter({ text: RUSSIAN }).replace(/\r\n/g, '\n')),
} as const satisfies Record<string, Buffer>
