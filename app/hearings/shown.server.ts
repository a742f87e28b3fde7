import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Strip, stripOf } from '#app/clocks/strip.ts'
import { clockOf } from '#app/deadlines/clock.ts'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { hearings } from '#db/schema/hearings.ts'
import { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { breachesOf } from './breach.server.ts'
import { regionsOfHearing } from './draft.server.ts'
import { TIMELINE } from './events.ts'
import type { Hearing } from './hearing.server.ts'
import { linksOf } from './link.server.ts'
import { officersOf } from './officers.server.ts'
import { brokenOf, channelsOf, planFacts, planOfHearing } from './plan.server.ts'
import { stagesOf } from './stages.ts'
import { ruleFor } from './terms.ts'

const MOST_EVENTS = 200

/** All that the page of a hearing shows besides its texts. */
export async function shownHearing(read: Reader, hearing: Hearing, now: Date) {
	const law = await lawOf(read, hearing.profileId)
	const { zone } = law.profile.time
	const today = dayIn(zone, now)
	const plan = await planOfHearing(read, hearing, law, now)
	const [body] = hearing.bodyId
		? await read
				.select({ code: bodies.code, names: bodies.names })
				.from(bodies)
				.where(eq(bodies.id, hearing.bodyId))
		: []
	return {
		today,
		plan,
		broken: brokenOf(hearing, law, plan),
		stages: stagesOf(hearing, plan, { zone, today }),
		strip: await documentsStrip(read, hearing, law, today),
		body: body ?? null,
		channels: (await channelsOf(read, hearing.id)).map(({ addedBy: _, ...channel }) => channel),
		regions: await regionsOfHearing(read, hearing.id),
		links: await linksOf(read, hearing.id),
		officers: (await officersOf(read, hearing.id)).map(({ role, name, position }) => ({
			role,
			name,
			position,
		})),
		breaches: (await breachesOf(read, hearing.id)).map(({ id, duty, dueOn, mendedAt }) => ({
			id,
			duty,
			dueOn,
			mendedAt,
		})),
		repeatOf: hearing.repeatOf ? await numberOf(read, hearing.repeatOf) : null,
		record: await recordOf(read, hearing.id),
	}
}

/** The days for which the documents must have been public, while they run. */
async function documentsStrip(
	read: Reader,
	hearing: Hearing,
	law: Law,
	today: Day,
): Promise<Strip | undefined> {
	const { form, civic, state } = hearing
	const rule = ruleFor(law.profile, 'documents_public')
	const { posted } = await planFacts(read, hearing, law)
	if (!rule || civic || !posted || (state !== 'preparing' && state !== 'announced')) return undefined
	if (rule.step.forms && !rule.step.forms.includes(form)) return undefined
	const clock = clockOf([{ type: 'registered', on: posted }], rule, law.calendar)
	return clock.undated ? undefined : stripOf(clock, today, law.calendar)
}

const recordOf = (read: Reader, hearingId: number) =>
	read
		.select({ key: events.sequence, type: events.type, at: events.at, details: events.details })
		.from(events)
		.where(
			and(
				eq(events.subject, 'hearing'),
				eq(events.subjectId, String(hearingId)),
				inArray(events.type, [...TIMELINE]),
			),
		)
		.orderBy(desc(events.sequence))
		.limit(MOST_EVENTS)

async function numberOf(read: Reader, id: number): Promise<string | null> {
	const [row] = await read.select({ number: hearings.number }).from(hearings).where(eq(hearings.id, id))
	return row?.number ?? null
}
