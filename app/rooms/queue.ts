import { POSITIONS } from '#app/hearings/sides.ts'
import type { Position } from '#db/schema/hearings.ts'

/** Somebody who has asked to speak and waits. */
export interface Waiting {
	id: string
	attendeeId: string
	position: Position
	askedAt: Date
	/** SHA-256 of the seed of the session and of the id: drawn by nobody, and anybody can count it again. */
	lot: string
}

/** Somebody who was called, in the order of calling. */
export interface Called {
	attendeeId: string
	position: Position
}

/** Why a position has its turn: it asked before the others, it follows in the round, nobody else waits. */
export type TurnReason = 'asked-first' | 'round' | 'only'
/** Why this one of a position comes before the next: nobody else, spoke less often, asked earlier, by lot. */
export type PlaceReason = 'alone' | 'spoke-less' | 'asked-earlier' | 'lot'

export interface Place<One extends Waiting> {
	speech: One
	turn: TurnReason
	place: PlaceReason
}

/** After a speaker of one position comes the next of these that has somebody waiting, and after the last the first. */
const ROUND: readonly Position[] = POSITIONS

/**
 * The order of all who wait, each with the reason of the place. Positions take turns in the round; the session begins
 * with the position of whoever asked first. Within a position: whoever has spoken less often, then whoever asked
 * earlier by the second (nobody is to win by a faster connection), then the lot.
 */
export function nextSpeakers<One extends Waiting>(
	waiting: readonly One[],
	called: readonly Called[],
): Place<One>[] {
	const times = new Map<string, number>()
	for (const { attendeeId } of called) times.set(attendeeId, (times.get(attendeeId) ?? 0) + 1)
	const spoke = ({ attendeeId }: Waiting) => times.get(attendeeId) ?? 0
	const inLine = (a: One, b: One) => spoke(a) - spoke(b) || byAsking(a, b)
	const lines = ROUND.map((position) => waiting.filter((one) => one.position === position).sort(inLine))

	const order: Place<One>[] = []
	let last = called.at(-1)?.position
	while (order.length < waiting.length) {
		const open = lines.filter((line) => line.length > 0)
		const [line, turn] = lineInTurn(lines, open, last)
		const speech = line.shift() as One
		order.push({ speech, turn, place: whyBefore(speech, line[0], spoke) })
		last = speech.position
	}
	return order
}

function lineInTurn<One extends Waiting>(
	lines: readonly One[][],
	open: readonly One[][],
	last: Position | undefined,
): [One[], TurnReason] {
	if (open.length === 1) return [open[0] as One[], 'only']
	if (last === undefined) {
		const [first] = [...open].sort(([a], [b]) => byAsking(a as One, b as One))
		return [first as One[], 'asked-first']
	}
	const next = ROUND.indexOf(last) + 1
	const round = [...lines.slice(next), ...lines.slice(0, next)]
	return [round.find((line) => line.length > 0) as One[], 'round']
}

function whyBefore<One extends Waiting>(
	one: One,
	next: One | undefined,
	spoke: (one: One) => number,
): PlaceReason {
	if (!next) return 'alone'
	if (spoke(one) < spoke(next)) return 'spoke-less'
	return secondOf(one) < secondOf(next) ? 'asked-earlier' : 'lot'
}

const secondOf = ({ askedAt }: Waiting) => Math.floor(askedAt.getTime() / 1000)

const byAsking = (a: Waiting, b: Waiting) =>
	secondOf(a) - secondOf(b) || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)
