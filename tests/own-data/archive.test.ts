import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { keepFiles } from '#app/files/keep.server.ts'
import { putBytes } from '#app/files/store.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { archiveOf } from '#app/own-data/archive.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import { openSession } from '#app/people/session-rows.server.ts'
import { action as archive } from '#app/routes/$lang.account.archive/route.ts'
import { action as dataPage } from '#app/routes/$lang.account.data/route.tsx'
import { action as erasurePage } from '#app/routes/$lang.account.erasure/route.tsx'
import { people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { SESSION_COOKIE } from '#server/page-cache.ts'
import { handsIn, noon } from '#tests/inquiries/a-case.ts'
import { aLetter, aLetterWith, deliver, SATURDAY } from '#tests/mail/letters.ts'
import { codeFor, lettersTo } from '#tests/people/a-person.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const NOW = noon('2026-01-20')
const PASSWORD = 'a river runs through it'

let world: World
let store: Store

beforeEach(async () => {
	world = await aWorld()
	store = world.store
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	return () => store.close()
})

const unpacked = async (stream: ReadableStream<Uint8Array>) => {
	const files = unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()))
	return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

async function aFile(name: string, by: string, content: string): Promise<string> {
	const stored = {
		sha256: await putBytes(Buffer.from(content)),
		name,
		mediaType: 'text/plain' as const,
		size: 1,
	}
	const [id] = await store.write('files', (tx) => keepFiles(tx, { stored: [stored], by, now: NOW }))
	return String(id)
}

test('the archive holds the account, every question with its record and files, and no secret', async () => {
	const { as, answer, write } = handsIn(world)
	const passwordHash = await hashPassword(PASSWORD)
	const session = await store.write('session', async (tx) => {
		await tx.update(people).set({ passwordHash, phone: '+77010000000' })
		return openSession(tx, { personId: 'author', level: 1, proof: 'password', now: NOW })
	})
	await aFile('loose.txt', 'author', 'attached to nothing')
	const fileIds = [await aFile('../..\\evil:name.txt', 'author', 'with the question')]
	const own = await world.file({ fileIds })
	const others = await world.file({
		subject: 'Somebody else’s',
		author: { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 },
	})
	await answer(own.proceedingId, '2026-01-20')
	await write((tx) =>
		rateAnswer(tx, { ...as('author', own.proceedingId, '2026-01-21'), answered: true, helped: false }),
	)

	const files = await unpacked(archiveOf(store.readOwn, { personId: 'author', language: 'kk', now: NOW }))
	const folder = `inquiries/${own.number}`
	expect(Object.keys(files).sort()).toEqual([
		'account-record.json',
		'account.json',
		'files/1 loose.txt',
		'hearings.json',
		`${folder}/files/1 __.._evil_name.txt`,
		`${folder}/inquiry.json`,
		'notices.json',
		'petitions.json',
		'read-me.txt',
		'signatures-on-petitions.json',
	])
	expect(files[`${folder}/files/1 __.._evil_name.txt`]).toBe('with the question')
	const account = JSON.parse(String(files['account.json']))
	expect(account).toMatchObject({ email: 'author@demo.example', phone: '+77010000000', password: true })
	expect(account.sessions).toHaveLength(1)
	const { inquiry, record, answers, rating } = JSON.parse(String(files[`${folder}/inquiry.json`]))
	expect(inquiry).toMatchObject({
		number: own.number,
		text: 'Where do batteries go after they are collected?',
	})
	expect(record.map(({ type }: { type: string }) => type)).toContain('answered')
	expect(answers).toMatchObject([{ body: 'They go to the plant in Tauqala.', law: expect.any(String) }])
	expect(rating).toMatchObject({ answered: true, helped: false })

	const all = Object.values(files).join('\n')
	for (const secret of [passwordHash, 'argon2', session, own.secret, others.number, 'Hash"'])
		expect(all, secret).not.toContain(secret)
	expect(files['read-me.txt']).toContain('Jauap')
})

test('the archive holds the letters that they sent by mail as they came, and none of anybody else’s', async () => {
	const from = { From: 'Author <Author@Demo.example>' }
	const letter = aLetterWith({ 'list.txt': 'one, two' }, { headers: from, text: 'See the list.' })
	const { inquiryId } = await deliver(store, letter)
	await deliver(store, aLetter({ headers: from }), {
		recipients: ['postmaster@mail.example'],
		receivedAt: new Date(SATURDAY.getTime() + 60_000),
	})
	await deliver(store, aLetter({ headers: { From: 'other@home.example' } }))
	const files = await unpacked(archiveOf(store.readOwn, { personId: 'author', language: 'en', now: NOW }))
	expect(files['mail/1.eml']).toBe(letter)
	const letters = JSON.parse(String(files['mail/letters.json']))
	expect(letters.map(({ state }: { state: string }) => state)).toEqual(['filed', 'held'])
	const { number } = letters[0]
	expect(files[`inquiries/${number}/files/1 list.txt`]).toBe('one, two')
	expect(JSON.parse(String(files[`inquiries/${number}/inquiry.json`])).inquiry.id).toBe(inquiryId)
	expect(JSON.stringify(files)).not.toContain('other@home.example')
})

test('whoever joined a question gets what was public of its answer', async () => {
	const { answer } = handsIn(world)
	const lead = await world.file({
		author: { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 },
	})
	const own = await world.file({ leadId: lead.inquiryId })
	await answer(lead.proceedingId, '2026-01-20', {
		publicBody: 'To a plant.',
		redactionReason: 'An address',
		reasons: 'A secret of the first author',
	})
	const files = await unpacked(archiveOf(store.readOwn, { personId: 'author', language: 'en', now: NOW }))
	const { answers } = JSON.parse(String(files[`inquiries/${own.number}/inquiry.json`]))
	expect(answers).toMatchObject([{ publicHtml: expect.stringContaining('To a plant.') }])
	expect(JSON.stringify(answers)).not.toContain('secret of the first author')
})

/** Posts a form of the author's, as a browser would. */
async function post(page: unknown, fields: Record<string, string>) {
	const id = await store.write('session', (tx) =>
		openSession(tx, { personId: 'author', level: 1, proof: 'password', now: new Date() }),
	)
	const request = new Request('http://localhost/en/account/data', {
		method: 'POST',
		headers: { Cookie: `${SESSION_COOKIE}=${id}` },
		body: new URLSearchParams(fields),
	})
	const args = { request, params: { lang: 'en' }, context: { clientAddress: `10.0.${Math.random()}` } }
	const answer = await (page as (args: object) => Promise<unknown>)(args).catch((thrown: unknown) => thrown)
	if (answer instanceof Response) return { status: answer.status, response: answer, data: undefined }
	// biome-ignore lint/suspicious/noExplicitAny: each page answers in its own shape
	const { data, init } = answer as { data: any; init?: ResponseInit }
	return { status: init?.status ?? 200, data, response: undefined }
}

test('the archive is fetched by whoever shows their password again, a few times a day', async () => {
	await store.write('person', async (tx) =>
		tx.update(people).set({ passwordHash: await hashPassword(PASSWORD) }),
	)
	expect(await post(dataPage, { intent: 'act' })).toMatchObject({ status: 422 })
	const wrong = await post(dataPage, { intent: 'act', currentPassword: 'not this' })
	expect(wrong).toMatchObject({ status: 422, data: { form: { error: { currentPassword: ['password'] } } } })
	const { data } = await post(dataPage, { intent: 'act', currentPassword: PASSWORD })
	for (let time = 1; time <= 3; time++) {
		const { response } = await post(archive, { ticket: data.ticket })
		expect(response?.headers.get('Content-Type')).toBe('application/zip')
		expect(Object.keys(await unpacked(response!.body!))).toContain('account.json')
	}
	expect((await post(archive, { ticket: data.ticket })).response?.headers.get('Location')).toMatch(
		/again=archive:\d+/,
	)
	expect((await post(archive, { ticket: 'made.up' })).response?.headers.get('Location')).toMatch(
		/again=ticket/,
	)
})

test('an account without a password is erased by a code from a letter, and the browser is signed out', async () => {
	await world.file()
	expect(await post(erasurePage, { intent: 'act' })).toMatchObject({ status: 422 })
	expect(await post(erasurePage, { intent: 'code' })).toMatchObject({ data: { sent: true } })
	const code = await codeFor(store, 'author@demo.example')
	const { response } = await post(erasurePage, { intent: 'act', code })
	expect(response?.headers.get('Location')).toBe('/en/sign-in?after=erased')
	expect(response?.headers.get('Set-Cookie')).toMatch(/session=;/)
	expect((await lettersTo(store, 'author@demo.example')).map(({ notice }) => notice)).toEqual([
		'account-erased',
	])
})
