import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { thresholdsFor } from '#app/jurisdictions/threshold.ts'
import { bodies } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'

/** The bodies that take petitions, with what each decides as and how many signatures it needs. */
export async function petitionAddressees(read: Reader, profile: Profile) {
	const found = await read
		.select()
		.from(bodies)
		.where(and(isNull(bodies.closedAt), isNotNull(bodies.competence)))
		.orderBy(asc(bodies.code))
	return found.flatMap((body) => {
		const thresholds = thresholdsFor(profile, body)
		if (!thresholds) return []
		const { id, code, names, population, populationOn, populationSource } = body
		return [
			{
				id,
				code,
				names,
				competence: String(body.competence),
				thresholds,
				population,
				populationOn,
				populationSource,
			},
		]
	})
}

/** One of them, to which a petition may be addressed now. */
export async function petitionAddressee(read: Reader, profile: Profile, bodyId: string) {
	const [body] = await read
		.select()
		.from(bodies)
		.where(and(eq(bodies.id, bodyId), isNull(bodies.closedAt)))
	const thresholds = body && thresholdsFor(profile, body)
	return thresholds && { ...body, competence: String(body.competence), thresholds }
}
