import { and, asc, desc, eq, gt, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { filesOf } from '#app/files/attached.server.ts'
import type { AttachedFile } from '#app/files/attached-file.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import type { PromiseMade } from '#app/promises/promise-made.ts'
import { growthOf } from '#app/signing/growth.server.ts'
import { isOver } from '#app/signing/take.server.ts'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { prepared } from '#db/prepared.ts'
import { bodies } from '#db/schema/bodies.ts'
import {
	considerationDuties,
	considerations,
	petitionBreaches,
	petitionSignatures,
	petitions,
	petitionTallies,
	petitionTexts,
} from '#db/schema/petitions.ts'
import { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { TIMELINE } from './events.ts'
import { goalOf } from './goal.ts'
import { isPublic, PUBLIC_STATES } from './petition.ts'
import type { ShownConsideration, ShownDecision, ShownPetition } from './shown.ts'
import { stageStrip } from './stage-strip.ts'
import { stagesOf } from './stages.ts'
import { updatesOf } from './updates.server.ts'

/** Those who signed last and wished to be seen are looked for among so many; so many are named. */
const LOOKED_AT = 200
const NAMED = 10
const MOST_EVENTS = 300

/** The petition, if this viewer may see it: before it is public only its author and the moderators do. */
export async function petitionFor(read: Reader, number: string, actor: Actor) {
	const [row] = await petitionRow(read).execute({ number })
	if (!row) return undefined
	const author = actor.personId !== null && row.petition.authorId === actor.personId
	const moderator = hasRole(actor, 'moderator')
	const open = isPublic(row.petition)
	if (!open && !author && !moderator) return undefined
	return {
		...row,
		viewer: { author, moderator },
		/** Only who wrote it and who decided so see a text that may not be published. */
		readable: !row.petition.hidden || author || moderator,
	}
}

/**
 * All that the page of a petition shows. It is made of the petition and of its totals, so it costs the same at
 * five million signatures as at a thousand.
 */
export async function shownPetition(
	read: Reader,
	number: string,
	{ actor, now }: { actor: Actor; now: Date },
): Promise<ShownPetition | undefined> {
	const found = await petitionFor(read, number, actor)
	if (!found) return undefined
	const { petition, body, viewer, readable } = found
	const { id } = petition
	const law = await lawOf(read, petition.profileId)
	const today = dayIn(law.profile.time.zone, now)
	const [tally, methods, regions, growth, considered, texts, updates, breaches, record, counters, files] =
		await Promise.all([
			tallyOf(read, id),
			cellsOf(read, id, 'method'),
			cellsOf(read, id, 'region'),
			growthOf(read, petition, { zone: law.profile.time.zone, now }),
			considerationsOf(read, id, { law, today }),
			readable ? textsById(read).execute({ petitionId: id }) : [],
			updatesOf(read, id),
			breachesOf(read).execute({ petitionId: id }),
			timelineOf(read).execute({ subjectId: String(id) }),
			countersOf(read, petition),
			readable ? filesOf(read, 'petition', [String(id)], false) : undefined,
		])
	const confirmed = tally?.confirmed ?? 0
	const [original, ...translations] = [...texts].sort((a, b) => rank(b, petition) - rank(a, petition))
	return {
		id,
		number,
		state: petition.state,
		body,
		publicAuthor: petition.publicAuthor,
		representing: petition.representing,
		viewer,
		hidden: petition.hidden,
		publishedAt: petition.publishedAt,
		collectsUntil: petition.collectsUntil,
		signable: petition.state === 'open' && !isOver(petition, now),
		rejectionGround: petition.rejectionGround,
		rejectionReason: petition.rejectionReason,
		inquiryNumber: petition.inquiryNumber,
		recountedAt: petition.recountedAt,
		recountAgreed: petition.recountAgreed,
		thresholds: petition.thresholds,
		original,
		translations,
		files: files?.get(String(id)) ?? [],
		confirmed,
		tally,
		methods: methods.filter((cell) => cell.confirmed > 0),
		regions: regions
			.filter((cell) => cell.confirmed > 0)
			.map(({ key, confirmed }) => ({ region: key, confirmed })),
		drawn: law.profile.id === 'KZ',
		growth,
		goal: goalOf(petition.thresholds, confirmed)?.needed,
		stages: stagesOf(petition, considered, law.profile),
		considerations: considered,
		check: checkStrip(petition, { law, today }),
		updates: readable ? updates : [],
		breaches,
		record,
		counters,
		names: tally ? await newestNames(read, petition, { taken: tally.taken, law }) : [],
	}
}

type Row = typeof petitions.$inferSelect
interface When {
	law: Law
	today: Day
}

const rank = (text: { language: string }, { language }: Row) => Number(text.language === language)

/** The term of those who check it, while it runs. */
function checkStrip({ state, sponsoredAt }: Row, { law, today }: When) {
	if (state !== 'checking' || !sponsoredAt) return undefined
	const from = dayIn(law.profile.time.zone, sponsoredAt)
	return stageStrip(law, { id: 'check', from }, today)
}

/** What the bodies have made of it, threshold by threshold. */
async function considerationsOf(
	read: Reader,
	petitionId: number,
	{ law, today }: When,
): Promise<ShownConsideration[]> {
	const rows = await considerationRows(read).execute({ petitionId })
	if (rows.length === 0) return []
	const done = await dutiesOf(read).execute({ petitionId })
	const ids = rows.map(({ consideration }) => String(consideration.id))
	const files = await filesOf(read, 'consideration', ids, false)
	return rows.map(({ consideration: row, body }) => {
		const { rule, registeredOn: from, decidedOn: doneOn } = row
		return {
			id: row.id,
			body,
			threshold: row.threshold,
			needed: row.needed,
			state: row.state,
			reachedAt: row.reachedAt,
			sentAt: row.sentAt,
			sentWith: row.sentWith,
			registeredOn: row.registeredOn,
			dueOn: row.dueOn,
			decidedOn: row.decidedOn,
			article: rule ? findRule(law.profile, rule)?.article : undefined,
			strip: rule && from ? stageStrip(law, { id: rule, from, doneOn }, today) : undefined,
			duties: (law.profile.petition.duties ?? []).map((duty) => {
				const kept = done.find((one) => one.considerationId === row.id && one.duty === duty)
				return { duty, doneOn: kept?.doneOn, waived: kept?.waived, note: kept?.note }
			}),
			discussionOn: row.noticeAt ? row.discussionOn : null,
			draftDecision: row.noticeAt ? row.draftDecision : null,
			decision: decisionOf(row, files.get(String(row.id)) ?? []),
			statement: row.statement,
			statementAt: row.statementAt,
			listReceivedAt: row.listReceivedAt,
		}
	})
}

/** The decision as the letter that it is, once it is published. */
function decisionOf(
	row: typeof considerations.$inferSelect,
	files: AttachedFile[],
): ShownDecision | undefined {
	const { outcome, html, decidedOn, publishedAt, language } = row
	if (!outcome || !decidedOn || !publishedAt) return undefined
	const { reasons, law, facts, appeal, signerName } = row
	const parts = { reasons, facts, law, appeal }
	return { outcome, html, decidedOn, language, parts, signerName, promises: promisesIn(row), files }
}

/** Which of several it is, is its place. */
const promisesIn = ({ promises }: typeof considerations.$inferSelect): PromiseMade[] =>
	(promises ?? []).map(({ text, dueOn, keptAt, keptNote, lapsedAt }, position) => ({
		id: String(position),
		text,
		dueOn,
		keptAt: keptAt ? new Date(keptAt) : null,
		keptNote: keptNote ?? null,
		lapsed: lapsedAt !== undefined,
	}))

/** Petitions that ask for the opposite, in either direction. */
function countersOf(read: Reader, { id, counterTo }: Row) {
	return countersBy(read).execute({ id, counterTo: counterTo ?? -1 })
}

/** First name and initial of some who signed last, where the law shows them and they wished it. */
async function newestNames(
	read: Reader,
	{ id, publishedAt, anonymisedAt }: Row,
	{ taken, law }: { taken: number; law: Law },
): Promise<string[]> {
	// Sponsors who found it by its link have not been promised to the public.
	if (!publishedAt || anonymisedAt) return []
	if (law.profile.petition.display !== 'first_name_and_initial') return []
	const rows = await namesAfter(read).execute({ petitionId: id, after: taken - LOOKED_AT })
	return rows.map(({ name }) => name ?? '')
}

const id = sql.placeholder('petitionId')

const petitionRow = prepared((read) =>
	read
		.select({
			petition: petitions,
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
		})
		.from(petitions)
		.leftJoin(bodies, eq(bodies.id, petitions.bodyId))
		.where(eq(petitions.number, sql.placeholder('number'))),
)

const textsById = prepared((read) =>
	read
		.select({ language: petitionTexts.language, title: petitionTexts.title, html: petitionTexts.html })
		.from(petitionTexts)
		.where(and(eq(petitionTexts.petitionId, id), ne(petitionTexts.title, '')))
		.orderBy(asc(petitionTexts.language)),
)

const breachesOf = prepared((read) =>
	read
		.select({
			id: petitionBreaches.id,
			duty: petitionBreaches.duty,
			dueOn: petitionBreaches.dueOn,
			mendedAt: petitionBreaches.mendedAt,
		})
		.from(petitionBreaches)
		.where(eq(petitionBreaches.petitionId, id))
		.orderBy(asc(petitionBreaches.legalMoment)),
)

const timelineOf = prepared((read) =>
	read
		.select({ key: events.sequence, type: events.type, at: events.at, details: events.details })
		.from(events)
		.where(
			and(
				eq(events.subject, 'petition'),
				eq(events.subjectId, sql.placeholder('subjectId')),
				inArray(events.type, [...TIMELINE]),
			),
		)
		.orderBy(desc(events.sequence))
		.limit(MOST_EVENTS),
)

const considerationRows = prepared((read) =>
	read
		.select({
			consideration: considerations,
			body: { code: bodies.code, names: bodies.names },
		})
		.from(considerations)
		.innerJoin(bodies, eq(bodies.id, considerations.bodyId))
		.where(eq(considerations.petitionId, id))
		.orderBy(asc(considerations.needed), asc(considerations.id)),
)

const dutiesOf = prepared((read) =>
	read
		.select({
			considerationId: considerationDuties.considerationId,
			duty: considerationDuties.duty,
			doneOn: considerationDuties.doneOn,
			waived: considerationDuties.waived,
			note: considerationDuties.note,
		})
		.from(considerationDuties)
		.innerJoin(considerations, eq(considerations.id, considerationDuties.considerationId))
		.where(eq(considerations.petitionId, id)),
)

const countersBy = prepared((read) =>
	read
		.select({
			id: petitions.id,
			number: petitions.number,
			state: petitions.state,
			language: petitionTexts.language,
			title: petitionTexts.title,
			confirmed: petitionTallies.confirmed,
			thresholds: petitions.thresholds,
		})
		.from(petitions)
		.innerJoin(
			petitionTexts,
			and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
		)
		.leftJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
		.where(
			and(
				or(eq(petitions.id, sql.placeholder('counterTo')), eq(petitions.counterTo, sql.placeholder('id'))),
				inArray(petitions.state, [...PUBLIC_STATES]),
				eq(petitions.hidden, false),
			),
		)
		.orderBy(asc(petitions.id))
		.limit(5),
)

/** By the primary key, from its end: those before are never read. */
const namesAfter = prepared((read) =>
	read
		.select({ name: petitionSignatures.publicName })
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, id),
				gt(petitionSignatures.ordinal, sql.placeholder('after')),
				inArray(petitionSignatures.state, ['confirmed', 'review']),
				isNotNull(petitionSignatures.publicName),
			),
		)
		.orderBy(desc(petitionSignatures.ordinal))
		.limit(NAMED),
)
