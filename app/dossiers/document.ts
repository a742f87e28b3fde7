import type { DossierParty, HearingState } from '#db/schema/hearings.ts'

/** What a document is; those of the initiator and the authority first, then what others have written. */
export const KINDS = {
	project: ['report', 'statement', 'draft_act', 'plan', 'map', 'annex'],
	assessment: ['expert_assessment', 'group_assessment', 'body_assessment', 'study'],
} as const

export type DocumentKind = (typeof KINDS)[keyof typeof KINDS][number]

export const kindsOf = (party: DossierParty): readonly DocumentKind[] =>
	party === 'other' ? KINDS.assessment : KINDS.project

/** What others think of the project is taken from the day its documents are public until the hearing ends. */
export const takesAssessments = ({ state }: { state: HearingState }): boolean =>
	state === 'preparing' || state === 'announced' || state === 'live'

export const LONGEST = { title: 200, author: 150, reason: 2000 }

/** Environmental reports are long, and hold maps. */
export const MOST_MEGABYTES = 50

/** In one hearing; of one person who adds assessments. */
export const MOST_DOCUMENTS = 200
export const MOST_ASSESSMENTS = 5
