import { and, eq, type SQL, sql } from 'drizzle-orm'
import { detach } from '#app/files/attach.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { isRegion } from '#app/jurisdictions/region.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { bodies } from '#db/schema/bodies.ts'
import {
	type HearingForm,
	hearingDocuments,
	hearings,
	hearingTerritories,
	hearingTexts,
	remarks,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, textsOf } from './hearing.server.ts'
import { type HearingRefusal, MOST_DRAFTS } from './hearing.ts'

type DraftRefusal = HearingRefusal | 'not-found' | 'factorNeeded'

interface Start {
	actor: Actor & { personId: string }
	/** A group holds it on its own, and asks no authority. */
	civic: boolean
	language: Language
	initiatorName: string
	profileId: string
	submissionId?: string
	now: Date
}

/** Opens a draft, which only its initiator sees. The same form sent twice opens one. */
export async function startHearing(
	tx: Writer,
	{ actor, profileId, submissionId, now, ...start }: Start,
): Promise<Outcome<{ hearingId: number }, 'too-many-drafts'>> {
	const sent = submissionId ? `${actor.personId}:${submissionId}` : null
	const [earlier] = sent
		? await tx.select({ hearingId: hearings.id }).from(hearings).where(eq(hearings.submissionId, sent))
		: []
	if (earlier) return done(earlier)
	const own = and(eq(hearings.initiatorId, actor.personId), eq(hearings.state, 'draft'))
	if ((await tx.$count(hearings, own)) >= MOST_DRAFTS) return refused('too-many-drafts')
	const { profile } = await lawOf(tx, profileId)
	const [legalGround] = Object.keys(profile.hearing.held_for)
	const [made] = await tx
		.insert(hearings)
		.values({
			...start,
			form: profile.hearing.held_for[legalGround ?? '']?.forms[0] ?? 'open_meeting',
			legalGround: start.civic ? '' : (legalGround ?? ''),
			initiatorId: actor.personId,
			profileId,
			profileVersion: profile.version,
			submissionId: sent,
			createdAt: now,
			updatedAt: now,
		})
		.returning({ hearingId: hearings.id })
	if (!made) throw new Error('no hearing was made')
	await tx.insert(hearingTexts).values({ ...made, language: start.language, updatedAt: now })
	return done(made)
}

export interface Described {
	bodyId: string | null
	form: HearingForm
	/** A key of the profile's reasons to hold a hearing. */
	legalGround: string
	initiatorName: string
	initiatorCode: string
	initiatorContact: string
	regions: readonly string[]
}

/** Who holds it, whom it is asked of, why, in which form, and what land it touches. */
export async function describeHearing(
	tx: Writer,
	act: ActingOnHearing & { described: Described },
): Promise<Outcome<null, DraftRefusal | 'no-body' | 'wrong-form'>> {
	const opened = await openHearing(tx, 'edit', act)
	if (!opened.ok) return opened
	const { hearing, law } = opened.value
	const { regions, bodyId, legalGround, initiatorCode, ...described } = act.described
	const { civic } = hearing
	if (!civic && !(await standsAsBody(tx, bodyId))) return refused('no-body')
	if (!civic && !law.profile.hearing.held_for[legalGround]?.forms.includes(described.form))
		return refused('wrong-form')
	await tx
		.update(hearings)
		.set({
			...described,
			bodyId: civic ? null : bodyId,
			legalGround: civic ? '' : legalGround,
			initiatorCode: initiatorCode || null,
			updatedAt: act.now,
		})
		.where(eq(hearings.id, hearing.id))
	await tx.delete(hearingTerritories).where(eq(hearingTerritories.hearingId, hearing.id))
	const land = [...new Set(regions.filter(isRegion))]
	if (land.length > 0)
		await tx.insert(hearingTerritories).values(land.map((region) => ({ hearingId: hearing.id, region })))
	return done(null)
}

async function standsAsBody(read: Reader, bodyId: string | null): Promise<boolean> {
	return bodyId !== null && (await read.$count(bodies, eq(bodies.id, bodyId))) === 1
}

/** Writes what is heard, in one language. A translation without a word left in it is gone. */
export async function writeHearing(
	tx: Writer,
	act: ActingOnHearing & { language: Language; written: { title: string; subject: string; place: string } },
): Promise<Outcome<null, DraftRefusal>> {
	const opened = await openHearing(tx, 'edit', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { language, written, now } = act
	await tx.update(hearings).set({ updatedAt: now }).where(eq(hearings.id, hearing.id))
	if (language !== hearing.language && Object.values(written).every((part) => part === '')) {
		await tx
			.delete(hearingTexts)
			.where(and(eq(hearingTexts.hearingId, hearing.id), eq(hearingTexts.language, language)))
		return done(null)
	}
	const row = {
		hearingId: hearing.id,
		language,
		...written,
		html: renderMarkdown(written.subject).html,
		updatedAt: now,
	}
	await tx
		.insert(hearingTexts)
		.values(row)
		.onConflictDoUpdate({ target: [hearingTexts.hearingId, hearingTexts.language], set: row })
	return done(null)
}

/** Throws the draft away, with all that was written and added. */
export async function discardHearing(tx: Writer, act: ActingOnHearing): Promise<Outcome<null, DraftRefusal>> {
	const opened = await openHearing(tx, 'discard', act)
	if (!opened.ok) return opened
	await removeDrafts(tx, eq(hearings.id, act.hearingId), act.now)
	return done(null)
}

export async function removeDrafts(tx: Writer, which: SQL | undefined, now: Date): Promise<void> {
	const drafts = and(which, eq(hearings.state, 'draft'))
	const documents = await tx
		.select({ id: hearingDocuments.id })
		.from(hearingDocuments)
		.innerJoin(hearings, eq(hearings.id, hearingDocuments.hearingId))
		.where(drafts)
	// Those that were carried into one that repeats another.
	const carried = await tx
		.select({ ref: sql<string>`${remarks.hearingId} || '-' || ${remarks.ordinal}` })
		.from(remarks)
		.innerJoin(hearings, eq(hearings.id, remarks.hearingId))
		.where(drafts)
	const ids = documents.map(({ id }) => id)
	await detach(tx, 'document', ids, now)
	const refs = carried.map(({ ref }) => ref)
	await detach(tx, 'remark', refs, now)
	await tx.delete(hearings).where(drafts)
}

export const regionsOfHearing = async (read: Reader, hearingId: number): Promise<string[]> =>
	(
		await read
			.select({ region: hearingTerritories.region })
			.from(hearingTerritories)
			.where(eq(hearingTerritories.hearingId, hearingId))
			.orderBy(hearingTerritories.region)
	).map(({ region }) => region)

/** In which of these languages it does not say yet what is heard. */
export async function unwritten(
	read: Reader,
	hearing: { id: number; language: string },
	languages: readonly string[],
): Promise<string[]> {
	const texts = await textsOf(read, hearing)
	return languages.filter(
		(language) => !texts.some((text) => text.language === language && text.title && text.subject),
	)
}
