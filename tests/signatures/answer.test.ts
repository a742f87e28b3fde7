import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerToSign, signDigitally } from '#app/desk/sign-digitally.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { type AskedToSign, askToSign, textHash } from '#app/signatures/ask.server.ts'
import { addAuthority, authorityIn } from '#app/signatures/authorities.server.ts'
import { type Holder, noRevocationExtension } from '#app/signatures/make-certificate.server.ts'
import { readStatement } from '#app/signatures/statement.ts'
import { attachments } from '#db/schema/files.ts'
import { answers, proceedings } from '#db/schema/inquiries.ts'
import { identities } from '#db/schema/people.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Store, Writer } from '#db/store.ts'
import { ANSWER } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { anAuthority, aSigner, days, NOW, named, SERIAL, signedBy } from './own-authority.ts'

let root: Holder
let signer: Holder
let somebody: Holder
let world: World
let proceedingId: string

beforeAll(async () => {
	root = await anAuthority()
	signer = await aSigner(root, { extensions: [noRevocationExtension()] })
	somebody = await aSigner(root, { names: [...named('ӨЗГЕ'), [SERIAL, 'IIN900101400123']] })
})
beforeEach(async () => {
	world = await aWorld()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
	const read = await authorityIn(root.der)
	if (!read.ok) throw new Error('no authority')
	const authority = { authority: read.value, actor: world.actors.administrator, now: NOW }
	await write((tx) => addAuthority(tx, authority))
	proceedingId = (await world.file({ receivedAt: days(-1) })).proceedingId
	await drafted('The order is attached.', ['order'])
})
afterEach(() => world.store.close())

const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('inquiry', work)
const acting = (who: string, now = NOW) => ({ proceedingId, actor: world.actors[who] as SignedIn, now })
const approver = () => acting('ENV:approver').actor

/** The executor writes the answer, with these files and no others, and hands it over. */
async function drafted(body: string, files: readonly string[]): Promise<void> {
	const act = acting('ENV:executor')
	const stored = files.map((name) => ({
		sha256: textHash(name),
		name: `${name}.txt`,
		mediaType: 'text/plain' as const,
		size: 9,
	}))
	await write(async (tx) => {
		const draft = await takeDraft(tx, { ...act, language: 'ru', outcome: 'answered' })
		if (!draft.ok) throw new Error(draft.refusal)
		const added = await keepFiles(tx, { stored, by: act.actor.personId, now: NOW })
		const { version } = draft.value
		await saveDraft(tx, { ...act, version, text: { ...ANSWER, body }, files: { kept: [], added } })
		await submitDraft(tx, act)
	})
}

/** What the page asks the approver to sign now. */
async function asked(now = NOW): Promise<AskedToSign & { version: number; text: string }> {
	const { number, answer } = await answerToSign(approver(), proceedingId, now)
	if (!answer) throw new Error('not ready')
	return { ...answer, ...askToSign({ purpose: 'sign-answer', subject: number, text: answer.text, now }) }
}

async function sent(
	to: AskedToSign & { version: number },
	{ by = signer, act = acting('ENV:approver') } = {},
) {
	const { sealed, statement, version } = to
	return signDigitally(act, { sealed, version, cms: await signedBy(by, statement) })
}

async function nothingIsSigned(): Promise<void> {
	const { readOwn } = world.store
	expect(await readOwn.$count(answers)).toBe(0)
	expect(await readOwn.$count(signatures)).toBe(0)
	const [proceeding] = await readOwn.select().from(proceedings).where(eq(proceedings.id, proceedingId))
	expect(proceeding?.state).toBe('open')
}

test('the signature covers the answer with its files, and goes out with them', async () => {
	const to = await asked()
	expect(to.text).toContain(`file-sha256: ${textHash('order')} order.txt\n`)
	expect(readStatement(to.statement)?.textHash).toBe(textHash(to.text))
	expect(await sent(to)).toEqual({ ok: true, value: null })
	const { readOwn } = world.store
	const [answer] = await readOwn.select().from(answers)
	const [kept] = await readOwn.select().from(signatures)
	expect(kept).toMatchObject({ subject: 'answer', subjectId: answer?.id, text: to.text })
	expect(await readOwn.select().from(attachments)).toMatchObject([
		{ subject: 'answer', subjectId: answer?.id, public: true },
	])
})

test('an answer that was changed, or another file put to it, after it was shown is not signed', async () => {
	for (const [body, file] of [
		['The order is not attached.', 'order'],
		['The order is attached.', 'another order'],
	] as const) {
		const before = await asked()
		await drafted(body, [file])
		expect(await sent(before)).toEqual({ ok: false, refusal: 'stale' })
		const { version } = await asked()
		expect(await sent({ ...before, version })).toEqual({ ok: false, refusal: 'altered' })
		await drafted('The order is attached.', ['order'])
	}
	await nothingIsSigned()
})

test('nobody signs an answer with the key of somebody else', async () => {
	await drafted('The order is attached.', [])
	await sent(await asked())
	const first = proceedingId
	proceedingId = (await world.file({ receivedAt: days(-1) })).proceedingId
	expect(proceedingId).not.toBe(first)
	await drafted('The same.', [])
	expect(await sent(await asked(), { by: somebody })).toEqual({ ok: false, refusal: 'somebody-else' })
	expect(await world.store.readOwn.$count(answers)).toBe(1)
	expect(await world.store.readOwn.$count(identities)).toBe(1)
})

test('a statement is too old after an hour, and serves for no other question', async () => {
	const late = new Date(NOW.getTime() + 61 * 60_000)
	expect(await sent(await asked(), { act: acting('ENV:approver', late) })).toEqual({
		ok: false,
		refusal: 'stale',
	})
	const to = await asked()
	proceedingId = (await world.file({ receivedAt: days(-1) })).proceedingId
	await drafted('The order is attached.', ['order'])
	expect(await sent({ ...to, version: (await asked()).version })).toEqual({ ok: false, refusal: 'stale' })
	await nothingIsSigned()
})

test('sent twice at once, it is signed once', async () => {
	const to = await asked()
	const outcomes = await Promise.all([sent(to), sent(to)])
	expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
	// The second may look before the first has signed, or in the middle of it, or after it.
	const [refusal] = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusal))
	expect(['replayed', 'incomplete', 'not-allowed']).toContain(refusal)
	expect(await world.store.readOwn.$count(answers)).toBe(1)
	expect(await world.store.readOwn.$count(signatures)).toBe(1)
})

test('only an approver of the body signs, with a factor shown a moment ago', async () => {
	const to = await asked()
	for (const who of ['ENV:executor', 'ENV:clerk'])
		expect(await sent(to, { act: acting(who) })).toEqual({ ok: false, refusal: 'not-allowed' })
	for (const who of ['HSG:approver', 'administrator', 'author'])
		await expect(sent(to, { act: acting(who) })).rejects.toMatchObject({ status: 404 })
	const act = acting('ENV:approver')
	const tired = { ...act, actor: { ...act.actor, factorUntil: days(-1) } }
	expect(await sent(to, { act: tired })).toEqual({ ok: false, refusal: 'factorNeeded' })
	await nothingIsSigned()
	expect(await sent(await asked())).toMatchObject({ ok: true })
})
