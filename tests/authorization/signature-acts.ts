import {
	discardTrial,
	keepTrial,
	reverseInvalidation,
	startInvalidation,
} from '#app/invalidations/invalidate.server.ts'
import { confirmGroup } from '#app/invalidations/review.server.ts'
import type { ActingOnPetition } from '#app/petitions/petition.server.ts'
import type { PetitionAct } from '#app/petitions/petition.ts'
import { decideUpdate, writeUpdate } from '#app/petitions/updates.server.ts'
import { beginSheet, enterRow, takeRowOut } from '#app/signing/paper.server.ts'
import { invalidations, paperRows, paperSheets, petitionUpdates } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import type { World } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-03-20T12:00:00+05:00')
const by = 'moderator'

/** An act to the signatures of a petition that collects, or to what its author tells of it. */
const row = (
	name: string,
	act: PetitionAct,
	allowed: readonly string[],
	attempt: (tx: Writer, act: ActingOnPetition) => Outcomes,
	before: (tx: Writer, petitionId: number) => Promise<unknown> = async () => {},
): Row & { act: PetitionAct } => ({
	name,
	act,
	allowed,
	async arrange(world: World) {
		const { id } = await aPetition(world.store)
		await world.store.write('before', (tx) => before(tx, id))
		return { attempt: (tx, actor) => attempt(tx, { petitionId: id, actor, now }) }
	},
})

const invalidation = (state: 'tried' | 'done') => (tx: Writer, petitionId: number) =>
	tx.insert(invalidations).values({
		id: 'one',
		petitionId,
		criterion: 'source',
		conditions: { network: 'crowd', state: 'confirmed' },
		reason: '',
		state,
		found: 3,
		until: 3,
		triedAt: now,
		triedBy: by,
	})

const update = (tx: Writer, petitionId: number) =>
	tx.insert(petitionUpdates).values({
		id: 'one',
		petitionId,
		language: 'en',
		title: 'A meeting',
		text: 'We met.',
		html: '<p>We met.</p>',
		toSigners: true,
		writtenAt: now,
	})

async function sheet(tx: Writer, petitionId: number) {
	await tx
		.insert(paperSheets)
		.values({ id: 'one', petitionId, label: 'sheet 1', enteredAt: now, enteredBy: by })
	await tx
		.insert(paperRows)
		.values({ sheetId: 'one', ordinal: 9, signedOn: '2026-03-10', enteredAt: now, enteredBy: by })
}

const ROW = {
	fullName: 'A Signer',
	identifier: '900101300126',
	region: 'KZ-10',
	signedOn: '2026-03-10',
}
const DECIDED = { invalidationId: 'one', reason: 'They came from one machine' }

export const signatureActs: readonly (Row & { act: PetitionAct })[] = [
	row('keepTrial', 'try-removal', ['moderator'], (tx, act) =>
		keepTrial(tx, {
			...act,
			conditions: { network: 'crowd', state: 'confirmed' },
			found: 0,
			ordinals: { from: 1, to: 0 },
		}),
	),
	row(
		'startInvalidation',
		'invalidate',
		['moderator'],
		(tx, act) => startInvalidation(tx, { ...act, ...DECIDED }),
		invalidation('tried'),
	),
	row(
		'discardTrial',
		'try-removal',
		['moderator'],
		(tx, act) => discardTrial(tx, { ...act, ...DECIDED }),
		invalidation('tried'),
	),
	row(
		'reverseInvalidation',
		'invalidate',
		['moderator'],
		(tx, act) => reverseInvalidation(tx, { ...act, ...DECIDED }),
		invalidation('done'),
	),
	row('confirmGroup', 'invalidate', ['moderator'], (tx, act) =>
		confirmGroup(tx, { ...act, group: { by: 'network', key: 'crowd' } }),
	),
	row('beginSheet', 'enter-sheet', ['moderator'], (tx, act) => beginSheet(tx, { ...act, label: 'sheet 1' })),
	row(
		'enterRow',
		'enter-sheet',
		['moderator'],
		(tx, act) => enterRow(tx, { ...act, sheetId: 'one', ...ROW }),
		sheet,
	),
	row(
		'takeRowOut',
		'enter-sheet',
		['moderator'],
		(tx, act) => takeRowOut(tx, { ...act, sheetId: 'one', ordinal: 9, reason: 'Wrong line' }),
		sheet,
	),
	row('writeUpdate', 'write-update', ['author'], (tx, act) =>
		writeUpdate(tx, { ...act, language: 'en', title: 'A meeting', text: 'We met.', toSigners: true }),
	),
	row(
		'decideUpdate',
		'decide-update',
		['moderator'],
		(tx, act) => decideUpdate(tx, { ...act, updateId: 'one', refusal: null }),
		update,
	),
]
