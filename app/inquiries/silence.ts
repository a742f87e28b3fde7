import type { Profile } from '#app/jurisdictions/profile.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { NO_TERM } from './inquiry.ts'

interface Handled {
	/** The rule of the profile that gives the term. */
	rule: string
	/** The body above the one that handles it. */
	parentId: string | null
}

/** Why there is nobody to complain to of the body that handles it. */
export function barToComplain(
	profile: Profile,
	{ rule, parentId }: Handled,
): 'no-complaints' | 'no-superior' | undefined {
	if (rule === NO_TERM) return 'no-complaints'
	// What a complaint has been decided on, or met with silence, goes to court (APPC 136(6)).
	if (!profile.inquiry.kinds.complaint || rule === 'inquiry.decide_complaint') return 'no-complaints'
	return parentId ? undefined : 'no-superior'
}

/**
 * What follows in law from a term that ended in silence, as codes of the profile: in some it is a refusal
 * (APPC 91(2)), in others the answer is owed and no more. Where there is nobody to complain to, the way is to court.
 */
export function afterSilence(profile: Profile, handled: Handled & { procedure: string }): string[] {
	const { rule, procedure } = handled
	const follows = findRule(profile, rule, { procedure })?.step.on_breach ?? []
	const barred = barToComplain(profile, handled) !== undefined
	return follows
		.filter((code) => code !== 'show_overdue_publicly')
		.map((code) => (code === 'open_complaint_window' && barred ? 'open_court_window' : code))
}
