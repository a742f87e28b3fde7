import { eq } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { expertCommissions, type HearingDuty } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { mendHearingBreach } from './mend-breach.server.ts'
import { lastDayOf } from './terms.ts'

export type Commission = typeof expertCommissions.$inferSelect

/** A step of the commission, in the order of ENV 74, with the day on which it was taken. */
export const COMMISSION_STEPS = ['applied', 'created', 'papers', 'told', 'sat'] as const
export type CommissionStep = (typeof COMMISSION_STEPS)[number]

export interface CommissionEntry {
	step: CommissionStep
	on: Day
	/** With `created`: who sits in it. */
	members?: string | undefined
	/** With `papers`: the day on which it sits. */
	sitsOn?: Day | undefined
	/** With `sat`: what it found. */
	conclusion?: string | undefined
}

export type CommissionRefusal =
	| HearingRefusal
	| 'not-found'
	| 'factorNeeded'
	| 'not-repeated'
	| 'out-of-order'
	| 'wrong-day'
	| 'incomplete'

export async function commissionOf(read: Reader, hearingId: number): Promise<Commission | undefined> {
	const [commission] = await read
		.select()
		.from(expertCommissions)
		.where(eq(expertCommissions.hearingId, hearingId))
	return commission
}

/** The step that comes next; undefined when it has sat. */
export function nextStep(commission: Commission | undefined): CommissionStep | undefined {
	if (!commission) return 'applied'
	if (!commission.createdOn) return 'created'
	if (!commission.papersSentOn) return 'papers'
	if (!commission.toldOn) return 'told'
	return commission.satOn ? undefined : 'sat'
}

/** The commission of experts on what a repeated hearing left open, step by step on its clocks (ENV 74). */
export async function enterCommissionStep(
	tx: Writer,
	act: ActingOnHearing & { entry: CommissionEntry },
): Promise<Outcome<null, CommissionRefusal>> {
	const opened = await openHearing(tx, 'keep-commission', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { entry, now } = act
	const { step, on } = entry
	if (hearing.repeatOf === null || hearing.civic) return refused('not-repeated')
	const commission = await commissionOf(tx, hearing.id)
	if (nextStep(commission) !== step) return refused('out-of-order')
	if (on > today || on < lastDayEntered(commission)) return refused('wrong-day')
	const own = eq(expertCommissions.hearingId, hearing.id)
	const term = (rule: string, from: Day) => lastDayOf(law, rule, from)
	if (step === 'applied')
		await tx
			.insert(expertCommissions)
			.values({ hearingId: hearing.id, appliedOn: on, createBy: term('commission_create', on) })
	if (step === 'created') {
		if (!entry.members?.trim()) return refused('incomplete')
		await tx.update(expertCommissions).set({ createdOn: on, members: entry.members }).where(own)
	}
	if (step === 'papers') {
		const { sitsOn } = entry
		const sitBy = term('commission_sit', on)
		if (!sitsOn || sitsOn < on || (sitBy && sitsOn > sitBy)) return refused('wrong-day')
		const tellBy = term('commission_tell', sitsOn)
		const commentsBy = term('commission_comments', on)
		await tx.update(expertCommissions).set({ papersSentOn: on, sitsOn, sitBy, tellBy, commentsBy }).where(own)
	}
	if (step === 'told') await tx.update(expertCommissions).set({ toldOn: on }).where(own)
	if (step === 'sat') {
		if (!entry.conclusion?.trim()) return refused('incomplete')
		await tx.update(expertCommissions).set({ satOn: on, conclusion: entry.conclusion }).where(own)
	}
	const duty = DUTIES[step]
	if (duty) await mendHearingBreach(tx, { hearingId: hearing.id, duty }, now)
	await recordHearingStep(tx, opened.value, act, `commission-${step}`, { on })
	return done(null)
}

const DUTIES: Partial<Record<CommissionStep, HearingDuty>> = {
	created: 'commission_create',
	told: 'commission_tell',
	sat: 'commission_sit',
}

const lastDayEntered = (commission: Commission | undefined): Day =>
	commission
		? ([commission.appliedOn, commission.createdOn, commission.papersSentOn, commission.toldOn]
				.filter((day) => day !== null)
				.sort()
				.at(-1) ?? '')
		: ''
