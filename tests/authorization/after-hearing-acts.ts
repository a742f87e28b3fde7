import { eq } from 'drizzle-orm'
import { decideHearing } from '#app/decide-hearing.server.ts'
import { enterCommissionStep } from '#app/hearings/commission.server.ts'
import { tellCommitment } from '#app/hearings/commitments.server.ts'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { draftProtocol } from '#app/protocols/draft.server.ts'
import { answerObjection, objectToProtocol } from '#app/protocols/object.server.ts'
import { publishProtocol, sendProtocol } from '#app/protocols/publish.server.ts'
import { signProtocol } from '#app/protocols/sign.server.ts'
import { repeatHearing } from '#app/repeat-hearing.server.ts'
import { hearingCommitments, hearings, protocolObjections, protocols } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'
import { DESK, OFFICERS, row } from './hearing-acts.ts'
import { EVERYBODY } from './who.ts'

const { chair, secretary } = OFFICERS
const AT = new Date('2026-01-19T12:00:00+05:00')
const HELD = { state: 'held', endedAt: AT } as const
const SIGNED = { ...HELD, protocolSignedAt: AT } as const
const PUBLISHED = { ...SIGNED, protocolPublishedAt: AT } as const
const OBJECTION = { text: 'My words stand wrongly.', language: 'en', publicName: null }

const DECISION = { outcome: 'refused', text: 'No.', reasons: 'Law.', despite: '', commitments: [] } as const

type Act = ActingOnHearing & { world: World }
const drafted = (tx: Writer, { world, ...act }: Act) =>
	draftProtocol(tx, { ...act, actor: world.actors[secretary] as World['actors']['author'] })

/** What comes after a hearing. */
export const afterHearingActs = [
	row('draftProtocol', 'draft-protocol', HELD, [secretary], draftProtocol),
	row('signProtocol', 'sign-protocol', HELD, [chair, secretary], async (tx, act) => {
		await drafted(tx, act)
		return signProtocol(tx, { ...act, version: 1 })
	}),
	row('publishProtocol', 'publish-protocol', SIGNED, [...DESK, secretary], publishProtocol),
	row('sendProtocol', 'send-protocol', SIGNED, [chair], async (tx, act) => {
		const protocol = { hearingId: act.hearingId, version: 1, content: { groups: [] }, sha256: 'a hash' }
		await tx.insert(protocols).values({ ...protocol, draftedAt: act.now, draftedBy: secretary })
		return sendProtocol(tx, act)
	}),
	{
		...row('objectToProtocol', 'answer-objection', PUBLISHED, [], (tx, act) =>
			objectToProtocol(tx, { ...act, objection: OBJECTION }),
		),
		allowed: EVERYBODY.filter((who) => !/receipt|anonymous/.test(who)),
	},
	row('answerObjection', 'answer-objection', PUBLISHED, [chair], async (tx, act) => {
		const { hearingId, now } = act
		await tx
			.insert(protocolObjections)
			.values({ id: 'objection', hearingId, ...OBJECTION, receivedAt: now, late: false })
		return answerObjection(tx, { ...act, objectionId: 'objection', answer: 'It was mended.' })
	}),
	row('decideHearing', 'decide', PUBLISHED, ['ENV:approver'], (tx, act) =>
		decideHearing(tx, { ...act, decision: DECISION }),
	),
	row('repeatHearing', 'repeat', HELD, ['author', 'ENV:approver'], (tx, act) =>
		repeatHearing(tx, { ...act, ground: 'procedure_breach' }),
	),
	row('tellCommitment', 'keep-commitments', { ...PUBLISHED, state: 'decided' }, DESK, async (tx, act) => {
		const { hearingId } = act
		const promised = { text: 'Measure.', language: 'en', dueOn: '2026-12-01', position: 1 }
		await tx.insert(hearingCommitments).values({ id: 'commitment', hearingId, ...promised })
		return tellCommitment(tx, { ...act, commitmentId: 'commitment', progress: 10, note: '' })
	}),
	row('enterCommissionStep', 'keep-commission', HELD, DESK, async (tx, act) => {
		const { hearingId } = act
		await tx.update(hearings).set({ repeatOf: hearingId }).where(eq(hearings.id, hearingId))
		return enterCommissionStep(tx, { ...act, entry: { step: 'applied', on: '2026-01-20' } })
	}),
]
