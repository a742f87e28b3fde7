import type {
	HearingState,
	ROW_OUTCOMES as OUTCOME_LIST,
	RemarkState,
	RowOutcome,
} from '#db/schema/hearings.ts'

export const OUTCOMES = ['accepted', 'partly', 'not_accepted'] as const satisfies typeof OUTCOME_LIST

/** Remarks on a page. */
export const PAGE_SIZE = 20
/** Remarks under a paragraph of a document; all of them are a page of their own. */
export const ON_PARAGRAPH = 3
/** Groups of one position that are shown side by side. */
export const SIDE_BY_SIDE = 10
/** Characters of a remark that stand for all of it in a list. */
const TITLE = 90

/** Written ones are taken from the announcement on, and in the session until it ends (Environmental Code 73(7)). */
const OPEN_STATES: readonly HearingState[] = ['announced', 'live']

export const takesRemarks = ({ state }: { state: HearingState }): boolean => OPEN_STATES.includes(state)

/** After the last day of written remarks one is kept all the same, and marked. */
export const isLate = (receivedAt: Date, { remarksCloseAt }: { remarksCloseAt: Date | null }): boolean =>
	remarksCloseAt !== null && receivedAt >= remarksCloseAt

/** Once the protocol is signed nothing is entered, left out or put elsewhere: the table answers what it holds. */
export const isSealed = ({ protocolSignedAt }: { protocolSignedAt: Date | null }): boolean =>
	protocolSignedAt !== null

/** Its author takes it back until the hearing has ended (73(13)1). */
export function refusalToWithdraw(
	remark: { personId: string | null; state: RemarkState },
	hearing: { state: HearingState },
	personId: string | null,
): 'not-allowed' | 'wrong-state' | 'withdrawn' | undefined {
	if (personId === null || remark.personId !== personId) return 'not-allowed'
	if (remark.state === 'withdrawn') return 'withdrawn'
	return takesRemarks(hearing) ? undefined : 'wrong-state'
}

/** What the public reads of a remark: nothing of one whose author lets nobody read it, or took it back. */
export const publicText = (remark: {
	published: boolean
	state: RemarkState
	text: string
	redacted: string | null
}): string | null =>
	remark.published && remark.state !== 'withdrawn' ? (remark.redacted ?? remark.text) : null

/** The first words of a text, in one line. */
export function titleOf(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim()
	if (line.length <= TITLE) return line
	const cut = line.slice(0, TITLE)
	return `${cut.slice(0, cut.lastIndexOf(' ') > TITLE / 2 ? cut.lastIndexOf(' ') : TITLE)}…`
}

/** A row needs an answer while somebody stands behind it: not of remarks that are not counted or were taken back. */
export const needsAnswer = ({ remarks }: { remarks: number }): boolean => remarks > 0

/** Where something was accepted, what was changed is said as well. */
export const saysWhatChanged = (outcome: RowOutcome): boolean => outcome !== 'not_accepted'
