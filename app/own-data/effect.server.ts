import { and, count, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { officials, tenures } from '#db/schema/bodies.ts'
import { attachments, files } from '#db/schema/files.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { follows, notices } from '#db/schema/notices.ts'
import { roles, sessions } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import type { InForce } from './erasure.ts'
import { runningHearings } from './hearings.server.ts'
import { type Owner, ownInquiries } from './own.server.ts'
import { countGoingMail, countWaitingMail } from './own-mail.server.ts'

/** More would be a list that nobody reads; the rest is under one's own questions. */
const LISTED = 50

/** What the erasure of this account would do: which questions the record keeps, and how much goes. */
export async function effectOfErasure(read: Reader, owner: Owner, today: Day) {
	const { id: personId } = owner
	const own = ownInquiries(owner)
	const kept = await read
		.select({
			number: inquiries.number,
			subject: inquiries.subject,
			language: inquiries.language,
			visibility: inquiries.visibility,
			state: inquiries.state,
			publicName: inquiries.publicName,
		})
		.from(inquiries)
		.where(own)
		.orderBy(desc(inquiries.receivedAt), desc(inquiries.number))
		.limit(LISTED)
	const running = and(own, or(eq(inquiries.state, 'open'), eq(inquiries.state, 'paused')))
	return {
		inForce: await inForce(read, personId, today),
		kept,
		keptInAll: await read.$count(inquiries, own),
		waitingMail: await countWaitingMail(read, owner),
		running: await read.$count(inquiries, running),
		goes: {
			sessions: await read.$count(sessions, eq(sessions.personId, personId)),
			notices: await read.$count(notices, eq(notices.personId, personId)),
			follows: await read.$count(follows, eq(follows.personId, personId)),
			files: await looseFilesOf(read, personId),
			mail: await countGoingMail(read, owner),
		},
	}
}

/** The roles that are held now, and the offices. */
export async function inForce(read: Reader, personId: string, today: Day): Promise<InForce> {
	const [held] = await read
		.select({ tenures: count() })
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
		.where(and(eq(officials.personId, personId), or(isNull(tenures.until), gte(tenures.until, today))))
	return {
		roles: await read.$count(roles, and(eq(roles.personId, personId), isNull(roles.endedAt))),
		tenures: held?.tenures ?? 0,
		hearings: await runningHearings(read, personId),
	}
}

async function looseFilesOf(read: Reader, personId: string): Promise<number> {
	const [loose] = await read
		.select({ files: count() })
		.from(files)
		.leftJoin(attachments, eq(attachments.fileId, files.id))
		.where(and(eq(files.uploadedBy, personId), isNull(attachments.id)))
	return loose?.files ?? 0
}
