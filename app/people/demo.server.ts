import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { bodies } from '#db/schema/bodies.ts'
import { roles } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'

/** The bodies with a desk to work at, for the choice on the sign-in page of a demonstration. */
export async function demoBodies(
	read: Reader,
	language: Language,
): Promise<{ value: string; label: string }[]> {
	const rows = await read
		.selectDistinct({ code: bodies.code, names: bodies.names })
		.from(bodies)
		.innerJoin(roles, and(eq(roles.bodyId, bodies.id), isNull(roles.endedAt)))
		.orderBy(asc(bodies.code))
	return rows.map(({ code, names }) => ({ value: code, label: names[language] ?? code }))
}
