import { and, asc, desc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm'
import { devices, factors } from '#db/schema/factors.ts'
import { attachments, files } from '#db/schema/files.ts'
import {
	answers,
	breaches,
	corrections,
	extensions,
	inquiries,
	partialAnswers,
	proceedings,
	promises,
	redirects,
	satisfactions,
	terminations,
} from '#db/schema/inquiries.ts'
import { additions } from '#db/schema/mail.ts'
import { follows, notices } from '#db/schema/notices.ts'
import { identities, people, roles, sessions } from '#db/schema/people.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import { events, outbox, reports } from '#db/schema/register.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Reader } from '#db/store.ts'
import { type Owner, ownInquiries } from './own.server.ts'

/** The account as it stands, without what only serves to check a proof: hashes and keys tell nobody anything. */
export async function accountHeld(read: Reader, personId: string) {
	const [person] = await read.select().from(people).where(eq(people.id, personId))
	if (!person) throw new Error(`no person ${personId}`)
	const { passwordHash, identifierHash, emailFolded: _, closedAt: __, ...account } = person
	return {
		...account,
		password: passwordHash !== null,
		nationalIdentifier: identifierHash !== null,
		...(await proofsHeld(read, personId)),
		sessions: await read
			.select({
				createdAt: sessions.createdAt,
				seenAt: sessions.seenAt,
				expiresAt: sessions.expiresAt,
				device: sessions.device,
				proof: sessions.proof,
				level: sessions.level,
			})
			.from(sessions)
			.where(eq(sessions.personId, personId))
			.orderBy(desc(sessions.createdAt)),
		roles: await read
			.select({
				role: roles.role,
				bodyId: roles.bodyId,
				grantedAt: roles.grantedAt,
				endedAt: roles.endedAt,
			})
			.from(roles)
			.where(eq(roles.personId, personId))
			.orderBy(asc(roles.grantedAt)),
		follows: await read
			.select({
				subject: follows.subject,
				subjectId: follows.subjectId,
				rhythm: follows.rhythm,
				createdAt: follows.createdAt,
			})
			.from(follows)
			.where(eq(follows.personId, personId))
			.orderBy(asc(follows.createdAt)),
		reports: await read
			.select({
				subject: reports.subject,
				subjectId: reports.subjectId,
				reason: reports.reason,
				explanation: reports.explanation,
				at: reports.at,
				outcome: reports.outcome,
			})
			.from(reports)
			.where(eq(reports.reporterId, personId))
			.orderBy(asc(reports.at)),
	}
}

/** What opens the account, by name and time: what is kept to check it stays here. */
async function proofsHeld(read: Reader, personId: string) {
	return {
		identities: await read
			.select({
				kind: identities.kind,
				provider: identities.provider,
				level: identities.level,
				region: identities.region,
				linkedAt: identities.linkedAt,
				lastUsedAt: identities.lastUsedAt,
				unlinkedAt: identities.unlinkedAt,
			})
			.from(identities)
			.where(eq(identities.personId, personId))
			.orderBy(asc(identities.linkedAt)),
		factors: await read
			.select({
				kind: factors.kind,
				name: factors.name,
				createdAt: factors.createdAt,
				lastUsedAt: factors.lastUsedAt,
			})
			.from(factors)
			.where(eq(factors.personId, personId))
			.orderBy(asc(factors.createdAt)),
		knownBrowsers: await read
			.select({ seenAt: devices.seenAt })
			.from(devices)
			.where(eq(devices.personId, personId))
			.orderBy(asc(devices.seenAt)),
	}
}

/** What they were told: in the application, and by which letters. */
export async function noticesHeld(read: Reader, personId: string, email: string | null) {
	return {
		notices: await read
			.select({ notice: notices.notice, values: notices.values, at: notices.at, readAt: notices.readAt })
			.from(notices)
			.where(eq(notices.personId, personId))
			.orderBy(asc(notices.number)),
		letters: await read
			.select({
				notice: outbox.notice,
				language: outbox.language,
				createdAt: outbox.createdAt,
				sentAt: outbox.sentAt,
				failedAt: outbox.failedAt,
			})
			.from(outbox)
			.where(or(eq(outbox.personId, personId), email ? eq(outbox.recipient, email) : undefined))
			.orderBy(asc(outbox.number)),
	}
}

/** What happened to the account itself. */
export const recordHeld = (read: Reader, personId: string) =>
	read
		.select({ type: events.type, at: events.at, by: events.by, details: events.details })
		.from(events)
		.where(and(eq(events.subject, 'person'), eq(events.subjectId, personId)))
		.orderBy(asc(events.sequence))

/** Which questions are theirs, oldest first. */
export const inquiriesHeld = (read: Reader, owner: Owner) =>
	read
		.select({ id: inquiries.id, number: inquiries.number })
		.from(inquiries)
		.where(ownInquiries(owner))
		.orderBy(asc(inquiries.receivedAt), asc(inquiries.number))

/** One question with its whole record. Drafts and notes of the desk are the body's own papers. */
export async function inquiryHeld(read: Reader, inquiryId: string) {
	const [row] = await read.select().from(inquiries).where(eq(inquiries.id, inquiryId))
	if (!row) throw new Error(`no inquiry ${inquiryId}`)
	const { receiptHash: _, submissionId: __, html: ___, ...inquiry } = row
	const handled = await read
		.select()
		.from(proceedings)
		.where(eq(proceedings.inquiryId, inquiryId))
		.orderBy(asc(proceedings.ordinal))
	const ids = handled.map(({ id }) => id)
	const record = await read
		.select({
			type: events.type,
			at: events.at,
			on: events.on,
			by: events.by,
			proceedingId: events.proceedingId,
			details: events.details,
		})
		.from(events)
		.where(
			and(
				eq(events.subject, 'inquiry'),
				eq(events.subjectId, inquiryId),
				notInArray(events.type, ['draft_submitted', 'draft_taken_over']),
			),
		)
		.orderBy(asc(events.sequence))
	// Whoever joined another question got the answer to that one.
	const named = (key: string) =>
		record.flatMap(({ details }) => (typeof details[key] === 'string' ? [details[key]] : []))
	return {
		inquiry,
		proceedings: handled.map(({ executorId: _, ...proceeding }) => proceeding),
		record,
		corrections: (await read.select().from(corrections).where(inArray(corrections.proceedingId, ids))).map(
			({ by: _, replyHtml: __, ...correction }) => correction,
		),
		extensions: (await read.select().from(extensions).where(inArray(extensions.proceedingId, ids))).map(
			({ by: _, ...extension }) => extension,
		),
		redirects: (await read.select().from(redirects).where(inArray(redirects.fromId, ids))).map(
			({ by: _, ...redirect }) => redirect,
		),
		terminations: (await read.select().from(terminations).where(inArray(terminations.proceedingId, ids))).map(
			({ by: _, ...termination }) => termination,
		),
		breaches: await read.select().from(breaches).where(eq(breaches.inquiryId, inquiryId)),
		answers: await answersHeld(read, named('answerId'), inquiryId),
		partialAnswers: await read
			.select({
				language: partialAnswers.language,
				body: partialAnswers.body,
				signedAt: partialAnswers.signedAt,
				signedOn: partialAnswers.signedOn,
				signerName: partialAnswers.signerName,
			})
			.from(partialAnswers)
			.where(inArray(partialAnswers.id, named('partialAnswerId')))
			.orderBy(asc(partialAnswers.signedAt)),
		rating:
			(await read.select().from(satisfactions).where(eq(satisfactions.inquiryId, inquiryId)))[0] ?? null,
		additions: await read
			.select({ text: additions.text, at: additions.at })
			.from(additions)
			.where(eq(additions.inquiryId, inquiryId))
			.orderBy(asc(additions.at)),
	}
}

/** What was left out of the public version protects whoever asked first: those who joined get that version. */
async function answersHeld(read: Reader, ids: readonly string[], inquiryId: string) {
	if (ids.length === 0) return []
	const given = await read
		.select()
		.from(answers)
		.where(inArray(answers.id, [...ids]))
		.orderBy(asc(answers.signedAt))
	const made = await read
		.select({
			answerId: promises.answerId,
			text: promises.text,
			dueOn: promises.dueOn,
			keptAt: promises.keptAt,
			keptNote: promises.keptNote,
		})
		.from(promises)
		.where(inArray(promises.answerId, [...ids]))
	return given.map((answer) => {
		const { language, outcome, law, appeal, signedAt, signedOn, signerName, late } = answer
		const whole = answer.inquiryId === inquiryId || answer.redactionReason === null
		return {
			...{ language, outcome, law, appeal, signedAt, signedOn, signerName, late },
			...(whole ? { body: answer.body, reasons: answer.reasons, facts: answer.facts } : {}),
			publicHtml: answer.publicHtml,
			promises: made.filter(({ answerId }) => answerId === answer.id),
		}
	})
}

export interface HeldFile {
	name: string
	sha256: string
}

/** The files of a question: what its author sent with it, with a correction and later, and what came with its answers. */
export async function filesHeld(read: Reader, inquiryId: string): Promise<HeldFile[]> {
	const mended = await read
		.select({ id: corrections.id })
		.from(corrections)
		.innerJoin(proceedings, eq(proceedings.id, corrections.proceedingId))
		.where(eq(proceedings.inquiryId, inquiryId))
	const given = await read.select({ id: answers.id }).from(answers).where(eq(answers.inquiryId, inquiryId))
	const added = await read
		.select({ id: additions.id })
		.from(additions)
		.where(eq(additions.inquiryId, inquiryId))
	const subjects = [...mended, ...given, ...added].map(({ id }) => id)
	return read
		.select({ name: files.name, sha256: files.sha256 })
		.from(attachments)
		.innerJoin(files, eq(files.id, attachments.fileId))
		.where(inArray(attachments.subjectId, [inquiryId, ...subjects]))
		.orderBy(asc(attachments.position), asc(attachments.id))
}

/** What was sent and never attached to anything. */
export const looseFilesHeld = (read: Reader, personId: string): Promise<HeldFile[]> =>
	read
		.select({ name: files.name, sha256: files.sha256 })
		.from(files)
		.leftJoin(attachments, eq(attachments.fileId, files.id))
		.where(and(eq(files.uploadedBy, personId), isNull(attachments.id)))
		.orderBy(asc(files.uploadedAt), asc(files.id))

/** The signatures that they gave, whole, as they can be verified again. */
export const signaturesHeld = (read: Reader, inquiryId: string) =>
	read
		.select({ statement: signatures.statement, text: signatures.text, cms: signatures.cms })
		.from(signatures)
		.where(and(eq(signatures.subject, 'inquiry'), eq(signatures.subjectId, inquiryId)))
		.orderBy(asc(signatures.signedAt))

/** The petitions that the person started, with their texts, drafts among them. */
export async function petitionsHeld(read: Reader, personId: string) {
	const started = await read
		.select()
		.from(petitions)
		.where(eq(petitions.authorId, personId))
		.orderBy(asc(petitions.id))
	const ids = started.map(({ id }) => id)
	const texts = ids.length
		? await read.select().from(petitionTexts).where(inArray(petitionTexts.petitionId, ids))
		: []
	return started.map(({ linkHash: _, submissionId: __, ...petition }) => ({
		...petition,
		texts: texts.filter(({ petitionId }) => petitionId === petition.id),
	}))
}
