import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { fileFor } from '#app/files/find.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { followUp } from '#app/inquiries/complain.server.ts'
import { confirmInquiry, denyInquiry } from '#app/inquiries/confirm.server.ts'
import { requestCorrection } from '#app/inquiries/correct.server.ts'
import { draftFiles, saveDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { threadOf as threadSeen } from '#app/inquiries/thread.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { corrections, drafts, inquiries, notes } from '#db/schema/inquiries.ts'
import { additions, incomingMail, rawMail } from '#db/schema/mail.ts'
import { outbox } from '#db/schema/register.ts'
import { authorities } from '#db/schema/signatures.ts'
import { ANSWER, handsIn, noon } from '#tests/inquiries/a-case.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { aLetter, aLetterWith, deliver, keep, noDns, place, SATURDAY, threadOf } from './letters.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})

const inquiryOf = async (id: string | null) => {
	const [inquiry] = await world.store.readOwn
		.select()
		.from(inquiries)
		.where(eq(inquiries.id, String(id)))
	return inquiry
}
/** A file of somebody else's. */
async function keepLoose() {
	const stored = [{ sha256: 'x', name: 'other.txt', mediaType: 'text/plain' as const, size: 1 }]
	const [id] = await world.store.write('file', (tx) =>
		keepFiles(tx, { stored, by: 'stranger', now: SATURDAY }),
	)
	return String(id)
}
const numberOf = async (id: string) => String((await inquiryOf(id))?.number)

describe('a new question', () => {
	test('is received when its last byte was here, and registered by the rule of the profile', async () => {
		const mail = await deliver(world.store, aLetter())
		const inquiry = await inquiryOf(mail.inquiryId)
		expect(mail.state).toBe('filed')
		expect(inquiry).toMatchObject({
			bodyId: 'ENV',
			channel: 'email',
			visibility: 'private',
			confirmation: 'awaited',
			subject: 'Batteries',
			authorName: 'Aigul Sample',
			publicName: 'A. S.',
			assuranceLevel: 0,
			registeredOn: '2026-01-19',
			receivedAt: SATURDAY,
		})
		const letters = await world.store.readOwn.select().from(outbox)
		expect(letters.map(({ notice, recipient }) => [notice, recipient])).toEqual([
			['receipt-to-confirm', 'aigul@home.example'],
		])
	})

	test('to an office goes to the office', async () => {
		const mail = await deliver(world.store, aLetter(), { recipients: ['env.minister@mail.example'] })
		expect(await inquiryOf(mail.inquiryId)).toMatchObject({ bodyId: 'ENV', officeId: 'minister' })
	})

	test('keeps what it quotes and its signature below the fold', async () => {
		const text = 'Where do they go?\n\nOn Mon, 5 Jan 2026, Clerk wrote:\n> We collect them.\n\n-- \nAigul'
		const mail = await deliver(world.store, aLetter({ text }))
		expect(mail.text).toBe('Where do they go?')
		expect(mail.folded).toContain('> We collect them.')
		expect(mail.folded).toContain('Aigul')
		const inquiry = await inquiryOf(mail.inquiryId)
		const secret = receiptSecret(SECRET_KEY, String(mail.inquiryId))
		expect(inquiry?.html).not.toContain('collect')
		expect(secret).toHaveLength(26)
	})

	test('that is placed twice, or by two at once, is one question', async () => {
		await keep(world.store, aLetter())
		await Promise.all([place(world.store), place(world.store)])
		await world.store.write('again', (tx) => tx.update(incomingMail).set({ claimedUntil: null }))
		await place(world.store)
		expect(await world.store.readOwn.$count(inquiries)).toBe(1)
	})

	test('that comes twice is one question; the second message is kept and says so', async () => {
		const letter = aLetter()
		await deliver(world.store, letter)
		const second = await deliver(world.store, letter)
		expect(second.state).toBe('same')
		expect(await world.store.readOwn.$count(inquiries)).toBe(1)
		expect(await world.store.readOwn.$count(rawMail)).toBe(2)
	})

	test('to two bodies is a question to each', async () => {
		await keep(world.store, aLetter(), { recipients: ['env@mail.example', 'hsg@mail.example'] })
		await place(world.store)
		const filed = await world.store.readOwn.select({ bodyId: inquiries.bodyId }).from(inquiries)
		expect(filed.map(({ bodyId }) => bodyId).sort()).toEqual(['ENV', 'HSG'])
	})

	test('without a subject is named by its first line; hypertext alone is read as text', async () => {
		const mail = await deliver(
			world.store,
			aLetter({
				headers: { Subject: null, 'Content-Type': 'text/html; charset=utf-8' },
				text: '<p>Where do they <b>go</b>?</p><script>alert(1)</script><p>Say.</p>',
			}),
		)
		const inquiry = await inquiryOf(mail.inquiryId)
		expect(inquiry?.subject).toBe('Where do they go?')
		expect(inquiry?.text).not.toContain('alert')
	})

	test('carries the files that pass the checks; the desk sees which did not, and why', async () => {
		const files = { 'list.txt': 'one, two', 'winmail.dat': '\x78\x9f\x3e\x22\0\0', 'run.exe': 'MZ\0\0' }
		const mail = await deliver(world.store, aLetterWith(files, { text: 'See the list.' }))
		expect(mail.leftOut).toEqual([
			{ name: 'winmail.dat', refusal: 'fileKind' },
			{ name: 'run.exe', refusal: 'fileKind' },
		])
		const seen = await threadSeen(world.store.readOwn, await numberOf(String(mail.inquiryId)), {
			actor: { ...world.actors['ENV:clerk']! },
			now: SATURDAY,
		})
		expect(seen?.question?.files.map(({ name }) => name)).toEqual(['list.txt'])
	})

	test('is no longer filed by itself after twenty from one sender in a day', async () => {
		for (let at = 0; at < 21; at++) await keep(world.store, aLetter({ headers: { Subject: `No ${at}` } }))
		await place(world.store)
		const rows = await world.store.readOwn.select().from(incomingMail)
		expect(rows.filter(({ state }) => state === 'filed')).toHaveLength(20)
		expect(rows.filter(({ reason }) => reason === 'too-many')).toHaveLength(1)
	})
})

describe('who wrote by mail', () => {
	/** Signatures can be verified here, and so the law's level can be reached. */
	const reachable = () =>
		world.store.write('authority', (tx) =>
			tx.insert(authorities).values({
				...{ id: 'root', name: 'Root', certificate: Buffer.from('x'), fingerprint: 'x' },
				...{ validFrom: SATURDAY, validUntil: new Date('9999-01-01T00:00:00Z'), addedAt: SATURDAY },
			}),
		)
	const asked = async () => {
		const { inquiryId } = await deliver(world.store, aLetter())
		const actor = { personId: null, roles: [], level: 0, receiptOf: String(inquiryId) }
		return { inquiryId, acting: { proceedingId: `${inquiryId}-1`, actor, now: SATURDAY } }
	}
	const account = (assuranceLevel: number) => ({
		...{ personId: 'author', name: 'Author', publicName: 'A.', assuranceLevel },
	})
	const confirm = (act: Parameters<typeof confirmInquiry>[1]) =>
		world.store.write('confirm', (tx) => confirmInquiry(tx, act))

	test('is known as well as on the site before it counts as theirs, and nothing is lost until then', async () => {
		await reachable()
		const { inquiryId, acting } = await asked()
		const act = { ...acting, visibility: 'public' as const }
		for (const by of [undefined, account(1)])
			expect(await confirm({ ...act, account: by })).toEqual({ ok: false, refusal: 'level' })
		expect(await inquiryOf(inquiryId)).toMatchObject({
			confirmation: 'awaited',
			state: 'open',
			visibility: 'private',
		})
		const law = await lawOf(world.store.read, 'KZ')
		const when = { law, today: '2026-01-20', page: 1 } as const
		const atBody = async () => (await publicInquiries(world.store.read, { bodyId: 'ENV' }, when)).items
		expect(await atBody()).toEqual([])
		expect(await confirm({ ...act, account: account(2) })).toMatchObject({ ok: true })
		expect(await atBody()).toMatchObject([{ id: inquiryId }])
		expect(await inquiryOf(inquiryId)).toMatchObject({
			...{ confirmation: 'confirmed', visibility: 'public', assuranceLevel: 2, authorId: 'author' },
		})
		const reply = await deliver(world.store, aLetter({ text: 'One thing more.' }), {
			recipients: [threadOf(await numberOf(String(inquiryId)))],
		})
		expect(reply).toMatchObject({ state: 'added', inquiryId })
	})

	test('may report a danger without more, and says without more that it is not theirs', async () => {
		await reachable()
		const { inquiryId, acting } = await asked()
		expect(await world.store.write('deny', (tx) => denyInquiry(tx, acting))).toMatchObject({ ok: true })
		await world.store.write('danger', (tx) =>
			tx.update(inquiries).set({ safetyReport: true, confirmation: 'awaited' }),
		)
		expect(await confirm({ ...acting, visibility: 'private' })).toMatchObject({ ok: true })
		expect(await inquiryOf(inquiryId)).toMatchObject({ confirmation: 'confirmed', assuranceLevel: 1 })
	})

	test('confirms it before they go on with it', async () => {
		const { acting } = await asked()
		await handsIn(world).answer(acting.proceedingId, '2026-01-20')
		const now = noon('2026-01-21')
		const more = () =>
			world.store.write('follow-up', (tx) =>
				followUp(tx, { ...acting, now, subject: 'And then?', text: 'Who pays?', secretKey: SECRET_KEY }),
			)
		expect(await more()).toEqual({ ok: false, refusal: 'level' })
		await confirm({ ...acting, now, visibility: 'private' })
		expect(await more()).toMatchObject({ ok: true })
	})
})

describe('what is never answered', () => {
	const report = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }
	test.each([
		['an answer without a human', { 'Auto-Submitted': 'auto-replied' }, {}, 'held', 'automatic'],
		['a letter to many', { 'List-Id': '<news.example>' }, {}, 'held', 'list'],
		['a bulk letter', { Precedence: 'bulk' }, {}, 'held', 'list'],
		['the news of a failed delivery', report, { returnPath: '' }, 'set_aside', 'bounce'],
		['what came from nobody', {}, { returnPath: '' }, 'held', 'automatic'],
		['what names one of our own addresses', { From: 'env@mail.example' }, {}, 'held', 'own-address'],
		['what names no sender', { From: null }, {}, 'held', 'no-sender'],
		['what is empty', { Subject: 'x' }, {}, 'held', 'empty'],
		['a letter to the postmaster', {}, { recipients: ['postmaster@mail.example'] }, 'held', 'postmaster'],
	] as const)('%s', async (_, headers, over, state, reason) => {
		const text = reason === 'empty' ? '' : 'Hello'
		const mail = await deliver(world.store, aLetter({ headers, text }), over as object)
		expect(mail).toMatchObject({ state, reason })
		expect(await world.store.readOwn.$count(outbox)).toBe(0)
		expect(await world.store.readOwn.$count(inquiries)).toBe(0)
	})

	test('an out-of-office answer to a thread is set aside', async () => {
		const { inquiryId } = await world.file()
		const mail = await deliver(world.store, aLetter({ headers: { 'Auto-Submitted': 'auto-replied' } }), {
			recipients: [threadOf(await numberOf(inquiryId))],
		})
		expect(mail).toMatchObject({ state: 'set_aside', reason: 'automatic', inquiryId })
		expect(await world.store.readOwn.$count(additions)).toBe(0)
	})

	test('a message whose domain disowns it is held, and nobody is written to', async () => {
		await keep(world.store, aLetter())
		await place(world.store, SATURDAY, async (name) =>
			name === '_dmarc.home.example' ? [['v=DMARC1; p=reject']] : noDns(),
		)
		const [mail] = await world.store.readOwn.select().from(incomingMail)
		expect(mail).toMatchObject({ state: 'held', reason: 'forged', authentication: { dmarc: 'fail' } })
		expect(await world.store.readOwn.$count(outbox)).toBe(0)
	})

	test.each([
		['our own mail server', '127.0.0.1', 'pass'],
		['a neighbour in a private network', '172.17.0.1', 'fail'],
	])('who sent it is what %s says of it, or who connects', async (_, clientAddress, spf) => {
		const Received = 'from home.example (home.example [203.0.113.5]) by mail.example with ESMTP'
		await keep(world.store, aLetter({ headers: { Received } }), { clientAddress })
		await place(world.store, SATURDAY, async (name, type) =>
			name === 'home.example' && type === 'TXT' ? [['v=spf1 ip4:203.0.113.5 -all']] : noDns(),
		)
		const [mail] = await world.store.readOwn.select().from(incomingMail)
		expect(mail?.authentication?.spf).toBe(spf)
	})
})

describe('a reply', () => {
	const from = (email: string) => ({ headers: { From: email } })

	test('of the author is kept with the case, for them and the desk alone', async () => {
		const { inquiryId } = await world.file()
		const number = await numberOf(inquiryId)
		const mail = await deliver(
			world.store,
			aLetter({ ...from('author@demo.example'), text: 'One thing more.' }),
			{
				recipients: [threadOf(number)],
			},
		)
		expect(mail).toMatchObject({ state: 'added', inquiryId })
		const seenBy = async (actor: (typeof world.actors)[string]) =>
			JSON.stringify((await threadSeen(world.store.readOwn, number, { actor, now: SATURDAY }))?.entries)
		expect(await seenBy(world.actors['ENV:clerk']!)).toContain('One thing more.')
		expect(await seenBy(world.actors.author)).toContain('One thing more.')
		expect(await seenBy(world.actors.stranger)).not.toContain('One thing more.')
	})

	test('to a request for correction is the correction, at the moment it came', async () => {
		const { inquiryId, proceedingId } = await world.file()
		const actor = world.actors['ENV:clerk']!
		const now = new Date('2026-01-13T12:00:00+05:00')
		await world.store.write('c', (tx) =>
			requestCorrection(tx, { proceedingId, actor, now, request: 'Which street?', until: '2026-01-27' }),
		)
		const mail = await deliver(
			world.store,
			aLetter({ ...from('author@demo.example'), text: 'Orbit Street' }),
			{
				recipients: [threadOf(await numberOf(inquiryId))],
			},
		)
		expect(mail.state).toBe('corrected')
		const [correction] = await world.store.readOwn.select().from(corrections)
		expect(correction).toMatchObject({ reply: 'Orbit Street', repliedAt: SATURDAY })
	})

	test('from another address waits in the pen', async () => {
		const { inquiryId } = await world.file()
		const mail = await deliver(world.store, aLetter(from('stranger@demo.example')), {
			recipients: [threadOf(await numberOf(inquiryId))],
		})
		expect(mail).toMatchObject({ state: 'held', reason: 'other-sender', inquiryId: null })
		expect(await world.store.readOwn.$count(additions)).toBe(0)
	})

	test('of an official becomes the draft, and never more', async () => {
		const { inquiryId } = await world.file()
		const to = { recipients: [threadOf(await numberOf(inquiryId), 'desk')] }
		const sent = { ...from('ENV-executor@demo.example'), text: 'They go to the plant.' }
		expect((await deliver(world.store, aLetter(sent), to)).state).toBe('drafted')
		const [draft] = await world.store.readOwn.select().from(drafts)
		expect(draft).toMatchObject({ body: 'They go to the plant.', submittedAt: null, heldBy: null })
		expect((await inquiryOf(inquiryId))?.state).toBe('open')

		const second = await deliver(world.store, aLetter({ ...sent, text: 'And one word more.' }), to)
		expect(second.state).toBe('added')
		const [again] = await world.store.readOwn.select().from(drafts)
		expect(again?.body).toBe('They go to the plant.')
		expect((await world.store.readOwn.select().from(notes)).map(({ text }) => text)).toEqual([
			'And one word more.',
		])
	})

	test('of an official brings its files to the draft, where only the desk opens them; they go out with the answer', async () => {
		const { inquiryId, proceedingId } = await world.file()
		const number = await numberOf(inquiryId)
		const to = { recipients: [threadOf(number, 'desk')] }
		const sent = { ...from('ENV-executor@demo.example'), text: 'See the lists.' }
		await deliver(world.store, aLetterWith({ 'one.txt': 'one', 'two.txt': 'two' }, sent), to)
		const drafted = await draftFiles(world.store.readOwn, proceedingId)
		expect(drafted.map(({ name }) => name)).toEqual(['one.txt', 'two.txt'])
		const [one] = drafted.map(({ id }) => id)
		const opens = async (who: string) =>
			(await fileFor(world.store.readOwn, String(one), world.actors[who]!)) !== undefined
		expect(await opens('ENV:clerk')).toBe(true)
		for (const who of ['author', 'stranger', 'HSG:clerk', 'overseer'])
			expect(await opens(who), who).toBe(false)

		const acting = { proceedingId, actor: world.actors['ENV:approver']!, now: SATURDAY }
		const foreign = await keepLoose()
		const signed = await world.store.write('sign', async (tx) => {
			await takeDraft(tx, { ...acting, language: 'en', outcome: 'answered' })
			const files = { kept: [String(one), foreign], added: [] }
			const saved = await saveDraft(tx, { ...acting, version: 2, text: ANSWER, files })
			return saved.ok ? signAnswer(tx, { ...acting, version: saved.value.version }) : saved
		})
		expect(signed).toMatchObject({ ok: true })
		const seen = await threadSeen(world.store.readOwn, number, {
			actor: world.actors.stranger,
			now: SATURDAY,
		})
		const sentOut = seen?.letters.flatMap(({ files }) => files)
		expect(sentOut?.map(({ name }) => name)).toEqual(['one.txt'])
		expect(await opens('stranger')).toBe(true)
	})

	test('of an official beside a draft is a note; the desk reads that its files were left out', async () => {
		const { inquiryId } = await world.file()
		const to = { recipients: [threadOf(await numberOf(inquiryId), 'desk')] }
		const sent = { ...from('ENV-executor@demo.example'), text: 'They go to the plant.' }
		await deliver(world.store, aLetter(sent), to)
		const second = await deliver(world.store, aLetterWith({ 'late.txt': 'late' }, sent), to)
		expect(second).toMatchObject({ state: 'added', leftOut: [{ name: 'late.txt', refusal: 'note' }] })
	})

	test('to the desk from somebody of another desk, or from the author, waits in the pen', async () => {
		const { inquiryId } = await world.file()
		const to = { recipients: [threadOf(await numberOf(inquiryId), 'desk')] }
		for (const email of ['HSG-executor@demo.example', 'author@demo.example'])
			expect(await deliver(world.store, aLetter(from(email)), to)).toMatchObject({ reason: 'not-on-desk' })
		expect(await world.store.readOwn.$count(drafts)).toBe(0)
	})
})

test('a message that ended the process three times is looked at no more, and shown to the desk', async () => {
	await keep(world.store, aLetter())
	await world.store.write('worn', (tx) => tx.update(incomingMail).set({ attempts: 3 }))
	await place(world.store)
	const [mail] = await world.store.readOwn.select().from(incomingMail)
	expect(mail).toMatchObject({ state: 'held', reason: 'unreadable' })
})
