import { type Actor, hasRole, hasRoleIn } from '#app/people/actor.ts'
import type { ConsiderationState, PetitionState } from '#db/schema/petitions.ts'

/** What can be done to a petition, by its author, by whoever checks petitions, or by the body that considers it. */
export type PetitionAct =
	| 'edit'
	| 'discard'
	| 'gather-sponsors'
	| 'withdraw'
	| 'link-counter'
	| 'write-update'
	| 'check'
	| 'inform-media'
	| 'send'
	| 'tell-sent'
	| 'decide-update'
	| 'enter-sheet'
	| 'try-removal'
	| 'invalidate'
	| 'keep-record'
	| 'decide'
	| 'state-publicly'
	| 'keep-promise'
	| 'take-list'

export type PetitionRefusal = 'not-allowed' | 'wrong-state'

type By = 'author' | 'moderator' | 'desk' | 'approver'

interface Terms {
	by: readonly By[]
	states: readonly PetitionState[]
	/** Of the consideration, for what the body does. */
	consideration?: readonly ConsiderationState[]
}

/** States in which signatures are taken: of sponsors by the direct link, and of everybody. */
export const SIGNED_IN_STATES: readonly PetitionState[] = ['sponsoring', 'open']

/** States that everybody may see. What only its sponsors know is shown by its link. */
export const PUBLIC_STATES: readonly PetitionState[] = [
	'rejected',
	'open',
	'considered',
	'decided',
	'returned',
	'closed',
]

/** Whether everybody may see it. One that was withdrawn after its publication keeps its page. */
export const isPublic = ({
	state,
	publishedAt,
}: {
	state: PetitionState
	publishedAt: Date | null
}): boolean => PUBLIC_STATES.includes(state) || (state === 'withdrawn' && publishedAt !== null)

const WITH_SIGNATURES: readonly PetitionState[] = [
	'sponsoring',
	'lapsed',
	'checking',
	'open',
	'considered',
	'decided',
	'returned',
	'closed',
]
/** A petition that is not ended by its sending is considered while it goes on, and after. */
const CONSIDERED: readonly PetitionState[] = ['open', 'considered', 'decided', 'closed']

const TERMS: Record<PetitionAct, Terms> = {
	edit: { by: ['author'], states: ['draft'] },
	discard: { by: ['author'], states: ['draft'] },
	'gather-sponsors': { by: ['author'], states: ['draft'] },
	withdraw: { by: ['author'], states: ['sponsoring', 'checking', 'open'] },
	'link-counter': { by: ['author', 'moderator'], states: ['draft', 'sponsoring', 'checking', 'open'] },
	'write-update': { by: ['author'], states: ['open', 'considered', 'decided', 'returned', 'closed'] },
	check: { by: ['moderator'], states: ['checking'] },
	'inform-media': { by: ['moderator'], states: ['open', 'considered', 'decided', 'returned', 'closed'] },
	send: { by: ['moderator'], states: ['open', 'closed'], consideration: ['reached'] },
	'tell-sent': { by: ['moderator'], states: CONSIDERED, consideration: ['sent', 'decided'] },
	'decide-update': { by: ['moderator'], states: ['open', 'considered', 'decided', 'returned', 'closed'] },
	'enter-sheet': { by: ['moderator'], states: SIGNED_IN_STATES },
	'try-removal': { by: ['moderator'], states: WITH_SIGNATURES },
	invalidate: { by: ['moderator'], states: WITH_SIGNATURES },
	'keep-record': { by: ['desk'], states: CONSIDERED, consideration: ['sent'] },
	decide: { by: ['approver'], states: CONSIDERED, consideration: ['sent'] },
	'state-publicly': { by: ['approver'], states: CONSIDERED, consideration: ['decided'] },
	'keep-promise': { by: ['desk'], states: CONSIDERED, consideration: ['decided'] },
	'take-list': { by: ['approver'], states: CONSIDERED, consideration: ['sent', 'decided'] },
}

/** Acts with legal effect: a second factor must have been shown just now. */
export const SIGNED_PETITION_ACTS: readonly PetitionAct[] = [
	'check',
	'send',
	'invalidate',
	'decide',
	'take-list',
]

interface Subject {
	petition: { state: PetitionState; authorId: string | null }
	consideration?: { state: ConsiderationState; bodyId: string }
}

/** Why this actor may not do this to this petition now; undefined when they may. */
export function refusalToAct(
	act: PetitionAct,
	actor: Actor,
	{ petition, consideration }: Subject,
): PetitionRefusal | undefined {
	const terms = TERMS[act]
	const allowed = terms.by.some((by) => isThat(by, actor, petition.authorId, consideration?.bodyId))
	if (!allowed || (isOwn(actor, petition) && isOffice(act))) return 'not-allowed'
	if (!terms.states.includes(petition.state)) return 'wrong-state'
	if (terms.consideration && !(consideration && terms.consideration.includes(consideration.state)))
		return 'wrong-state'
	return undefined
}

const isOwn = ({ personId }: Actor, { authorId }: Subject['petition']) =>
	personId !== null && personId === authorId

/** Nobody does the office's part in their own petition; its check is refused in words of its own. */
const isOffice = (act: PetitionAct) => act !== 'check' && !TERMS[act].by.includes('author')

function isThat(by: By, actor: Actor, authorId: string | null, bodyId: string | undefined): boolean {
	if (by === 'author') return actor.personId !== null && actor.personId === authorId
	if (by === 'moderator') return hasRole(actor, 'moderator')
	if (bodyId === undefined) return false
	return hasRoleIn(actor, bodyId, by === 'approver' ? ['approver'] : ['clerk', 'executor', 'approver'])
}

/** The word for the actor in the record. */
export const actsAs = (act: PetitionAct, actor: Actor, authorId: string | null): string => {
	if (actor.system) return 'system'
	if (actor.personId !== null && actor.personId === authorId && TERMS[act].by.includes('author'))
		return 'author'
	return TERMS[act].by.includes('moderator')
		? 'moderator'
		: TERMS[act].by.includes('approver')
			? 'approver'
			: 'clerk'
}

/** Of the text of a petition: what its form takes. */
export const LONGEST = { title: 150, substance: 2000, arguments: 8000, proposals: 4000, representing: 150 }

/** Drafts that one person may keep at a time. */
export const MOST_DRAFTS = 5

/** A petition says what is asked for, why, and what is proposed (APPC 90-2(2)). */
export const isWhole = (text: Record<'title' | 'substance' | 'arguments' | 'proposals', string>): boolean =>
	[text.title, text.substance, text.arguments, text.proposals].every((part) => part.trim() !== '')
