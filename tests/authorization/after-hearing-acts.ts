import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { draftProtocol } from '#app/protocols/draft.server.ts'
import { answerObjection, objectToProtocol } from '#app/protocols/object.server.ts'
import { publishProtocol, sendProtocol } from '#app/protocols/publish.server.ts'
import { signProtocol } from '#app/protocols/sign.server.ts'
import { protocolObjections } from '#db/schema/hearings.ts'
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
	row('sendProtocol', 'send-protocol', SIGNED, [chair], sendProtocol),
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
]
