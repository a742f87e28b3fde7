import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lastDay } from '#app/deadlines/term.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { answers, extensions, inquiries, proceedings, redirects } from '#db/schema/inquiries.ts'
import type { Store, Writer } from '#db/store.ts'
import { recordBreach, replyDuty } from './breach.server.ts'
import { awaitsCalendar, type ClockStep, clockFrom, clockStepsOf, registeredDay } from './clock.server.ts'
import { type Filed, filedProceeding, filedProceedings, refreshThread } from './filed.server.ts'
import { writeCase } from './hold.server.ts'
import { NO_TERM } from './inquiry.ts'
import { redirectBy } from './redirect.server.ts'
import { nameRegistration } from './shift.server.ts'

/**
 * What was done while its last lawful day lay in a year without a calendar gets that day, and is on record as late if
 * it was: nobody could say so at the time.
 */
export async function judgeUndated(store: Store, law: Law, now: Date): Promise<void> {
	await judgeEnded(store, law, now)
	await judgeRedirects(store, law, now)
	await judgeExtensions(store, law, now)
}

const FOLDED_AT_ONCE = 500

/** What ended under a term that had no last day. Nobody is told: whoever asked has the answer, or knows why there is none. */
async function judgeEnded(store: Store, law: Law, now: Date): Promise<void> {
	const undated = await store.readOwn
		.select({ id: proceedings.id })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				eq(proceedings.stage, 'ended'),
				isNull(proceedings.breachedAt),
				isNull(proceedings.dueOn),
				ne(proceedings.rule, NO_TERM),
				eq(inquiries.profileId, law.profile.id),
			),
		)
	for (let at = 0; at < undated.length; at += FOLDED_AT_ONCE) {
		const ids = undated.slice(at, at + FOLDED_AT_ONCE).map(({ id }) => id)
		const some = await filedProceedings(store.readOwn, ids)
		const steps = await clockStepsOf(
			store.readOwn,
			some.map(({ proceeding }) => proceeding),
		)
		for (const filed of some) {
			const ran = asItRan(filed, steps.get(filed.proceeding.id) ?? [], law)
			if (ran) await writeCase(store, [filed.inquiry.id], (tx) => dateEnded(tx, filed, law, ran, now))
		}
	}
}

interface Ran {
	registeredOn: Day
	dueOn: Day
	stoppedOn: Day
	awaited: boolean
}

function asItRan(filed: Filed, steps: readonly ClockStep[], law: Law): Ran | undefined {
	// It stopped while its author corrected it: no term ran then.
	if (steps.at(-2)?.type === 'returned_for_correction') return undefined
	const registeredOn = registeredDay(steps, law, filed)
	if (!registeredOn) return undefined
	const awaited = awaitsCalendar(steps)
	const named = { type: 'dated', on: registeredOn, details: { registeredOn } }
	const { proceeding, inquiry } = filed
	const clock = clockFrom(awaited ? [...steps, named] : steps, law, proceeding.rule, inquiry.procedure)
	const { dueOn, stoppedOn } = clock
	return dueOn && stoppedOn ? { registeredOn, dueOn, stoppedOn, awaited } : undefined
}

async function dateEnded(
	tx: Writer,
	filed: Filed,
	law: Law,
	{ registeredOn, dueOn, stoppedOn, awaited }: Ran,
	now: Date,
): Promise<void> {
	const { proceeding, inquiry } = filed
	const late = stoppedOn > dueOn
	const moment = legalMoment(dueOn, law.profile.time.zone)
	const dated = await tx
		.update(proceedings)
		.set({ dueOn, breachedAt: late ? moment : null })
		.where(and(eq(proceedings.id, proceeding.id), isNull(proceedings.dueOn)))
		.returning({ id: proceedings.id })
	if (dated.length === 0) return
	if (awaited) await nameRegistration(tx, filed, law, { registeredOn, dueOn }, now)
	await refreshThread(tx, inquiry.id)
	if (!late) return
	await tx.update(answers).set({ late }).where(eq(answers.proceedingId, proceeding.id))
	const duty = replyDuty(proceeding)
	await recordBreach(tx, { filed, duty, dueOn, moment, now, mendedAt: proceeding.answeredAt })
}

async function judgeRedirects(store: Store, law: Law, now: Date): Promise<void> {
	if (!findRule(law.profile, 'inquiry.redirect')) return
	const undated = await store.readOwn
		.select({ redirect: redirects, inquiryId: proceedings.inquiryId })
		.from(redirects)
		.innerJoin(proceedings, eq(proceedings.id, redirects.fromId))
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(isNull(redirects.dueOn), ne(proceedings.rule, NO_TERM), eq(inquiries.profileId, law.profile.id)),
		)
	for (const { redirect, inquiryId } of undated) {
		const filed = await filedProceeding(store.readOwn, redirect.fromId)
		const dueOn = filed && (await redirectBy(store.readOwn, { ...filed, law }))
		if (!dueOn) continue
		const late = redirect.on > dueOn
		await writeCase(store, [inquiryId], async (tx) => {
			await tx.update(redirects).set({ dueOn, late }).where(eq(redirects.id, redirect.id))
			if (!late) return
			const moment = legalMoment(dueOn, law.profile.time.zone)
			await recordBreach(tx, { filed, duty: 'redirect', dueOn, moment, now, mendedAt: redirect.at })
		})
	}
}

/** An extension of which the author is still to be told is then the business of the duty that watches for it. */
async function judgeExtensions(store: Store, law: Law, now: Date): Promise<void> {
	const limit = findRule(law.profile, 'inquiry.notify_extension')?.limit
	if (!limit) return
	const undated = await store.readOwn
		.select({ extension: extensions, inquiryId: proceedings.inquiryId })
		.from(extensions)
		.innerJoin(proceedings, eq(proceedings.id, extensions.proceedingId))
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(and(isNull(extensions.tellBy), eq(inquiries.profileId, law.profile.id)))
	const { zone } = law.profile.time
	for (const { extension, inquiryId } of undated) {
		const tellBy = whereCalendarReaches(() => lastDay(limit, extension.decidedOn, law.calendar))
		if (!tellBy) continue
		await writeCase(store, [inquiryId], async (tx) => {
			const filed = await filedProceeding(tx, extension.proceedingId)
			if (!filed) return
			await tx.update(extensions).set({ tellBy }).where(eq(extensions.id, extension.id))
			const mendedAt = extension.toldAt
			if (!mendedAt || dayIn(zone, mendedAt) <= tellBy) return
			const moment = legalMoment(tellBy, zone)
			await recordBreach(tx, { filed, duty: 'notify_extension', dueOn: tellBy, moment, now, mendedAt })
		})
	}
}
