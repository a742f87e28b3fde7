import { rejectPetition } from '#app/petitions/check.server.ts'
import { considering, decided, returned } from './considered.ts'
import type { PetitionKey } from './content/types.ts'
import { type Course, courseOf, gathering, moderator, type PetitionStory } from './course.ts'
import { akKarSteps } from './resort.ts'
import type { Step } from './steps.ts'
import type { Timeline } from './timeline.ts'

export function petitionSteps(story: PetitionStory): Step[] {
	const { timeline } = story
	const course = (key: PetitionKey) => courseOf(story, key)
	return [
		...akKarSteps(course('T1'), course('T2')),
		...considering(course('T3')),
		...decided(course('T4')),
		...returned(course('T5')),
		...gatheringStill(course('T6'), timeline),
		...beingChecked(course('T7'), timeline),
		...rejected(course('T8'), timeline),
	]
}

function gatheringStill(course: Course, { moment, now }: Timeline): Step[] {
	const lately = new Date(now.getTime() - 20 * 60_000)
	return gathering(course, moment({ wd: -8, at: '10:20' }), lately, 37)
}

function beingChecked(course: Course, { moment }: Timeline): Step[] {
	return gathering(course, moment({ wd: -19, at: '09:40' }), moment({ wd: -12, at: '18:10' }))
}

const WAY_FORWARD =
	'Имена улицам дают местные представительные и исполнительные органы, а не министерство. Обратитесь в акимат города Таукала: подайте туда предложение от жителей улицы или новую петицию, для неё нужно меньше подписей.'

function rejected(course: Course, { moment }: Timeline): Step[] {
	return [
		...gathering(course, moment({ wd: -30, at: '12:00' }), moment({ wd: -22, at: '20:00' })),
		course.act(moment({ wd: -8, at: '16:15' }), 'reject', moderator, (tx, acting) =>
			rejectPetition(tx, { ...acting, ground: 'not_competent', reason: WAY_FORWARD }),
		),
	]
}
