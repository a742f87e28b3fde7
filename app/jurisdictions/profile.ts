import { z } from 'zod'
import { ENTRY_KINDS } from '#app/deadlines/calendar.ts'
import { isDay } from '#app/deadlines/day.ts'
import { UNITS } from '#app/deadlines/term.ts'

/** ok: read in the text of the law. confirm: a default that an administrator must check before relying on it. */
export const Confidence = z.enum(['ok', 'confirm'])

/** Where a value comes from (the article, or the practice it was seen in) and how sure it is. */
const provenance = { src: z.string().min(3), conf: Confidence }

const Code = z.string().regex(/^[a-z][a-z0-9_]*$/)
const DayText = z.string().refine(isDay, 'is not a date')
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Words = z.record(z.string(), z.string().min(1))

export const RuleLimit = z.strictObject({
	n: z.int().min(1),
	unit: z.enum(UNITS),
	/** The event the term runs from. */
	from: Code,
	dir: z.enum(['after', 'before']).optional(),
	start: z.enum(['next', 'same']).optional(),
	roll: z.enum(['none', 'next', 'prev']).optional(),
	cmp: z.enum(['max', 'min']).optional(),
})

const HearingForm = z.enum(['open_meeting', 'portal_discussion', 'mixed'])

const Step = z.strictObject({
	id: Code,
	/** How the article is shown: code of the law, a space, the article. */
	article: z.string().optional(),
	...provenance,
	limit: RuleLimit.optional(),
	procedures: z.array(Code).optional(),
	/** This step is that general step in its procedures: answer_information is `answer` of `information`. */
	as: Code.optional(),
	/** The named calendar the term is counted in, where it is not the profile's own. */
	calendar: Code.optional(),
	notify: z.array(Code).optional(),
	notify_within: RuleLimit.optional(),
	by: z.array(Code).optional(),
	actor: Code.optional(),
	needs_consent_of: Code.optional(),
	not_for: z.array(Code).optional(),
	unless: Code.optional(),
	if: Code.optional(),
	on_breach: z.array(Code).optional(),
	on_fail: Code.optional(),
	restart_on: Code.optional(),
	disregard: z.strictObject({ unit: z.enum(UNITS), from: Code, to: Code, inclusive: z.boolean() }).optional(),
	alt_from: Code.optional(),
	partial: z.boolean().optional(),
	promptly: z.boolean().optional(),
	guidance_only: z.boolean().optional(),
	internal_target: z.boolean().optional(),
	platform_rule: z.boolean().optional(),
	extendable: z.boolean().optional(),
	reason_required: z.boolean().optional(),
	times: z.int().min(1).optional(),
	times_conf: Confidence.optional(),
	/** Of a hearing: what may not be before the term has passed. */
	gates: z.enum(['hearing_start', 'hearing_end']).optional(),
	/** Of a hearing: held in these forms, or for these reasons, alone. */
	forms: z.array(HearingForm).optional(),
	held_for: z.array(Code).optional(),
	need: z.int().optional(),
	max: z.int().optional(),
	min: RuleLimit.optional(),
	closes_on: z.array(Code).optional(),
})

const Threshold = z.strictObject({
	fixed: z.int().optional(),
	percent: z.number().optional(),
	of: z.enum(['population', 'voters']).optional(),
	floor: z.int().optional(),
	/** Above this many inhabitants `above` holds, otherwise `else`. */
	cut: z.int().optional(),
	above: z.strictObject({ fixed: z.int().optional(), percent: z.number().optional() }).optional(),
	else: z.strictObject({ fixed: z.int().optional(), percent: z.number().optional() }).optional(),
	...provenance,
})

const Entry = z.strictObject({
	day: DayText,
	kind: z.enum(ENTRY_KINDS),
	title: Words,
	source: z.string().min(3),
	confidence: Confidence,
})

const Table = z.strictObject({ years: z.array(z.int()).min(1), entries: z.array(Entry) })

const AssuranceLevel = z.strictObject({
	level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
	article: z.string().optional(),
	...provenance,
})

export const Profile = z.strictObject({
	schema: z.literal('jurisdiction-profile/1'),
	id: z.string().regex(/^[A-Z]{2}$/),
	version: z.string().regex(/^\d{4}-\d{2}$/),
	name: Words,
	languages: z.strictObject({
		official: z.array(z.string()),
		ui: z.array(z.string()),
		answer_language: z.literal('official_or_as_asked').optional(),
		announce_in_all_official: z.boolean().optional(),
		...provenance,
	}),
	time: z.strictObject({
		zone: z.string().refine(isZone, 'is not a time zone'),
		expect_offset: z.string().optional(),
		office_open: Time.optional(),
		office_close: Time.nullable(),
		...provenance,
	}),
	calendar: z.strictObject({
		week: z.array(z.int().min(1).max(7)),
		substitute: z.enum(['next_working_day_cascade', 'already_in_table', 'none']),
		suggest_from: z.string(),
		...provenance,
		main: Table,
		named: z.record(Code, Table).optional(),
	}),
	registration: z.strictObject({
		same_day_until: z.enum(['office_close', '24:00']),
		/** Null: receipt counts on any day and at any hour; there is no registration of its own. */
		else: z.literal('next_working_day').nullable(),
		refusal_allowed: z.boolean().optional(),
		receipt: z.array(Code).optional(),
		article: z.string(),
		...provenance,
	}),
	identity: z.strictObject({
		required: z.array(Code),
		methods: z.array(Code),
		anonymous: z.enum(['close_unless_safety_report', 'name_required']),
		/** How well the author must be known: 1 e-mail confirmed, 2 state identity, 3 digital signature. */
		levels: z.strictObject({
			inquiry: AssuranceLevel,
			petition_signature: AssuranceLevel,
			hearing_remark: AssuranceLevel,
		}),
		...provenance,
	}),
	inquiry: z.strictObject({
		kinds: z.record(Code, z.strictObject({ procedure: Code, ...provenance })),
		/** What a letter is that came by e-mail and does not say. Its term runs from its arrival, signed or not. */
		by_email: z.strictObject({ kind: Code, ...provenance }),
		procedures: z.record(
			Code,
			z.strictObject({ hearing_of_person: z.boolean().optional(), outcomes: z.array(Code), ...provenance }),
		),
		correction: z.strictObject({
			effect: z.enum(['suspend', 'restart', 'none']),
			/** How often it may be asked for, where it moves the term; without a number as often as needed. */
			times: z.int().min(1).optional(),
			...provenance,
		}),
		steps: z.array(Step),
		answer_must_have: z.array(Code),
		close_without_answer: z.array(Code),
		...provenance,
	}),
	petition: z.strictObject({
		who_may_start: z.array(Code),
		who_may_sign: z.array(Code),
		sign_methods: z.array(Code),
		display: Code,
		consent_required: z.boolean().optional(),
		min_age: z.int().nullable().optional(),
		resubmit: z
			.strictObject({
				same_subject_open: z.boolean().optional(),
				after_decision: RuleLimit.optional(),
				after_submission: RuleLimit.optional(),
			})
			.optional(),
		stages: z.array(Step),
		thresholds: z.record(Code, Threshold),
		/** As what a body decides: the thresholds that hold there, lowest first, and the stage that gives its term. */
		competences: z.record(
			Code,
			z.strictObject({ thresholds: z.array(Code).min(1), consider: Code.optional(), ...provenance }),
		),
		/** Whether a petition stops collecting when it is sent to the body. */
		sending_ends_collection: z.boolean(),
		duties: z.array(Code).optional(),
		outcomes: z.array(Code),
		/** Subjects on which no petition may be started; in the words of the catalog `law`. */
		banned_subjects: z.array(Code),
		/** On what alone a petition may be rejected; some grounds hide its text. */
		grounds: z.record(Code, z.strictObject({ hides: z.boolean(), ...provenance })),
		/** An outage of so many minutes on a day adds that day to what was collecting. */
		outage: z.strictObject({ minutes: z.int().min(1), ...provenance }),
		/** How long the names of signers are kept after the body has them, or after the end of a petition not sent. */
		keep_signers: z.strictObject({ limit: RuleLimit, ...provenance }),
		...provenance,
	}),
	hearing: z.strictObject({
		/** Why a hearing is held, and in which forms it may be held then. */
		held_for: z.record(
			Code,
			z.strictObject({ forms: z.array(HearingForm).min(1), article: z.string().optional(), ...provenance }),
		),
		open_to: z.literal('anyone'),
		chair: Code.optional(),
		record: z.array(Code).optional(),
		/** Where it is announced, and in how many places of the kind: in each language of the announcement. */
		announce_channels: z.record(Code, z.strictObject({ need: z.int().min(1), ...provenance })),
		announce_fields: z.array(Code),
		rules: z.array(Step),
		protocol_must_have: z.array(Code),
		/** On what grounds a hearing is declared not held. */
		not_held_grounds: z.record(Code, z.strictObject(provenance)),
		repeat_if: z.array(Code),
		...provenance,
	}),
	data: z.strictObject({
		storage_country: z.string().optional(),
		publish_needs_consent: z.boolean().optional(),
		retention: Code,
		/** What obliges a body to keep who asked what, also when the account is erased. */
		record_article: z.string().optional(),
		signature_list_to_parliament: z.array(Code).optional(),
		...provenance,
	}),
})

export type Profile = z.infer<typeof Profile>
export type ProfileStep = z.infer<typeof Step>
export type RuleLimit = z.infer<typeof RuleLimit>
export type ProfileTable = z.infer<typeof Table>
export type ProfileThreshold = z.infer<typeof Threshold>

/** The holidays of another year by the same acts: each of its days beside the day it was; to be compared when published. */
export function sameHolidays(
	known: ProfileTable['entries'],
	days: Record<string, string>,
): ProfileTable['entries'] {
	return Object.entries(days).map(([day, like]) => {
		const entry = known.find((one) => one.day === like)
		if (!entry) throw new Error(`there is no entry on ${like}`)
		return { ...entry, day, confidence: 'confirm' as const }
	})
}

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone })
		return true
	} catch {
		return false
	}
}
