import { addDays, type Day } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import {
	type Addressee,
	addressedTo,
	authorAddresses,
	deskAddress,
	holdersOf,
	type Notice,
	writeAll,
} from '#app/notices/notice.server.ts'
import type { BREACH_DUTIES } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { ownReceipt } from './act.server.ts'
import { complainBy } from './complain.server.ts'
import type { Filed } from './filed.server.ts'
import { afterSilence } from './silence.ts'

/** A term that ended in silence. */
export interface Lapse {
	filed: Filed
	law: Law
	duty: (typeof BREACH_DUTIES)[number]
	dueOn: Day
	moment: Date
	now: Date
}

/** The author gets the way to complain; the approvers of the body and the overseers get the fact. */
export async function tellOfLapses(tx: Writer, lapses: readonly Lapse[], now: Date): Promise<void> {
	if (lapses.length === 0) return
	const authors = await authorAddresses(
		tx,
		lapses.map(({ filed }) => filed.inquiry),
	)
	const responsible = new Map<string, Addressee[]>()
	const letters: Notice[] = []
	for (const lapse of lapses) {
		const { inquiry, proceeding, body } = lapse.filed
		const author = authors.get(inquiry.id)
		const about = { inquiryId: inquiry.id }
		if (author)
			letters.push({
				...toAuthor(lapse),
				...addressedTo(author),
				...about,
				toAuthor: true,
				once: `${onceOf(lapse)}:author`,
				now,
			})
		// Followers share the work of their lead: one letter to the desk is enough.
		if (proceeding.stage === 'following') continue
		const told = responsible.get(body.id) ?? (await responsibleFor(tx, body.id))
		responsible.set(body.id, told)
		for (const addressee of told)
			letters.push({
				notice: 'breach',
				...addressedTo(addressee),
				...about,
				values: {
					number: inquiry.number,
					dueOn: lapse.dueOn,
					bodyId: body.id,
					path: `/desk/${proceeding.id}`,
				},
				once: `${onceOf(lapse)}:${addressee.email}`,
				now,
			})
	}
	await writeAll(tx, letters)
}

const onceOf = ({ filed, dueOn }: Lapse) => `breach:${filed.proceeding.id}:${dueOn}`

/** What the letter may promise depends on the law and on whether there is anybody above the body. */
function toAuthor(lapse: Lapse): Pick<Notice, 'notice' | 'values'> {
	const { filed, law, dueOn } = lapse
	const { inquiry, proceeding, body } = filed
	const { number, procedure } = inquiry
	const { rule } = proceeding
	const follows = afterSilence(law.profile, { rule, procedure, parentId: body.parentId })
	const values = { number, dueOn, since: addDays(dueOn, 1), bodyId: body.id, ...ownReceipt(inquiry) }
	const path = `/inquiries/${number}`
	if (!follows.includes('deemed_refusal')) return { notice: 'term-over', values: { ...values, path } }
	if (!follows.includes('open_complaint_window'))
		return { notice: 'deemed-refusal-final', values: { ...values, path } }
	return {
		notice: 'deemed-refusal',
		values: {
			...values,
			superiorId: body.parentId,
			complainBy: complainBy({ proceeding: { ...proceeding, breachedAt: lapse.moment }, law }) ?? null,
			path: `${path}/complaint`,
		},
	}
}

async function responsibleFor(read: Reader, bodyId: string): Promise<Addressee[]> {
	const approvers = await holdersOf(read, ['approver'], bodyId)
	const desk = approvers.length > 0 ? approvers : [await deskAddress(read, bodyId)]
	const told = [...desk.flatMap((address) => address ?? []), ...(await holdersOf(read, ['overseer'], null))]
	return told.filter(({ email }, at) => told.findIndex((other) => other.email === email) === at)
}
