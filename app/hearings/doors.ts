import type { HoldingPage } from '#app/links.ts'
import type { Actor } from '#app/people/actor.ts'
import { type HearingAct, type HearingSubject, mayDo } from './hearing.ts'

/** Each page, and the acts of which one opens it; in the order in which a hearing goes. */
const PAGES: readonly (readonly [HoldingPage, readonly HearingAct[]])[] = [
	['text', ['edit']],
	['documents', ['add-document', 'post-documents', 'judge-version', 'hide-assessment']],
	['request', ['request']],
	['answer', ['answer-request']],
	['officers', ['appoint']],
	['announcement', ['announce', 'add-channel']],
	['links', ['link']],
	['agenda', ['prepare', 'keep-room']],
	['remarks', ['sort-remarks', 'enter-remark']],
	['room', ['begin', 'lead-room', 'end', 'keep-room']],
	['hall', ['keep-room']],
	['questions', ['read-room']],
	['polls', ['keep-room']],
	['captions', ['keep-room']],
	['not-held', ['not-held']],
	['protocol', ['draft-protocol', 'sign-protocol', 'publish-protocol', 'send-protocol']],
	['objections', ['answer-objection']],
	['responses', ['answer-remarks', 'respond', 'find-unresolved']],
	['decision', ['decide']],
	['commitments', ['keep-commitments']],
	['commission', ['keep-commission']],
	['repeat', ['repeat']],
	['calling-off', ['call-off']],
]

/** The pages on which this actor has something to do now. */
export const doorsFor = (actor: Actor, hearing: HearingSubject): HoldingPage[] =>
	PAGES.filter(([, acts]) => acts.some((one) => mayDo(one, actor, hearing))).map(([page]) => page)
