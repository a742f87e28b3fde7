import { addDays } from '#app/deadlines/day.ts'
import { countChosen, keepTrial, startInvalidation } from '#app/invalidations/invalidate.server.ts'
import { carryOn } from '#app/invalidations/run-invalidations.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { networkHash } from '#app/people/source.server.ts'
import { linkCounter } from '#app/petitions/counter.server.ts'
import { recordOutage } from '#app/petitions/outage.server.ts'
import { petitionById } from '#app/petitions/petition.server.ts'
import { decideUpdate, writeUpdate } from '#app/petitions/updates.server.ts'
import { authorOf, type Course, moderator, publishedOn, sixMonthsBefore } from './course.ts'
import { actors } from './people.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, PROFILE } from './timeline.ts'

/** From where more than a thousand signatures came in one night. */
const BLOCK = '198.51.100'
/** From where a few came that somebody has still to look at. */
const OTHER_BLOCK = '203.0.113'

const NIGHT_REASON =
	'За полтора часа ночью из одной сети подписано 1 204 раза, по одной подписи каждые четыре с половиной секунды. Сорок человек из этого списка на вопрос ответили, что петицию не подписывали. Каждый, чью подпись сняли, может подать возражение: если оно верно, подпись возвращают.'

/** The petition against the resort and the one for it: a night burst and what was made of it, and an outage. */
export function akKarSteps(against: Course, inFavour: Course): Step[] {
	const { timeline } = against.story
	const { today, now } = timeline
	// The outage gives the third day.
	const published = publishedOn(against, sixMonthsBefore(addDays(today, 2)))
	const night = addDays(today, -33)
	const [from, until] = [momentOf(night, '02:05'), momentOf(night, '03:35')]
	const later = momentOf(addDays(today, -6), '21:00')
	const lately = new Date(now.getTime() - 4 * 60_000)
	const regions = { 'KZ-19': 38, 'KZ-75': 24 }
	const begun = { from: published.at, until: from, count: 36_410, regions }
	return [
		...published.steps,
		...against.wave({ ...begun, peaks: [{ day: addDays(today, -95), times: 5 }] }),
		...against.wave({ from, until, count: 1204, block: BLOCK }),
		...against.wave({
			from: until,
			until: later,
			count: 9960,
			regions,
			peaks: [{ day: addDays(today, -14), times: 4 }],
		}),
		...against.wave({
			from: later,
			until: new Date(later.getTime() + 25 * 60_000),
			count: 46,
			block: OTHER_BLOCK,
			review: true,
		}),
		...against.wave({
			from: new Date(later.getTime() + 25 * 60_000),
			until: lately,
			count: 2310,
			regions,
			peaks: [{ day: addDays(today, -2), times: 1 }],
		}),
		invalidation(against, { from, until }),
		outage(timeline.workingDay(-20)),
		...update(against, addDays(today, -12)),
		...counterPetition(inFavour, against, lately),
	]
}

function counterPetition(course: Course, against: Course, until: Date): Step[] {
	const { today } = course.story.timeline
	const { steps, at } = publishedOn(course, addDays(today, -96))
	const linked = new Date(at.getTime() + 3_600_000)
	return [
		...steps,
		course.act(linked, 'counter', moderator, async (tx, acting) => {
			const other = await petitionById(tx, against.id())
			return linkCounter(tx, { ...acting, counterNumber: String(other?.number) })
		}),
		...course.wave({
			from: at,
			until,
			count: 21_405,
			regions: { 'KZ-19': 61, 'KZ-75': 12 },
			peaks: [{ day: addDays(today, -13), times: 6 }],
		}),
	]
}

/** What came in that night from one network is tried, and taken out of the count. */
function invalidation(course: Course, { from, until }: { from: Date; until: Date }): Step {
	const at = new Date(until.getTime() + 55 * 3_600_000)
	const conditions = {
		network: networkHash(`${BLOCK}.1`),
		from: from.toISOString(),
		until: until.toISOString(),
		state: 'confirmed' as const,
	}
	let invalidationId = ''
	return {
		...course.act(at, 'invalidation', moderator, async (tx, acting) => {
			const counted = await countChosen(tx, acting.petitionId, conditions)
			const trial = mustBe('trial', await keepTrial(tx, { ...acting, conditions, ...counted }))
			invalidationId = trial.invalidationId
			return startInvalidation(tx, { ...acting, invalidationId, reason: NIGHT_REASON })
		}),
		duty: (store) => carryOn(store, invalidationId, { now: at, ms: 60_000 }),
	}
}

function outage(day: string): Step {
	const at = momentOf(day, '18:20')
	return {
		at,
		what: 'outage',
		work: async (tx) => {
			const recorded = await recordOutage(tx, {
				from: momentOf(day, '10:05'),
				until: momentOf(day, '16:05'),
				reason:
					'Деректер орталығында электр қуаты болмады (демо) · В центре данных не было электричества (демо)',
				profileId: PROFILE.id,
				actor: actors.get('administrator') as Actor,
				now: at,
			})
			mustBe('outage', recorded)
		},
	}
}

function update(course: Course, day: string): Step[] {
	let updateId = ''
	return [
		course.act(momentOf(day, '12:30'), 'update', authorOf(course), async (tx, acting) => {
			const written = await writeUpdate(tx, {
				...acting,
				language: 'ru',
				title: 'Мы получили расчёт воды',
				text: 'Министерство передало нам таблицу расхода воды. В ней нет сухого года, поэтому мы попросили гидрологов посчитать его заново и покажем расчёт здесь.',
				toSigners: false,
			})
			if (written.ok) updateId = written.value.updateId
			return written
		}),
		course.act(momentOf(day, '16:00'), 'update published', moderator, (tx, acting) =>
			decideUpdate(tx, { ...acting, updateId, refusal: null }),
		),
	]
}
