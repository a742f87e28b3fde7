import { type Day, laterOf } from '#app/deadlines/day.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { noticeLanguages } from './terms.ts'

/** A place in which the hearing was announced. */
export interface Published {
	/** A key of the profile's channels. */
	channel: string
	name: string
	language: string
	publishedOn: Day
}

/** What is still to be published: so many more in such a channel, in a language. */
export interface Missing {
	channel: string
	language: string
	count: number
}

/** What the profile wants published and is not yet. */
export function missingOf(profile: Profile, published: readonly Published[]): Missing[] {
	return wantedOf(profile).flatMap(({ channel, language, need }) => {
		const count = need - daysOf(published, channel, language).length
		return count > 0 ? [{ channel, language, count }] : []
	})
}

/** The day on which the last of all that the profile wants was published; null before that. */
export function completedOn(profile: Profile, published: readonly Published[]): Day | null {
	let last: Day | null = null
	for (const { channel, language, need } of wantedOf(profile)) {
		const day = daysOf(published, channel, language)[need - 1]
		if (!day) return null
		last = last ? laterOf(last, day) : day
	}
	return last
}

/** As `completedOn`, of one channel; null where the profile has none such. */
export function channelCompletedOn(
	profile: Profile,
	published: readonly Published[],
	channel: string,
): Day | null {
	const need = profile.hearing.announce_channels[channel]?.need
	const days = noticeLanguages(profile).map(
		(language) => need && daysOf(published, channel, language)[need - 1],
	)
	return days.every((day): day is Day => Boolean(day)) ? days.reduce(laterOf) : null
}

const wantedOf = (profile: Profile) =>
	Object.entries(profile.hearing.announce_channels).flatMap(([channel, { need }]) =>
		noticeLanguages(profile).map((language) => ({ channel, language, need })),
	)

/** The first day in each place of the channel and language, in order; a paper that prints it twice is one place. */
function daysOf(published: readonly Published[], channel: string, language: string): Day[] {
	const first = new Map<string, Day>()
	for (const one of published) {
		if (one.channel !== channel || one.language !== language) continue
		const place = one.name.trim().toLowerCase()
		const known = first.get(place)
		if (!known || one.publishedOn < known) first.set(place, one.publishedOn)
	}
	return [...first.values()].sort()
}
