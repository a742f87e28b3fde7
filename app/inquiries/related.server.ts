import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/people/actor.ts'
import { prepared } from '#db/prepared.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import type { Inquiry } from './filed.server.ts'

/** Other questions of the same matter, where the viewer may know of them. */
export async function relatedTo(
	read: Reader,
	inquiry: Inquiry,
	actor: Actor,
	{ insider, staff }: { insider: boolean; staff: boolean },
) {
	const { id, leadId, followUpOf, complaintAbout } = inquiry
	const rows = await (insider ? related : openlyRelated)(read).execute({
		id,
		leadId,
		followUpOf,
		complaintAbout,
		personId: actor.personId,
	})
	const one = (id: string | null) => rows.find((row) => row.id === id)
	const lead = one(inquiry.leadId)
	return {
		// It was hidden from the public, and whoever joined is the public to it.
		lead: lead && { ...lead, subject: lead.hidden && !staff ? undefined : lead.subject },
		leadHidden: inquiry.leadId !== null && (lead?.hidden ?? true),
		followUpOf: one(inquiry.followUpOf),
		complaintAbout: one(inquiry.complaintAbout),
		followUps: rows.filter((row) => row.followUpOf === inquiry.id),
		complaints: rows.filter((row) => row.complaintAbout === inquiry.id),
	}
}

/**
 * What is before and after a question; one that it does not have is null, and nothing is equal to null. Each way to it
 * is asked for by itself: with all in one `or` SQLite reads every question that the viewer may know of.
 */
const relatedWhere = (read: Reader, mayKnow?: SQL) => {
	const those = (which: SQL) =>
		read
			.select({
				id: inquiries.id,
				number: inquiries.number,
				subject: inquiries.subject,
				hidden: inquiries.hidden,
				followUpOf: inquiries.followUpOf,
				complaintAbout: inquiries.complaintAbout,
				receivedAt: inquiries.receivedAt,
			})
			.from(inquiries)
			.where(and(which, mayKnow))
	const before = ['leadId', 'followUpOf', 'complaintAbout'].map((name) => sql.placeholder(name))
	return those(inArray(inquiries.id, before))
		.union(those(eq(inquiries.followUpOf, sql.placeholder('id'))))
		.union(those(eq(inquiries.complaintAbout, sql.placeholder('id'))))
		.orderBy(asc(inquiries.receivedAt))
}

const related = prepared((read) => relatedWhere(read))
const openlyRelated = prepared((read) =>
	relatedWhere(
		read,
		or(
			and(eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false)),
			eq(inquiries.authorId, sql.placeholder('personId')),
		),
	),
)
