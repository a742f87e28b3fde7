import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { textFor } from '#app/blogs/shown.ts'
import { isPublic as isPublicHearing } from '#app/hearings/hearing.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '#app/i18n/languages.ts'
import { type ListedItem, type Notice, writeAll } from '#app/notices/notice.server.ts'
import { isPublic as isPublicPetition } from '#app/petitions/petition.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { hearings, hearingTexts } from '#db/schema/hearings.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { follows, news } from '#db/schema/notices.ts'
import { people } from '#db/schema/people.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import { events, hidings } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import type { Followed, Rhythm } from './follow.ts'
import { type Subject, subjectsOf } from './subject.server.ts'

const FOLLOWS_AT_ONCE = 200
const ROUND_MS = 10_000
/** A letter lists no more than anybody reads. */
const LISTED = 30

/** Writes to everybody for whom something waits and whose moment has come: one letter for all of one rhythm. */
export async function tellNews(store: Store, { now }: { now: Date }): Promise<void> {
	const began = performance.now()
	while (performance.now() - began < ROUND_MS) {
		const due = await dueFollows(store.readOwn, now)
		if (due.length === 0) return
		await store.write('following', (tx) => tellThose(tx, due, now))
	}
}

const dueFollows = (read: Reader, now: Date) =>
	read
		.select({ id: follows.id, personId: follows.personId })
		.from(follows)
		.where(lte(follows.tellAt, now))
		.orderBy(asc(follows.tellAt))
		.limit(FOLLOWS_AT_ONCE)

type Follow = typeof follows.$inferSelect

/** Another runner may have been quicker: asked again here, under the key, they have nothing waiting any more. */
async function tellThose(tx: Writer, due: readonly { personId: string }[], now: Date): Promise<void> {
	const personIds = [...new Set(due.map(({ personId }) => personId))]
	const own = await tx
		.select()
		.from(follows)
		.where(and(inArray(follows.personId, personIds), lte(follows.tellAt, now)))
	if (own.length === 0) return
	const ids = own.map(({ id }) => id)
	const waiting = await tx
		.select({ followId: news.followId, sequence: news.sequence })
		.from(news)
		.where(and(inArray(news.followId, ids), isNull(news.toldAt)))
		.orderBy(asc(news.sequence))
	await writeAll(tx, await letters(tx, own, waiting, now))
	await tx
		.update(news)
		.set({ toldAt: now })
		.where(and(inArray(news.followId, ids), isNull(news.toldAt)))
	await tx.update(follows).set({ tellAt: null }).where(inArray(follows.id, ids))
}

interface Group {
	personId: string
	rhythm: Rhythm
	follows: Follow[]
	/** What is told, each thing once, under the first of the follows that brought it; the newest. */
	told: { sequence: number; follow: Follow }[]
	total: number
}

/** Who follows a question and its body as well is told of it as news of the question. */
const NARROWEST: readonly Followed[] = [
	'inquiry',
	'petition',
	'hearing',
	'search',
	'office',
	'body',
	'territory',
]

type Waiting = readonly { followId: string; sequence: number }[]

/** What a person follows in one rhythm is told together; what several follows brought is told once. */
function groupsOf(own: readonly Follow[], waiting: Waiting): Group[] {
	const groups = new Map<string, Group>()
	const narrowestFirst = [...own].sort((a, b) => NARROWEST.indexOf(a.subject) - NARROWEST.indexOf(b.subject))
	for (const follow of narrowestFirst) {
		const { personId, rhythm } = follow
		const key = `${rhythm} ${personId}`
		const group = groups.get(key) ?? { personId, rhythm, follows: [], told: [], total: 0 }
		group.follows.push(follow)
		groups.set(key, group)
	}
	for (const group of groups.values()) {
		const brought = new Map<number, Follow>()
		for (const follow of group.follows)
			for (const { followId, sequence } of waiting)
				if (followId === follow.id && !brought.has(sequence)) brought.set(sequence, follow)
		group.total = brought.size
		group.told = [...brought]
			.map(([sequence, follow]) => ({ sequence, follow }))
			.sort((a, b) => b.sequence - a.sequence)
			.slice(0, LISTED)
	}
	return [...groups.values()]
}

async function letters(read: Reader, own: readonly Follow[], waiting: Waiting, now: Date): Promise<Notice[]> {
	const groups = groupsOf(own, waiting)
	const happened = await happenedAt(read, [
		...new Set(groups.flatMap(({ told }) => told.map(({ sequence }) => sequence))),
	])
	const subjects = await subjectsOf(read, own)
	const readers = await readersOf(read, [...new Set(own.map(({ personId }) => personId))])
	return groups.flatMap((group) => {
		const reader = readers.get(group.personId)
		const letter = reader && letterTo(reader, group, happened, subjects)
		return letter ? [{ ...letter, now }] : []
	})
}

interface NewsReader {
	personId: string
	email: string
	language: string
}

/** A letter with one thing in it leads there, and belongs with the other letters of its case. */
function letterTo(
	reader: NewsReader,
	{ rhythm, follows: followed, told, total }: Group,
	happened: ReadonlyMap<number, Happened>,
	subjects: readonly Subject[],
): Omit<Notice, 'now'> | undefined {
	const items = told.flatMap(({ sequence, follow }) => {
		const one = happened.get(sequence)
		const item = one && itemOf(one, reader.language)
		if (!item) return []
		const about = subjects.find((s) => s.subject === follow.subject && s.subjectId === follow.subjectId)
		return [{ follow, one, item: { ...item, about: about?.name } }]
	})
	const [first] = items
	// Hidden meanwhile, or withdrawn: nothing is left to tell.
	if (!first) return undefined
	const stop: Record<string, string> = followed.length === 1 ? { follow: followed[0]?.id ?? '' } : { rhythm }
	const once = `news:${rhythm}:${reader.personId}:${told[0]?.sequence}`
	const { personId, language, email: recipient } = reader
	const to = { recipient, language, personId, once }
	if (total === 1) {
		const { inquiryId, notice } = first.one
		return {
			...to,
			notice,
			values: {
				...stop,
				items: [first.item],
				number: first.one.number ?? null,
				// Not as a letter of the case: followers are many, and its own letters do not wait for theirs.
				threadOf: inquiryId ?? null,
				path: first.item.path,
			},
		}
	}
	const order = followed.map(({ id }) => id)
	const grouped = [...items].sort((a, b) => order.indexOf(a.follow.id) - order.indexOf(b.follow.id))
	return {
		...to,
		notice: 'news',
		values: {
			...stop,
			total,
			items: grouped.map(({ item }) => item),
			more: total > LISTED ? total - LISTED : null,
			path: '/account/following',
		},
	}
}

/** Something new as it may be told now. */
interface Happened {
	/** A key of the items of letters. */
	kind: string
	/** Of the letter that tells of nothing else. */
	notice: string
	inquiryId?: string
	number?: string
	/** The subject of the question, or the titles of the post, the petition or the hearing. */
	titles: readonly { language: string; title: string }[]
	language: string
	path: string
}

function itemOf({ kind, number, titles, language, path }: Happened, readersLanguage: string) {
	const wanted = isLanguage(readersLanguage) ? readersLanguage : DEFAULT_LANGUAGE
	const title = textFor({ texts: titles, language }, wanted)?.title
	if (title === undefined) return undefined
	return { kind, number: number ?? null, title, path } satisfies ListedItem
}

async function happenedAt(read: Reader, sequences: readonly number[]): Promise<Map<number, Happened>> {
	const found = new Map<number, Happened>()
	for (let at = 0; at < sequences.length; at += 500) {
		const some = sequences.slice(at, at + 500)
		const cases = await read
			.select({
				sequence: events.sequence,
				type: events.type,
				inquiryId: inquiries.id,
				number: inquiries.number,
				title: inquiries.subject,
				language: inquiries.language,
			})
			.from(events)
			.innerJoin(inquiries, eq(inquiries.id, events.subjectId))
			.where(
				and(
					inArray(events.sequence, some),
					eq(events.subject, 'inquiry'),
					eq(inquiries.visibility, 'public'),
					eq(inquiries.hidden, false),
				),
			)
		for (const { sequence, title, type, ...one } of cases)
			found.set(sequence, {
				...one,
				kind: `news-${type}`,
				notice: 'news-of-question',
				titles: [{ language: one.language, title }],
				path: `/inquiries/${one.number}`,
			})
		const written = await read
			.select({
				sequence: events.sequence,
				type: events.type,
				id: posts.id,
				language: posts.language,
				text: { language: postTexts.language, title: postTexts.title },
			})
			.from(events)
			.innerJoin(posts, eq(posts.id, events.subjectId))
			.innerJoin(postTexts, eq(postTexts.postId, posts.id))
			.leftJoin(
				hidings,
				and(eq(hidings.subject, 'post'), eq(hidings.subjectId, posts.id), isNull(hidings.liftedAt)),
			)
			.where(
				and(
					inArray(events.sequence, some),
					eq(events.subject, 'post'),
					eq(posts.state, 'published'),
					isNull(hidings.id),
				),
			)
		for (const { sequence, id, text, type, ...one } of written) {
			const titles = [...(found.get(sequence)?.titles ?? []), text]
			const kind = `news-${type}`
			found.set(sequence, { ...one, kind, notice: 'news-of-office', titles, path: `/posts/${id}` })
		}
		for (const { sequence, petition, text, type } of await demandedAt(read, some)) {
			const { number, language } = petition
			if (!number || petition.hidden || !isPublicPetition(petition)) continue
			const titles = [...(found.get(sequence)?.titles ?? []), text].filter(({ title }) => title !== '')
			const told = { kind: `news-petition-${type}`, notice: 'news-of-petition' }
			found.set(sequence, { ...told, number, language, titles, path: `/petitions/${number}` })
		}
		for (const { sequence, hearing, text, type } of await heardAt(read, some)) {
			const { number, language } = hearing
			if (!number || !isPublicHearing(hearing)) continue
			const titles = [...(found.get(sequence)?.titles ?? []), text].filter(({ title }) => title !== '')
			const told = { kind: `news-hearing-${type}`, notice: 'news-of-hearing' }
			found.set(sequence, { ...told, number, language, titles, path: `/hearings/${number}` })
		}
	}
	return found
}

async function demandedAt(read: Reader, sequences: readonly number[]) {
	const steps = await read
		.select({ sequence: events.sequence, type: events.type, subjectId: events.subjectId })
		.from(events)
		.where(and(inArray(events.sequence, [...sequences]), eq(events.subject, 'petition')))
	// By their key: there may be many petitions.
	const ids = [...new Set(steps.map(({ subjectId }) => Number(subjectId)))]
	const found = await read
		.select({
			petition: petitions,
			text: { language: petitionTexts.language, title: petitionTexts.title },
		})
		.from(petitions)
		.innerJoin(petitionTexts, eq(petitionTexts.petitionId, petitions.id))
		.where(inArray(petitions.id, ids))
	return steps.flatMap(({ subjectId, ...step }) =>
		found.flatMap((one) => (String(one.petition.id) === subjectId ? { ...step, ...one } : [])),
	)
}

const heardAt = (read: Reader, sequences: readonly number[]) =>
	read
		.select({
			sequence: events.sequence,
			type: events.type,
			hearing: hearings,
			text: { language: hearingTexts.language, title: hearingTexts.title },
		})
		.from(events)
		.innerJoin(hearings, eq(sql`cast(${hearings.id} as text)`, events.subjectId))
		.innerJoin(hearingTexts, eq(hearingTexts.hearingId, hearings.id))
		.where(and(inArray(events.sequence, [...sequences]), eq(events.subject, 'hearing')))

/** Nobody is written to at an address that they have not confirmed. */
async function readersOf(read: Reader, personIds: readonly string[]): Promise<Map<string, NewsReader>> {
	const rows = await read
		.select({ personId: people.id, email: people.email, language: people.language })
		.from(people)
		.where(
			and(
				inArray(people.id, [...personIds]),
				isNull(people.closedAt),
				isNotNull(people.email),
				isNotNull(people.emailConfirmedAt),
			),
		)
	return new Map(rows.map((row) => [row.personId, { ...row, email: row.email ?? '' }]))
}
