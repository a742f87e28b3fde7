import { asc, eq } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { accountOf } from '#app/deadlines/standing.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { considerations } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { petitionFor } from './shown.server.ts'
import { stageClock, stageStrip } from './stage-strip.ts'
import type { StageTerm } from './stage-term.ts'
import { movedEnd } from './terms.ts'

/** The terms of all stages that the petition has come to; undefined where this viewer may not see it. */
export async function termsOfPetition(
	read: Reader,
	number: string,
	{ actor, now }: { actor: Actor; now: Date },
): Promise<StageTerm[] | undefined> {
	const found = await petitionFor(read, number, actor)
	if (!found) return undefined
	const { petition } = found
	const law = await lawOf(read, petition.profileId)
	const { zone } = law.profile.time
	const today = dayIn(zone, now)
	const on = (at: Date | null) => (at ? dayIn(zone, at) : null)
	const terms: StageTerm[] = []

	function add(
		stage: string,
		from: Day | null,
		{ doneOn, movedTo, of }: { doneOn?: Day | null; movedTo?: Day | null; of?: Considered } = {},
	) {
		if (!from) return
		const ran = { id: stage, from, doneOn, movedTo }
		const term = stageClock(law, ran)
		if (!term) return
		const { rule, clock } = term
		terms.push({
			key: `${rule.id} ${of?.id ?? ''}`,
			stage: rule.id,
			...(of && several && { threshold: of.threshold }),
			limit: rule.limit,
			article: rule.article,
			from,
			due: clock.originalDueOn,
			...(doneOn && { doneOn }),
			...(movedTo && { movedTo }),
			strip: stageStrip(law, ran, today),
			days: accountOf(clock, today, law.calendar),
		})
	}

	const considered = await considerationsOf(read, petition.id)
	const several = (petition.thresholds?.length ?? 0) > 1
	const linked = on(petition.linkedAt)
	add('sponsors', linked, {
		doneOn: on(petition.sponsoredAt),
		movedTo: linked && movedEnd(law, 'sponsors', linked, petition.sponsorsBy),
	})
	add('check', on(petition.sponsoredAt), { doneOn: on(petition.checkedAt) })
	const published = on(petition.publishedAt)
	add('inform_media', published, { doneOn: on(petition.mediaInformedAt) })
	add('collect', published, {
		movedTo: published && movedEnd(law, 'collect', published, petition.collectsUntil),
	})
	for (const of of considered) {
		add('send', on(of.sentAt), { doneOn: on(of.toldAt), of })
		if (of.rule) add(of.rule, of.registeredOn, { doneOn: of.decidedOn, of })
		add('publish_decision', of.decidedOn, { doneOn: on(of.publishedAt), of })
	}
	return terms
}

type Considered = Awaited<ReturnType<typeof considerationsOf>>[number]

const considerationsOf = (read: Reader, petitionId: number) =>
	read
		.select({
			id: considerations.id,
			threshold: considerations.threshold,
			sentAt: considerations.sentAt,
			toldAt: considerations.toldAt,
			registeredOn: considerations.registeredOn,
			rule: considerations.rule,
			decidedOn: considerations.decidedOn,
			publishedAt: considerations.publishedAt,
		})
		.from(considerations)
		.where(eq(considerations.petitionId, petitionId))
		.orderBy(asc(considerations.id))
