import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { detach } from '#app/files/attach.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { foldEmail } from '#app/people/email.ts'
import { type Person, personById } from '#app/people/find.server.ts'
import { recordOf } from '#app/people/record.server.ts'
import { signaturesBy } from '#app/petitions/own.server.ts'
import { recordAll } from '#app/register/record.server.ts'
import { officials } from '#db/schema/bodies.ts'
import { files } from '#db/schema/files.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { people } from '#db/schema/people.ts'
import { petitionSignatures, petitions } from '#db/schema/petitions.ts'
import { outbox, reports } from '#db/schema/register.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Reader, Writer } from '#db/store.ts'
import { inForce } from './effect.server.ts'
import { type ErasureRefusal, refusalToErase } from './erasure.ts'
import { leaveHearings } from './hearings.server.ts'
import { type Owner, ownInquiries } from './own.server.ts'
import { forgetMail } from './own-mail.server.ts'

/** The keys to hold: the person, the address, and every question, so that no letter is addressed meanwhile. */
export async function keysForErasure(read: Reader, owner: Owner): Promise<string[]> {
	const own = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(ownInquiries(owner))
		.orderBy(inquiries.id)
	return [`person:${owner.id}`, ...own.map(({ id }) => `inquiry:${id}`)]
}

/**
 * Erases the actor's own account. What was filed stays on the record of the bodies with the name and postal address
 * that the law wants there (APPC 63(2)), and so do petitions, signatures on them, and what was said in hearings; everything else goes: the account, addresses, names in public, proofs,
 * sessions, letters. It is recorded under an id that leads to nobody any more.
 */
export async function eraseAccount(
	tx: Writer,
	{ actor, now }: { actor: Actor; now: Date },
): Promise<Outcome<null, ErasureRefusal | 'not-allowed'>> {
	const { personId } = actor
	const person = personId ? await personById(tx, personId) : undefined
	if (!personId || !person) return refused('not-allowed')
	const today = dayIn(zoneInForce(), now)
	const refusal = refusalToErase(await inForce(tx, personId, today))
	if (refusal) return refused(refusal)

	await forgetLetters(tx, person)
	if (person.email)
		await writeNotice(tx, {
			notice: 'account-erased',
			recipient: person.email,
			language: person.language,
			values: { path: '' },
			now,
		})
	await recordOf(tx, { personId, type: 'account-erased', now })
	await forgetMail(tx, person)
	await leaveInquiries(tx, person, today, now)
	await leavePetitions(tx, person.id, now)
	await leaveHearings(tx, person.id, now)
	// Whoever refers to the row waits for the change of its unique column, and then finds nobody.
	await tx
		.update(people)
		.set({ email: null, emailFolded: `erased:${personId}`, identifierHash: null, fullName: '' })
		.where(eq(people.id, personId))
	await leaveTraces(tx, personId)
	await tx.delete(people).where(eq(people.id, personId))
	return done(null)
}

/** Those that wait are not sent any more; those that were sent no longer say to whom. */
async function forgetLetters(tx: Writer, { id, email, phone }: Person): Promise<void> {
	const addresses = [email, email && foldEmail(email), phone].filter((address) => address !== null)
	const theirs = or(eq(outbox.personId, id), inArray(outbox.recipient, addresses))
	await tx.delete(outbox).where(and(theirs, isNull(outbox.sentAt), isNull(outbox.failedAt)))
	await tx.update(outbox).set({ recipient: '', values: {}, personId: null }).where(theirs)
}

/** The public reads a neutral form in the place of an empty name, in its own language. */
async function leaveInquiries(tx: Writer, person: Person, today: Day, now: Date): Promise<void> {
	const left = await tx
		.update(inquiries)
		.set({ authorId: null, authorEmail: null, authorPhone: null, publicName: '', submissionId: null })
		.where(ownInquiries(person))
		.returning({ id: inquiries.id })
	await recordAll(
		tx,
		left.map(({ id }) => ({
			subject: 'inquiry',
			subjectId: id,
			type: 'author_erased',
			at: now,
			on: today,
			by: 'author',
			once: `author-erased:${id}`,
		})),
	)
}

/** Drafts go. A petition that was handed in, and a signature that was given, stay on the record without the account. */
async function leavePetitions(tx: Writer, personId: string, now: Date): Promise<void> {
	const drafts = await tx
		.delete(petitions)
		.where(and(eq(petitions.authorId, personId), eq(petitions.state, 'draft')))
		.returning({ id: petitions.id })
	await detach(
		tx,
		'petition',
		drafts.map(({ id }) => String(id)),
		now,
	)
	await tx
		.update(petitions)
		.set({ authorId: null, publicAuthor: '', submissionId: null })
		.where(eq(petitions.authorId, personId))
	for (const { petitionId, ordinal } of await signaturesBy(tx, personId))
		await tx
			.update(petitionSignatures)
			.set({ personId: null, publicName: null, email: null, updates: false })
			.where(and(eq(petitionSignatures.petitionId, petitionId), eq(petitionSignatures.ordinal, ordinal)))
}

async function leaveTraces(tx: Writer, personId: string): Promise<void> {
	await tx.update(proceedings).set({ executorId: null }).where(eq(proceedings.executorId, personId))
	await tx.update(signatures).set({ personId: null }).where(eq(signatures.personId, personId))
	await tx.update(officials).set({ personId: null }).where(eq(officials.personId, personId))
	await tx.update(reports).set({ reporterId: null }).where(eq(reports.reporterId, personId))
	await tx.update(files).set({ uploadedBy: null }).where(eq(files.uploadedBy, personId))
}
