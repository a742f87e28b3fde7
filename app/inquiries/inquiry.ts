import { type Actor, actingAs, hasRole, hasRoleIn, isOnDesk } from '#app/people/actor.ts'
import type { ProceedingState } from '#db/schema/inquiries.ts'
import type { Role } from '#db/schema/people.ts'

/**
 * In place of a rule of the profile, of what came to a body that the law does not bind: no term runs, and nothing
 * follows from silence. What the body was at registration stays with the question.
 */
export const NO_TERM = 'none'

/** For letters that say something of the term only where one runs. */
export const hasTerm = ({ rule }: { rule: string }): 1 | null => (rule === NO_TERM ? null : 1)

/** At a body that the law does not bind nobody would owe the answer that is owed now (APPC 65). */
export const mayBeSentTo = (body: { bound: boolean }, proceeding: { rule: string }): boolean =>
	body.bound || proceeding.rule === NO_TERM

/** Everything that may be done to an inquiry once it is registered. */
export const INQUIRY_ACTS = [
	'assign',
	'note',
	'draft',
	'submit-draft',
	'redirect',
	'request-correction',
	'correct',
	'confirm',
	'add',
	'return',
	'extend',
	'tell-extension',
	'terminate',
	'answer',
	'answer-in-part',
	'merge',
	'withdraw',
	'follow-up',
	'complain',
	'rate',
	'keep-promise',
] as const
export type InquiryAct = (typeof INQUIRY_ACTS)[number]

/**
 * What each state of a proceeding allows. A lapsed term changes nothing here: a late answer is still
 * owed (APPC 91(2) makes silence a refusal for the complaint, it does not release the body).
 */
export const ACTS_IN_STATE = {
	open: [
		'assign',
		'note',
		'draft',
		'submit-draft',
		'redirect',
		'request-correction',
		'return',
		'extend',
		'tell-extension',
		'terminate',
		'answer',
		'answer-in-part',
		'merge',
		'withdraw',
		'complain',
		'confirm',
		'add',
	],
	paused: [
		'assign',
		'note',
		'draft',
		'submit-draft',
		'correct',
		'return',
		'terminate',
		'answer',
		'answer-in-part',
		'withdraw',
		'confirm',
		'add',
	],
	answered: ['note', 'follow-up', 'complain', 'rate', 'keep-promise', 'confirm', 'add'],
	redirected: ['note', 'confirm', 'add'],
	terminated: ['note', 'follow-up', 'complain', 'confirm', 'add'],
	withdrawn: ['note', 'confirm', 'add'],
	returned: ['note', 'follow-up', 'complain', 'confirm', 'add'],
} as const satisfies Record<ProceedingState, readonly InquiryAct[]>

/**
 * Who may do it, in the body that handles the proceeding. 'author' is the person who filed it, or who
 * shows its receipt. Extending, terminating and signing are for the head or a deputy (APPC 76(3), 88(2)).
 */
export const ROLES_FOR_ACT = {
	assign: ['clerk', 'approver'],
	note: ['clerk', 'executor', 'approver'],
	draft: ['executor', 'approver'],
	'submit-draft': ['executor', 'approver'],
	redirect: ['clerk', 'approver'],
	'request-correction': ['clerk', 'executor', 'approver'],
	correct: ['author'],
	confirm: ['author'],
	add: ['author'],
	return: ['clerk', 'approver'],
	extend: ['approver'],
	'tell-extension': ['clerk', 'approver'],
	terminate: ['approver'],
	answer: ['approver'],
	'answer-in-part': ['approver'],
	merge: ['clerk', 'approver'],
	withdraw: ['author'],
	'follow-up': ['author'],
	complain: ['author'],
	rate: ['author'],
	'keep-promise': ['clerk', 'approver'],
} as const satisfies Record<InquiryAct, readonly (Role | 'author')[]>

/** What a head signs: it needs a second factor shown a moment ago, wherever it is done from. */
export const SIGNED_ACTS: readonly InquiryAct[] = ['answer', 'answer-in-part', 'extend', 'terminate']

/** What there is only where a term runs by law. */
const ACTS_OF_A_TERM: readonly InquiryAct[] = ['extend', 'tell-extension', 'complain']

export type ActRefusal = 'not-allowed' | 'wrong-state' | 'no-term' | 'factorNeeded'

interface Case {
	inquiry: { id: string; authorId: string | null }
	proceeding: { bodyId: string; state: ProceedingState; stage: string; rule: string }
}

/** Why this actor may not do this act to this case now; undefined when they may. */
export function refusalToAct(
	act: InquiryAct,
	actor: Actor,
	{ inquiry, proceeding }: Case,
): ActRefusal | undefined {
	if (!mayEver(act, actor, inquiry, proceeding.bodyId)) return 'not-allowed'
	if (!(ACTS_IN_STATE[proceeding.state] as readonly InquiryAct[]).includes(act)) return 'wrong-state'
	if (proceeding.rule === NO_TERM && ACTS_OF_A_TERM.includes(act)) return 'no-term'
	// What follows another question shares its answer; its own author still acts on it, and is told what is theirs to know.
	if (proceeding.stage === 'following' && !FOLLOWER_ACTS.includes(act)) return 'wrong-state'
	return undefined
}

const FOLLOWER_ACTS: readonly InquiryAct[] = [
	'withdraw',
	'complain',
	'rate',
	'follow-up',
	'note',
	'confirm',
	'add',
	'tell-extension',
]

/** The acts that the actor may do now, for the page to offer. */
export const actsOpenTo = (actor: Actor, filed: Case): InquiryAct[] =>
	INQUIRY_ACTS.filter((act) => !refusalToAct(act, actor, filed))

function mayEver(act: InquiryAct, actor: Actor, inquiry: Case['inquiry'], bodyId: string): boolean {
	const roles: readonly (Role | 'author')[] = ROLES_FOR_ACT[act]
	if (roles.includes('author')) return isAuthor(actor, inquiry)
	return hasRoleIn(actor, bodyId, roles as readonly Role[])
}

export function isAuthor(actor: Actor, inquiry: { id: string; authorId: string | null }): boolean {
	return (actor.personId !== null && actor.personId === inquiry.authorId) || actor.receiptOf === inquiry.id
}

/** The word for the actor in the record of an act. */
export const actedAs = (act: InquiryAct, actor: Actor, bodyId: string): string =>
	actingAs(actor, bodyId, ROLES_FOR_ACT[act] as readonly Role[])

/**
 * Whether this person may read the text. A private question is read by its author and by the desks of the
 * bodies that handle it; a hidden one also by moderators and overseers.
 */
export function mayRead(
	actor: Actor,
	inquiry: { id: string; authorId: string | null; visibility: string; hidden: boolean },
	bodyIds: readonly string[],
): boolean {
	if (inquiry.visibility === 'public' && !inquiry.hidden) return true
	if (isAuthor(actor, inquiry) || bodyIds.some((bodyId) => isOnDesk(actor, bodyId))) return true
	return inquiry.visibility === 'public' && (hasRole(actor, 'moderator') || hasRole(actor, 'overseer'))
}

/** The state of the whole thread, from those of its proceedings: open while any body still owes something. */
export function threadState(states: readonly ProceedingState[]) {
	const live = states.filter((state) => state !== 'redirected')
	if (live.includes('open')) return 'open'
	if (live.includes('paused')) return 'paused'
	if (live.includes('answered')) return 'answered'
	if (live.includes('terminated')) return 'terminated'
	if (live.includes('returned')) return 'returned'
	return live.includes('withdrawn') ? 'withdrawn' : 'open'
}
