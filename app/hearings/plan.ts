import { nextWorkingDay, workingDayFrom } from '#app/deadlines/calendar.ts'
import { type Day, earlierOf, laterOf } from '#app/deadlines/day.ts'
import { explain } from '#app/deadlines/explain.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import type { Rule } from '#app/jurisdictions/rule.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import type { HearingForm } from '#db/schema/hearings.ts'
import { channelCompletedOn, completedOn, type Missing, missingOf, type Published } from './notice.ts'
import { calendarFor, countedDay, type Dated, ruleFor } from './terms.ts'

/** What is known of a hearing when its dates are asked for. */
export interface PlanFacts {
	/** A civic group stands under no stage of the law. */
	civic: boolean
	form: HearingForm
	/** A key of the profile's reasons to hold a hearing. */
	heldFor: string
	/** Of a discussion on the portal: the rule that gives its length, where the profile has one. */
	discussionRule: string | null
	requested: Day | null
	answered: Day | null
	received: Day | null
	/** When the documents were made public, and when the last of them came that changes what is heard. */
	posted: Day | null
	changed: Day | null
	published: readonly Published[]
	start: Day | null
	end: Day | null
}

export type GateState = 'met' | 'open' | 'broken'

/** A rule of the law with its day in this hearing. */
export interface Gate {
	/** The step of the profile: `documents_public`. */
	rule: string
	article: string | undefined
	conf: 'ok' | 'confirm'
	/** What the day is: the last for it, the first for the start or the end of the hearing, or the day it must end on. */
	asks: 'by' | 'start_from' | 'end_from' | 'end_by' | 'end_on' | 'until'
	day: Day | null
	/** What was done, on which day. */
	done: Day | null
	state: GateState
	/** Whether the hearing may not be held while it is broken. */
	gates: boolean
}

export interface Plan {
	gates: Gate[]
	/** What the announcement lacks. */
	missing: Missing[]
	/** When the announcement was complete. */
	announced: Day | null
	/** The last day for it, with the start that is set. */
	announceBy: Day | null
	/** The first day on which it may start, were all that is missing done today; null where no calendar reaches. */
	earliestStart: Day | null
	remarksUntil: Day | null
}

/** What keeps a hearing from being held on its day. */
export interface Broken {
	gates: readonly Gate[]
	/** Why it is announced anew, where a document changed what is heard. */
	renewReason: string | null
	/** Whether the law wants a hearing held so to be held again. */
	repeats: boolean
	earliestStart: string | null
	/** It was begun or held all the same. */
	over: boolean
}

/** Whether people meet, in a hall or over the net. */
export const hasSession = (form: HearingForm): boolean => form !== 'portal_discussion'

/** The dates of a hearing under the law of its profile, as they stand today. */
export function planOf(law: Dated, facts: PlanFacts, today: Day): Plan {
	const remarksUntil = lastDayOfRemarks(law, facts)
	const none = { gates: [], missing: [], announced: null, announceBy: null }
	if (facts.civic) return { ...none, earliestStart: today, remarksUntil }
	const gates = rulesFor(law, facts).flatMap((rule) => gateOf(law, rule, facts, today) ?? [])
	const toAnnounce = mustAnnounce(law, facts)
	return {
		gates,
		missing: toAnnounce ? missingOf(law.profile, facts.published) : [],
		announced: completedOn(law.profile, facts.published),
		announceBy: gates.find(({ rule }) => rule === ANNOUNCE)?.day ?? null,
		earliestStart: earliestStart(law, facts, today),
		remarksUntil,
	}
}

/** The gate that forbids to hold it so, were all that is missing done today. */
export function brokenBy(law: Dated, facts: PlanFacts, today: Day): Gate | undefined {
	return planOf(law, asThoughDone(law, facts, today), today).gates.find(
		({ gates, state }) => gates && state === 'broken',
	)
}

/** The last day of a discussion that starts on that day; null where the profile sets no length. */
export const discussionEnd = (law: Dated, rule: string | null, start: Day): Day | null => {
	const found = rule ? ruleFor(law.profile, rule) : undefined
	return found ? countedDay(law, found, start) : null
}

/** The rules that may give a discussion its length, to choose from. */
export const discussionRules = ({ profile }: Dated): string[] =>
	profile.hearing.rules.filter(({ limit }) => limit?.from === 'discussion_start').map(({ id }) => id)

const ANNOUNCE = 'announce'
const STARTS = ['hearing_start', 'discussion_start', 'display_start']

const rulesFor = ({ profile }: Dated, { form, heldFor, discussionRule }: PlanFacts): Rule[] =>
	profile.hearing.rules
		.filter(
			({ id, limit, forms, held_for: reasons }) =>
				limit &&
				(!forms || forms.includes(form)) &&
				(!reasons || reasons.includes(heldFor)) &&
				(limit.from !== 'discussion_start' || (id === discussionRule && !hasSession(form))),
		)
		.map(({ id }) => ruleOf(profile, `hearing.${id}`))

/** Whether the law says where a hearing of this form is announced. */
const mustAnnounce = (law: Dated, facts: PlanFacts): boolean =>
	rulesFor(law, facts).some(({ id, limit }) => id === ANNOUNCE || limit.from in CHANNEL_OF)

/** Days that are those of a notice in one channel. */
const CHANNEL_OF: Readonly<Record<string, string>> = {
	notice_displayed: 'site_notice',
	notice_published: 'newspaper',
}

/** What was not done yet, done today. */
function asThoughDone({ profile }: Dated, facts: PlanFacts, today: Day): PlanFacts {
	const missing = missingOf(profile, facts.published)
	return {
		...facts,
		posted: facts.posted ?? today,
		published: [
			...facts.published,
			...missing.flatMap(({ channel, language, count }) =>
				Array.from({ length: count }, (_, at) => ({
					channel,
					language,
					name: `${channel} ${at}`,
					publishedOn: today,
				})),
			),
		],
	}
}

function gateOf(law: Dated, rule: Rule, facts: PlanFacts, today: Day): Gate | undefined {
	const { id, limit, article, conf, step } = rule
	const anchor = anchorOf(law, limit.from, facts)
	if (anchor === undefined) return undefined
	const counted = anchor && countedDay(law, rule, anchor)
	const gate = { rule: id, article, conf, done: null, gates: true }
	if (STARTS.includes(limit.from) && limit.dir === 'before') {
		if (id !== ANNOUNCE) {
			const over = counted !== null && today > counted
			return { ...gate, asks: 'until', day: counted, gates: false, state: over ? 'met' : 'open' }
		}
		const done = completedOn(law.profile, facts.published)
		return { ...gate, asks: 'by', day: counted, done, state: doneBy(counted, done, today) }
	}
	if (step.gates === 'hearing_start') {
		const day = counted && working(law, counted)
		return { ...gate, asks: 'start_from', day, done: anchor, state: notBefore(day, facts.start) }
	}
	if (step.gates === 'hearing_end')
		return { ...gate, asks: 'end_from', day: counted, done: anchor, state: notBefore(counted, facts.end) }
	if (STARTS.includes(limit.from)) {
		const exact = limit.from === 'discussion_start'
		const { end } = facts
		const kept = exact ? end === counted : end !== null && counted !== null && end <= counted
		const state = end && counted ? (kept ? 'met' : 'broken') : 'open'
		return { ...gate, asks: exact ? 'end_on' : 'end_by', day: counted, state }
	}
	const done = id === 'answer_request' ? facts.answered : facts.posted
	return { ...gate, asks: 'by', day: counted, done, gates: false, state: doneBy(counted, done, today) }
}

/** The day that a term runs from; null while it has not come, undefined where it comes after the hearing. */
function anchorOf({ profile }: Dated, from: string, facts: PlanFacts): Day | null | undefined {
	if (STARTS.includes(from)) return facts.start
	const channel = CHANNEL_OF[from]
	if (channel) return channelCompletedOn(profile, facts.published, channel)
	return {
		hearing_requested: facts.requested,
		documents_received: facts.received,
		documents_posted: facts.posted && laterOf(facts.posted, facts.changed ?? facts.posted),
	}[from]
}

function doneBy(by: Day | null, done: Day | null, today: Day): GateState {
	if (!by) return 'open'
	if (done) return done <= by ? 'met' : 'broken'
	return today <= by ? 'open' : 'broken'
}

function notBefore(first: Day | null, planned: Day | null): GateState {
	if (!first || !planned) return 'open'
	return planned >= first ? 'met' : 'broken'
}

/** The later of what the documents and the announcement allow; the law counts the announcement back from the start. */
const earliestStart = (law: Dated, facts: PlanFacts, today: Day): Day | null =>
	whereCalendarReaches(() => {
		const done = asThoughDone(law, facts, today)
		let start = workingDayFrom(law.calendar, today)
		const rules = rulesFor(law, facts)
		for (const rule of rules) {
			if (rule.step.gates !== 'hearing_start') continue
			const anchor = anchorOf(law, rule.limit.from, done)
			const day = anchor && countedDay(law, rule, anchor)
			if (!day) return null
			start = laterOf(start, workingDayFrom(law.calendar, day))
		}
		const announce = rules.find(({ id }) => id === ANNOUNCE)
		const announced = completedOn(law.profile, done.published)
		if (!announce || !announced) return start
		for (let latest = countedDay(law, announce, start); ; latest = countedDay(law, announce, start)) {
			if (!latest) return null
			if (latest >= announced) return start
			start = nextWorkingDay(law.calendar, start)
		}
	})

const working = ({ calendar }: Dated, day: Day): Day | null =>
	whereCalendarReaches(() => workingDayFrom(calendar, day))

/** Written remarks end with the term of the law, with a discussion, or where there is neither, when it starts. */
function lastDayOfRemarks(law: Dated, facts: PlanFacts): Day | null {
	const { start, end, form, civic } = facts
	if (!start) return null
	if (!hasSession(form)) return end
	const rule = ruleFor(law.profile, 'written_comments')
	if (civic || !rule) return start
	const day = countedDay(law, rule, start)
	return day && earlierOf(day, start)
}

/** Each term of the plan day by day, as far as its first day is known. */
export function countedGates(law: Dated, facts: PlanFacts, plan: Plan) {
	return plan.gates.flatMap(({ rule: id, article }) => {
		const rule = ruleFor(law.profile, id)
		const anchor = rule && anchorOf(law, rule.limit.from, facts)
		if (!rule || !anchor) return []
		const days = whereCalendarReaches(() => explain(rule.limit, anchor, calendarFor(law, rule)))
		return days ? [{ rule: id, article, days }] : []
	})
}
