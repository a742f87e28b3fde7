import type { Gap, Strip, StripCell } from '#app/clocks/strip.ts'
import type { AccountDay } from '#app/deadlines/explain.ts'

/** More working days than a screen can show one by one. */
const MOST_CELLS = 300

/** The days of an account as a strip, earliest first; undefined when there are too many. */
export function termStrip(days: readonly AccountDay[], today: string): Strip | undefined {
	const cells: StripCell[] = []
	let gap: Gap | undefined
	for (const { day, why, entry } of inOrder(days)) {
		if (why === 'anchor') continue
		const off = OFF[why]
		if (off) {
			const reasons = gap?.reasons ?? []
			gap = { reasons: off === 'weekend' ? reasons : [...reasons, { day, why: off, title: entry?.title }] }
			continue
		}
		const cell: StripCell = {
			day,
			kind: why === 'disregarded' ? 'citizen' : 'term',
			time: day < today ? 'done' : 'left',
		}
		if (why === 'due') cell.due = true
		if (day === today) cell.today = true
		if (gap) cell.gap = gap
		cells.push(cell)
		gap = undefined
	}
	if (cells.length > MOST_CELLS) return undefined
	const [first] = days
	const dueOn = days.at(-1)?.day
	return {
		standing: { state: 'running', dayNumber: 0, ofDays: cells.length },
		today,
		...(first && { startedOn: first.day }),
		...(dueOn && { dueOn }),
		cells,
	}
}

/** A term counted back goes back in its account; a strip reads from left to right. */
const inOrder = (days: readonly AccountDay[]) => [...days].sort((a, b) => (a.day < b.day ? -1 : 1))

const OFF: Partial<Record<AccountDay['why'], Gap['reasons'][number]['why']>> = {
	weekend: 'weekend',
	holiday: 'holiday',
	moved_rest_day: 'moved_rest_day',
	rest_day: 'rest_day',
	rolled_from: 'rest_day',
}
