import { asc, inArray, isNull } from 'drizzle-orm'
import { bodies } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'

/** These bodies with their names, by code. */
export async function bodiesNamed(read: Reader, ids: readonly string[]) {
	if (ids.length === 0) return []
	return read
		.select({ id: bodies.id, code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(inArray(bodies.id, [...ids]))
		.orderBy(asc(bodies.code))
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
