import { createHash, createHmac } from 'node:crypto'
import { and, asc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import { addDays, type Day } from '#app/deadlines/day.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { calendarLinks, people, roles } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'

interface Owner {
	personId: string
	secretKey: string
}

/** Makes the secret address of a member's calendar. Made again, the old address opens nothing any more. */
export async function makeCalendarLink(
	tx: Writer,
	{ personId, secretKey, now }: Owner & { now: Date },
): Promise<{ secret: string }> {
	const secret = secretOf({ personId, secretKey }, now)
	const link = { secretHash: hashOf(secret), createdAt: now }
	await tx
		.insert(calendarLinks)
		.values({ personId, ...link })
		.onConflictDoUpdate({ target: calendarLinks.personId, set: link })
	return { secret }
}

/** The secret that is valid now, so that the member can see it again; only its hash is kept. */
export async function calendarSecret(read: Reader, owner: Owner): Promise<string | undefined> {
	const [link] = await read.select().from(calendarLinks).where(eq(calendarLinks.personId, owner.personId))
	return link && secretOf(owner, link.createdAt)
}

export async function endCalendarLink(tx: Writer, { personId }: { personId: string }): Promise<void> {
	await tx.delete(calendarLinks).where(eq(calendarLinks.personId, personId))
}

const secretOf = ({ personId, secretKey }: Owner, madeAt: Date) =>
	createHmac('sha256', secretKey)
		.update(`desk-calendar:${personId}:${madeAt.getTime()}`)
		.digest('base64url')
		.slice(0, 32)

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export interface DueDay {
	proceedingId: string
	number: string
	dueOn: Day
	/** Only where the public may read it too. */
	subject: string | null
}

const LOOK_BACK_DAYS = 30
const MOST_DAYS = 2000

/**
 * What is due at the desks of whoever owns the secret; undefined when nobody does. Their roles are asked for
 * each time, so the address of somebody who has left shows nothing.
 */
export async function deskCalendar(
	read: Reader,
	{ secret, today }: { secret: string; today: Day },
): Promise<{ language: string; days: DueDay[] } | undefined> {
	const [owner] = await read
		.select({ id: people.id, language: people.language })
		.from(calendarLinks)
		.innerJoin(people, and(eq(people.id, calendarLinks.personId), isNull(people.closedAt)))
		.where(eq(calendarLinks.secretHash, hashOf(secret)))
	if (!owner) return undefined
	const desks = await desksOf(read, owner.id)
	return { language: owner.language, days: desks.length > 0 ? await dueAt(read, desks, today) : [] }
}

async function desksOf(read: Reader, personId: string): Promise<string[]> {
	const held = await read
		.selectDistinct({ bodyId: roles.bodyId })
		.from(roles)
		.where(
			and(
				eq(roles.personId, personId),
				inArray(roles.role, [...DESK_ROLES]),
				isNotNull(roles.bodyId),
				isNull(roles.endedAt),
			),
		)
	return held.flatMap(({ bodyId }) => bodyId ?? [])
}

async function dueAt(read: Reader, bodyIds: string[], today: Day): Promise<DueDay[]> {
	const rows = await read
		.select({
			proceedingId: proceedings.id,
			dueOn: proceedings.dueOn,
			number: inquiries.number,
			subject: inquiries.subject,
			visibility: inquiries.visibility,
			hidden: inquiries.hidden,
		})
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				inArray(proceedings.bodyId, bodyIds),
				eq(proceedings.stage, 'desk'),
				gte(proceedings.dueOn, addDays(today, -LOOK_BACK_DAYS)),
			),
		)
		.orderBy(asc(proceedings.dueOn), asc(proceedings.id))
		.limit(MOST_DAYS)
	return rows.flatMap(({ dueOn, subject, visibility, hidden, ...row }) =>
		dueOn ? [{ ...row, dueOn, subject: visibility === 'public' && !hidden ? subject : null }] : [],
	)
}
