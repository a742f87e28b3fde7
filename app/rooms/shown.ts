import type { Words } from '#db/schema/bodies.ts'
import type { Affiliation, HearingState, Position, RoomQuestionState } from '#db/schema/hearings.ts'
import type { PlaceReason, TurnReason } from './queue.ts'

export interface ShownSpeaker {
	id: string
	name: string
	affiliation: Affiliation
	representing: string | null
	position: Position
	inHall: boolean
}

export interface Queued extends ShownSpeaker {
	turn: TurnReason
	place: PlaceReason
}

export interface ShownQuestion {
	id: string
	text: string
	language: string
	affiliation: Affiliation
	state: RoomQuestionState
	answer: string | null
	askedAt: Date
}

type PollState = 'prepared' | 'open' | 'closed'

export interface ShownPoll {
	id: string
	state: PollState
	questions: Words
	/** Votes only when it is closed. */
	options: { id: string; state: PollState; words: Words; votes: number | null }[]
}

export interface ShownItem {
	id: string
	titles: Words
	minutes: number
	startedAt: Date | null
	endedAt: Date | null
}

/** What everybody sees of a room, the same for all; nothing of a person but what they registered to show. */
export interface ShownRoom {
	version: number
	/** By the clock of the server: for timers on other clocks. */
	at: Date
	room: {
		state: HearingState
		startedAt: Date | null
		endedAt: Date | null
		waiting: number
		/** From the beginning of the session on. */
		seed: string | null
		seedHash: string | null
	}
	present: { hall: number; net: number }
	agenda: ShownItem[]
	speaking: (ShownSpeaker & { calledAt: Date; endsAt: Date }) | null
	queue: Queued[]
	/** In the order of asking; `votes` says for each how many. */
	questions: ShownQuestion[]
	votes: Record<string, number>
	polls: ShownPoll[]
	announcements: { id: string; text: string; language: string; saidAt: Date }[]
}

/** What one person has done in a room; kept apart from what everybody sees of it. */
export interface OwnPart {
	seat: {
		name: string
		affiliation: Affiliation
		representing: string | null
		position: Position
		region: string
		inHall: boolean
		code: string
	} | null
	/** What became of the last time they asked to speak. */
	speech: { id: string; state: string; deviation: string | null } | null
	voted: string[]
	asked: {
		id: string
		text: string
		language: string
		state: RoomQuestionState
		hiddenReason: string | null
	}[]
	answered: { pollId: string; option: number }[]
}
