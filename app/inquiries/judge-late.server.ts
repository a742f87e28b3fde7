import { and, eq, isNull } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lastDay } from '#app/deadlines/term.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { extensions, inquiries, proceedings, redirects } from '#db/schema/inquiries.ts'
import type { Store } from '#db/store.ts'
import { recordBreach } from './breach.server.ts'
import { filedProceeding } from './filed.server.ts'
import { writeCase } from './hold.server.ts'
import { redirectBy } from './redirect.server.ts'

/**
 * What was done while its last lawful day lay in a year without a calendar gets that day, and is on record as late if
 * it was: nobody could say so at the time.
 */
export async function judgeUndated(store: Store, law: Law, now: Date): Promise<void> {
	await judgeRedirects(store, law, now)
	await judgeExtensions(store, law, now)
}

async function judgeRedirects(store: Store, law: Law, now: Date): Promise<void> {
	if (!findRule(law.profile, 'inquiry.redirect')) return
	const undated = await store.readOwn
		.select({ redirect: redirects, inquiryId: proceedings.inquiryId })
		.from(redirects)
		.innerJoin(proceedings, eq(proceedings.id, redirects.fromId))
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(and(isNull(redirects.dueOn), eq(inquiries.profileId, law.profile.id)))
	for (const { redirect, inquiryId } of undated)
		await writeCase(store, [inquiryId], async (tx) => {
			const filed = await filedProceeding(tx, redirect.fromId)
			const dueOn = filed && redirectBy({ ...filed, law })
			if (!dueOn) return
			const late = redirect.on > dueOn
			await tx.update(redirects).set({ dueOn, late }).where(eq(redirects.id, redirect.id))
			if (!late) return
			const moment = legalMoment(dueOn, law.profile.time.zone)
			await recordBreach(tx, { filed, duty: 'redirect', dueOn, moment, now, mendedAt: redirect.at })
		})
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
