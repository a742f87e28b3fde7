import type { ClockRule } from '#app/deadlines/clock.ts'
import type { Profile, ProfileStep, RuleLimit } from './profile.ts'

export type RuleProblem = 'unknown-rule' | 'unknown-procedure' | 'procedure-needed' | 'rule-without-limit'

export class RuleError extends Error {
	readonly code: RuleProblem

	constructor(code: RuleProblem, message: string) {
		super(message)
		this.name = 'RuleError'
		this.code = code
	}
}

export type Area = 'inquiry' | 'petition' | 'hearing'

/** A step of a profile that has a term. It can be given to the clock as it is. */
export type Rule = ClockRule & {
	/** `<area>.<step id>`, the step that was found: inquiry.answer_information for inquiry.answer in EE. */
	name: string
	area: Area
	id: string
	limit: RuleLimit
	article?: string | undefined
	src: string
	conf: 'ok' | 'confirm'
	/** The named calendar, where it is not the profile's own. */
	calendar?: string | undefined
	step: ProfileStep
}

/**
 * The rule called `<area>.<step id>`. With a procedure, the step of that procedure: `inquiry.answer` is
 * `decide_complaint` for complaints, and `answer_information` or `answer_address` in Estonia.
 */
export function ruleOf(profile: Profile, name: string, { procedure }: { procedure?: string } = {}): Rule {
	const dot = name.indexOf('.')
	const area = name.slice(0, dot)
	const id = name.slice(dot + 1)
	if (!isArea(area)) throw unknown(profile, name)
	if (procedure !== undefined && !Object.hasOwn(profile.inquiry.procedures, procedure)) {
		throw new RuleError('unknown-procedure', `profile ${profile.id} has no procedure "${procedure}"`)
	}
	const step = find(stepsOf(profile, area), id, procedure)
	if (!step) {
		const variants = stepsOf(profile, area).filter((other) => other.as === id)
		if (procedure !== undefined || variants.length === 0) throw unknown(profile, name, procedure)
		const ids = variants.map((variant) => `${area}.${variant.id}`).join(', ')
		throw new RuleError(
			'procedure-needed',
			`"${name}" of ${profile.id} depends on the procedure: use one of ${ids}`,
		)
	}
	if (!step.limit) throw new RuleError('rule-without-limit', `"${name}" of ${profile.id} has no term`)
	const { limit, article, src, conf, calendar } = step
	const correction = area === 'inquiry' ? profile.inquiry.correction.effect : 'none'
	return {
		name: `${area}.${step.id}`,
		area,
		id: step.id,
		limit,
		correction,
		article,
		src,
		conf,
		calendar,
		step,
	}
}

/** As `ruleOf`; undefined where the profile has no such rule, or none for the procedure, or sets no term in it. */
export function findRule(
	profile: Profile,
	name: string,
	options: { procedure?: string } = {},
): Rule | undefined {
	try {
		return ruleOf(profile, name, options)
	} catch (error) {
		if (error instanceof RuleError && error.code !== 'unknown-procedure') return undefined
		throw error
	}
}

/** Every rule of the profile that has a term, by name. */
export function ruleNames(profile: Profile): string[] {
	return AREAS.flatMap((area) =>
		stepsOf(profile, area)
			.filter((step) => step.limit)
			.map((step) => `${area}.${step.id}`),
	)
}

/** 'APPC 76(1)' is the code of a law, named in each language, and the place in it. */
export function articleParts(article: string): { law: string; at: string } {
	const space = article.indexOf(' ')
	return space < 0 ? { law: article, at: '' } : { law: article.slice(0, space), at: article.slice(space + 1) }
}

const AREAS = ['inquiry', 'petition', 'hearing'] as const satisfies Area[]

function isArea(text: string): text is Area {
	return AREAS.includes(text as Area)
}

function stepsOf(profile: Profile, area: Area): ProfileStep[] {
	if (area === 'inquiry') return profile.inquiry.steps
	return area === 'petition' ? profile.petition.stages : profile.hearing.rules
}

function find(steps: ProfileStep[], id: string, procedure: string | undefined): ProfileStep | undefined {
	const own = steps.find((step) => step.id === id)
	if (procedure === undefined) return own
	if (own && (!own.procedures || own.procedures.includes(procedure))) return own
	return steps.find((step) => step.as === id && step.procedures?.includes(procedure))
}

function unknown(profile: Profile, name: string, procedure?: string): RuleError {
	const where = procedure === undefined ? '' : ` in the procedure "${procedure}"`
	return new RuleError('unknown-rule', `profile ${profile.id} has no rule "${name}"${where}`)
}
