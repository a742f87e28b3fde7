import { and, eq, inArray, sql } from 'drizzle-orm'
import { isPublic as isPublicHearing } from '#app/hearings/hearing.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { isRegion, type Region } from '#app/jurisdictions/region.ts'
import { isPublic as isPublicPetition } from '#app/petitions/petition.ts'
import { wordsOf } from '#app/text/fold.ts'
import { bodies, offices, type Words } from '#db/schema/bodies.ts'
import { hearings, hearingTexts } from '#db/schema/hearings.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { FOLLOWED } from '#db/schema/notices.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import type { Followed } from './follow.ts'

/** Something that can be followed, as its page names it. */
export interface Subject {
	subject: Followed
	subjectId: string
	/** What its address calls it: a number, a slug, a code, the words searched for. */
	key: string
	name: Words | string
	/** Its page, without the language. */
	path: string
}

const MOST_WORDS = 12

export const isFollowed = (subject: string): subject is Followed =>
	(FOLLOWED as readonly string[]).includes(subject)

/** What an address speaks of, if the public may read it. */
export async function subjectOf(read: Reader, subject: Followed, key: string): Promise<Subject | undefined> {
	if (subject === 'search') return searchFor(wordsOf(key).slice(0, MOST_WORDS).join(' '))
	const [id] = await idOf(read, subject, key)
	return id && (await subjectsOf(read, [{ subject, subjectId: id.id }]))[0]
}

function searchFor(words: string): Subject | undefined {
	if (!words) return undefined
	const path = `/search?${new URLSearchParams({ q: words })}`
	return { subject: 'search', subjectId: words, key: words, name: words, path }
}

function idOf(read: Reader, subject: Exclude<Followed, 'search'>, key: string) {
	switch (subject) {
		case 'inquiry':
			return read.select({ id: inquiries.id }).from(inquiries).where(eq(inquiries.number, key))
		case 'office':
			return read.select({ id: offices.id }).from(offices).where(eq(offices.slug, key))
		case 'body':
			return read.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, key.toUpperCase()))
		case 'petition':
			return read
				.select({ id: sql<string>`cast(${petitions.id} as text)` })
				.from(petitions)
				.where(eq(petitions.number, key))
		case 'hearing':
			return read
				.select({ id: sql<string>`cast(${hearings.id} as text)` })
				.from(hearings)
				.where(eq(hearings.number, key))
		case 'territory':
			return isRegion(key) ? [{ id: key }] : []
	}
}

/** The same for many at once; what is not public any more is left out. */
export async function subjectsOf(
	read: Reader,
	wanted: readonly { subject: Followed; subjectId: string }[],
): Promise<Subject[]> {
	const ids = (subject: Followed) => wanted.flatMap((one) => (one.subject === subject ? [one.subjectId] : []))
	const found: Subject[] = ids('search').flatMap((words) => searchFor(words) ?? [])
	if (ids('inquiry').length > 0) {
		const open = and(eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false))
		const rows = await read
			.select({ id: inquiries.id, number: inquiries.number, subject: inquiries.subject })
			.from(inquiries)
			.where(and(inArray(inquiries.id, ids('inquiry')), open))
		for (const { id, number, subject } of rows)
			found.push({
				subject: 'inquiry',
				subjectId: id,
				key: number,
				name: `${number} ${subject}`,
				path: `/inquiries/${number}`,
			})
	}
	if (ids('office').length > 0) {
		const rows = await read
			.select()
			.from(offices)
			.where(inArray(offices.id, ids('office')))
		for (const { id, slug, names } of rows)
			found.push({ subject: 'office', subjectId: id, key: slug, name: names, path: `/offices/${slug}` })
	}
	if (ids('body').length > 0) {
		const rows = await read
			.select()
			.from(bodies)
			.where(inArray(bodies.id, ids('body')))
		for (const { id, code, names } of rows)
			found.push({ subject: 'body', subjectId: id, key: code, name: names, path: `/bodies/${code}` })
	}
	if (ids('petition').length > 0) {
		const rows = await read
			.select({ petition: petitions, title: petitionTexts.title })
			.from(petitions)
			.innerJoin(
				petitionTexts,
				and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
			)
			.where(and(inArray(petitions.id, ids('petition').map(Number)), eq(petitions.hidden, false)))
		for (const { petition, title } of rows) {
			const { id, number } = petition
			if (number && isPublicPetition(petition))
				found.push({
					subject: 'petition',
					subjectId: String(id),
					key: number,
					name: `${number} ${title}`,
					path: `/petitions/${number}`,
				})
		}
	}
	if (ids('hearing').length > 0) {
		const rows = await read
			.select({ hearing: hearings, title: hearingTexts.title })
			.from(hearings)
			.innerJoin(
				hearingTexts,
				and(eq(hearingTexts.hearingId, hearings.id), eq(hearingTexts.language, hearings.language)),
			)
			.where(inArray(hearings.id, ids('hearing').map(Number)))
		for (const { hearing, title } of rows) {
			const { id, number } = hearing
			if (number && isPublicHearing(hearing))
				found.push({
					subject: 'hearing',
					subjectId: String(id),
					key: number,
					name: `${number} ${title}`,
					path: `/hearings/${number}`,
				})
		}
	}
	for (const region of ids('territory').filter(isRegion))
		found.push({
			subject: 'territory',
			subjectId: region,
			key: region,
			name: regionNames(region),
			path: `/hearings?region=${region}`,
		})
	return found
}

const regionNames = (code: Region): Words => {
	const named = (language: Language) => translator(language)(`law:region.${code}`)
	return { kk: named('kk'), ru: named('ru'), en: named('en') }
}
