import { eq } from 'drizzle-orm'
import { decidePetition, statePublicly } from '#app/considerations/decide.server.ts'
import { announceDiscussion, keepDuty } from '#app/considerations/duties.server.ts'
import { sendPetition } from '#app/considerations/send.server.ts'
import { addDays, addMonths } from '#app/deadlines/day.ts'
import type { Outcome } from '#app/outcome.ts'
import type { ActingOnPetition } from '#app/petitions/petition.server.ts'
import { returnPetitions } from '#app/return-petitions.server.ts'
import { considerations } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { decision, draftDecisions, notes } from './content/considered.ts'
import type { MemberKey, When } from './content/types.ts'
import { type Course, moderator, publishedOn, sixMonthsBefore } from './course.ts'
import { actors } from './people.ts'
import type { Step } from './steps.ts'
import { momentOf } from './timeline.ts'

type Considered = ActingOnPetition & { considerationId: number }

/** What is done about the one threshold that it has reached. */
function actAtBody(
	course: Course,
	when: When,
	what: string,
	by: MemberKey | 'moderator',
	work: (tx: Writer, acting: Considered) => Promise<Outcome<unknown, string>>,
): Step {
	const actor = by === 'moderator' ? moderator : actors.get(by)
	if (!actor) throw new Error(`nobody is ${by}`)
	return course.act(course.story.timeline.moment(when), what, actor, async (tx, acting) => {
		const [row] = await tx
			.select({ id: considerations.id })
			.from(considerations)
			.where(eq(considerations.petitionId, acting.petitionId))
		return work(tx, { ...acting, considerationId: row?.id ?? 0 })
	})
}

/** Its threshold was reached; the akimat has nine working days left, and has done some of its duties. */
export function considering(course: Course): Step[] {
	const { timeline } = course.story
	const { steps, at } = publishedOn(course, addDays(timeline.today, -118))
	const keep = (wd: number, duty: string, note: string) =>
		actAtBody(course, { wd, at: '17:00' }, duty, 'TAU-executor', (tx, acting) =>
			keepDuty(tx, { ...acting, duty, doneOn: timeline.workingDay(wd), note, waived: false }),
		)
	return [
		...steps,
		...course.wave({
			from: at,
			until: timeline.moment({ wd: -12, at: '23:30' }),
			count: 13_068,
			regions: { 'KZ-19': 88 },
			peaks: [{ day: timeline.workingDay(-22), times: 4 }],
		}),
		actAtBody(course, { wd: -11, at: '10:10' }, 'send', 'moderator', sendPetition),
		keep(-7, 'site_visit_unless_no_facts', notes.visit),
		keep(-4, 'commission_with_starter', notes.commission),
		actAtBody(course, { wd: -3, at: '12:00' }, 'discussion', 'TAU-executor', (tx, acting) =>
			announceDiscussion(tx, {
				...acting,
				discussionOn: timeline.workingDay(3),
				draft: draftDecisions.heating,
			}),
		),
	]
}

/** Granted in part, with promises that have their dates. */
export function decided(course: Course): Step[] {
	const { timeline } = course.story
	const { steps, at } = publishedOn(course, addMonths(timeline.today, -9))
	const discussionOn = timeline.workingDay(-33)
	const keep = (wd: number, duty: string, note: string) =>
		actAtBody(course, { wd, at: '16:30' }, duty, 'EDU-executor', (tx, acting) =>
			keepDuty(tx, { ...acting, duty, doneOn: timeline.workingDay(wd), note, waived: false }),
		)
	return [
		...steps,
		...course.wave({
			from: at,
			until: timeline.moment({ wd: -64, at: '22:00' }),
			count: 51_212,
			peaks: [{ day: addMonths(timeline.today, -7), times: 5 }],
		}),
		actAtBody(course, { wd: -62, at: '11:30' }, 'send', 'moderator', sendPetition),
		keep(-55, 'site_visit_unless_no_facts', notes.departments),
		keep(-47, 'commission_with_starter', notes.parents),
		actAtBody(course, { wd: -40, at: '10:00' }, 'discussion', 'EDU-executor', (tx, acting) =>
			announceDiscussion(tx, { ...acting, discussionOn, draft: draftDecisions.kindergartens }),
		),
		keep(-33, 'public_discussion_of_draft', notes.discussion),
		actAtBody(course, { wd: -24, at: '15:00' }, 'decision', 'EDU-approver', (tx, acting) =>
			decidePetition(tx, {
				...acting,
				text: {
					...decision,
					promises: decision.promises.map(({ text, dueIn }) => ({
						text,
						dueOn: timeline.workingDay(dueIn),
					})),
				},
			}),
		),
		actAtBody(course, { wd: -22, at: '11:00' }, 'statement', 'EDU-approver', (tx, acting) =>
			statePublicly(tx, { ...acting, statement: notes.statement, on: timeline.workingDay(-22) }),
		),
	]
}

/** Short of its threshold after six months: the ministry has it as a question now, with a term of its own. */
export function returned(course: Course): Step[] {
	const { today } = course.story.timeline
	const last = addDays(today, -11)
	const { steps, at } = publishedOn(course, sixMonthsBefore(last))
	const ended = momentOf(addDays(last, 6), '00:10')
	return [
		...steps,
		...course.wave({
			from: at,
			until: momentOf(addDays(last, -1), '23:00'),
			count: 37_962,
			regions: { 'KZ-43': 46 },
			peaks: [{ day: addDays(today, -110), times: 4 }],
		}),
		{
			at: ended,
			what: `${course.seed.key} end`,
			work: async () => {},
			duty: (store) => returnPetitions(store, { now: ended, secretKey: course.story.secretKey }),
		},
	]
}
