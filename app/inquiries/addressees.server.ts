import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { prepared } from '#db/prepared.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { bodies, offices, officials, tenures } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import { kindsOf } from './forecast.server.ts'
import { legalDay } from './submit.server.ts'
import type { NamedBody, NamedOffice, Names } from './thread.ts'

/** A body that one may write to, with its offices and who holds them. */
export interface AddressedBody extends NamedBody {
	/** Whether the law obliges it to answer. */
	bound: boolean
	offices: (NamedOffice & { holder?: Names })[]
}

const BODY = { id: bodies.id, code: bodies.code, names: bodies.names, bound: bodies.bound }
const OFFICE = { id: offices.id, slug: offices.slug, names: offices.names }

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

/** To where cases of these bodies can be sent on: each body is another one than that of some case. */
export const otherAddressees = async (read: Reader, bodyIds: readonly string[], today: Day) =>
	(await addressees(read, today)).filter(({ id }) => bodyIds.some((bodyId) => bodyId !== id))

async function holdersOn(read: Reader, today: Day): Promise<Map<string, Names>> {
	const rows = await heldOn(read).execute({ today })
	return new Map(rows.map(({ officeId, names }) => [officeId, names]))
}

const openOffices = prepared((read) =>
	read
		.select({ body: BODY, office: OFFICE })
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
		.where(inForce()),
)

function inForce() {
	const today = sql.placeholder('today')
	return and(lte(tenures.from, today), or(isNull(tenures.until), gte(tenures.until, today)))
}

/** To whom one question goes. */
export interface Addressee {
	body: NamedBody & { bound: boolean }
	office?: NamedOffice & { holder: Names | null }
}

/** `office:minister-env` or `body:ENV`, as the form sends it: undefined, unless it may be written to today. */
export async function addresseeOf(read: Reader, to: string, today: Day): Promise<Addressee | undefined> {
	const [kind, key] = to.split(':', 2)
	if (kind === 'body') {
		const [body] = await openBody(read).execute({ key })
		return body && { body }
	}
	const [found] = kind === 'office' ? await openOffice(read).execute({ key, today }) : []
	return found && { body: found.body, office: { ...found.office, holder: found.holder } }
}

const openBody = prepared((read) =>
	read
		.select(BODY)
		.from(bodies)
		.where(and(eq(bodies.code, sql.placeholder('key')), isNull(bodies.closedAt))),
)

const openOffice = prepared((read) =>
	read
		.select({ body: BODY, office: OFFICE, holder: officials.names })
		.from(offices)
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.leftJoin(tenures, and(eq(tenures.officeId, offices.id), inForce()))
		.leftJoin(officials, eq(officials.id, tenures.officialId))
		.where(and(eq(offices.slug, sql.placeholder('key')), isNull(offices.closedAt), isNull(bodies.closedAt)))
		.limit(1),
)

/** Whom it goes to; the name of the field when there is no such office or kind. */
export async function addressed(read: Reader, law: Law, value: { to: string; kind: string }, now: Date) {
	if (!kindsOf(law).some(({ kind }) => kind === value.kind)) return 'kind' as const
	return (await addresseeOf(read, value.to, legalDay(law, now))) ?? ('to' as const)
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
