import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import { bodies, offices, officials, tenures } from '#db/schema/bodies.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import { people, type Role, roles } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'

/** Every body, closed ones too, each after the one above it and one step further in. */
export async function bodyTree(read: Reader) {
	const all = await read.select().from(bodies).orderBy(asc(bodies.code))
	const known = new Set(all.map(({ id }) => id))
	return under(null, 0)

	function under(parent: string | null, depth: number): ((typeof all)[number] & { depth: number })[] {
		return all
			.filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
			.flatMap((body) => [{ ...body, depth }, ...under(body.id, depth + 1)])
	}
}

export async function bodyById(read: Reader, bodyId: string) {
	const [body] = await read.select().from(bodies).where(eq(bodies.id, bodyId))
	return body
}

/** Every office with its body and who holds it on the day, in the order of their pages. */
export async function officeList(read: Reader, today: Day, bodyId?: string) {
	const rows = await read
		.select({ office: offices, body: { id: bodies.id, code: bodies.code, names: bodies.names } })
		.from(offices)
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.where(bodyId ? eq(offices.bodyId, bodyId) : undefined)
		.orderBy(asc(bodies.code), asc(offices.position), asc(offices.slug))
	const held = await read
		.select({ officeId: tenures.officeId, from: tenures.from, until: tenures.until, names: officials.names })
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
	return rows.map(({ office, body }) => ({
		...office,
		body,
		holder: held.find(
			({ officeId, from, until }) =>
				officeId === office.id && from <= today && (until === null || today <= until),
		)?.names,
	}))
}

/** One office with everybody who held it, the latest first. */
export async function officeById(read: Reader, officeId: string) {
	const [row] = await read
		.select({ office: offices, body: { id: bodies.id, code: bodies.code, names: bodies.names } })
		.from(offices)
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.where(eq(offices.id, officeId))
	if (!row) return undefined
	const held = await read
		.select({
			id: tenures.id,
			officialId: officials.id,
			names: officials.names,
			from: tenures.from,
			until: tenures.until,
		})
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
		.where(eq(tenures.officeId, officeId))
		.orderBy(desc(tenures.from))
	return { ...row.office, body: row.body, tenures: held }
}

/** Somebody who holds or held this office. */
export async function officialOf(read: Reader, officeId: string, officialId: string) {
	const [row] = await read
		.select({ id: officials.id, names: officials.names, biographies: officials.biographies })
		.from(officials)
		.innerJoin(tenures, eq(tenures.officialId, officials.id))
		.where(and(eq(officials.id, officialId), eq(tenures.officeId, officeId)))
		.limit(1)
	return row
}

/** How many questions to the office are not answered yet. */
export async function clocksOfOffice(read: Reader, officeId: string): Promise<number> {
	return read.$count(
		proceedings,
		and(eq(proceedings.officeId, officeId), inArray(proceedings.stage, ['desk', 'following'])),
	)
}

export const knownOfficials = (read: Reader) =>
	read.select({ id: officials.id, names: officials.names }).from(officials).orderBy(asc(officials.id))

export const ROLES_A_PAGE = 25

/** Who holds which role now. Names and addresses of people are for the administrator alone. */
export async function heldRoles(
	read: Reader,
	actor: Actor,
	{ role, bodyId, page }: { role?: Role | undefined; bodyId?: string | undefined; page: number },
) {
	if (!hasRole(actor, 'administrator')) return { total: 0, rows: [] }
	const where = and(
		isNull(roles.endedAt),
		role ? eq(roles.role, role) : undefined,
		bodyId ? eq(roles.bodyId, bodyId) : undefined,
	)
	const [counted] = await read.select({ total: count() }).from(roles).where(where)
	const rows = await read
		.select({
			id: roles.id,
			role: roles.role,
			grantedAt: roles.grantedAt,
			person: { id: people.id, name: people.fullName, email: people.email },
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
		})
		.from(roles)
		.innerJoin(people, eq(people.id, roles.personId))
		.leftJoin(bodies, eq(bodies.id, roles.bodyId))
		.where(where)
		.orderBy(sql`${bodies.code} asc nulls last`, asc(roles.role), asc(roles.grantedAt), asc(roles.id))
		.limit(ROLES_A_PAGE)
		.offset((page - 1) * ROLES_A_PAGE)
	return { total: counted?.total ?? 0, rows }
}

/** The roles of one person with the bodies they are held in. */
export const rolesOf = (read: Reader, personId: string) =>
	read
		.select({
			id: roles.id,
			role: roles.role,
			grantedAt: roles.grantedAt,
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
		})
		.from(roles)
		.leftJoin(bodies, eq(bodies.id, roles.bodyId))
		.where(and(eq(roles.personId, personId), isNull(roles.endedAt)))
		.orderBy(asc(roles.grantedAt), asc(roles.id))
