import { eq } from 'drizzle-orm'
import type { DNSResolver } from 'mailauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { requestCorrection } from '#app/inquiries/correct.server.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { resolverOf } from '#app/mail/authentication.server.ts'
import { isBearable } from '#app/mail/bearable.ts'
import { attachHeldMail, passHeldMail } from '#app/mail/decide.server.ts'
import { takeMailFiles } from '#app/mail/files.server.ts'
import { placeMail } from '#app/mail/place.server.ts'
import { mailHeld } from '#app/own-data/own-mail.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { corrections, inquiries } from '#db/schema/inquiries.ts'
import { incomingMail, rawMail } from '#db/schema/mail.ts'
import { events } from '#db/schema/register.ts'
import { noon } from '#tests/inquiries/a-case.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { aLetter, deliver, HOME, keep, noDns, place, SATURDAY, threadOf } from './letters.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('where a letter comes from', () => {
	const placed = async (raw: string, resolve: DNSResolver) => {
		await keep(world.store, raw)
		const round = { now: SATURDAY, profileId: 'KZ', publicUrl: 'https://demo.example', secretKey: SECRET_KEY }
		await placeMail(world.store, { ...round, mailHome: HOME, resolve })
		const [mail] = await world.store.readOwn.select().from(incomingMail)
		return mail
	}
	const guarded = async (name: string) =>
		name === '_dmarc.home.example' ? [['v=DMARC1; p=Reject ']] : noDns()

	test.each([
		'aigul@home.example, x@elsewhere.example',
		'aigul@home.example\r\nFrom: x@elsewhere.example',
		'x@elsewhere.example\r\nFrom: aigul@home.example',
	])('is not passed over because it names a second sender: %j', async (From) => {
		expect(await placed(aLetter({ headers: { From } }), guarded)).toMatchObject({
			...{ state: 'held', reason: 'no-sender' },
			authentication: { dmarc: 'permerror' },
		})
	})

	test('is not taken for unguarded because the answer is kept back', async () => {
		const slow = async (name: string) => (name.startsWith('_dmarc') ? failing('ETIMEOUT')() : noDns())
		expect(await placed(aLetter(), slow)).toMatchObject({ state: 'held', reason: 'unverified' })
	})

	test('is asked on when the name server of one sender is silent, and not when our own is', async () => {
		const asked: string[] = []
		const dns = (works: boolean) => ({
			async resolve(name: string) {
				asked.push(name)
				if (!works || name.endsWith('silent.example')) return failing('ETIMEOUT')()
				return [[name]]
			},
		})
		const good = resolverOf(dns(true) as unknown as Parameters<typeof resolverOf>[0])
		await expect(good('x.silent.example', 'TXT')).rejects.toMatchObject({ code: 'ETIMEOUT' })
		expect(await good('_dmarc.home.example', 'TXT')).toEqual([['_dmarc.home.example']])
		const away = resolverOf(dns(false) as unknown as Parameters<typeof resolverOf>[0])
		asked.length = 0
		for (const name of ['a.example', 'b.example'])
			await expect(away(name, 'TXT')).rejects.toMatchObject({ code: 'ENODATA' })
		expect(asked).toEqual(['a.example', '.'])
	})
})

describe('what would keep everybody waiting', () => {
	test('a text without end is read so far as anybody reads; the whole message keeps the rest', async () => {
		const mail = await deliver(world.store, aLetter({ text: `${'word '.repeat(200)}\n`.repeat(1200) }))
		expect(mail.state).toBe('filed')
		expect(mail.text).toHaveLength(20_000)
		expect(mail.folded?.length).toBeLessThan(500_000)
	})

	test('one line without end is kept for the desk to look at, and taken apart by nobody', async () => {
		expect(await deliver(world.store, aLetter({ text: ' '.repeat(150_000) }))).toMatchObject({
			...{ state: 'held', reason: 'unreadable' },
			authentication: { dkim: 'none' },
		})
	})

	test('what mail programs write is borne, however large; millions of lines are not', () => {
		expect(isBearable(Buffer.from(`${'a'.repeat(76)}\r\n`.repeat(336_000)))).toBe(true)
		expect(isBearable(Buffer.from('a\n'.repeat(500_000)))).toBe(false)
	})

	test('large messages are read one after another, and all of them', async () => {
		for (let at = 0; at < 4; at++) await keep(world.store, aLetter())
		await world.store.write('large', (tx) => tx.update(rawMail).set({ size: 20 << 20 }))
		await place(world.store)
		const rows = await world.store.readOwn.select({ state: incomingMail.state }).from(incomingMail)
		expect(rows.map(({ state }) => state)).toEqual(['filed', 'filed', 'filed', 'filed'])
	})

	test('files without end are not all looked at, nor all named', async () => {
		const files = Array.from({ length: 200 }, (_, at) => new File(['MZ\0\0'], `${at}.exe`))
		const { stored, leftOut } = await takeMailFiles(files)
		expect(stored).toEqual([])
		expect(leftOut).toHaveLength(50)
		expect(leftOut[19]).toEqual({ name: '19.exe', refusal: 'fileKind' })
		expect(leftOut[20]).toEqual({ name: '20.exe', refusal: 'tooManyFiles' })
	})
})

test('the link of a receipt that somebody quotes is not shown to whoever reads their letter', async () => {
	const { inquiryId } = await world.file()
	const secret = receiptSecret(SECRET_KEY, inquiryId)
	const quoted = `Is this mine? https://demo.example/kk/receipts/${secret}\n\n> https://demo.example/kk/receipts/${secret}/confirmation`
	const mail = await deliver(world.store, aLetter({ text: quoted }))
	const [inquiry] = await world.store.readOwn
		.select()
		.from(inquiries)
		.where(eq(inquiries.id, String(mail.inquiryId)))
	expect(inquiry?.text).toContain('/receipts/…')
	expect(mail.folded).toContain('/receipts/…/confirmation')
	expect(JSON.stringify([mail, inquiry])).not.toContain(secret)
})

describe('an answer to a request for correction that waited in the pen', () => {
	const attached = async (requestedAt: Date) => {
		const { inquiryId, proceedingId } = await world.file()
		const clerk = world.actors['ENV:clerk']!
		await world.store.write('ask', (tx) =>
			requestCorrection(tx, {
				...{ proceedingId, actor: clerk, now: requestedAt },
				...{ request: 'Which street?', until: '2026-01-27' },
			}),
		)
		const [inquiry] = await world.store.readOwn.select().from(inquiries).where(eq(inquiries.id, inquiryId))
		const mail = await deliver(world.store, aLetter({ text: 'Orbit Street' }), {
			recipients: [threadOf(String(inquiry?.number))],
		})
		expect(mail.reason).toBe('other-sender')
		const act = { mailId: mail.id, actor: clerk, profileId: 'KZ', now: noon('2026-01-26'), inquiryId }
		await world.store.write('attach', (tx) =>
			attachHeldMail(tx, { ...act, text: 'Orbit Street', fileIds: [] }),
		)
		const [correction] = await world.store.readOwn.select().from(corrections)
		return correction
	}

	test('counts from when it came: the body gains no time by deciding late', async () => {
		expect(await attached(noon('2026-01-13'))).toMatchObject({
			...{ repliedAt: SATURDAY, repliedOn: '2026-01-17' },
		})
	})

	test('and from the request, where it came before that', async () => {
		expect(await attached(noon('2026-01-20'))).toMatchObject({ repliedOn: '2026-01-20' })
	})
})

test('who passes a letter to another body is on its record as what they are', async () => {
	const pass = (mailId: string, actor: Actor, bodyId: string) =>
		world.store.write('pass', (tx) =>
			passHeldMail(tx, { mailId, actor, profileId: 'KZ', now: SATURDAY, bodyId }),
		)
	const { id } = await deliver(world.store, aLetter({ headers: { 'List-Id': '<news.example>' } }))
	expect(await pass(id, world.actors['ENV:clerk']!, 'HSG')).toMatchObject({ ok: true })
	const lost = await deliver(world.store, aLetter(), { recipients: ['postmaster@mail.example'] })
	expect(await pass(lost.id, world.actors.administrator, 'ENV')).toMatchObject({ ok: true })
	const recorded = await world.store.readOwn.select().from(events).where(eq(events.type, 'mail_decided'))
	expect(recorded.map(({ subjectId, by }) => [subjectId, by])).toEqual([
		['HSG', 'clerk'],
		['ENV', 'administrator'],
	])
})

test('a letter to the desk is not its author’s own, in whatever case its address is written', async () => {
	const { inquiryId } = await world.file()
	await deliver(world.store, aLetter())
	await world.store.write('to the desk', (tx) =>
		tx.update(incomingMail).set({ inquiryId, recipient: 'D-ENV-2026-000001-0.0@MAIL.EXAMPLE' }),
	)
	const owner = { id: 'author', email: 'author@demo.example' }
	expect(await mailHeld(world.store.readOwn, owner)).toEqual([])
})
