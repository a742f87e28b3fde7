import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enterLetter, LetterSent } from '#app/desk/enter-letter.server.ts'
import { INQUIRY_ACTS, type InquiryAct, SIGNED_ACTS } from '#app/inquiries/inquiry.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { accountActs } from './account-acts.ts'
import { afterHearingActs } from './after-hearing-acts.ts'
import { considerationActs, outageActs } from './consideration-acts.ts'
import { dossierActs } from './dossier-acts.ts'
import { hearingActs, isSignedHearingAct } from './hearing-acts.ts'
import { inquiryActs } from './inquiry-acts.ts'
import { mailActs } from './mail-acts.ts'
import { noticeActs } from './notice-acts.ts'
import { officeActs } from './office-acts.ts'
import { isSigned, petitionActs } from './petition-acts.ts'
import { postActs } from './post-acts.ts'
import { remarkActs } from './remark-acts.ts'
import { roomActs } from './room-acts.ts'
import { signatureActs } from './signature-acts.ts'
import { signingActs } from './signing-acts.ts'
import { actorCalled, EVERYBODY, type Row } from './who.ts'

const NOW = new Date('2026-01-20T12:00:00+05:00')
const A_MEMBER = {
	name: '',
	desk: true,
	language: 'en',
	email: '',
	assuranceLevel: 1,
	emailConfirmed: true,
	waitsForFactor: false,
	signedInUntil: NOW,
	shared: false,
} as const
const LETTER = LetterSent.parse({
	channel: 'phone',
	phone: '8 (701) 000-00-00',
	day: '2026-01-12',
	time: '10:00',
	name: 'Citizen',
	to: 'office:minister',
	kind: 'request',
	subject: 'Batteries',
	text: 'Where do they go?',
	visibility: 'public',
	language: 'en',
})

const rows: readonly Row[] = [
	...inquiryActs,
	...postActs,
	...officeActs,
	...accountActs,
	...mailActs,
	...noticeActs,
	...considerationActs,
	...outageActs,
	...petitionActs,
	...hearingActs,
	...dossierActs,
	...afterHearingActs,
	...remarkActs,
	...roomActs,
	...signingActs,
	...signatureActs,
]

test.each(rows)('$name is done by exactly those whose act it is', async (row) => {
	const world = await aWorld()
	const expected = EVERYBODY.map((who) => [who, row.allowed.includes(who) ? 'done' : 'not-allowed'])
	expect(Object.fromEntries(await everybodyTries(world, row))).toEqual(Object.fromEntries(expected))
	await world.store.close()
})

test.each([
	...rows.filter((row) => 'act' in row && SIGNED_ACTS.includes(row.act as InquiryAct)),
	...petitionActs.filter(isSigned),
	...hearingActs.filter(isSignedHearingAct),
	...dossierActs.filter(isSignedHearingAct),
	...afterHearingActs.filter(isSignedHearingAct),
	...signatureActs.filter(isSigned),
	...considerationActs.filter(isSigned),
	...rows.filter(({ name }) =>
		[
			...['grantRole', 'endRole', 'resetFactors', 'addAuthority', 'removeAuthority', 'recordOutage'],
			...['enterDay', 'removeDay', 'addYear', 'confirmYear', 'appointOfficial', 'endTenure', 'closeOffice'],
		].includes(name),
	),
])('$name needs a second factor shown a moment ago, of those too whose act it is', async (row) => {
	const world = await aWorld()
	const { attempt } = await row.arrange(world)
	const [who] = row.allowed as [string]
	const { factorUntil, ...actor } = actorCalled(who, world, {})
	for (const held of [actor, { ...actor, factorUntil: new Date(NOW.getTime() - 1) }]) {
		const outcome = await world.store.write('matrix', (tx) => attempt(tx, held))
		expect(outcome).toEqual({ ok: false, refusal: 'factorNeeded' })
	}
	await world.store.close()
})

test('a letter is entered by the clerk and the approver of its body alone', async () => {
	const world = await aWorld()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
	const entered: string[] = []
	for (const who of EVERYBODY) {
		const actor = actorCalled(who, world, {})
		const outcome = await enterLetter(
			{ ...A_MEMBER, ...actor, personId: String(actor.personId) },
			LETTER,
			NOW,
		)
		if (outcome.ok) entered.push(who)
		else expect([who, outcome.refusal]).toEqual([who, 'not-allowed'])
	}
	expect(entered).toEqual(['ENV:clerk', 'ENV:approver'])
	// That number names no country.
	const told = () => world.store.read.select().from(outbox).where(eq(outbox.channel, 'sms'))
	expect(await told()).toEqual([])
	const clerk = { ...A_MEMBER, ...actorCalled('ENV:clerk', world, {}), personId: 'ENV-clerk' }
	await enterLetter(clerk, { ...LETTER, phone: '+7 (701) 000-00-00', submissionId: undefined }, NOW)
	expect(await told()).toMatchObject([{ notice: 'receipt', recipient: '+77010000000', toAuthor: true }])
	await world.store.close()
})

test('every act to a question has its row', () => {
	expect([...new Set(inquiryActs.map(({ act }) => act))].sort()).toEqual([...INQUIRY_ACTS].sort())
})

test('every function that turns somebody away has its row', () => {
	expect([...rows.map(({ name }) => name), 'enterLetter'].sort()).toEqual(guardedActs().sort())
})

const TURNS_AWAY =
	/\b(openCase|openPost|openPetition|openHearing|openInvalidation)\(tx, '|\bopen(Sheet|Agenda)\(tx, acting|\bopen(Mail|Remark)\(tx, act|refused\('not-allowed'\)|\brefusalTo\w+\(act(or|\))/

/** Each finds the matter as it was: what the one before did is undone. */
async function everybodyTries(world: World, row: Row): Promise<[string, string][]> {
	const ready = await row.arrange(world)
	const tried: [string, string][] = []
	for (const who of EVERYBODY) {
		const undone = new Error('undone')
		let said = ''
		const attempt = world.store.write('matrix', async (tx) => {
			const outcome = await ready.attempt(tx, actorCalled(who, world, ready))
			said = outcome.ok ? 'done' : outcome.refusal
			throw undone
		})
		await attempt.catch((error: unknown) => {
			if (error !== undone) throw error
		})
		tried.push([who, said])
	}
	return tried
}

/** The exported functions of `app` that write and ask who is acting, found in their source. */
function guardedActs(): string[] {
	const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.server.ts'))
		.map((path) => readFileSync(join('app', path), 'utf8'))
	return sources.flatMap((source) =>
		source
			.split(/^export /m)
			.filter((declared) => TURNS_AWAY.test(declared))
			.flatMap((declared) => declared.match(/^async function (\w+)\(\s*(?:tx: Writer|actor: )/)?.[1] ?? []),
	)
}
