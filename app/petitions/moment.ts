import { dayIn, instantIn, timeIn } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { ZONE } from '#app/i18n/dates.ts'

/** A moment as the field for one has it: the time on the wall here, to the minute. */
export const asTyped = (moment: Date) => `${dayIn(ZONE, moment)}T${timeIn(ZONE, moment)}`

export const TYPED = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/

export function fromTyped(typed: string): Date {
	const [day = '', time = ''] = typed.split('T')
	return instantIn(ZONE, day, msOfTime(time))
}
