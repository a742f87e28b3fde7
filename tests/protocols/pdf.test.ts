import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { putZoneInForce } from '#app/i18n/dates.ts'
import type { ProtocolContent } from '#app/protocols/content.ts'
import { printProtocol } from '#app/protocols/pdf.ts'
import { inThread } from '#app/threads/pool.server.ts'

const LETTERS = 'әғқңөұүһі ӘҒҚҢӨҰҮҺІ'
const NOTHING: ProtocolContent = {
	hearing: {
		number: 'H-2026-000001-1',
		form: 'open_meeting',
		civic: false,
		profile: 'KZ',
		language: 'kk',
		authority: null,
		initiator: { name: 'Үлгі ЖШС', code: null, contact: '' },
		legalGround: '',
		territories: ['KZ-75'],
		texts: [{ language: 'kk', title: LETTERS, place: '' }],
		repeatOf: null,
		announcedAt: null,
		startsAt: null,
		endsOn: null,
		remarksUntil: null,
		startedAt: null,
		endedAt: null,
	},
	notHeld: null,
	officers: [],
	channels: [],
	dossier: [],
	attendance: [],
	participants: [],
	agenda: [],
	speeches: [],
	groups: [],
	withdrawn: 0,
	questions: [],
	polls: [],
	announcements: [],
	breaches: [],
	challenge: null,
}

const SIGNED = {
	content: NOTHING,
	part: { number: 1, of: 1 },
	version: 1,
	sha256: 'f'.repeat(64),
	chairName: 'Төраға',
	chairSignedAt: new Date('2026-07-15T06:00:00Z'),
	secretaryName: 'Хатшы',
	secretarySignedAt: new Date('2026-07-15T06:00:00Z'),
}

test('the PDF has every letter of Kazakh, and the hash on each page', async () => {
	const bytes = await printProtocol(SIGNED)
	const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
	expect(text).toContain(LETTERS)
	expect(text).toContain('f'.repeat(64))
})

test.each([
	['Asia/Almaty', '11:00'],
	['Europe/London', '07:00'],
])('the thread that draws it writes its moments in the zone in force, %s', async (zone, hour) => {
	putZoneInForce(zone)
	const bytes = await inThread('printProtocol', SIGNED).finally(() => putZoneInForce('Asia/Almaty'))
	const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
	expect(text).toContain(hour)
})
