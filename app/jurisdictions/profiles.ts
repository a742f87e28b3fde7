import { type Calendar, type CalendarEntry, calendarFrom } from '#app/deadlines/calendar.ts'
import type { Day } from '#app/deadlines/day.ts'
import { registeredOn } from '#app/deadlines/registration.ts'
import { EE } from './ee.ts'
import { GB } from './gb.ts'
import { KZ } from './kz.ts'
import { Profile, type ProfileTable } from './profile.ts'

/** Read and checked when the program starts: a profile with a mistake must not count a single day. */
export const PROFILES: readonly Profile[] = [KZ, GB, EE].map(checked)

export function profileById(id: string): Profile {
	const profile = findProfile(id)
	if (!profile) throw new Error(`there is no profile "${id}"`)
	return profile
}

export function findProfile(id: string): Profile | undefined {
	return PROFILES.find((profile) => profile.id === id)
}

/** The calendar that ships with the profile; a running site keeps its own in the database. */
export function calendarOf(profileId: string, name = 'main'): Calendar {
	const calendar = findCalendar(profileId, name)
	if (!calendar) throw new Error(`profile ${profileId} has no calendar "${name}"`)
	return calendar
}

export function findCalendar(profileId: string, name: string): Calendar | undefined {
	return CALENDARS.get(`${profileId}/${name}`)
}

/** To fill the database with. `name` is 'main' or a named calendar of the profile. */
export function calendarEntriesOf(profileId: string, name = 'main'): CalendarEntry[] {
	return table(profileId, name).entries
}

export function calendarYearsOf(profileId: string, name = 'main'): number[] {
	return table(profileId, name).years
}

export function calendarNamesOf(profileId: string): string[] {
	return ['main', ...Object.keys(profileById(profileId).calendar.named ?? {})]
}

/** The day a filing that arrived at this instant is registered, by the profile and the hours of the body. */
export function registrationDay(
	profile: Profile,
	receivedAt: Date,
	calendar: Calendar,
	officeClose: string | null = profile.time.office_close,
): Day {
	return registeredOn(receivedAt, { ...profile.registration, zone: profile.time.zone, officeClose }, calendar)
}

const CALENDARS = new Map<string, Calendar>(
	PROFILES.flatMap((profile) => {
		const { week, main, named } = profile.calendar
		return Object.entries({ main, ...named }).map(([name, { years, entries }]): [string, Calendar] => [
			`${profile.id}/${name}`,
			calendarFrom({ week, years, entries }),
		])
	}),
)

function table(profileId: string, name: string): ProfileTable {
	const { main, named } = profileById(profileId).calendar
	const found = name === 'main' ? main : named?.[name]
	if (!found) throw new Error(`profile ${profileId} has no calendar "${name}"`)
	return found
}

function checked(profile: Profile): Profile {
	const result = Profile.safeParse(profile)
	if (!result.success) {
		throw new Error(`profile ${profile.id} is not valid: ${result.error.message}`, { cause: result.error })
	}
	return result.data
}
