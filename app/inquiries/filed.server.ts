import { asc, eq, inArray } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { bodies } from '#db/schema/bodies.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { threadState } from './inquiry.ts'

export type Inquiry = typeof inquiries.$inferSelect
export type Proceeding = typeof proceedings.$inferSelect

/** A proceeding with what it belongs to: what every act loads first. */
export interface Filed {
	inquiry: Inquiry
	proceeding: Proceeding
	body: typeof bodies.$inferSelect
}

export async function filedProceeding(read: Reader, proceedingId: string): Promise<Filed | undefined> {
	const [row] = await filedProceedings(read, [proceedingId])
	return row
}

export async function filedProceedings(read: Reader, proceedingIds: readonly string[]): Promise<Filed[]> {
	return read
		.select({ proceeding: proceedings, inquiry: inquiries, body: bodies })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.innerJoin(bodies, eq(bodies.id, proceedings.bodyId))
		.where(inArray(proceedings.id, [...proceedingIds]))
}

export async function inquiryById(read: Reader, inquiryId: string): Promise<Inquiry | undefined> {
	const [inquiry] = await read.select().from(inquiries).where(eq(inquiries.id, inquiryId))
	return inquiry
}

export async function proceedingsOf(read: Reader, inquiryId: string): Promise<Proceeding[]> {
	return read
		.select()
		.from(proceedings)
		.where(eq(proceedings.inquiryId, inquiryId))
		.orderBy(asc(proceedings.ordinal))
}

/** Brings the inquiry's own copies (state, due day, answered, breached) in line with its proceedings. */
export async function refreshThread(tx: Writer, inquiryId: string): Promise<void> {
	const all = await proceedingsOf(tx, inquiryId)
	const state = threadState(all.map((one) => one.state))
	const due = all.flatMap((one) => (one.state === 'open' && one.dueOn ? [one.dueOn] : [])).sort()
	await tx
		.update(inquiries)
		.set({
			state,
			dueOn: (due[0] as Day | undefined) ?? null,
			answeredAt: earliest(all.map((one) => one.answeredAt)),
			breachedAt: earliest(all.map((one) => one.breachedAt)),
		})
		.where(eq(inquiries.id, inquiryId))
}

function earliest(moments: (Date | null)[]): Date | null {
	const times = moments.flatMap((moment) => (moment ? [moment.getTime()] : []))
	return times.length > 0 ? new Date(Math.min(...times)) : null
}
