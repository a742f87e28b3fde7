import { decidePetition, statePublicly } from '#app/considerations/decide.server.ts'
import { announceDiscussion, keepDuty } from '#app/considerations/duties.server.ts'
import { keepPetitionPromise } from '#app/considerations/promises.server.ts'
import { sendPetition, tellSent } from '#app/considerations/send.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { recordOutage } from '#app/petitions/outage.server.ts'
import type { PetitionAct } from '#app/petitions/petition.ts'
import { confirmList, takeList } from '#app/signing/list-of-signers.server.ts'
import type { considerations } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { noon, petitionsOf } from '#tests/petitions/reached.ts'
import type { Outcomes, Row } from './who.ts'

const now = noon('2026-01-20')

interface Arranged {
	petitionId: number
	considerationId: number
	actor: Actor
	now: Date
}

type Considered = Partial<typeof considerations.$inferInsert>

const SENT: Considered = { state: 'sent', sentAt: noon('2026-01-12'), registeredOn: '2026-01-12' }
const DECIDED: Considered = { ...SENT, state: 'decided', decidedOn: '2026-01-19' }

const PROMISED: Considered = { ...DECIDED, promises: [{ text: 'A lamp', dueOn: '2026-03-02' }] }

/** A petition to ENV that has enough signatures, and has come so far with them. */
const row = (
	name: string,
	act: PetitionAct,
	as: Considered,
	allowed: readonly string[],
	attempt: (tx: Writer, act: Arranged) => Outcomes,
): Row & { act: PetitionAct } => ({
	name,
	act,
	allowed,
	async arrange(world) {
		const ended = as.state === undefined ? {} : { state: 'considered' as const }
		// Of a profile that sets no duties before a decision.
		const ids = await petitionsOf(world).reached({ ...ended, profileId: 'EE' }, as)
		return { attempt: (tx, actor) => attempt(tx, { ...ids, actor, now }) }
	},
})

const DESK = ['ENV:clerk', 'ENV:executor', 'ENV:approver']
const HEAD = ['ENV:approver']
const DECISION = {
	outcome: 'bill',
	language: 'et',
	body: 'A bill is written.',
	reasons: '',
	law: '',
	facts: '',
	appeal: '',
	promises: [],
}

/** What is done to petitions that have enough signatures. */
export const considerationActs = [
	row('sendPetition', 'send', {}, ['moderator'], sendPetition),
	row('tellSent', 'tell-sent', SENT, ['moderator'], tellSent),
	row('decidePetition', 'decide', SENT, HEAD, (tx, act) => decidePetition(tx, { ...act, text: DECISION })),
	row('statePublicly', 'state-publicly', DECIDED, HEAD, (tx, act) =>
		statePublicly(tx, { ...act, statement: 'It will be done.', on: '2026-01-20' }),
	),
	row('keepPetitionPromise', 'keep-promise', PROMISED, DESK, (tx, act) =>
		keepPetitionPromise(tx, { ...act, position: 0, note: 'It stands.' }),
	),
	row('takeList', 'take-list', SENT, HEAD, takeList),
	row('confirmList', 'take-list', { ...SENT, listHash: 'a hash' }, HEAD, confirmList),
	kept('keepDuty', (tx, act) =>
		keepDuty(tx, {
			...act,
			duty: 'commission_with_starter',
			doneOn: '2026-01-19',
			note: 'A protocol',
			waived: false,
		}),
	),
	kept('announceDiscussion', (tx, act) =>
		announceDiscussion(tx, { ...act, discussionOn: '2026-02-02', draft: 'A draft' }),
	),
]

/** What the law of Kazakhstan alone wants of a body that considers. */
function kept(name: string, attempt: (tx: Writer, act: Arranged) => Outcomes) {
	return {
		...row(name, 'keep-record', SENT, DESK, attempt),
		async arrange(world: Parameters<Row['arrange']>[0]) {
			const ids = await petitionsOf(world).reached({ state: 'considered' }, SENT)
			return {
				attempt: (tx: Writer, actor: Actor) => attempt(tx, { ...ids, actor, now }),
			}
		},
	}
}

/** What gives its days back to all that collects. */
export const outageActs: readonly Row[] = [
	{
		name: 'recordOutage',
		allowed: ['administrator'],
		async arrange() {
			const outage = { from: noon('2026-01-18'), until: noon('2026-01-19'), reason: 'The power was out' }
			return {
				attempt: (tx, actor) => recordOutage(tx, { ...outage, profileId: 'KZ', actor, now }),
			}
		},
	},
]
