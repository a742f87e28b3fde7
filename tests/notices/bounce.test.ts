import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordBounce } from '#app/notices/bounce.server.ts'
import { readDeliveryReport } from '#app/notices/delivery-report.ts'
import { letterId } from '#app/notices/letter-id.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { events, outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const SITE = { publicUrl: 'https://demo.example', secretKey: SECRET_KEY }
const sent = new Date('2026-01-12T08:00:00Z')
const now = new Date('2026-01-13T08:00:00Z')

/** As Postfix writes it. */
const aReport = ({ action = 'failed', status = '5.1.1', id = letterId(1, SITE) } = {}) =>
	[
		'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
		'To: b-1.0@mail.example',
		'Subject: Undelivered Mail Returned to Sender',
		'Auto-Submitted: auto-replied',
		'MIME-Version: 1.0',
		'Content-Type: multipart/report; report-type=delivery-status;',
		'\tboundary="4F1A.1768291200/mx.example"',
		'',
		'This is a MIME-encapsulated message.',
		'',
		'--4F1A.1768291200/mx.example',
		'Content-Description: Notification',
		'Content-Type: text/plain; charset=us-ascii',
		'',
		'Status: 2.0.0 is what a person may write here.',
		'',
		'--4F1A.1768291200/mx.example',
		'Content-Description: Delivery report',
		'Content-Type: message/delivery-status',
		'',
		'Reporting-MTA: dns; mx.example',
		'Arrival-Date: Mon, 12 Jan 2026 13:00:00 +0500',
		'',
		'Final-Recipient: rfc822; author@demo.example',
		`Action: ${action}`,
		`Status: ${status} (no such user)`,
		'Diagnostic-Code: smtp; 550 5.1.1 <author@demo.example>: user',
		'    unknown',
		'',
		'--4F1A.1768291200/mx.example',
		'Content-Type: text/rfc822-headers',
		'',
		'From: Jauap <jauap@demo.example>',
		'Message-ID:',
		` ${id}`,
		'Subject: x',
		'',
		'--4F1A.1768291200/mx.example--',
		'',
	].join('\r\n')

async function aSentLetter() {
	const { inquiryId } = await world.file()
	await world.store.write('test', async (tx) => {
		await tx.update(outbox).set({ sentAt: sent, nextAttemptAt: null, values: {} })
	})
	return inquiryId
}
const bounce = (raw: string, letter?: number) =>
	world.store.write('test', (tx) => recordBounce(tx, { raw: Buffer.from(raw), letter, site: SITE, now }))
const row = async () => (await world.store.read.select().from(outbox).where(eq(outbox.number, 1)))[0]
const recorded = () => world.store.read.select().from(events).where(eq(events.type, 'notice_undelivered'))

test('a letter that came back is known by its id, once, and the record of the case says so', async () => {
	const inquiryId = await aSentLetter()
	expect(await bounce(aReport())).toEqual({ ok: true, value: { letter: 1 } })
	expect(await bounce(aReport())).toEqual({ ok: true, value: { letter: 1 } })
	expect(await row()).toMatchObject({ sentAt: sent, bouncedAt: now, status: '5.1.1' })
	expect(await recorded()).toMatchObject([
		{ subjectId: inquiryId, on: '2026-01-13', details: { notice: 'receipt', letter: 1, status: '5.1.1' } },
	])
})

test('a letter that comes back before it is written down that it went has come back all the same', async () => {
	await world.file()
	const send = async ({ number }: { number: number }) => {
		if (number === 1) await bounce(aReport())
	}
	const post = { send, sendShort: async () => {}, close() {} }
	await sendLetters(world.store, { now, ...SITE, post })
	expect(await row()).toMatchObject({ sentAt: now, bouncedAt: now, status: '5.1.1' })
	expect(await recorded()).toHaveLength(1)
})

test('the return path of a letter says which it was, when its headers did not come back', async () => {
	await aSentLetter()
	expect(await bounce(aReport({ id: '<rewritten@mx.example>' }), 1)).toMatchObject({ ok: true })
	expect((await row())?.bouncedAt).toEqual(now)
})

test('nobody can say of a letter that they did not get that it has come back', async () => {
	await aSentLetter()
	const made = letterId(1, { ...SITE, secretKey: 'another key' })
	expect(await bounce(aReport({ id: made }))).toEqual({ ok: false, refusal: 'unknown-letter' })
	expect(await bounce(aReport({ id: letterId(99, SITE) }))).toEqual({ ok: false, refusal: 'unknown-letter' })
	expect((await row())?.bouncedAt).toBeNull()
	expect(await recorded()).toEqual([])
})

test('a report of a delay, a vacation note and what is no mail at all change nothing', async () => {
	await aSentLetter()
	expect(await bounce(aReport({ action: 'delayed', status: '4.4.1' }))).toEqual({
		ok: false,
		refusal: 'not-failed',
	})
	for (const raw of [
		'Subject: I am away\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday.',
		'',
		'Content-Type: multipart/report; boundary=""\r\n\r\n',
		aReport().slice(0, 400),
		'\0'.repeat(1000),
	])
		expect(await bounce(raw, 1)).toEqual({ ok: false, refusal: 'no-report' })
	expect((await row())?.bouncedAt).toBeNull()
})

test('cut off anywhere, a report is read without an error', () => {
	const whole = aReport()
	for (let end = 0; end < whole.length; end += 7) readDeliveryReport(whole.slice(0, end))
	expect(readDeliveryReport(whole)).toEqual({ failed: true, status: '5.1.1', originalId: letterId(1, SITE) })
})
