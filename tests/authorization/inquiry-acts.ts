import type { Acting } from '#app/inquiries/act.server.ts'
import { addToInquiry } from '#app/inquiries/add.server.ts'
import { answerInPart } from '#app/inquiries/answer-in-part.server.ts'
import { addNote, assignInquiry } from '#app/inquiries/assign.server.ts'
import { recordLapse } from '#app/inquiries/breach.server.ts'
import { complain, followUp } from '#app/inquiries/complain.server.ts'
import { confirmInquiry, denyInquiry } from '#app/inquiries/confirm.server.ts'
import { requestCorrection, returnInquiry, submitCorrection } from '#app/inquiries/correct.server.ts'
import { releaseDraft, saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { extendInquiry, tellExtension } from '#app/inquiries/extend.server.ts'
import type { InquiryAct } from '#app/inquiries/inquiry.ts'
import { mergeInquiry, withdrawInquiry } from '#app/inquiries/join.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { keepPromise, signAnswer } from '#app/inquiries/sign.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { inquiries, promises } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { SECRET_KEY, type World } from '#tests/support/world.ts'
import { AUTHOR, type Outcomes, type Row } from './who.ts'

/** Noon in Kazakhstan on the day. */
const noon = (day: string) => new Date(`${day}T12:00:00+05:00`)
const NOW = noon('2026-01-20')

const TEXT = {
	outcome: 'answered',
	language: 'ru',
	body: 'They go to the plant in Tauqala.',
	reasons: 'The contract of 2025.',
	law: 'Environmental Code, article 386',
	facts: 'The collectors hand them over monthly.',
	appeal: 'To the superior body within three months.',
	publicBody: null,
	redactionReason: null,
	promises: [{ text: 'A second plant', dueOn: '2026-06-01' }],
}
const SEQUEL = { subject: 'And then?', text: 'Who pays?', secretKey: SECRET_KEY }

interface InquiryRow extends Row {
	act: InquiryAct
}

/** A question to ENV, and one act to it. */
function row<Value, Refusal extends string>(
	act: InquiryAct,
	name: string,
	allowed: readonly string[],
	attempt: (
		tx: Writer,
		acting: Acting,
		other: string,
	) => Promise<{ ok: true; value: Value } | { ok: false; refusal: Refusal }>,
	{ before = async () => {}, paper = false, now = NOW }: Arranged = {},
): InquiryRow {
	return {
		act,
		name,
		allowed,
		async arrange(world) {
			const noAddress = { personId: null, name: 'A. A.', publicName: 'A. A.', assuranceLevel: 0 }
			const { inquiryId, proceedingId } = await world.file(paper ? { author: noAddress } : {})
			const other = await world.file()
			await before(world, proceedingId)
			return {
				receipts: { own: inquiryId, another: other.inquiryId },
				attempt: (tx, actor) => attempt(tx, { proceedingId, actor, now }, other.proceedingId) as Outcomes,
			}
		},
	}
}

interface Arranged {
	before?: (world: World, proceedingId: string) => Promise<void>
	/** Came by letter, from somebody without an account or address. */
	paper?: boolean
	now?: Date
}

const CLERK = ['ENV:clerk', 'ENV:approver']
const WRITERS = ['ENV:executor', 'ENV:approver']
const DESK = ['ENV:clerk', 'ENV:executor', 'ENV:approver']
const HEAD = ['ENV:approver']

export const inquiryActs: readonly InquiryRow[] = [
	row('assign', 'assignInquiry', CLERK, (tx, acting) =>
		assignInquiry(tx, { ...acting, executorId: 'ENV-executor' }),
	),
	row('note', 'addNote', DESK, (tx, acting) => addNote(tx, { ...acting, text: 'Ask the plant' })),
	row('draft', 'takeDraft', WRITERS, (tx, acting) =>
		takeDraft(tx, { ...acting, language: 'ru', outcome: 'answered' }),
	),
	row('draft', 'saveDraft', WRITERS, (tx, acting) => saveDraft(tx, { ...acting, version: 0, text: TEXT })),
	row('submit-draft', 'submitDraft', WRITERS, submitDraft, { before: drafted }),
	row('redirect', 'redirectInquiry', CLERK, (tx, acting) =>
		redirectInquiry(tx, { ...acting, toBodyId: 'HSG', reason: 'Houses are theirs' }),
	),
	row('request-correction', 'requestCorrection', DESK, (tx, acting) =>
		requestCorrection(tx, { ...acting, request: 'Which street?', until: '2026-01-27' }),
	),
	row(
		'correct',
		'submitCorrection',
		AUTHOR,
		(tx, acting) => submitCorrection(tx, { ...acting, reply: 'Orbit Street' }),
		{ before: correctionAsked },
	),
	row(
		'confirm',
		'confirmInquiry',
		AUTHOR,
		(tx, acting) => confirmInquiry(tx, { ...acting, visibility: 'public' }),
		{ before: unconfirmed },
	),
	row('confirm', 'denyInquiry', AUTHOR, denyInquiry, { before: unconfirmed }),
	row('add', 'addToInquiry', AUTHOR, (tx, acting) => addToInquiry(tx, { ...acting, text: 'One thing more' })),
	row(
		'return',
		'returnInquiry',
		CLERK,
		(tx, acting) => returnInquiry(tx, { ...acting, ground: 'uncorrected', reason: 'Not mended' }),
		{ before: correctionAsked, now: noon('2026-02-10') },
	),
	row('extend', 'extendInquiry', HEAD, (tx, acting) =>
		extendInquiry(tx, { ...acting, until: '2026-03-02', reason: 'Measurements' }),
	),
	row('tell-extension', 'tellExtension', CLERK, tellExtension, { before: extended, paper: true }),
	row('terminate', 'terminateInquiry', HEAD, (tx, acting) =>
		terminateInquiry(tx, { ...acting, ground: 'repeat_no_new_arguments', reason: 'Answered before' }),
	),
	row('answer', 'signAnswer', HEAD, (tx, acting) => signAnswer(tx, { ...acting, version: 1 }), {
		before: drafted,
	}),
	row('answer-in-part', 'answerInPart', HEAD, (tx, acting) =>
		answerInPart(tx, { ...acting, body: 'The plant is in Tauqala.', language: 'ru' }),
	),
	row('merge', 'mergeInquiry', CLERK, (tx, acting, other) =>
		mergeInquiry(tx, { ...acting, intoProceedingId: other }),
	),
	row('withdraw', 'withdrawInquiry', AUTHOR, withdrawInquiry),
	row('follow-up', 'followUp', AUTHOR, (tx, acting) => followUp(tx, { ...acting, ...SEQUEL }), {
		before: answered,
	}),
	row('complain', 'complain', AUTHOR, (tx, acting) => complain(tx, { ...acting, ...SEQUEL }), {
		before: lapsed,
		now: noon('2026-02-10'),
	}),
	row(
		'rate',
		'rateAnswer',
		AUTHOR,
		(tx, acting) => rateAnswer(tx, { ...acting, answered: true, helped: false }),
		{ before: answered },
	),
	row(
		'keep-promise',
		'keepPromise',
		CLERK,
		async (tx, acting) => {
			const [promise] = await tx.select().from(promises)
			return keepPromise(tx, { ...acting, promiseId: String(promise?.id), note: 'It stands' })
		},
		{ before: answered },
	),
]

async function drafted({ store, actors }: World, proceedingId: string) {
	const acting = { proceedingId, actor: actors['ENV:executor'] as Acting['actor'], now: NOW }
	await store.write('draft', async (tx) => {
		await saveDraft(tx, { ...acting, version: 0, text: TEXT })
		await releaseDraft(tx, acting)
	})
}

async function answered(world: World, proceedingId: string) {
	await drafted(world, proceedingId)
	const actor = world.actors['ENV:approver'] as Acting['actor']
	await world.store.write('answer', (tx) => signAnswer(tx, { proceedingId, actor, now: NOW, version: 1 }))
}

async function correctionAsked({ store, actors }: World, proceedingId: string) {
	const actor = actors['ENV:clerk'] as Acting['actor']
	const asked = { proceedingId, actor, now: NOW, request: 'Which street?', until: '2026-01-27' }
	await store.write('correction', (tx) => requestCorrection(tx, asked))
}

async function unconfirmed({ store }: World) {
	await store.write('mail', (tx) => tx.update(inquiries).set({ confirmation: 'awaited' }))
}

async function extended({ store, actors }: World, proceedingId: string) {
	const actor = actors['ENV:approver'] as Acting['actor']
	const decision = { proceedingId, actor, now: NOW, until: '2026-03-02', reason: 'Measurements' }
	await store.write('extension', (tx) => extendInquiry(tx, decision))
}

async function lapsed({ store }: World, proceedingId: string) {
	await store.write('lapse', (tx) => recordLapse(tx, proceedingId, noon('2026-02-03')))
}
