import type { Day } from '#app/deadlines/day.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'

/** What the body decides about a petition, before it is signed. */
export interface DecisionText {
	outcome: string
	language: string
	body: string
	reasons: string
	law: string
	facts: string
	appeal: string
	promises: readonly { text: string; dueOn: string }[]
}

export const DECISION_PARTS = ['reasons', 'law', 'facts', 'appeal'] as const
export type DecisionGap = 'body' | 'outcome' | 'language' | (typeof DECISION_PARTS)[number] | 'promise'

/** A duty that is only done when it was announced in time. */
export const DISCUSSION = 'public_discussion_of_draft'
/** A duty that follows the decision. */
export const STATEMENT = 'official_statement'

/** The duties of the body while it considers, where the law sets any. */
export const dutiesOf = ({ petition }: Profile): readonly string[] => petition.duties ?? []

/** The law itself names when it is not needed: a visit where there are no facts to check (APPC 90-5(2)). */
export const mayBeWaived = (duty: string): boolean => duty.includes('_unless_')

/** What must be done before the decision, and neither is nor was waived. */
export const openDuties = (profile: Profile, kept: readonly { duty: string }[]): string[] =>
	dutiesOf(profile).filter((duty) => duty !== STATEMENT && !kept.some((one) => one.duty === duty))

/**
 * What still keeps a decision from being signed. Where the law sets duties for the body it also wants reasons, the
 * law, the facts and the way to complain, in the state language or that of the petition (APPC 90-6(2)).
 */
export function missingInDecision(
	decision: DecisionText,
	profile: Profile,
	{ language, today }: { language: string; today: Day },
): DecisionGap[] {
	const gaps: DecisionGap[] = []
	if (decision.body.trim() === '') gaps.push('body')
	if (!profile.petition.outcomes.includes(decision.outcome)) gaps.push('outcome')
	if (![...profile.languages.official, language].includes(decision.language)) gaps.push('language')
	if (dutiesOf(profile).length > 0)
		gaps.push(...DECISION_PARTS.filter((part) => decision[part].trim() === ''))
	// Nobody promises what is past.
	if (decision.promises.some(({ text, dueOn }) => text.trim() === '' || dueOn < today)) gaps.push('promise')
	return gaps
}
