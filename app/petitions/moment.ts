import { dayIn, instantIn, timeIn } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { zoneInForce } from '#app/i18n/dates.ts'

/** A moment as the field for one has it: the time on the wall here, to the minute. */
export const asTyped = (moment: Date) => `${dayIn(zoneInForce(), moment)}T${timeIn(zoneInForce(), moment)}`

export const TYPED = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/

export function fromTyped(typed: string): Date {
	const [day = '', time = ''] = typed.split('T')
	return instantIn(zoneInForce(), day, msOfTime(time))
}
