import { register } from '#app/rooms/register.server.ts'
import * as content from './content/hearings.ts'
import { announcing, before, person, remarking, taleOf } from './hearings.ts'
import { joining } from './people.ts'
import type { Step } from './steps.ts'
import { momentOf, type Timeline } from './timeline.ts'

const said = (rows: readonly (readonly ['for' | 'against' | 'neutral', 'kk' | 'ru', string])[]) =>
	rows.map(([position, lang, text]) => ({ position, lang, text }))

const basinLines = content.basinLineRemarks.map(([paragraph, position, lang, text]) => ({
	paragraph,
	position,
	lang,
	text,
}))

/** Announced eleven days ago: documents are open, remarks and seats are taken. */
export async function basinSteps(timeline: Timeline): Promise<Step[]> {
	const tale = taleOf({
		key: 'H2',
		heard: content.basin,
		timeline,
		initiator: 'C13',
		body: 'ENV',
		lang: 'kk',
		region: 'KZ-43',
	})
	const { today } = timeline
	const announced = before(today, 10)
	return [
		...(await announcing(tale, {
			asked: before(today, 14),
			posted: before(today, 11),
			announced,
			startsOn: timeline.workingDay(28),
			time: '11:00',
			form: 'mixed',
			seats: 120,
			documents: content.basinDocuments,
			officers: { chair: 'ENV-executor', secretary: 'ENV-clerk' },
		})),
		...remarking(tale, [...said(content.basinRemarks), ...basinLines], {
			from: momentOf(before(today, 9), '10:00'),
			until: momentOf(before(today, 2), '18:00'),
		}),
		...joining.slice(10, 87).map(({ id, name }, at) =>
			tale.act(momentOf(before(today, 8 - (at % 7)), '13:00'), 'registration', person(id), (tx, acting) =>
				register(tx, {
					...acting,
					registration: {
						name,
						affiliation: 'resident',
						representing: null,
						position: at % 2 ? 'for' : 'neutral',
						region: 'KZ-43',
						inHall: true,
					},
				}),
			),
		),
	]
}

/** Neighbours who hold a hearing of their own: no body takes part in it. */
export async function yardSteps(timeline: Timeline): Promise<Step[]> {
	const tale = taleOf({
		key: 'H4',
		heard: content.yard,
		timeline,
		initiator: 'C01',
		body: null,
		lang: 'ru',
		region: 'KZ-19',
	})
	const { today } = timeline
	return [
		...(await announcing(tale, {
			asked: before(today, 7),
			posted: before(today, 6),
			announced: before(today, 5),
			startsOn: timeline.workingDay(4),
			time: '19:00',
			form: 'mixed',
			seats: null,
			documents: [['map', 'Схема двора с деревьями', 'Семнадцать карагачей, из них два у въезда.']],
			officers: { chair: 'C02', secretary: 'C03' },
		})),
		...remarking(tale, said(content.yardRemarks), {
			from: momentOf(before(today, 4), '10:00'),
			until: momentOf(before(today, 1), '18:00'),
		}),
	]
}
