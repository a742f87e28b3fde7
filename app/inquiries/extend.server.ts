import { and, eq, isNull } from 'drizzle-orm'
import { hasTableFor, isWorkingDay } from '#app/deadlines/calendar.ts'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { extensions } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, followersOf, type Opened, openCase, recordStep, tellAuthor } from './act.server.ts'
import { mendBreach, recordBreach, settleLapses } from './breach.server.ts'
import { refreshClock } from './clock.server.ts'
import { filedProceeding, refreshThread } from './filed.server.ts'
import type { ActRefusal } from './inquiry.ts'

type Refusal =
	| ActRefusal
	| 'not-found'
	| 'not-extendable'
	| 'already-extended'
	| 'term-over'
	| 'no-calendar'
	| 'not-later'
	| 'too-long'
	| 'day-off'

interface Extension extends Acting {
	until: Day
	reason: string
}

/**
 * Extends the term by a reasoned decision: once, while it still runs, by at most two months counted from the
 * day of the decision (APPC 76(3)). The author is told by the third working day after it.
 */
export async function extendInquiry(
	tx: Writer,
	act: Extension,
): Promise<Outcome<{ toldAuthor: boolean; tellBy: Day | null }, Refusal>> {
	const opened = await openCase(tx, 'extend', act)
	if (!opened.ok) return opened
	const refusal = refusalToExtend(opened.value, act.until)
	if (refusal) return refused(refusal)

	const decided = await extendOne(tx, opened.value, act)
	await extendFollowers(tx, opened.value, act)
	return done(decided)
}

/** Whoever joined waits for the same answer: their term goes with it, as far as the law lets it be extended. */
async function extendFollowers(tx: Writer, opened: Opened, act: Extension): Promise<void> {
	const following = (await followersOf(tx, opened.proceeding.id)).filter(({ stage }) => stage === 'following')
	await settleLapses(tx, following, opened.law, act.now)
	for (const { id } of following) {
		const filed = await filedProceeding(tx, id)
		if (!filed) continue
		const own = { ...opened, ...filed }
		if (!refusalToExtend(own, act.until)) await extendOne(tx, own, { ...act, proceedingId: id })
	}
}

async function extendOne(
	tx: Writer,
	opened: Opened,
	act: Extension,
): Promise<{ toldAuthor: boolean; tellBy: Day | null }> {
	const { proceeding, inquiry, law, today } = opened
	const notify = findRule(law.profile, 'inquiry.notify_extension')?.limit
	const tellBy = notify ? whereCalendarReaches(() => lastDay(notify, today, law.calendar)) : null
	const told = await tellAuthor(tx, inquiry, 'extended', { until: act.until, reason: act.reason }, act.now)
	await tx.insert(extensions).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		until: act.until,
		reason: act.reason,
		decidedAt: act.now,
		decidedOn: today,
		by: String(act.actor.personId),
		tellBy,
		toldAt: told ? act.now : null,
	})
	await recordStep(tx, opened, act, 'extended', { until: act.until, from: proceeding.dueOn, told })
	await refreshClock(tx, law, proceeding, inquiry.procedure)
	await refreshThread(tx, inquiry.id)
	return { toldAuthor: told, tellBy }
}

export function refusalToExtend(
	opened: Opened,
	until: Day,
): Exclude<Refusal, ActRefusal | 'not-found'> | undefined {
	const { proceeding, law, today } = opened
	const longest = longestExtension(opened)
	if (longest === undefined) return 'not-extendable'
	if (proceeding.extended) return 'already-extended'
	if (!proceeding.dueOn) return 'no-calendar'
	if (today > proceeding.dueOn) return 'term-over'
	if (until <= proceeding.dueOn) return 'not-later'
	if (longest && until > longest) return 'too-long'
	// Where the longest cannot be counted it lies in a year without a calendar, after every day that has one.
	if (!hasTableFor(law.calendar, until)) return 'no-calendar'
	if (!isWorkingDay(law.calendar, until)) return 'day-off'
	return undefined
}

/**
 * The latest day to which the term may be extended if it is decided today; undefined when it may not be, null where the
 * calendar does not reach so far.
 */
export function longestExtension({ law, proceeding, inquiry, today }: Opened): Day | null | undefined {
	if (proceeding.rule !== 'inquiry.answer') return undefined
	const limit = findRule(law.profile, 'inquiry.extend', { procedure: inquiry.procedure })?.limit
	if (!limit) return undefined
	const anchors: Record<string, Day> = {
		extension_decided: today,
		registered: proceeding.registeredOn,
		received: dayIn(law.profile.time.zone, proceeding.receivedAt),
	}
	const anchor = anchors[limit.from ?? 'extension_decided']
	return anchor && whereCalendarReaches(() => lastDay(limit, anchor, law.calendar))
}

/** Records that the author of a paper filing was told of the extension by letter. */
export async function tellExtension(
	tx: Writer,
	act: Acting,
): Promise<Outcome<{ late: boolean }, ActRefusal | 'not-found' | 'nothing-to-tell'>> {
	const opened = await openCase(tx, 'tell-extension', act)
	if (!opened.ok) return opened
	const { proceeding, law, today } = opened.value
	const [extension] = await tx.select().from(extensions).where(eq(extensions.proceedingId, proceeding.id))
	if (!extension || extension.toldAt) return refused('nothing-to-tell')

	const late = extension.tellBy !== null && today > extension.tellBy
	await tx.update(extensions).set({ toldAt: act.now }).where(eq(extensions.id, extension.id))
	if (late && extension.tellBy)
		await recordBreach(tx, {
			filed: opened.value,
			duty: 'notify_extension',
			dueOn: extension.tellBy,
			moment: legalMoment(extension.tellBy, law.profile.time.zone),
			now: act.now,
			mendedAt: act.now,
		})
	// The duty may have come by first and recorded the breach as open.
	await mendBreach(tx, [proceeding.id], act.now, ['notify_extension'])
	await recordStep(tx, opened.value, act, 'extension_told', { late })
	return done({ late })
}

/** The extension of which the author of a paper filing has still to be told by letter. */
export async function untoldExtension(read: Reader, proceedingId: string) {
	const [extension] = await read
		.select({ tellBy: extensions.tellBy, until: extensions.until })
		.from(extensions)
		.where(and(eq(extensions.proceedingId, proceedingId), isNull(extensions.toldAt)))
	return extension ?? null
}
