import { and, asc, eq, gt, inArray, isNull, lte, max, ne, or } from 'drizzle-orm'
import { isPublic as isPublicHearing } from '#app/hearings/hearing.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { isPublic as isPublicPetition } from '#app/petitions/petition.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { wordsOf } from '#app/text/fold.ts'
import { posts } from '#db/schema/blogs.ts'
import { offices } from '#db/schema/bodies.ts'
import { hearings, hearingTerritories } from '#db/schema/hearings.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { follows, news, RHYTHMS } from '#db/schema/notices.ts'
import { petitions } from '#db/schema/petitions.ts'
import { events } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { type Followed, isFoundBy, NEWS, NEWS_OF_POST, tellAt } from './follow.ts'

const MARK = 'followed'
const EVENTS_AT_ONCE = 1000
const FOLLOWERS_AT_ONCE = 500
/** An event that was begun earlier may become visible after a later one, but never as late as this. */
const SETTLED_AFTER_MS = 2 * 60_000

const STEPS = [...new Set(Object.values(NEWS).flat())]

/** Finds for every new event who follows what it happened to. Each follower gets it once, however often this runs. */
export async function gatherNews(
	store: Store,
	{ now, profileId }: { now: Date; profileId: string },
): Promise<void> {
	const read = store.readOwn
	const marked = await markOf(read, MARK)
	const anybody = await read.select({ id: follows.id }).from(follows).limit(1)
	if (marked === undefined || anybody.length === 0) {
		// What happened before anybody followed anything is news to nobody.
		const [last] = await read.select({ sequence: max(events.sequence) }).from(events)
		if (String(last?.sequence ?? 0) !== marked) await remember(store, last?.sequence ?? 0)
		return
	}
	const { zone } = profileById(profileId).time
	let settled = Number(marked)
	let allSettled = true
	for (let from = settled; ; ) {
		const page = await eventsAfter(read, from)
		await tellFollowers(store, await happenedIn(read, page), { now, zone })
		for (const { sequence, recordedAt } of page) {
			allSettled &&= now.getTime() - recordedAt.getTime() >= SETTLED_AFTER_MS
			if (allSettled) settled = sequence
			from = sequence
		}
		if (page.length < EVENTS_AT_ONCE) break
	}
	if (settled > Number(marked)) await remember(store, settled)
}

const remember = (store: Store, sequence: number) =>
	store.write(MARK, (tx) => mark(tx, MARK, String(sequence)))

type EventRow = typeof events.$inferSelect

const eventsAfter = (read: Reader, sequence: number): Promise<EventRow[]> =>
	read
		.select()
		.from(events)
		.where(gt(events.sequence, sequence))
		.orderBy(asc(events.sequence))
		.limit(EVENTS_AT_ONCE)

/** Something new, and where it lies. */
interface Happened {
	sequence: number
	type: string
	recordedAt: Date
	inquiryId?: string
	petitionId?: string
	hearingId?: string
	/** That a hearing touches. */
	regions?: string[]
	officeId: string | null
	bodyId: string | null
	authorId?: string | null
	/** Of a question, for those who follow a search. */
	text?: string
}

/** What of it the public may read. */
async function happenedIn(read: Reader, page: readonly EventRow[]): Promise<Happened[]> {
	const steps = page.filter(({ subject, type }) => subject === 'inquiry' && STEPS.includes(type))
	const published = page.filter(({ subject, type }) => subject === 'post' && type === NEWS_OF_POST)
	const demanded = page.filter(({ subject, type }) => subject === 'petition' && NEWS.petition.includes(type))
	const heard = page.filter(({ subject, type }) => subject === 'hearing' && NEWS.hearing.includes(type))
	return [
		...(await stepsOfCases(read, steps)),
		...(await newPosts(read, published)),
		...(await stepsOfPetitions(read, demanded)),
		...(await stepsOfHearings(read, heard)),
	]
}

async function stepsOfPetitions(read: Reader, demanded: readonly EventRow[]): Promise<Happened[]> {
	if (demanded.length === 0) return []
	const ids = [...new Set(demanded.map(({ subjectId }) => Number(subjectId)))]
	const rows = await read.select().from(petitions).where(inArray(petitions.id, ids))
	return demanded.flatMap(({ sequence, type, recordedAt, subjectId }) => {
		const petition = rows.find(({ id }) => id === Number(subjectId))
		if (!petition || petition.hidden || !isPublicPetition(petition)) return []
		const { bodyId, authorId } = petition
		return [{ sequence, type, recordedAt, petitionId: subjectId, officeId: null, bodyId, authorId }]
	})
}

async function stepsOfHearings(read: Reader, heard: readonly EventRow[]): Promise<Happened[]> {
	if (heard.length === 0) return []
	const ids = [...new Set(heard.map(({ subjectId }) => Number(subjectId)))]
	const rows = await read.select().from(hearings).where(inArray(hearings.id, ids))
	const land = await read.select().from(hearingTerritories).where(inArray(hearingTerritories.hearingId, ids))
	return heard.flatMap(({ sequence, type, recordedAt, subjectId }) => {
		const hearing = rows.find(({ id }) => id === Number(subjectId))
		if (!hearing || !isPublicHearing(hearing)) return []
		const regions = land.flatMap(({ hearingId, region }) => (hearingId === hearing.id ? [region] : []))
		const { bodyId, initiatorId: authorId } = hearing
		return [{ sequence, type, recordedAt, hearingId: subjectId, regions, officeId: null, bodyId, authorId }]
	})
}

async function stepsOfCases(read: Reader, steps: readonly EventRow[]): Promise<Happened[]> {
	if (steps.length === 0) return []
	const rows = await read
		.select({
			id: inquiries.id,
			proceedingId: proceedings.id,
			bodyId: proceedings.bodyId,
			officeId: proceedings.officeId,
			authorId: inquiries.authorId,
			subject: inquiries.subject,
			text: inquiries.text,
		})
		.from(inquiries)
		.innerJoin(proceedings, eq(proceedings.inquiryId, inquiries.id))
		.where(
			and(
				inArray(inquiries.id, [...new Set(steps.map(({ subjectId }) => subjectId))]),
				eq(inquiries.visibility, 'public'),
				eq(inquiries.hidden, false),
			),
		)
	return steps.flatMap(({ sequence, type, recordedAt, subjectId, proceedingId }) => {
		const own = rows.filter(({ id }) => id === subjectId)
		const at = own.find((row) => row.proceedingId === proceedingId) ?? own[0]
		if (!at) return []
		const { bodyId, officeId, authorId, subject, text } = at
		return [
			{
				sequence,
				type,
				recordedAt,
				inquiryId: subjectId,
				bodyId,
				officeId,
				authorId,
				text: `${subject}\n${text}`,
			},
		]
	})
}

async function newPosts(read: Reader, published: readonly EventRow[]): Promise<Happened[]> {
	if (published.length === 0) return []
	const rows = await read
		.select({ id: posts.id, officeId: offices.id, bodyId: offices.bodyId })
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(
			inArray(
				posts.id,
				published.map(({ subjectId }) => subjectId),
			),
		)
	return published.flatMap(({ sequence, type, recordedAt, subjectId }) => {
		const post = rows.find(({ id }) => id === subjectId)
		return post ? [{ sequence, type, recordedAt, officeId: post.officeId, bodyId: post.bodyId }] : []
	})
}

async function tellFollowers(
	store: Store,
	happened: readonly Happened[],
	when: { now: Date; zone: string },
): Promise<void> {
	if (happened.length === 0) return
	const searches = await searchesFollowed(store.readOwn)
	for (const one of happened) {
		const subjects = subjectsTold(one, searches)
		for (let after = ''; subjects.length > 0; ) {
			const followers = await followersOf(store.readOwn, one, subjects, after)
			if (followers.length > 0) await store.write('following', (tx) => addNews(tx, one, followers, when))
			if (followers.length < FOLLOWERS_AT_ONCE) break
			after = followers.at(-1)?.id ?? ''
		}
	}
}

/** The words of every search that somebody follows; looked through here, for no index finds the searches of a text. */
async function searchesFollowed(read: Reader): Promise<string[]> {
	const rows = await read
		.selectDistinct({ words: follows.subjectId })
		.from(follows)
		.where(eq(follows.subject, 'search'))
	return rows.map(({ words }) => words)
}

interface Told {
	subject: Followed
	ids: string[]
}

function subjectsTold({ type, officeId, bodyId, text, ...one }: Happened, searches: string[]): Told[] {
	const told: Told[] = []
	const { inquiryId, petitionId, hearingId, regions = [] } = one
	if (petitionId) return [{ subject: 'petition', ids: [petitionId] }]
	if (hearingId) {
		told.push({ subject: 'hearing', ids: [hearingId] })
		if (NEWS.territory.includes(type)) {
			if (regions.length > 0) told.push({ subject: 'territory', ids: regions })
			if (bodyId) told.push({ subject: 'body', ids: [bodyId] })
		}
		return told
	}
	if (inquiryId && NEWS.inquiry.includes(type)) told.push({ subject: 'inquiry', ids: [inquiryId] })
	if (type === NEWS_OF_POST || NEWS.place.includes(type)) {
		if (officeId) told.push({ subject: 'office', ids: [officeId] })
		if (bodyId) told.push({ subject: 'body', ids: [bodyId] })
	}
	if (text && searches.length > 0 && NEWS.search.includes(type)) {
		const words = [...new Set(wordsOf(text))]
		const ids = searches.filter((searched) => isFoundBy(searched, words))
		if (ids.length > 0) told.push({ subject: 'search', ids })
	}
	return told
}

type Follower = Pick<typeof follows.$inferSelect, 'id' | 'rhythm'>

/** The author of a question or a petition, and who began a hearing, are told of it anyway. */
const followersOf = (
	read: Reader,
	{ recordedAt, authorId }: Happened,
	told: readonly Told[],
	after: string,
): Promise<Follower[]> =>
	read
		.select({ id: follows.id, rhythm: follows.rhythm })
		.from(follows)
		.where(
			and(
				or(
					...told.map(({ subject, ids }) =>
						and(eq(follows.subject, subject), inArray(follows.subjectId, ids.slice(0, 10_000))),
					),
				),
				gt(follows.id, after),
				lte(follows.createdAt, recordedAt),
				authorId ? ne(follows.personId, authorId) : undefined,
			),
		)
		.orderBy(asc(follows.id))
		.limit(FOLLOWERS_AT_ONCE)

async function addNews(
	tx: Writer,
	{ sequence }: Happened,
	followers: readonly Follower[],
	{ now, zone }: { now: Date; zone: string },
): Promise<void> {
	const added = await tx
		.insert(news)
		.values(followers.map(({ id }) => ({ followId: id, sequence })))
		.onConflictDoNothing()
		.returning({ followId: news.followId })
	const fresh = new Set(added.map(({ followId }) => followId))
	for (const rhythm of RHYTHMS) {
		const ids = followers.flatMap((one) => (one.rhythm === rhythm && fresh.has(one.id) ? [one.id] : []))
		if (ids.length > 0)
			await tx
				.update(follows)
				.set({ tellAt: tellAt(rhythm, zone, now) })
				.where(and(inArray(follows.id, ids), isNull(follows.tellAt)))
	}
}
