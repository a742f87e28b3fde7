import type { Strip } from '#app/clocks/strip.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { AttachedFile } from '#app/files/attached-file.ts'
import type { PromiseMade } from '#app/promises/promise-made.ts'
import type { Growth } from '#app/signing/growth.ts'
import type { Counted } from '#app/ui/tiles.ts'
import type { Words } from '#db/schema/bodies.ts'
import type { ConsiderationState, PetitionState, ThresholdNeeded } from '#db/schema/petitions.ts'
import type { PetitionEvent } from './events.ts'
import type { Stage } from './stages.ts'

export interface NamedBody {
	code: string
	names: Words
}

export interface ShownText {
	language: string
	title: string
	html: string
}

/** A petition as its page shows it. Nothing in it says who started or signed it, but what the public may read. */
export interface ShownPetition {
	id: number
	number: string
	state: PetitionState
	body: NamedBody | null
	publicAuthor: string
	representing: string | null
	viewer: { author: boolean; moderator: boolean }
	/** Undefined where it may not be published. */
	original?: ShownText
	translations: ShownText[]
	hidden: boolean
	files: AttachedFile[]
	publishedAt: Date | null
	collectsUntil: Day | null
	/** It collects, and its time is not over: also while no duty has ended it. */
	signable: boolean
	rejectionGround: string | null
	rejectionReason: string | null
	inquiryNumber: string | null
	recountedAt: Date | null
	recountAgreed: boolean | null
	thresholds: ThresholdNeeded[] | null
	confirmed: number
	/** How many it needs next. */
	goal?: number
	tally?: { confirmed: number; review: number; removed: number; withdrawn: number }
	methods: { key: string; confirmed: number }[]
	regions: Counted[]
	/** The regions of the profile can be drawn. */
	drawn: boolean
	growth: Growth
	stages: Stage[]
	/** The term of those who check it, while it runs. */
	check?: Strip
	considerations: ShownConsideration[]
	updates: { id: string; language: string; title: string; html: string; at: Date | null }[]
	breaches: {
		id: string
		duty: 'check' | 'inform_media' | 'tell_sent' | 'consider' | 'publish_decision'
		dueOn: Day
		mendedAt: Date | null
	}[]
	/** What happened, the newest first. */
	record: (PetitionEvent & { key: number; at: Date })[]
	/** Those that ask for the opposite. */
	counters: {
		id: number
		number: string | null
		state: PetitionState
		language: string
		title: string
		confirmed: number | null
		thresholds: ThresholdNeeded[] | null
	}[]
	/** Some of those who wished to be seen: first name and initial. */
	names: string[]
}

/** What a body makes of a threshold that was reached. */
export interface ShownConsideration {
	id: number
	body: NamedBody
	threshold: string
	needed: number
	state: ConsiderationState
	reachedAt: Date
	sentAt: Date | null
	sentWith: number | null
	registeredOn: Day | null
	dueOn: Day | null
	decidedOn: Day | null
	article?: string
	strip?: Strip
	duties: { duty: string; doneOn?: Day | null; waived?: boolean; note?: string }[]
	discussionOn: Day | null
	draftDecision: string | null
	decision?: ShownDecision
	statement: string | null
	statementAt: Date | null
	listReceivedAt: Date | null
}

export interface ShownDecision {
	outcome: string
	language: string | null
	html: string | null
	decidedOn: Day
	parts: { reasons: string | null; facts: string | null; law: string | null; appeal: string | null }
	signerName: string | null
	promises: PromiseMade[]
	files: AttachedFile[]
}
