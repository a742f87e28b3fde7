import { type Day, dayIn } from '#app/deadlines/day.ts'
import { computeDeadline } from '#app/jurisdictions/compute.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { findProfile } from '#app/jurisdictions/profiles.ts'
import { findRule, type Rule, ruleNames } from '#app/jurisdictions/rule.ts'
import type { Reader } from '#db/store.ts'
import { type Asked, OWN, requestOf } from './asked.ts'
import { termStrip } from './term-strip.ts'

/** More days than anybody reads. */
const LONGEST_ACCOUNT = 800

/** The last day by the calendar as it is in the database, with its account; or the code of what is wrong. */
export async function calculated(read: Reader, asked: Asked, now: Date) {
	const profile = findProfile(asked.profile)
	if (!profile) return { ok: false as const, error: 'unknown-profile' as const }
	const { calendar } = await lawOf(read, profile.id)
	const computed = computeDeadline(requestOf(asked), calendar)
	if ('error' in computed) return { ok: false as const, error: computed.error }
	const { registered, due, days } = computed
	const rule = asked.rule === OWN ? undefined : findRule(profile, asked.rule)
	const shown = days.length <= LONGEST_ACCOUNT ? days : undefined
	const today: Day = dayIn(profile.time.zone, now)
	return {
		ok: true as const,
		registered,
		/** It came after hours or on a day off. */
		later: registered !== undefined && registered > asked.day,
		due,
		from: days[0]?.day ?? due,
		days: shown,
		strip: shown && termStrip(shown, today),
		unconfirmed: days.some(({ entry }) => entry?.confidence === 'confirm'),
		rule: rule && factsOf(rule),
	}
}

export type RuleFacts = ReturnType<typeof factsOf>

const factsOf = ({ name, area, article, src, conf, limit }: Rule) => ({
	name,
	area,
	article,
	src,
	conf,
	limit,
})

/** Every rule of the profile that sets a term. */
export function rulesOf(profileId: string): RuleFacts[] {
	const profile = findProfile(profileId)
	return profile
		? ruleNames(profile).flatMap((name) => {
				const rule = findRule(profile, name)
				return rule ? [factsOf(rule)] : []
			})
		: []
}
