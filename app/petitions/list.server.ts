import { and, asc, count, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { bodies } from '#db/schema/bodies.ts'
import { considerations, petitions, petitionTallies, petitionTexts } from '#db/schema/petitions.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { goalOf } from './goal.ts'
import {
	LISTS,
	type ListedPetition,
	PAGE_SIZE,
	type PetitionFilter,
	type PetitionPageOfList,
} from './listed.ts'

const MOST_FOUND = 500
/** So many of the most signed are looked at for those that are close to their goal. */
const LOOKED_AT = 50

/** A page of the public petitions. One whose text is hidden stays in the list as a number. */
export async function publicPetitions(
	read: Reader,
	filter: PetitionFilter,
	{ page, language, size = PAGE_SIZE }: { page: number; language: Language; size?: number },
): Promise<PetitionPageOfList> {
	const where = await conditions(read, filter)
	const [counted] = await read.select({ total: count() }).from(petitions).where(where)
	const total = counted?.total ?? 0
	const pages = Math.max(1, Math.ceil(total / size))
	const at = Math.min(Math.max(1, page), pages)
	const items = await listed(read, where, order(filter), { language, limit: size, offset: (at - 1) * size })
	return { items, total, page: at, pages }
}

/** The first of a list, which nobody turns the pages of. */
export async function firstPetitions(
	read: Reader,
	filter: PetitionFilter,
	{ language, limit }: { language: Language; limit: number },
): Promise<ListedPetition[]> {
	return listed(read, await conditions(read, filter), order(filter), { language, limit })
}

/** Those that need the smallest part of what they need: the nearest first. */
export async function closeToGoal(
	read: Reader,
	language: Language,
	limit: number,
): Promise<ListedPetition[]> {
	const open = await firstPetitions(read, { list: 'open', sort: 'signed' }, { language, limit: LOOKED_AT })
	const share = ({ confirmed, needed }: ListedPetition) => (needed ? confirmed / needed : 0)
	return open
		.filter((petition) => petition.needed && petition.confirmed < petition.needed)
		.sort((a, b) => share(b) - share(a))
		.slice(0, limit)
}

async function conditions(read: Reader, filter: PetitionFilter): Promise<SQL | undefined> {
	const { list = 'all', bodyId, query } = filter
	return and(
		inArray(petitions.state, [...LISTS[list]]),
		bodyId ? eq(petitions.bodyId, bodyId) : undefined,
		query ? await matching(read, query) : undefined,
	)
}

/** A hidden one is found by its number alone. */
async function matching(read: Reader, query: string): Promise<SQL | undefined> {
	const number = parseRegisterNumber(query)
	if (number) return eq(petitions.number, number)
	const found = await search(read, 'petition', query, { limit: MOST_FOUND })
	return and(inArray(petitions.id, found.map(Number)), eq(petitions.hidden, false))
}

function order({ sort = 'newest', list }: PetitionFilter): SQL[] {
	if (sort === 'signed') return [sql`${petitionTallies.confirmed} desc nulls last`, desc(petitions.id)]
	if (sort === 'closing') return [sql`${petitions.closesAt} asc nulls last`, desc(petitions.id)]
	const since = list === 'rejected' ? petitions.checkedAt : petitions.publishedAt
	return [sql`${since} desc nulls last`, desc(petitions.id)]
}

async function listed(
	read: Reader,
	where: SQL | undefined,
	ordered: readonly SQL[],
	{ language, limit, offset = 0 }: { language: Language; limit: number; offset?: number },
): Promise<ListedPetition[]> {
	const rows = await read
		.select({
			id: petitions.id,
			number: petitions.number,
			state: petitions.state,
			hidden: petitions.hidden,
			language: petitions.language,
			author: petitions.publicAuthor,
			thresholds: petitions.thresholds,
			publishedAt: petitions.publishedAt,
			collectsUntil: petitions.collectsUntil,
			confirmed: petitionTallies.confirmed,
			code: bodies.code,
			names: bodies.names,
		})
		.from(petitions)
		.leftJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
		.leftJoin(bodies, eq(bodies.id, petitions.bodyId))
		.where(where)
		.orderBy(...ordered)
		.limit(limit)
		.offset(offset)
	const ids = rows.map(({ id }) => id)
	const titles = await titlesOf(read, ids)
	const dues = await duesOf(read, ids)
	return rows.map(({ hidden, thresholds, code, names, confirmed, ...row }) => {
		const own = titles.filter(({ petitionId, title }) => petitionId === row.id && title)
		const text =
			own.find((one) => one.language === language) ?? own.find((one) => one.language === row.language)
		return {
			...row,
			number: row.number ?? '',
			title: hidden ? undefined : text?.title,
			language: text?.language ?? row.language,
			body: code && names ? { code, names } : null,
			confirmed: confirmed ?? 0,
			needed: goalOf(thresholds, confirmed ?? 0)?.needed,
			dueOn: dues.find(({ petitionId }) => petitionId === row.id)?.dueOn ?? null,
		}
	})
}

const titlesOf = (read: Reader, ids: readonly number[]) =>
	read
		.select({
			petitionId: petitionTexts.petitionId,
			language: petitionTexts.language,
			title: petitionTexts.title,
		})
		.from(petitionTexts)
		.where(inArray(petitionTexts.petitionId, [...ids]))

const duesOf = (read: Reader, ids: readonly number[]) =>
	read
		.select({ petitionId: considerations.petitionId, dueOn: considerations.dueOn })
		.from(considerations)
		.where(and(inArray(considerations.petitionId, [...ids]), ne(considerations.state, 'reached')))
		.orderBy(asc(considerations.id))
