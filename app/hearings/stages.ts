import { type Day, dayIn } from '#app/deadlines/day.ts'
import type { HearingForm, HearingState } from '#db/schema/hearings.ts'
import { hasSession, type Plan } from './plan.ts'

type StageId = 'request' | 'documents' | 'announcement' | 'remarks' | 'session' | 'protocol' | 'decision'

/** One step of a hearing's way: when it was done, or by which day the law wants it done. */
export interface Stage {
	id: StageId
	time: 'done' | 'now' | 'ahead'
	on: Day | null
	by: Day | null
	late: boolean
}

interface OnItsWay {
	state: HearingState
	form: HearingForm
	civic: boolean
	requestedAt: Date | null
	answeredAt: Date | null
	answerBy: Day | null
	postedAt: Date | null
	postBy: Day | null
	announcedAt: Date | null
	startsOn: Day | null
	startedAt: Date | null
	endedAt: Date | null
	remarksUntil: Day | null
	publishProtocolBy: Day | null
	signProtocolBy: Day | null
	protocolPublishedAt: Date | null
	decidedAt: Date | null
}

/** The way of a hearing with its legal dates, from the request to the decision. */
export function stagesOf(
	hearing: OnItsWay,
	plan: Plan,
	{ zone, today }: { zone: string; today: Day },
): Stage[] {
	const on = (at: Date | null) => at && dayIn(zone, at)
	const { state, startsOn, remarksUntil } = hearing
	const stages: Stage[] = []
	const add = (id: StageId, done: Day | null, by: Day | null, now: boolean) =>
		stages.push({
			id,
			time: done ? 'done' : now ? 'now' : 'ahead',
			on: done,
			by,
			late: Boolean(by && (done ?? today) > by),
		})
	if (hearing.requestedAt) add('request', on(hearing.answeredAt), hearing.answerBy, state === 'requested')
	add('documents', on(hearing.postedAt), hearing.postBy, state === 'preparing' && !hearing.postedAt)
	const announced = hearing.civic ? on(hearing.announcedAt) : plan.announced
	add('announcement', hearing.announcedAt ? announced : null, plan.announceBy, state === 'announced')
	const closed = remarksUntil !== null && today > remarksUntil
	if (hasSession(hearing.form))
		add('remarks', closed ? remarksUntil : null, closed ? null : remarksUntil, state === 'announced')
	const over = state === 'held' || state === 'not_held' || state === 'decided'
	add('session', over ? (on(hearing.endedAt) ?? startsOn) : null, over ? null : startsOn, state === 'live')
	const signed = hearing.publishProtocolBy ?? hearing.signProtocolBy
	add('protocol', on(hearing.protocolPublishedAt), signed, over && !hearing.protocolPublishedAt)
	add('decision', on(hearing.decidedAt), null, hearing.protocolPublishedAt !== null && state !== 'decided')
	// The law asks nobody for more once it is called off.
	return state === 'called_off' ? stages.filter(({ time }) => time === 'done') : stages
}
