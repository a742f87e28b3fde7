import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { prepared } from '#db/prepared.ts'
import { petitionUpdates as updates } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnPetition, openPetition, recordPetitionStep, tellStarter } from './petition.server.ts'
import type { PetitionRefusal } from './petition.ts'
import { writeToSigners } from './tell-signers.server.ts'
import { DAYS_BETWEEN_LETTERS } from './update.ts'

type Refusal = PetitionRefusal | 'not-found' | 'factorNeeded'

/** What the author has told, as the public reads it, newest first. */
export const updatesOf = (read: Reader, petitionId: number) => published(read).execute({ petitionId })

const published = prepared((read) =>
	read
		.select({
			id: updates.id,
			language: updates.language,
			title: updates.title,
			html: updates.html,
			at: updates.decidedAt,
		})
		.from(updates)
		.where(and(eq(updates.petitionId, sql.placeholder('petitionId')), eq(updates.state, 'published')))
		.orderBy(desc(updates.decidedAt), desc(updates.id)),
)

/** All of them with their state, newest first: for the author and for whoever decides. */
export const allUpdatesOf = (read: Reader, petitionId: number) =>
	read.select().from(updates).where(eq(updates.petitionId, petitionId)).orderBy(desc(updates.writtenAt))

interface NewUpdate extends ActingOnPetition {
	language: string
	title: string
	text: string
	toSigners: boolean
}

/** Waits until a moderator has read it. Signers are written to once a week at most. */
export async function writeUpdate(
	tx: Writer,
	{ language, title, text, toSigners, ...acting }: NewUpdate,
): Promise<Outcome<{ updateId: string }, Refusal | 'one-waits' | 'too-soon'>> {
	const opened = await openPetition(tx, 'write-update', acting)
	if (!opened.ok) return opened
	const { petitionId, now } = acting
	const own = eq(updates.petitionId, petitionId)
	if ((await tx.$count(updates, and(own, eq(updates.state, 'waiting')))) > 0) return refused('one-waits')
	const weekAgo = new Date(now.getTime() - DAYS_BETWEEN_LETTERS * 86_400_000)
	const lately = and(
		own,
		eq(updates.toSigners, true),
		ne(updates.state, 'refused'),
		gt(updates.writtenAt, weekAgo),
	)
	if (toSigners && (await tx.$count(updates, lately)) > 0) return refused('too-soon')
	const updateId = crypto.randomUUID()
	const { html } = renderMarkdown(text)
	await tx
		.insert(updates)
		.values({ id: updateId, petitionId, language, title, text, html, toSigners, writtenAt: now })
	await recordPetitionStep(tx, opened.value, acting, 'update-written', { updateId })
	return done({ updateId })
}

/** Publishes it, or refuses it with the reason; once. */
export async function decideUpdate(
	tx: Writer,
	{ updateId, refusal, ...acting }: ActingOnPetition & { updateId: string; refusal: string | null },
): Promise<Outcome<null, Refusal>> {
	const opened = await openPetition(tx, 'decide-update', acting)
	if (!opened.ok) return opened
	const { petition } = opened.value
	const { now, actor } = acting
	const [update] = await tx
		.select()
		.from(updates)
		.where(and(eq(updates.id, updateId), eq(updates.petitionId, petition.id)))
	if (!update) return refused('not-found')
	if (update.state !== 'waiting') return refused('wrong-state')
	const state = refusal === null ? ('published' as const) : ('refused' as const)
	await tx
		.update(updates)
		.set({ state, refusal, decidedAt: now, decidedBy: actor.personId })
		.where(eq(updates.id, updateId))
	await recordPetitionStep(tx, opened.value, acting, `update-${state}`, { updateId })
	const told = { title: update.title, path: `/petitions/${petition.number}/updates` }
	await tellStarter(tx, petition, `petition-update-${state}`, { ...told, reason: refusal }, now)
	if (state === 'published' && update.toSigners)
		await writeToSigners(tx, {
			petitionId: petition.id,
			notice: 'petition-update',
			values: { ...told, number: petition.number },
			now,
		})
	return done(null)
}
