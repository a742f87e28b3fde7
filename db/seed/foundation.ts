import { addDays, addMonths } from '#app/deadlines/day.ts'
import { storeCalendars } from '#app/jurisdictions/store-calendar.server.ts'
import * as schema from '#db/schema/bodies.ts'
import { snippets } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { bodies } from './content/bodies.ts'
import { offices, officials } from './content/offices.ts'
import { snippets as ready } from './content/snippets.ts'
import type { BodySeed } from './content/types.ts'
import { addPeople } from './people.ts'
import type { Timeline } from './timeline.ts'

/** What is there before anybody asks anything: calendars, bodies, offices with their holders, people, snippets. */
export async function layFoundation(tx: Writer, timeline: Timeline, since: Date): Promise<void> {
	await storeCalendars(tx, since)
	await tx.insert(schema.bodies).values(
		bodies.map(({ code, names, parent, region, intakeAddress, unbound, petitions }: BodySeed) => ({
			id: code,
			code,
			names,
			parentId: parent,
			region,
			deskEmail: intakeAddress,
			bound: !unbound,
			competence: petitions?.competence ?? null,
			population: petitions?.population ?? null,
			populationOn: petitions?.population ? '2025-01-01' : null,
			populationSource: petitions?.population ? 'Көрсетілім деректері · Данные показа · Demo data' : null,
		})),
	)
	await tx
		.insert(schema.offices)
		.values(
			offices.map(({ slug, body, names }, position) => ({ id: slug, slug, bodyId: body, names, position })),
		)
	await tx
		.insert(schema.officials)
		.values(officials.map(({ key, names, biography }) => ({ id: key, names, biographies: biography })))
	await tx.insert(schema.tenures).values(tenuresAt(timeline))
	await addPeople(tx, since)
	await tx.insert(snippets).values(
		bodies.flatMap(({ code }) =>
			ready.flatMap(({ key, title, text }) =>
				(['kk', 'ru'] as const).map((language) => ({
					id: `${code}-${key}-${language}`,
					bodyId: code,
					title: title[language],
					language,
					text: text[language],
					updatedAt: since,
				})),
			),
		),
	)
}

/** One leaves on the day before the next takes over. */
const tenuresAt = ({ today }: Timeline) =>
	officials.flatMap(({ key, tenures }) =>
		tenures.map(({ office, startedMonthsAgo, endedMonthsAgo }) => ({
			id: `${key}-${office}`,
			officeId: office,
			officialId: key,
			from: addMonths(today, -startedMonthsAgo),
			until: endedMonthsAgo === null ? null : addDays(addMonths(today, -endedMonthsAgo), -1),
		})),
	)
