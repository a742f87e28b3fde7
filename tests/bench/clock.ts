import { addDays } from '#app/deadlines/day.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { computeDeadline } from '#app/jurisdictions/compute.ts'
import { calendarOf } from '#app/jurisdictions/profiles.ts'
import { rate, say, title } from './report.ts'

const SECONDS = 3

/** How many terms a second are counted, and how many are told day by day. */
export async function clock(): Promise<void> {
	title('The clock')
	const calendar = calendarOf('KZ')
	const anchors = Array.from({ length: 700 }, (_, at) => addDays('2024-03-01', at))
	const limit = { n: 15, unit: 'wd' as const }
	say('last days alone', rate(perSecond((at) => lastDay(limit, anchors[at % 700] as string, calendar))))
	say(
		'explanations: registered, due, and every day with its reason',
		rate(
			perSecond((at) =>
				computeDeadline({
					id: at,
					profile: 'KZ',
					rule: 'inquiry.answer',
					received: `${anchors[at % 700]}T19:10:00+05:00`,
				}),
			),
		),
		'100,000 lines in 10 s are 10,000/s',
	)
}

function perSecond(work: (at: number) => unknown): number {
	const until = performance.now() + SECONDS * 1000
	let count = 0
	while (performance.now() < until) for (let some = 0; some < 100; some++) work(count++)
	return count / SECONDS
}
