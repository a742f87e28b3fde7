import { type Day, dayIn } from '#app/deadlines/day.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import type { PetitionState, ThresholdNeeded } from '#db/schema/petitions.ts'
import { stageOf } from './terms.ts'

export type StageId =
	| 'sponsors'
	| 'check'
	| 'publication'
	| 'collect'
	| 'sent'
	| 'decision'
	| 'returned'
	| 'rejected'

/** One step of a petition's way: when it was done, or by which day the law wants it done. */
export interface Stage {
	id: StageId
	time: 'done' | 'now' | 'ahead'
	on?: Day
	by?: Day
	late?: true
	/** Which of several thresholds it is about. */
	threshold?: string
}

interface OnItsWay {
	state: PetitionState
	thresholds: readonly ThresholdNeeded[] | null
	linkedAt: Date | null
	sponsoredAt: Date | null
	sponsorsBy: Day | null
	checkedAt: Date | null
	checkBy: Day | null
	publishedAt: Date | null
	collectsUntil: Day | null
	endedAt: Date | null
}

interface Considered {
	threshold: string
	sentAt: Date | null
	decidedOn: Day | null
	dueOn: Day | null
}

/** The way of a petition with its legal dates, from its first supporters to the decision. */
export function stagesOf(
	petition: OnItsWay,
	considerations: readonly Considered[],
	profile: Profile,
): Stage[] {
	const { state } = petition
	const on = (at: Date | null) => (at ? dayIn(profile.time.zone, at) : undefined)
	const stages: Stage[] = []
	const add = (id: StageId, done: Day | undefined, by: Day | null, now: boolean, threshold?: string) => {
		const stage: Stage = { id, time: done ? 'done' : now ? 'now' : 'ahead' }
		if (done) stage.on = done
		if (by) stage.by = by
		if (done && by && done > by) stage.late = true
		if (threshold) stage.threshold = threshold
		stages.push(stage)
	}

	if (stageOf(profile, 'sponsors'))
		add('sponsors', on(petition.sponsoredAt), petition.sponsorsBy, state === 'sponsoring')
	if (stageOf(profile, 'check')) add('check', on(petition.checkedAt), petition.checkBy, state === 'checking')
	if (state === 'rejected') {
		add('rejected', on(petition.checkedAt), null, false)
		return stages
	}
	add('publication', on(petition.publishedAt), null, false)
	const several = (petition.thresholds?.length ?? 0) > 1
	const sent = considerations.find(({ sentAt }) => sentAt)
	const ended = state === 'open' ? undefined : on(petition.endedAt ?? sent?.sentAt ?? null)
	const last = petition.collectsUntil
	add('collect', ended && last && ended > last ? last : ended, last, state === 'open')
	if (state === 'returned') {
		add('returned', on(petition.endedAt), null, false)
		return stages
	}
	const ways = considerations.length > 0 ? considerations : state === 'closed' ? [] : [NOT_YET]
	for (const { threshold, sentAt, decidedOn, dueOn } of ways) {
		const which = several && threshold ? threshold : undefined
		add('sent', on(sentAt), null, threshold !== '' && !sentAt, which)
		add('decision', decidedOn ?? undefined, dueOn, sentAt !== null && !decidedOn, which)
	}
	return stages
}

const NOT_YET: Considered = { threshold: '', sentAt: null, decidedOn: null, dueOn: null }
