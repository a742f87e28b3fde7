import { type Actor, DESK_ROLES, hasRole, hasRoleIn } from '#app/people/actor.ts'
import type { HearingOfficer, HearingState } from '#db/schema/hearings.ts'

/** What can be done to a hearing by those who have a part in it. Handing in a remark is everybody's: see `remarks/`. */
export type HearingAct =
	| 'edit'
	| 'discard'
	| 'request'
	| 'answer-request'
	| 'prepare'
	| 'appoint'
	| 'add-document'
	| 'post-documents'
	| 'announce'
	| 'add-channel'
	| 'judge-version'
	| 'hide-assessment'
	| 'link'
	| 'call-off'
	| 'sort-remarks'
	| 'enter-remark'
	| 'lead-room'
	| 'keep-room'
	| 'read-room'
	| 'begin'
	| 'end'
	| 'not-held'
	| 'answer-remarks'
	| 'respond'
	| 'find-unresolved'
	| 'draft-protocol'
	| 'sign-protocol'
	| 'publish-protocol'
	| 'send-protocol'
	| 'answer-objection'
	| 'decide'
	| 'keep-commitments'
	| 'repeat'
	| 'keep-commission'

export type HearingRefusal = 'not-allowed' | 'wrong-state'

/**
 * The initiator of the project; the desk of the authority, or its approver: in the hearing of a civic group both are
 * the initiator; and who leads the hearing, keeps its record, reads what is asked.
 */
type By = 'initiator' | 'desk' | 'approver' | HearingOfficer

interface Terms {
	by: readonly By[]
	states: readonly HearingState[]
	/** In the hearing of a civic group, which nobody is asked for, also these. */
	civicStates?: readonly HearingState[]
}

/** States that everybody may see. What was called off or refused is seen once it was public. */
export const PUBLIC_STATES: readonly HearingState[] = ['announced', 'live', 'held', 'not_held', 'decided']

/** Whether everybody may see it: once its documents were made public it stays so. */
export const isPublic = ({ state, postedAt }: { state: HearingState; postedAt: Date | null }): boolean =>
	PUBLIC_STATES.includes(state) || (postedAt !== null && (state === 'preparing' || state === 'called_off'))

const AFTER: readonly HearingState[] = ['held', 'not_held']
const FROM_NOTICE: readonly HearingState[] = ['announced', 'live', 'held', 'not_held']

const TERMS: Record<HearingAct, Terms> = {
	edit: { by: ['initiator'], states: ['draft'] },
	discard: { by: ['initiator'], states: ['draft'] },
	request: { by: ['initiator'], states: ['draft'] },
	'answer-request': { by: ['approver'], states: ['requested'] },
	prepare: { by: ['desk'], states: ['preparing'], civicStates: ['draft'] },
	appoint: { by: ['desk'], states: ['preparing', 'announced', 'live', 'held'], civicStates: ['draft'] },
	'add-document': {
		by: ['initiator', 'desk'],
		states: ['draft', 'preparing', 'announced', 'live', 'held'],
	},
	'post-documents': { by: ['desk'], states: ['preparing'], civicStates: ['draft'] },
	announce: { by: ['approver'], states: ['preparing', 'announced'], civicStates: ['draft'] },
	'add-channel': { by: ['desk'], states: ['preparing', 'announced'], civicStates: ['draft'] },
	'judge-version': { by: ['chair'], states: ['announced', 'live', 'held'] },
	// Not by the initiator, nor by the body that may want the project: by whoever reads what is said in the hearing.
	'hide-assessment': { by: ['moderator'], states: ['preparing', ...FROM_NOTICE, 'decided'] },
	link: { by: ['initiator', 'desk'], states: ['draft', 'preparing', ...FROM_NOTICE] },
	'call-off': { by: ['approver'], states: ['preparing', 'announced'] },
	'sort-remarks': { by: ['desk', 'chair', 'secretary', 'moderator'], states: FROM_NOTICE },
	'enter-remark': { by: ['desk', 'secretary'], states: FROM_NOTICE },
	'lead-room': { by: ['chair'], states: ['live'] },
	'keep-room': { by: ['chair', 'secretary'], states: ['announced', 'live', 'held'] },
	'read-room': { by: ['chair', 'secretary', 'moderator'], states: ['announced', 'live'] },
	begin: { by: ['chair'], states: ['announced'] },
	end: { by: ['chair'], states: ['live'] },
	'not-held': { by: ['chair', 'secretary', 'approver'], states: ['announced', 'live'] },
	'answer-remarks': { by: ['initiator'], states: FROM_NOTICE },
	respond: { by: ['desk'], states: AFTER },
	'find-unresolved': { by: ['chair'], states: AFTER },
	'draft-protocol': { by: ['secretary'], states: AFTER },
	'sign-protocol': { by: ['chair', 'secretary'], states: AFTER },
	'publish-protocol': { by: ['desk', 'chair', 'secretary'], states: AFTER },
	'send-protocol': { by: ['chair'], states: AFTER },
	'answer-objection': { by: ['chair'], states: [...AFTER, 'decided'] },
	decide: { by: ['approver'], states: AFTER },
	'keep-commitments': { by: ['desk'], states: ['decided'] },
	repeat: { by: ['approver', 'initiator'], states: [...AFTER, 'decided'] },
	'keep-commission': { by: ['desk'], states: [...AFTER, 'decided'] },
}

/** Acts with legal effect: a second factor must have been shown just now. */
export const SIGNED_HEARING_ACTS: readonly HearingAct[] = [
	'answer-request',
	'announce',
	'judge-version',
	'call-off',
	'sign-protocol',
	'decide',
]

/** What the rules ask of a hearing. */
export interface HearingSubject {
	state: HearingState
	civic: boolean
	bodyId: string | null
	initiatorId: string | null
	officers: readonly { personId: string; role: HearingOfficer }[]
}

/** Why this actor may not do this to this hearing now; undefined when they may. */
export function refusalToAct(
	act: HearingAct,
	actor: Actor,
	hearing: HearingSubject,
): HearingRefusal | undefined {
	const { by, states, civicStates = [] } = TERMS[act]
	if (!by.some((part) => hasPart(part, actor, hearing))) return 'not-allowed'
	// Also not where they have named themselves its moderator.
	if (
		act === 'hide-assessment' &&
		(['initiator', 'desk'] as const).some((part) => hasPart(part, actor, hearing))
	)
		return 'not-allowed'
	const open = states.includes(hearing.state) || (hearing.civic && civicStates.includes(hearing.state))
	return open ? undefined : 'wrong-state'
}

/** What this actor may do to it now: for the pages, which show no door that is closed. */
export const mayDo = (act: HearingAct, actor: Actor, hearing: HearingSubject): boolean =>
	refusalToAct(act, actor, hearing) === undefined

/** Whether somebody has any part in it besides that of the public. */
export const hasAPart = (actor: Actor, hearing: HearingSubject): boolean =>
	(['initiator', 'desk', 'chair', 'secretary', 'moderator'] as const).some((part) =>
		hasPart(part, actor, hearing),
	)

function hasPart(
	part: By,
	actor: Actor,
	{ state, civic, bodyId, initiatorId, officers }: HearingSubject,
): boolean {
	const { personId } = actor
	const isInitiator = personId !== null && personId === initiatorId
	// A draft is its initiator's alone, and theirs whom a civic group has named in it.
	if (
		state === 'draft' &&
		!isInitiator &&
		!(civic && officers.some((officer) => officer.personId === personId))
	)
		return false
	switch (part) {
		case 'initiator':
			return isInitiator
		// Nobody handles their own project for the authority.
		case 'desk':
		case 'approver':
			if (civic) return isInitiator
			return (
				!isInitiator &&
				bodyId !== null &&
				hasRoleIn(actor, bodyId, part === 'approver' ? ['approver'] : DESK_ROLES)
			)
		case 'moderator':
			return isOfficer(part) || hasRole(actor, 'moderator')
		default:
			return isOfficer(part)
	}
	function isOfficer(role: HearingOfficer) {
		return officers.some((officer) => officer.personId === personId && officer.role === role)
	}
}

/** The word for the actor in the record. */
export function actsAs(act: HearingAct, actor: Actor, hearing: HearingSubject): string {
	if (actor.system) return 'system'
	const part = TERMS[act].by.find((one) => hasPart(one, actor, hearing))
	return hearing.civic && (part === 'desk' || part === 'approver') ? 'initiator' : (part ?? 'person')
}

/** What its forms take, in characters. */
export const LONGEST = {
	title: 200,
	subject: 6000,
	place: 300,
	contact: 600,
	legalGround: 500,
	remark: 10_000,
	passage: 1000,
	reason: 4000,
	question: 600,
	announcement: 600,
}

/** Drafts that one person may keep at a time. */
export const MOST_DRAFTS = 5
