import { and, eq, isNull } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { addressedTo, deskAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { record } from '#app/register/record.server.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { proceedings, redirects } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, followersOf, type Opened, openCase, recordStep, tellAuthor } from './act.server.ts'
import { recordBreach, settleLapses } from './breach.server.ts'
import { clockStepsOf, refreshClock, registeredDay, registrationOf, ruleAt } from './clock.server.ts'
import { filedProceeding, proceedingsOf, refreshThread } from './filed.server.ts'
import { type ActRefusal, mayBeSentTo, NO_TERM } from './inquiry.ts'

export interface Redirect extends Acting {
	toBodyId: string
	toOfficeId?: string | null
	/** What is sent on; null for the whole. */
	part?: string | null
	reason: string
}

type Refusal = ActRefusal | 'not-found' | 'same-body' | 'no-body' | 'unbound-body'

/**
 * Sends the whole or a part to the competent body, which opens a proceeding of its own with a fresh clock;
 * the author is told at the same time (APPC 65). Done after the third working day it is a breach of its own.
 */
export async function redirectInquiry(
	tx: Writer,
	act: Redirect,
): Promise<Outcome<{ proceedingId: string; late: boolean }, Refusal>> {
	const opened = await openCase(tx, 'redirect', act)
	if (!opened.ok) return opened
	const { proceeding } = opened.value
	// APPC 65 speaks of another body: within one, the term that runs goes on running.
	if (act.toBodyId === proceeding.bodyId) return refused('same-body')
	const [body] = await tx.select().from(bodies).where(eq(bodies.id, act.toBodyId))
	if (!body || body.closedAt) return refused('no-body')
	if (!mayBeSentTo(body, proceeding)) return refused('unbound-body')
	if (act.toOfficeId && !(await isOfficeOf(tx, body.id, act.toOfficeId))) return refused('no-body')

	const { toId, late } = await redirectOne(tx, opened.value, act, body)
	if (!act.part) await takeFollowersAlong(tx, opened.value, act, body, toId)
	const { inquiry } = opened.value
	const desk = await deskAddress(tx, body.id)
	if (desk)
		await writeNotice(tx, {
			notice: 'redirected-to-desk',
			...addressedTo(desk),
			inquiryId: inquiry.id,
			values: { number: inquiry.number, term: body.bound ? 1 : null, path: `/desk/${toId}` },
			now: act.now,
		})
	return done({ proceedingId: toId, late })
}

const isOfficeOf = async (tx: Writer, bodyId: string, officeId: string) =>
	(await tx.$count(
		offices,
		and(eq(offices.id, officeId), eq(offices.bodyId, bodyId), isNull(offices.closedAt)),
	)) > 0

/** One filing on its way, with the record of it: whoever joined has a term of their own for being sent on. */
async function redirectOne(
	tx: Writer,
	opened: Opened,
	act: Redirect,
	body: typeof bodies.$inferSelect,
	followsId: string | null = null,
): Promise<{ toId: string; late: boolean }> {
	const { proceeding, inquiry, law, today } = opened
	const dueOn = await redirectBy(tx, opened)
	const late = dueOn !== null && today > dueOn
	const toId = await sendOn(tx, opened, act, body, followsId)
	await tx.insert(redirects).values({
		id: crypto.randomUUID(),
		fromId: proceeding.id,
		toId,
		part: act.part ?? null,
		reason: act.reason,
		at: act.now,
		on: today,
		by: String(act.actor.personId),
		dueOn,
		late,
	})
	if (late && dueOn)
		await recordBreach(tx, {
			filed: opened,
			duty: 'redirect',
			dueOn,
			moment: legalMoment(dueOn, law.profile.time.zone),
			now: act.now,
			mendedAt: act.now,
		})
	const values = { body: body.code, bodyId: body.id, term: body.bound ? 1 : null, reason: act.reason }
	await tellAuthor(tx, inquiry, 'redirected', values, act.now)
	return { toId, late }
}

/** The last lawful day for sending it on; null where the profile sets none or the calendar does not reach. */
export async function redirectBy(
	read: Reader,
	{ law, ...filed }: Pick<Opened, 'law' | 'proceeding' | 'body'>,
): Promise<Day | null> {
	const { proceeding } = filed
	const limit = findRule(law.profile, 'inquiry.redirect')?.limit
	if (!limit || proceeding.rule === NO_TERM) return null
	const anchor =
		limit.from === 'registered'
			? registeredDay((await clockStepsOf(read, [proceeding])).get(proceeding.id) ?? [], law, filed)
			: dayIn(law.profile.time.zone, proceeding.receivedAt)
	return anchor && whereCalendarReaches(() => lastDay(limit, anchor, law.calendar))
}

async function sendOn(
	tx: Writer,
	opened: Opened,
	act: Redirect,
	body: typeof bodies.$inferSelect,
	followsId: string | null = null,
): Promise<string> {
	const { inquiry, proceeding, law } = opened
	const ordinal = (await proceedingsOf(tx, inquiry.id)).length + 1
	const toId = `${inquiry.id}-${ordinal}`
	// Who has a part of the question sends on no more than that.
	const part = act.part ?? proceeding.part
	// APPC 76(2): the day after arrival at the competent body is the first of its own term.
	const registered = registrationOf(law, act.now, body)
	await tx.insert(proceedings).values({
		id: toId,
		inquiryId: inquiry.id,
		ordinal,
		bodyId: body.id,
		officeId: act.toOfficeId ?? null,
		part,
		public: inquiry.visibility === 'public',
		previousId: proceeding.id,
		followsId,
		stage: followsId ? 'following' : 'desk',
		receivedAt: act.now,
		registeredOn: registered.on,
		rule: ruleAt(inquiry.procedure, body),
	})
	await recordStep(tx, opened, act, act.part ? 'redirected_in_part' : 'redirected', {
		to: toId,
		bodyId: body.id,
		officeId: act.toOfficeId ?? null,
	})
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'registered',
		at: act.now,
		on: registered.on,
		by: 'system',
		proceedingId: toId,
		details: {
			bodyId: body.id,
			from: proceeding.id,
			part: part !== null,
			...(registered.awaitsCalendar && { awaitsCalendar: true }),
			...(!body.bound && { bound: false }),
		},
	})
	const filed = await filedProceeding(tx, toId)
	if (filed) await refreshClock(tx, law, filed.proceeding, inquiry.procedure)
	if (!act.part) {
		await tx
			.update(proceedings)
			.set({ state: 'redirected', stage: 'ended' })
			.where(eq(proceedings.id, proceeding.id))
	}
	await refreshThread(tx, inquiry.id)
	return toId
}

/** Those who joined the question go with it, each in a proceeding of their own. */
async function takeFollowersAlong(
	tx: Writer,
	opened: Opened,
	act: Redirect,
	body: typeof bodies.$inferSelect,
	toId: string,
): Promise<void> {
	for (const follower of await followersOf(tx, opened.proceeding.id)) {
		if (follower.stage !== 'following') continue
		const filed = await filedProceeding(tx, follower.id)
		if (!filed) continue
		await settleLapses(tx, [filed.proceeding], opened.law, act.now)
		await redirectOne(tx, { ...opened, ...filed }, act, body, toId)
	}
}
