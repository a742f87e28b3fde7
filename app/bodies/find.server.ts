import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { bodies, offices, officials, tenures, type Words } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import type { Branch, Held, OfficeInBody } from './body.ts'

/** These bodies with their names, by code. */
export async function bodiesNamed(read: Reader, ids: readonly string[]) {
	if (ids.length === 0) return []
	return read
		.select({ id: bodies.id, code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(inArray(bodies.id, [...ids]))
		.orderBy(asc(bodies.code))
}

/** The body of this code with its names. */
export async function bodyNamed(read: Reader, code: string) {
	const [body] = await read
		.select({ id: bodies.id, code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(eq(bodies.code, code))
	return body
}

/** All bodies that still stand, by code: a tree by `parentId`. */
export async function standingBodies(read: Reader) {
	return read
		.select({
			id: bodies.id,
			code: bodies.code,
			names: bodies.names,
			parentId: bodies.parentId,
			region: bodies.region,
		})
		.from(bodies)
		.where(isNull(bodies.closedAt))
		.orderBy(asc(bodies.code))
}

/** Every body under the one above it, with its offices and who holds them. */
export async function treeOfBodies(read: Reader, today: Day): Promise<Branch[]> {
	const standing = await standingBodies(read)
	const held = await officesOn(read, today)
	const known = new Set(standing.map(({ id }) => id))
	return branchesUnder(null)

	function branchesUnder(parent: string | null): Branch[] {
		return standing
			.filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
			.map(({ id, code, names }) => ({
				code,
				names,
				offices: held.get(id) ?? [],
				branches: branchesUnder(id),
			}))
	}
}

/** The body of this code, whatever the case it is typed in, with what stands above and below it. */
export async function bodyByCode(read: Reader, code: string, today: Day) {
	const [body] = await read.select().from(bodies).where(eq(bodies.code, code.toUpperCase()))
	if (!body) return undefined
	const [parent] = body.parentId ? await bodiesNamed(read, [body.parentId]) : []
	const below = await read
		.select({ code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(and(eq(bodies.parentId, body.id), isNull(bodies.closedAt)))
		.orderBy(asc(bodies.code))
	const held = await officesOn(read, today, body.id)
	const { id, names, region, bound, closedAt } = body
	return { id, code: body.code, names, region, bound, closedAt, parent, below, offices: held.get(id) ?? [] }
}

/** The office of this slug, with its body. */
export async function officeBySlug(read: Reader, slug: string) {
	const [row] = await read
		.select({
			office: { id: offices.id, slug: offices.slug, names: offices.names, closedAt: offices.closedAt },
			body: {
				id: bodies.id,
				code: bodies.code,
				names: bodies.names,
				bound: bodies.bound,
				closedAt: bodies.closedAt,
			},
		})
		.from(offices)
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.where(eq(offices.slug, slug))
	return row && { ...row.office, closed: Boolean(row.office.closedAt ?? row.body.closedAt), body: row.body }
}

/** Who has held the office, the latest first. */
export async function holdersOf(read: Reader, officeId: string): Promise<Held[]> {
	return read
		.select({
			names: officials.names,
			biographies: officials.biographies,
			from: tenures.from,
			until: tenures.until,
		})
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
		.where(eq(tenures.officeId, officeId))
		.orderBy(desc(tenures.from))
}

/** The offices of these bodies that an executor or approver may write for. */
export async function officesOfBodies(read: Reader, bodyIds: readonly string[]) {
	if (bodyIds.length === 0) return []
	return read
		.select({ id: offices.id, slug: offices.slug, names: offices.names })
		.from(offices)
		.where(and(inArray(offices.bodyId, [...bodyIds]), isNull(offices.closedAt)))
		.orderBy(asc(offices.bodyId), asc(offices.position), asc(offices.slug))
}

/** The offices that still stand, by body, each with its holder on the day. */
async function officesOn(read: Reader, today: Day, bodyId?: string): Promise<Map<string, OfficeInBody[]>> {
	const standing = await read
		.select({ id: offices.id, bodyId: offices.bodyId, slug: offices.slug, names: offices.names })
		.from(offices)
		.where(and(isNull(offices.closedAt), bodyId ? eq(offices.bodyId, bodyId) : undefined))
		.orderBy(asc(offices.position), asc(offices.slug))
	const held = await read
		.select({ officeId: tenures.officeId, from: tenures.from, until: tenures.until, names: officials.names })
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
	const holders = new Map<string, Words>(
		held
			.filter(({ from, until }) => from <= today && (until === null || today <= until))
			.map(({ officeId, names }) => [officeId, names]),
	)
	const byBody = new Map<string, OfficeInBody[]>()
	for (const { id, bodyId: of, slug, names } of standing)
		byBody.set(of, [...(byBody.get(of) ?? []), { slug, names, holder: holders.get(id) }])
	return byBody
}
