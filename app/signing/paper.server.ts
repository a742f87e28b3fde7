import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Day, dayIn, instantIn } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { identifierIn } from '#app/people/identifier.ts'
import { identifierHash } from '#app/people/identify.server.ts'
import { isIin } from '#app/people/iin.ts'
import { signersOf } from '#app/people/signer.server.ts'
import {
	type ActingOnPetition,
	type OpenedPetition,
	openPetition,
	recordPetitionStep,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { paperRows, paperSheets, petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type TakeRefusal, takeSignatures } from './take.server.ts'
import { moveSignatures } from './tally.server.ts'

export type Sheet = typeof paperSheets.$inferSelect
type Refusal = PetitionRefusal | 'not-found' | 'factorNeeded'

export const sheetsOf = (read: Reader, petitionId: number) =>
	read
		.select()
		.from(paperSheets)
		.where(eq(paperSheets.petitionId, petitionId))
		.orderBy(desc(paperSheets.enteredAt))

/** One sheet with its rows, as they were entered: names are there to find a slip of the hand by. */
export async function sheetById(read: Reader, petitionId: number, sheetId: string) {
	const [sheet] = await read
		.select()
		.from(paperSheets)
		.where(and(eq(paperSheets.id, sheetId), eq(paperSheets.petitionId, petitionId)))
	if (!sheet) return undefined
	const rows = await read
		.select({
			ordinal: paperRows.ordinal,
			signedOn: paperRows.signedOn,
			removedAt: paperRows.removedAt,
			removalReason: paperRows.removalReason,
			name: signatures.fullName,
			region: signatures.region,
			state: signatures.state,
		})
		.from(paperRows)
		.innerJoin(
			signatures,
			and(eq(signatures.petitionId, petitionId), eq(signatures.ordinal, paperRows.ordinal)),
		)
		.where(eq(paperRows.sheetId, sheetId))
		.orderBy(asc(paperRows.ordinal))
	return { ...sheet, entered: rows }
}

/** A sheet of paper that somebody begins to key in; only where the law has people sign on paper. */
export async function beginSheet(
	tx: Writer,
	{ label, ...acting }: ActingOnPetition & { label: string },
): Promise<Outcome<{ sheetId: string }, Refusal | 'no-paper' | 'same-label'>> {
	const opened = await openPetition(tx, 'enter-sheet', acting)
	if (!opened.ok) return opened
	const { petitionId, actor, now } = acting
	if (!opened.value.law.profile.petition.sign_methods.includes('paper')) return refused('no-paper')
	const sheetId = crypto.randomUUID()
	const [added] = await tx
		.insert(paperSheets)
		.values({ id: sheetId, petitionId, label, enteredAt: now, enteredBy: String(actor.personId) })
		.onConflictDoNothing()
		.returning({ id: paperSheets.id })
	if (!added) return refused('same-label')
	await recordPetitionStep(tx, opened.value, acting, 'sheet-entered', { sheetId })
	return done({ sheetId })
}

type OnSheet = Omit<ActingOnPetition, 'considerationId'> & { sheetId: string }

async function openSheet(
	tx: Writer,
	{ sheetId, ...acting }: OnSheet,
): Promise<Outcome<OpenedPetition & { sheet: Sheet }, Refusal>> {
	const opened = await openPetition(tx, 'enter-sheet', acting)
	if (!opened.ok) return opened
	const [sheet] = await tx
		.select()
		.from(paperSheets)
		.where(and(eq(paperSheets.id, sheetId), eq(paperSheets.petitionId, acting.petitionId)))
	return sheet ? done({ ...opened.value, sheet }) : refused('not-found')
}

export interface SheetRow {
	fullName: string
	/** The national identifier; it is looked at and not kept. */
	identifier: string
	region: string
	/** The day beside the signature. */
	signedOn: Day
}

/**
 * A row of the sheet becomes a signature, checked against all who signed in whatever way: who has signed already is
 * not counted again, and the clerk is told so at once.
 */
export async function enterRow(
	tx: Writer,
	{ fullName, identifier, region, signedOn, ...acting }: OnSheet & SheetRow,
): Promise<Outcome<{ before: boolean }, Refusal | TakeRefusal | 'identifier' | 'day'>> {
	const opened = await openSheet(tx, acting)
	if (!opened.ok) return opened
	const { petition, sheet, today, law } = opened.value
	const { now, actor } = acting
	const hash = paperSigner(petition.profileId, identifier)
	if (!hash) return refused('identifier')
	const { zone } = law.profile.time
	const since = petition.linkedAt ?? petition.publishedAt ?? petition.createdAt
	if (signedOn > today || signedOn < dayIn(zone, since)) return refused('day')
	const [taken] = await takeSignatures(
		tx,
		petition.id,
		[
			{
				signers: await signersOf(tx, petition.id, { identifierHash: hash }),
				level: 1,
				method: 'paper',
				region,
				fullName,
				language: petition.language,
				updates: false,
				byLink: petition.state === 'sponsoring',
				at: instantIn(zone, signedOn, 0),
			},
		],
		now,
	)
	if (!taken) throw new Error('a row of a sheet was not answered')
	if (!taken.ok) return taken
	const { before, ordinal } = taken.value
	await tx
		.update(paperSheets)
		.set(before ? { same: sql`${paperSheets.same} + 1` } : { rows: sql`${paperSheets.rows} + 1` })
		.where(eq(paperSheets.id, sheet.id))
	if (!before)
		await tx.insert(paperRows).values({
			sheetId: sheet.id,
			ordinal,
			signedOn,
			enteredAt: now,
			enteredBy: String(actor.personId),
		})
	return done({ before })
}

function paperSigner(country: string, given: string): string | undefined {
	const identifier = identifierIn(country, given)
	if (!identifier) return undefined
	if (country === 'KZ' && !isIin(identifier.replace(/^PNOKZ-/, ''))) return undefined
	return identifierHash(identifier)
}

/**
 * A slip of the hand: the signature leaves the count. Its place in the list of commitments stays, and whoever it
 * stood for by mistake may still sign.
 */
export async function takeRowOut(
	tx: Writer,
	{ ordinal, reason, ...acting }: OnSheet & { ordinal: number; reason: string },
): Promise<Outcome<null, Refusal>> {
	const opened = await openSheet(tx, acting)
	if (!opened.ok) return opened
	const { petition, sheet } = opened.value
	const those = and(eq(paperRows.sheetId, sheet.id), eq(paperRows.ordinal, ordinal))
	const [row] = await tx.select().from(paperRows).where(those)
	if (!row) return refused('not-found')
	if (row.removedAt) return done(null)
	await moveSignatures(tx, petition, [ordinal], { state: 'removed' }, acting.now)
	await tx
		.update(signatures)
		// A removal that is taken back must not count again what was never signed.
		.set({ signerHash: `mistake:${ordinal}`, fullName: null, invalidationId: null })
		.where(and(eq(signatures.petitionId, petition.id), eq(signatures.ordinal, ordinal)))
	await tx.update(paperRows).set({ removedAt: acting.now, removalReason: reason }).where(those)
	await recordPetitionStep(tx, opened.value, acting, 'sheet-row-removed', { sheetId: sheet.id, ordinal })
	return done(null)
}
