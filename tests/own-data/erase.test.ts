import { eq, getTableName } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { changeAddress } from '#app/change-address.server.ts'
import { complain } from '#app/inquiries/complain.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { forgetOld } from '#app/notices/forget.server.ts'
import { effectOfErasure } from '#app/own-data/effect.server.ts'
import { eraseAccount, keysForErasure } from '#app/own-data/erase.server.ts'
import { newCode } from '#app/people/code.server.ts'
import { openSession, ownerOf } from '#app/people/session-rows.server.ts'
import { signUp } from '#app/people/sign-up.server.ts'
import { signerHash } from '#app/people/signer.server.ts'
import { signaturesBy } from '#app/petitions/own.server.ts'
import { petitionById } from '#app/petitions/petition.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { signatureAt } from '#app/signing/take-back.server.ts'
import * as schema from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { aLetter, deliver } from '#tests/mail/letters.ts'
import { anAsked, aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-01-20T12:00:00+05:00')
const EMAIL = 'gone@example.org'
const NAME = 'Гүлнар Жойылова'

let world: World
let store: Store

beforeEach(async () => {
	world = await aWorld()
	store = world.store
	return () => store.close()
})

/** The author of the world, under a name and an address that are found wherever they stand. */
async function somebody() {
	const { people, files, follows, reports } = schema
	await store.write('person', async (tx) => {
		await tx
			.update(people)
			.set({ email: EMAIL, emailFolded: EMAIL, fullName: NAME, phone: '+77010000000' })
			.where(eq(people.id, 'author'))
		await tx.insert(files).values({
			id: 'loose',
			sha256: 'x',
			name: 'a.pdf',
			mediaType: 'application/pdf',
			size: 1,
			uploadedAt: NOW,
			uploadedBy: 'author',
		})
		await tx.insert(follows).values({
			id: 'follow',
			personId: 'author',
			subject: 'office',
			subjectId: 'minister',
			rhythm: 'daily',
			createdAt: NOW,
		})
		await tx.insert(reports).values({
			id: 'report',
			subject: 'inquiry',
			subjectId: 'any',
			reason: 'insult',
			explanation: '',
			at: NOW,
			reporterId: 'author',
		})
		await newCode(tx, { personId: 'author', purpose: 'reset', secretKey: SECRET_KEY, now: NOW })
	})
	const author = {
		personId: 'author',
		name: NAME,
		publicName: 'Гүлнар Ж.',
		address: 'Orbit Street 1',
		email: EMAIL,
		phone: '+77010000000',
		assuranceLevel: 1,
	}
	const session = await store.write('session', (tx) =>
		openSession(tx, { personId: 'author', level: 1, proof: 'password', now: NOW }),
	)
	return { ...(await world.file({ author })), session }
}

const person = async (id: string) => {
	const [found] = await store.readOwn.select().from(schema.people).where(eq(schema.people.id, id))
	return found!
}

const erase = async (actor = world.actors.author, now = NOW) =>
	store.write(await keysForErasure(store.readOwn, await person(String(actor.personId))), (tx) =>
		eraseAccount(tx, { actor, now }),
	)

test('the account goes; the question stays for its body under the legal name, in public under none', async () => {
	const { number, session, inquiryId } = await somebody()
	expect(await erase()).toEqual({ ok: true, value: null })

	const [inquiry] = await store.readOwn.select().from(schema.inquiries)
	expect(inquiry).toMatchObject({
		authorName: NAME,
		authorAddress: 'Orbit Street 1',
		authorId: null,
		authorEmail: null,
		authorPhone: null,
		publicName: '',
		state: 'open',
	})
	const stranger = await threadOf(store.readOwn, number, { actor: world.actors.stranger, now: NOW })
	expect(stranger?.author).toBe('')
	expect(stranger?.entries.map(({ type }) => type)).toEqual(['registered', 'author_erased'])
	const desk = await threadOf(store.readOwn, number, { actor: world.actors['ENV:clerk']!, now: NOW })
	expect(desk?.author).toBe(NAME)
	expect(await ownerOf(store.readOwn, session, NOW)).toBeUndefined()
	expect(await store.readOwn.select().from(schema.follows)).toEqual([])

	const holder = { personId: null, roles: [], level: 0, receiptOf: inquiryId }
	const acting = { proceedingId: `${inquiryId}-1`, actor: holder, now: NOW }
	const early = { ...acting, subject: 'Silence', text: 'Nobody answered', secretKey: SECRET_KEY }
	const complained = await store.write('complain', (tx) => complain(tx, early))
	expect(complained, 'the receipt still acts for its holder').toMatchObject({ refusal: 'too-early' })
	expect((await store.write('withdraw', (tx) => withdrawInquiry(tx, acting))).ok).toBe(true)
})

test('after the last letter no table knows the address, nor the name but for the legal record', async () => {
	await somebody()
	await erase()
	const waiting = await store.readOwn.select().from(schema.outbox).where(eq(schema.outbox.recipient, EMAIL))
	expect(waiting.map(({ notice }) => notice)).toEqual(['account-erased'])
	await store.write('sent', (tx) => tx.update(schema.outbox).set({ sentAt: NOW }))
	await forgetOld(store, { now: NOW })

	const found: string[] = []
	for (const table of tablesOf(schema)) {
		for (const row of await store.readOwn.select().from(table as typeof schema.people)) {
			for (const [column, value] of Object.entries(row)) {
				const text = JSON.stringify(value) ?? ''
				if ([EMAIL, NAME, '+77010000000', 'Гүлнар'].some((word) => text.includes(word)))
					found.push(`${getTableName(table)}.${column}`)
			}
		}
	}
	expect([...new Set(found)]).toEqual(['inquiries.authorName'])
})

test('the same address may sign up anew, as somebody else', async () => {
	await somebody()
	await erase()
	await store.write('sign-up', (tx) =>
		signUp(tx, {
			email: EMAIL,
			fullName: NAME,
			passwordHash: 'x',
			language: 'kk',
			secretKey: SECRET_KEY,
			now: NOW,
		}),
	)
	const [anew] = await store.readOwn.select().from(schema.people).where(eq(schema.people.emailFolded, EMAIL))
	expect(anew?.id).not.toBe('author')
	expect(await effectOfErasure(store.readOwn, anew!, '2026-01-20')).toMatchObject({
		keptInAll: 0,
	})
})

test('whoever holds a role or an office ends it first; what has ended bars nothing', async () => {
	const clerk = world.actors['ENV:clerk']!
	expect(await erase(clerk)).toMatchObject({ refusal: 'roles' })
	const { roles, officials, tenures } = schema
	await store.write('end', async (tx) => {
		await tx.update(roles).set({ endedAt: NOW }).where(eq(roles.personId, 'ENV-clerk'))
		await tx.update(officials).set({ personId: 'ENV-clerk' }).where(eq(officials.id, 'holder'))
	})
	expect(await erase(clerk)).toMatchObject({ refusal: 'tenure' })
	await store.write('end', (tx) => tx.update(tenures).set({ until: '2026-01-19' }))
	expect(await erase(clerk)).toMatchObject({ ok: true })
	expect(await store.readOwn.select().from(officials)).toMatchObject([{ id: 'holder', personId: null }])
})

test('the preview says beforehand what stays and what goes', async () => {
	const { number } = await somebody()
	expect(await effectOfErasure(store.readOwn, await person('author'), '2026-01-20')).toMatchObject({
		inForce: { roles: 0, tenures: 0, hearings: 0 },
		kept: [{ number, publicName: 'Гүлнар Ж.', state: 'open' }],
		keptInAll: 1,
		running: 1,
		goes: { sessions: 1, follows: 1, files: 1 },
	})
})

test('of letters by mail the record keeps those of cases and those not decided on; the others go byte for byte', async () => {
	await somebody()
	const sent = (subject: string, over = {}) =>
		aLetter({ headers: { From: `${NAME} <${EMAIL}>`, Subject: subject, ...over } })
	const asked = await deliver(store, sent('Asked'))
	await deliver(store, sent('Asked once more', { 'Auto-Submitted': 'auto-generated' }))
	await store.write('away', (tx) =>
		tx
			.update(schema.incomingMail)
			.set({ state: 'discarded' })
			.where(eq(schema.incomingMail.reason, 'automatic')),
	)
	await deliver(store, sent('Waits'), { recipients: ['postmaster@mail.example'] })
	await deliver(store, aLetter({ headers: { From: 'other@home.example' } }))
	expect(await effectOfErasure(store.readOwn, await person('author'), '2026-01-20')).toMatchObject({
		keptInAll: 2,
		waitingMail: 1,
		goes: { mail: 1 },
	})
	await erase()
	const left = await store.readOwn.select().from(schema.incomingMail).orderBy(schema.incomingMail.subject)
	expect(left.map(({ subject, sender, senderName }) => [subject, sender, senderName])).toEqual([
		['Asked', null, null],
		['Batteries', 'other@home.example', ''],
		['Waits', null, NAME],
	])
	expect(await store.readOwn.$count(schema.rawMail)).toBe(3)
	const [inquiry] = await store.readOwn
		.select()
		.from(schema.inquiries)
		.where(eq(schema.inquiries.id, String(asked.inquiryId)))
	expect(inquiry).toMatchObject({ authorName: NAME, authorEmail: null, publicName: '' })
})

test('letters to the address go too, where it was written in small letters by mail and in others by its owner', async () => {
	await somebody()
	await store.write('spelling', (tx) =>
		tx.update(schema.people).set({ email: EMAIL.toUpperCase() }).where(eq(schema.people.id, 'author')),
	)
	await deliver(store, aLetter({ headers: { From: EMAIL } }))
	await erase()
	const left = await store.readOwn.select().from(schema.outbox).where(eq(schema.outbox.recipient, EMAIL))
	expect(left.map(({ notice }) => notice)).toEqual([])
})

const tablesOf = (all: object) =>
	Object.values(all).filter((one): one is typeof schema.people => {
		try {
			return typeof getTableName(one as never) === 'string'
		} catch {
			return false
		}
	})

test('a petition and a signature stay without the account; a draft goes', async () => {
	const { actors } = world
	const petition = await aPetition(store)
	const draft = await aPetition(store, { state: 'draft', number: null })
	const ofDraft = { id: 'of draft', fileId: 'of draft', subject: 'petition' as const, position: 0 }
	await store.write('file', async (tx) => {
		await tx.insert(schema.files).values({
			...{ id: 'of draft', sha256: 'y', name: 'b.pdf', mediaType: 'application/pdf', size: 1 },
			...{ uploadedAt: NOW, uploadedBy: 'author' },
		})
		await tx.insert(schema.attachments).values({ ...ofDraft, subjectId: String(draft.id) })
	})
	await store.write('signature', (tx) =>
		takeSignatures(
			tx,
			petition.id,
			[
				anAsked(petition, 'author', {
					signers: [signerHash(petition.id, { emailFolded: 'author@demo.example' })],
					personId: 'author',
					publicName: 'A. B.',
					updates: true,
				}),
			],
			NOW,
		),
	)
	expect(await signaturesBy(store.readOwn, 'author')).toMatchObject([{ number: petition.number, ordinal: 1 }])
	const keys = await keysForErasure(store.readOwn, { id: 'author', email: 'author@demo.example' })
	await store.write(keys, (tx) => eraseAccount(tx, { actor: actors.author, now: NOW }))
	expect(await petitionById(store.readOwn, draft.id)).toBeUndefined()
	expect(await store.readOwn.select().from(schema.attachments)).toEqual([])
	expect(await petitionById(store.readOwn, petition.id)).toMatchObject({
		authorId: null,
		authorName: 'Author',
	})
	expect(await signatureAt(store.readOwn, petition.id, 1)).toMatchObject({
		state: 'confirmed',
		personId: null,
		publicName: null,
		updates: false,
	})
})

test('a signature that was given under an earlier address is still found, counted once, and left without the account', async () => {
	const { actors } = world
	const petition = await aPetition(store)
	const sign = (emailFolded: string) =>
		store.write('signature', (tx) =>
			takeSignatures(
				tx,
				petition.id,
				[
					anAsked(petition, 'author', {
						...{ signers: [signerHash(petition.id, { emailFolded })], level: 1, method: 'email' },
						...{ email: emailFolded, publicName: 'A. B.' },
					}),
				],
				NOW,
			),
		)
	await sign('author@demo.example')
	const change = { personId: 'author', email: 'Author@new.example', secretKey: SECRET_KEY, now: NOW }
	const { code } = await store.write('code', (tx) => newCode(tx, { ...change, purpose: 'change' }))
	expect((await store.write('change', (tx) => changeAddress(tx, { ...change, code }))).ok).toBe(true)
	expect(await signaturesBy(store.readOwn, 'author')).toMatchObject([{ ordinal: 1 }])
	expect(await sign('author@new.example')).toMatchObject([{ value: { ordinal: 1, before: true } }])

	const keys = await keysForErasure(store.readOwn, { id: 'author', email: change.email })
	await store.write(keys, (tx) => eraseAccount(tx, { actor: actors.author, now: NOW }))
	expect(await signatureAt(store.readOwn, petition.id, 1)).toMatchObject({ publicName: null, email: null })
})
