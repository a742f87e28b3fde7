import type { ToldInShort } from '#app/clocks/strip.ts'
import { type Calendar, hasTableFor, workingDaysBetween } from '#app/deadlines/calendar.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { ProceedingState } from '#db/schema/inquiries.ts'
import { NO_TERM } from './inquiry.ts'

/** How a case of a list stands, from the copies in its row: a list does not fold every clock. */
export function rowStanding(
	row: { rule: string; state: ProceedingState; dueOn: Day | null; breachedAt: Date | null },
	today: Day,
	calendar: Calendar,
): ToldInShort {
	if (row.rule === NO_TERM) return { unbound: true, ...standingOfRow(row, today, calendar) }
	return standingOfRow(row, today, calendar)
}

function standingOfRow(row: Parameters<typeof rowStanding>[0], today: Day, calendar: Calendar): ToldInShort {
	const standing = { dayNumber: 0, ofDays: 0 }
	if (row.state === 'paused') return { standing: { ...standing, state: 'paused' } }
	if (row.state === 'answered')
		return { stoppedBy: 'answered', standing: { ...standing, state: row.breachedAt ? 'met-late' : 'met' } }
	if (row.state !== 'open')
		return {
			stoppedBy: row.state === 'returned' ? 'closed' : row.state,
			standing: { ...standing, state: 'stopped' },
		}
	const { dueOn } = row
	if (!dueOn || !hasTableFor(calendar, dueOn) || !hasTableFor(calendar, today))
		return { standing: { ...standing, state: 'running' } }
	if (dueOn === today) return { standing: { ...standing, state: 'due-today' } }
	if (dueOn < today)
		return {
			standing: {
				...standing,
				state: 'overdue',
				workingDaysOver: workingDaysBetween(calendar, dueOn, today),
			},
		}
	return {
		standing: { ...standing, state: 'running', workingDaysLeft: workingDaysBetween(calendar, today, dueOn) },
	}
}
