import type { Profile, ProfileStep } from '#app/jurisdictions/profile.ts'
import { type Area, articleParts } from '#app/jurisdictions/rule.ts'

/** One value of the profile: what it is, where it comes from, how sure it is. */
export interface RuleRow {
	area: Area
	id: string
	limit?: { n: number; unit: string; from: string; before: boolean; least: boolean } | undefined
	article?: { law: string; at: string } | undefined
	src: string
	conf: 'ok' | 'confirm'
}

/** Every step of the profile, with its term where it has one. */
export function rulesOf(profile: Profile): RuleRow[] {
	const row =
		(area: Area) =>
		({ id, limit, article, src, conf }: ProfileStep): RuleRow => ({
			area,
			id,
			limit: limit && {
				n: limit.n,
				unit: limit.unit,
				from: limit.from,
				before: limit.dir === 'before',
				least: limit.cmp === 'min',
			},
			article: article ? articleParts(article) : undefined,
			src,
			conf,
		})
	return [
		...profile.inquiry.steps.map(row('inquiry')),
		...profile.petition.stages.map(row('petition')),
		...profile.hearing.rules.map(row('hearing')),
	]
}

/** How many values of the profile an administrator has still to check. */
export function unsureIn(value: unknown): number {
	if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + unsureIn(one), 0)
	if (typeof value !== 'object' || value === null) return 0
	return Object.entries(value).reduce(
		(sum, [name, one]) => sum + ((name === 'conf' && one === 'confirm' ? 1 : 0) + unsureIn(one)),
		0,
	)
}

/** What holds for every case alike. `value` is in codes and figures, which the page puts into words. */
export interface GeneralRow {
	id:
		| 'zone'
		| 'officeHours'
		| 'week'
		| 'registration'
		| 'correction'
		| 'byEmail'
		| 'identity'
		| 'levels'
		| 'languages'
		| 'kinds'
		| 'procedures'
		| 'thresholds'
		| 'competences'
		| 'sendingEnds'
		| 'banned'
		| 'petitionGrounds'
		| 'duties'
		| 'petitionOutcomes'
		| 'outage'
		| 'keepSigners'
		| 'heldFor'
		| 'channels'
		| 'announceFields'
		| 'protocolMustHave'
		| 'notHeldGrounds'
		| 'repeatIf'
		| 'mustHave'
		| 'grounds'
		| 'data'
	/** Which kind, procedure, threshold, competence, channel or ground. */
	of?: string
	value: readonly string[]
	src: string
	conf: 'ok' | 'confirm'
}

export function generalOf(profile: Profile): GeneralRow[] {
	const { time, calendar, registration, identity, languages, inquiry, data } = profile
	return [
		{ id: 'zone', value: [time.zone], ...from(time) },
		{ id: 'officeHours', value: [time.office_open ?? '', time.office_close ?? ''], ...from(time) },
		{ id: 'week', value: calendar.week.map(String), ...from(calendar) },
		{
			id: 'registration',
			value: registration.else ? [time.office_close ?? '24:00'] : [],
			...from(registration),
		},
		{ id: 'correction', value: [inquiry.correction.effect], ...from(inquiry.correction) },
		{ id: 'byEmail', value: [inquiry.by_email.kind], ...from(inquiry.by_email) },
		{ id: 'identity', value: identity.methods, ...from(identity) },
		...Object.entries(identity.levels).map(
			([of, { level, ...source }]): GeneralRow => ({
				id: 'levels',
				of,
				value: [String(level)],
				...from(source),
			}),
		),
		{ id: 'languages', value: languages.official, ...from(languages) },
		...Object.entries(inquiry.kinds).map(
			([of, kind]): GeneralRow => ({ id: 'kinds', of, value: [kind.procedure], ...from(kind) }),
		),
		...Object.entries(inquiry.procedures).map(
			([of, procedure]): GeneralRow => ({
				id: 'procedures',
				of,
				value: procedure.outcomes,
				...from(procedure),
			}),
		),
		{ id: 'mustHave', value: inquiry.answer_must_have, ...from(inquiry) },
		{ id: 'grounds', value: inquiry.close_without_answer, ...from(inquiry) },
		...petitionsOf(profile),
		...hearingsOf(profile),
		{ id: 'data', value: [data.retention], ...from(data) },
	]
}

/** What holds for every petition. */
function petitionsOf({ petition }: Profile): GeneralRow[] {
	const { thresholds, competences, grounds, outage, keep_signers: keep } = petition
	return [
		...Object.entries(thresholds).map(
			([of, threshold]): GeneralRow => ({
				id: 'thresholds',
				of,
				value: figuresOf(threshold),
				...from(threshold),
			}),
		),
		...Object.entries(competences).map(
			([of, competence]): GeneralRow => ({
				id: 'competences',
				of,
				value: competence.thresholds,
				...from(competence),
			}),
		),
		{
			id: 'sendingEnds',
			value: [petition.sending_ends_collection ? 'collection_ends' : 'collection_goes_on'],
			...from(petition),
		},
		{ id: 'banned', value: petition.banned_subjects, ...from(petition) },
		...Object.entries(grounds).map(
			([of, ground]): GeneralRow => ({
				id: 'petitionGrounds',
				of,
				value: [ground.hides ? 'hidden' : 'readable'],
				...from(ground),
			}),
		),
		{ id: 'duties', value: petition.duties ?? [], ...from(petition) },
		{ id: 'petitionOutcomes', value: petition.outcomes, ...from(petition) },
		{ id: 'outage', value: [String(outage.minutes)], ...from(outage) },
		{ id: 'keepSigners', value: [keep.limit.unit, String(keep.limit.n), keep.limit.from], ...from(keep) },
	]
}

/** What holds for every hearing. */
function hearingsOf({ hearing }: Profile): GeneralRow[] {
	return [
		...Object.entries(hearing.held_for).map(
			([of, reason]): GeneralRow => ({ id: 'heldFor', of, value: reason.forms, ...from(reason) }),
		),
		...Object.entries(hearing.announce_channels).map(
			([of, channel]): GeneralRow => ({
				id: 'channels',
				of,
				value: [String(channel.need)],
				...from(channel),
			}),
		),
		{ id: 'announceFields', value: hearing.announce_fields, ...from(hearing) },
		{ id: 'protocolMustHave', value: hearing.protocol_must_have, ...from(hearing) },
		...Object.entries(hearing.not_held_grounds).map(
			([of, ground]): GeneralRow => ({ id: 'notHeldGrounds', of, value: [], ...from(ground) }),
		),
		{ id: 'repeatIf', value: hearing.repeat_if, ...from(hearing) },
	]
}

const from = ({ src, conf }: { src: string; conf: 'ok' | 'confirm' }) => ({ src, conf })

/** As `code:amount`; above and below a number of inhabitants as `above:50000` before the figure. */
function figuresOf(threshold: Profile['petition']['thresholds'][string]): string[] {
	const { floor, cut, above, else: otherwise, of } = threshold
	const figure = ({ fixed, percent }: { fixed?: number | undefined; percent?: number | undefined }) => [
		...(fixed === undefined ? [] : [`fixed:${fixed}`]),
		...(percent === undefined ? [] : [`percent:${percent}:${of ?? 'population'}`]),
	]
	return [
		...figure(threshold),
		...(floor === undefined ? [] : [`floor:${floor}`]),
		...(above ? [`above:${cut}`, ...figure(above)] : []),
		...(otherwise ? [`below:${cut}`, ...figure(otherwise)] : []),
	]
}
