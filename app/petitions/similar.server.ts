import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { similarity, trigramsOf } from '#app/text/trigram.ts'
import { considerations, petitions, petitionTallies, petitionTexts } from '#db/schema/petitions.ts'
import { candidates } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import type { SimilarPetition } from './similar.ts'

/** From how much likeness of its words on a petition is shown; questions on one matter lie there too. */
const ALIKE = 0.25
const MOST_SHOWN = 5
const MOST_COMPARED = 60
/** Enough to tell what it is about; longer texts look alike by their length alone. */
const COMPARED = 400

interface Text {
	title: string
	substance: string
}

/** Public petitions on the same matter: those that are open first, then the most alike. */
export async function similarPetitions(
	read: Reader,
	law: Law,
	asked: Text & { id: number },
	now: Date,
): Promise<SimilarPetition[]> {
	const words = wordsOf(asked)
	const refs = (await candidates(read, 'petition', words, MOST_COMPARED)).map(Number)
	if (refs.length === 0) return []
	const rows = await read
		.select({
			id: petitions.id,
			number: petitions.number,
			state: petitions.state,
			hidden: petitions.hidden,
			bodyId: petitions.bodyId,
			record: petitions.language,
			language: petitionTexts.language,
			title: petitionTexts.title,
			substance: petitionTexts.substance,
			confirmed: petitionTallies.confirmed,
		})
		.from(petitions)
		.innerJoin(petitionTexts, eq(petitionTexts.petitionId, petitions.id))
		.leftJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
		.where(inArray(petitions.id, refs))
	const title = trigramsOf(asked.title)
	const whole = trigramsOf(words)
	const likeness = (row: Text) => Math.max(similarity(title, row.title), similarity(whole, wordsOf(row)))
	const alike = new Map<number, (typeof rows)[number] & { likeness: number }>()
	for (const row of rows) {
		const found = { ...row, likeness: likeness(row) }
		// The closest of its languages stands for it.
		if (found.likeness > (alike.get(row.id)?.likeness ?? 0)) alike.set(row.id, found)
	}
	const shown = [...alike.values()]
		.filter((row) => row.likeness >= ALIKE && !row.hidden && row.id !== asked.id && row.number)
		.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.likeness - a.likeness)
		.slice(0, MOST_SHOWN)
	const barred = await barredUntil(
		read,
		law,
		shown.map(({ id }) => id),
		now,
	)
	return shown.map(({ id, number, state, language, title, confirmed }) => ({
		id,
		number: String(number),
		state,
		language,
		title,
		confirmed: confirmed ?? 0,
		barredUntil: barred.get(id),
	}))
}

const wordsOf = ({ title, substance }: Text) => `${title} ${substance.slice(0, COMPARED)}`

/** After a decision the same matter may not be raised for as long as the profile says (APPC 90-2(4)). */
async function barredUntil(
	read: Reader,
	{ profile, calendar }: Law,
	ids: readonly number[],
	now: Date,
): Promise<Map<number, Day>> {
	const limit = profile.petition.resubmit?.after_decision
	if (!limit || ids.length === 0) return new Map()
	const decided = await read
		.select({ id: considerations.petitionId, decidedOn: considerations.decidedOn })
		.from(considerations)
		.where(and(inArray(considerations.petitionId, [...ids]), isNotNull(considerations.decidedOn)))
		.orderBy(desc(considerations.decidedOn))
	const today = dayIn(profile.time.zone, now)
	return new Map(
		decided.reverse().flatMap(({ id, decidedOn }): [number, Day][] => {
			const until = whereCalendarReaches(() => lastDay(limit, String(decidedOn), calendar))
			return until && until >= today ? [[id, until]] : []
		}),
	)
}
