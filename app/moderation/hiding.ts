import { type Actor, hasRole } from '#app/people/actor.ts'

/** Why a text may be hidden from the public; there is no other reason. */
export const HIDING_REASONS = [
	'personal_data',
	'secret',
	'insult',
	'advertising',
	'violence',
	'off_topic',
] as const
export type HidingReason = (typeof HIDING_REASONS)[number]

/** What can be hidden, or reported. */
export const TEXT_KINDS = ['inquiry', 'answer', 'post'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export const isTextKind = (text: string | undefined): text is TextKind =>
	(TEXT_KINDS as readonly unknown[]).includes(text)

export const mayModerate = (actor: Actor) => hasRole(actor, 'moderator')

export type HidingRefusal = 'not-allowed' | 'no-text' | 'not-public' | 'no-explanation'

/** Why this text may not be hidden by this actor; undefined when it may. */
export function refusalToHide(
	actor: Actor,
	text: { public: boolean } | undefined,
	explanation: string,
): HidingRefusal | undefined {
	if (!mayModerate(actor)) return 'not-allowed'
	if (!text) return 'no-text'
	// What the public does not see needs no hiding from it; moderators do not read private questions.
	if (!text.public) return 'not-public'
	if (explanation.trim() === '') return 'no-explanation'
	return undefined
}
