import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { prepared } from '#db/prepared.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { bodies, offices, officials, tenures } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import type { NamedBody, NamedOffice, Names } from './thread.ts'

/** A body that one may write to, with its offices and who holds them. */
export interface AddressedBody extends NamedBody {
	offices: (NamedOffice & { holder?: Names })[]
}

export async function addressees(read: Reader, today: Day): Promise<AddressedBody[]> {
	const rows = await openOffices(read).execute()
	const holders = await holdersOn(read, today)
	const found = new Map<string, AddressedBody>()
	for (const { body, office } of rows) {
		const known = found.get(body.id) ?? { ...body, offices: [] }
		if (office) known.offices.push({ ...office, holder: holders.get(office.id) })
		found.set(body.id, known)
	}
	return [...found.values()]
}

async function holdersOn(read: Reader, today: Day): Promise<Map<string, Names>> {
	const rows = await heldOn(read).execute({ today })
	return new Map(rows.map(({ officeId, names }) => [officeId, names]))
}

const openOffices = prepared((read) =>
	read
		.select({
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
			office: { id: offices.id, slug: offices.slug, names: offices.names },
		})
		.from(bodies)
		.leftJoin(offices, and(eq(offices.bodyId, bodies.id), isNull(offices.closedAt)))
		.where(isNull(bodies.closedAt))
		.orderBy(asc(bodies.code), asc(offices.position), asc(offices.slug)),
)

const heldOn = prepared((read) =>
	read
		.select({ officeId: tenures.officeId, names: officials.names })
		.from(tenures)
		.innerJoin(officials, eq(officials.id, tenures.officialId))
		.where(
			and(
				lte(tenures.from, sql.placeholder('today')),
				or(isNull(tenures.until), gte(tenures.until, sql.placeholder('today'))),
			),
		),
)

/** `office:minister-env` or `body:ENV`, as the form sends it. */
export function addresseeOf(
	all: readonly AddressedBody[],
	to: string,
): { body: AddressedBody; office?: AddressedBody['offices'][number] } | undefined {
	const [kind, key] = to.split(':', 2)
	for (const body of all) {
		if (kind === 'body' && body.code === key) return { body }
		const office = kind === 'office' ? body.offices.find(({ slug }) => slug === key) : undefined
		if (office) return { body, office }
	}
	return undefined
}

/** The published post that one asks under, with the office whose it is. */
export async function postAskedUnder(read: Reader, postId: string) {
	const rows = await read
		.select({ id: posts.id, office: offices.slug, language: postTexts.language, title: postTexts.title })
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.innerJoin(postTexts, eq(postTexts.postId, posts.id))
		.where(and(eq(posts.id, postId), eq(posts.state, 'published')))
	const [first] = rows
	if (!first) return undefined
	const titles: Partial<Record<string, string>> = Object.fromEntries(
		rows.map(({ language, title }) => [language, title]),
	)
	return { id: first.id, office: first.office, titles }
}
