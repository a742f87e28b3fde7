import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Strip } from '#app/clocks/strip.ts'
import { dayIn } from '#app/deadlines/day.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { type Actor, deskBodies, isOnDesk } from '#app/people/actor.ts'
import { considerationById, petitionById } from '#app/petitions/petition.server.ts'
import { type PetitionAct, refusalToAct } from '#app/petitions/petition.ts'
import { shownPetition } from '#app/petitions/shown.server.ts'
import type { ShownConsideration, ShownPetition } from '#app/petitions/shown.ts'
import { stageStrip } from '#app/petitions/stage-strip.ts'
import { considerations, petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { keptDuties } from './duties.server.ts'

export const DESK_PETITIONS_SIZE = 25

/** What the bodies of this member have to consider, the most urgent first, or what they have decided, newest first. */
export async function deskPetitions(
	read: Reader,
	actor: Actor,
	{ list, page, now }: { list: 'sent' | 'decided'; page: number; now: Date },
) {
	const bodyIds = deskBodies(actor)
	if (bodyIds.length === 0) return { rows: [], total: 0 }
	const where = and(inArray(considerations.bodyId, bodyIds), eq(considerations.state, list))
	const [counted] = await read.select({ total: count() }).from(considerations).where(where)
	const found = await read
		.select({
			id: considerations.id,
			threshold: considerations.threshold,
			sentWith: considerations.sentWith,
			rule: considerations.rule,
			registeredOn: considerations.registeredOn,
			dueOn: considerations.dueOn,
			decidedOn: considerations.decidedOn,
			outcome: considerations.outcome,
			number: petitions.number,
			profileId: petitions.profileId,
			language: petitions.language,
			title: petitionTexts.title,
		})
		.from(considerations)
		.innerJoin(petitions, eq(petitions.id, considerations.petitionId))
		.leftJoin(
			petitionTexts,
			and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
		)
		.where(where)
		.orderBy(
			...(list === 'sent'
				? [sql`${considerations.dueOn} asc nulls last`, asc(considerations.id)]
				: [desc(considerations.decidedAt), desc(considerations.id)]),
		)
		.limit(DESK_PETITIONS_SIZE)
		.offset((page - 1) * DESK_PETITIONS_SIZE)
	const rows: (Omit<(typeof found)[number], 'rule' | 'profileId'> & { strip?: Strip })[] = []
	for (const { rule, profileId, ...row } of found)
		rows.push({ ...row, strip: stripOf(await lawOf(read, profileId), { ...row, rule }, now) })
	return { rows, total: counted?.total ?? 0 }
}

/** How many wait for a decision of these bodies. */
export async function petitionsWaiting(read: Reader, actor: Actor): Promise<number> {
	const bodyIds = deskBodies(actor)
	if (bodyIds.length === 0) return 0
	const [row] = await read
		.select({ total: count() })
		.from(considerations)
		.where(and(inArray(considerations.bodyId, bodyIds), eq(considerations.state, 'sent')))
	return row?.total ?? 0
}

function stripOf(
	law: Law,
	row: { rule: string | null; registeredOn: string | null; decidedOn: string | null },
	now: Date,
): Strip | undefined {
	if (!row.rule || !row.registeredOn) return undefined
	const stage = { id: row.rule, from: row.registeredOn, doneOn: row.decidedOn }
	return stageStrip(law, stage, dayIn(law.profile.time.zone, now))
}

const ACTS = [
	'keep-record',
	'decide',
	'state-publicly',
	'keep-promise',
	'take-list',
] as const satisfies PetitionAct[]

/** A petition on the desk of the body that considers it. For everybody else it is not there. */
export async function petitionOnDesk(read: Reader, actor: Actor, considerationId: string, now: Date) {
	const consideration = await considerationById(read, Number(considerationId) || 0)
	if (!consideration || consideration.state === 'reached' || !isOnDesk(actor, consideration.bodyId))
		throw notFound()
	const petition = await petitionById(read, consideration.petitionId)
	if (!petition) throw notFound()
	const law = await lawOf(read, petition.profileId)
	return {
		consideration,
		petition,
		law,
		today: dayIn(law.profile.time.zone, now),
		kept: await keptDuties(read, consideration.id),
		acts: ACTS.filter((act) => refusalToAct(act, actor, { petition, consideration }) === undefined),
	}
}

export type PetitionOnDesk = Awaited<ReturnType<typeof petitionOnDesk>>

/** The same as the public reads it. */
export async function shownOnDesk(
	read: Reader,
	{ petition, consideration }: Pick<PetitionOnDesk, 'petition' | 'consideration'>,
	actor: Actor,
	now: Date,
): Promise<{ shown: ShownPetition; considered: ShownConsideration }> {
	const shown = await shownPetition(read, String(petition.number), { actor, now })
	const considered = shown?.considerations.find(({ id }) => id === consideration.id)
	if (!shown || !considered) throw notFound()
	return { shown, considered }
}

/** What the pages of its steps say of it above their forms. */
export async function headOf(read: Reader, { petition, consideration }: PetitionOnDesk) {
	const [text] = await read
		.select({ title: petitionTexts.title })
		.from(petitionTexts)
		.where(and(eq(petitionTexts.petitionId, petition.id), eq(petitionTexts.language, petition.language)))
	return {
		considerationId: consideration.id,
		number: String(petition.number),
		name: text?.title ?? '',
		language: petition.language,
	}
}
