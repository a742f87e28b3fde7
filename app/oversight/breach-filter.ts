import { addDays, type Day, earlierOf, isDay } from '#app/deadlines/day.ts'
import type { HearingDuty } from '#db/schema/hearings.ts'
import type { BREACH_DUTIES } from '#db/schema/inquiries.ts'
import type { PETITION_DUTIES } from '#db/schema/petitions.ts'

/** What a duty was owed to, and which duties there are. */
export const DUTIES = {
	questions: ['answer', 'redirect', 'notify_extension', 'decide_complaint'],
	petitions: ['check', 'inform_media', 'tell_sent', 'consider', 'publish_decision'],
	hearings: [
		'answer_request',
		'post_documents',
		'announce',
		'sign_protocol',
		'publish_protocol',
		'send_protocol',
		'commission_create',
		'commission_tell',
		'commission_sit',
		'commitment',
	],
} as const satisfies {
	questions: readonly (typeof BREACH_DUTIES)[number][]
	petitions: readonly (typeof PETITION_DUTIES)[number][]
	hearings: readonly HearingDuty[]
}
export const OWED_TO = ['questions', 'petitions', 'hearings'] as const
export type OwedTo = (typeof OWED_TO)[number]

export const MENDINGS = ['open', 'mended'] as const
export type Mending = (typeof MENDINGS)[number]

/** Which breaches are asked for. A breach belongs to the day on which its duty was due. */
export interface BreachFilter {
	of: OwedTo
	from: Day
	to: Day
	/** The code of a body; `NO_BODY` for what whoever checks petitions owes. */
	body?: string | undefined
	/** The slug of an office. */
	office?: string | undefined
	duty?: string | undefined
	/** Still owed, or done after all. */
	mending?: Mending | undefined
}

export const NO_BODY = '-'

/** What is shown when no period is asked for. */
const USUAL_DAYS = 90

/** The filter that the address of the page holds; what makes no sense is left out. */
export function filterOf(address: URLSearchParams, today: Day): BreachFilter {
	const to = dayOr(address.get('to'), today)
	const from = dayOr(address.get('from'), addDays(to, -USUAL_DAYS))
	const of = OWED_TO.find((one) => one === address.get('of')) ?? 'questions'
	return {
		of,
		from: earlierOf(from, to),
		to,
		body: address.get('body') || undefined,
		office: address.get('office') || undefined,
		duty: DUTIES[of].find((duty) => duty === address.get('duty')),
		mending: MENDINGS.find((mending) => mending === address.get('mending')),
	}
}

/** The filter as fields of an address, which is that of questions where it says nothing else. */
export const fieldsOf = ({ of, from, to, body, office, duty, mending }: BreachFilter) => ({
	of: of === 'questions' ? undefined : of,
	from,
	to,
	body,
	office,
	duty,
	mending,
})

const dayOr = (text: string | null, otherwise: Day) => (isDay(text) ? text : otherwise)
