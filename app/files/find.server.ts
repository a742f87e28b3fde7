import { and, eq, inArray, isNull } from 'drizzle-orm'
import { hearingById } from '#app/hearings/hearing.server.ts'
import { hasAPart, isPublic as isPublicHearing, mayDo } from '#app/hearings/hearing.ts'
import { isAuthor, mayRead } from '#app/inquiries/inquiry.ts'
import { bodiesDecidingOn } from '#app/inquiries/thread.server.ts'
import { hidingOf, notHidden } from '#app/moderation/text.server.ts'
import { type Actor, hasRole, isOnDesk } from '#app/people/actor.ts'
import { considerationById, petitionById } from '#app/petitions/petition.server.ts'
import { isPublic } from '#app/petitions/petition.ts'
import { pictures, posts } from '#db/schema/blogs.ts'
import { offices } from '#db/schema/bodies.ts'
import { attachments, files } from '#db/schema/files.ts'
import { hearingChannels, hearingDocuments, remarks } from '#db/schema/hearings.ts'
import { answers, corrections, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { additions } from '#db/schema/mail.ts'
import type { Reader } from '#db/store.ts'
import { KEPT_FILE, type KeptFile } from './kept-file.server.ts'

/** What this person sent and has not attached to anything yet, in the order given. */
export async function looseFiles(
	read: Reader,
	ids: readonly string[],
	personId: string | null,
): Promise<KeptFile[]> {
	if (ids.length === 0) return []
	const found = await read
		.select(KEPT_FILE)
		.from(files)
		.leftJoin(attachments, eq(attachments.fileId, files.id))
		.where(
			and(
				inArray(files.id, [...ids]),
				personId === null ? isNull(files.uploadedBy) : eq(files.uploadedBy, personId),
				isNull(attachments.id),
			),
		)
	return ids.flatMap((id) => found.find((file) => file.id === id) ?? [])
}

/** The file, if this actor may open it, and whether everybody may. */
export async function fileFor(read: Reader, id: string, actor: Actor) {
	const [file] = await read.select().from(files).where(eq(files.id, id))
	if (!file) return undefined
	const attached = await read.select().from(attachments).where(eq(attachments.fileId, id))
	for (const attachment of attached) {
		const access = await accessTo(read, attachment, actor)
		if (access) return { file, open: access === 'open' }
	}
	const pictured = await accessToPicture(read, id, actor)
	if (pictured) return { file, open: pictured === 'open' }
	const own = attached.length === 0 && actor.personId !== null && file.uploadedBy === actor.personId
	return own ? { file, open: false } : undefined
}

type Access = 'open' | 'personal' | undefined

async function accessTo(
	read: Reader,
	attachment: typeof attachments.$inferSelect,
	actor: Actor,
): Promise<Access> {
	if (attachment.subject === 'draft') return accessToDraft(read, attachment.subjectId, actor)
	if (attachment.subject === 'petition') return accessToPetition(read, Number(attachment.subjectId), actor)
	if (attachment.subject === 'consideration')
		return accessToDecision(read, Number(attachment.subjectId), actor)
	if (attachment.subject === 'document') return accessToDocument(read, attachment.subjectId, actor)
	if (attachment.subject === 'remark') return accessToRemark(read, attachment, actor)
	if (attachment.subject === 'channel') return accessToChannel(read, attachment.subjectId, actor)
	const inquiryId = await inquiryOf(read, attachment)
	const [inquiry] = inquiryId
		? await read
				.select({
					id: inquiries.id,
					authorId: inquiries.authorId,
					visibility: inquiries.visibility,
					hidden: inquiries.hidden,
				})
				.from(inquiries)
				.where(eq(inquiries.id, inquiryId))
		: []
	if (!inquiry) return undefined
	// What came with a correction is for the author and the desk, like the correction itself.
	const published = attachment.public && attachment.subject !== 'correction'
	const open = published && !(await isHiddenAnswer(read, attachment))
	if (open && inquiry.visibility === 'public' && !inquiry.hidden) return 'open'
	const handled = await read
		.select({ bodyId: proceedings.bodyId })
		.from(proceedings)
		.where(eq(proceedings.inquiryId, inquiry.id))
	// The body that decides a complaint about the case reads its file too (APPC 91(4)).
	const bodyIds = [...handled.map(({ bodyId }) => bodyId), ...(await bodiesDecidingOn(read, inquiry.id))]
	const inside =
		isAuthor(actor, inquiry) ||
		bodyIds.some((bodyId) => isOnDesk(actor, bodyId)) ||
		(inquiry.visibility === 'public' && hasRole(actor, 'overseer'))
	if (inside) return 'personal'
	return open && mayRead(actor, inquiry, bodyIds) ? 'personal' : undefined
}

/** Until it is signed it is the desk's own paper. */
async function accessToDraft(read: Reader, proceedingId: string, actor: Actor): Promise<Access> {
	const [handled] = await read
		.select({ bodyId: proceedings.bodyId })
		.from(proceedings)
		.where(eq(proceedings.id, proceedingId))
	return handled && isOnDesk(actor, handled.bodyId) ? 'personal' : undefined
}

/**
 * Open with the petition itself. Before, whoever has the link for first supporters reads the ids of its files there, which
 * nobody can guess.
 */
async function accessToPetition(read: Reader, petitionId: number, actor: Actor): Promise<Access> {
	const petition = await petitionById(read, petitionId)
	if (!petition) return undefined
	if (isPublic(petition) && !petition.hidden) return 'open'
	if (actor.personId !== null && actor.personId === petition.authorId) return 'personal'
	if (hasRole(actor, 'moderator') && petition.state !== 'draft') return 'personal'
	return petition.state === 'sponsoring' ? 'personal' : undefined
}

/** What goes with a decision came with its signature, and is open as its petition is. */
async function accessToDecision(read: Reader, considerationId: number, actor: Actor): Promise<Access> {
	const consideration = await considerationById(read, considerationId)
	if (!consideration) return undefined
	const access = await accessToPetition(read, consideration.petitionId, actor)
	return access ?? (isOnDesk(actor, consideration.bodyId) ? 'personal' : undefined)
}

async function accessToDocument(read: Reader, id: string, actor: Actor): Promise<Access> {
	const { hearingId, addedBy, hiddenAt } = hearingDocuments
	const [document] = await read
		.select({ hearingId, addedBy, hiddenAt })
		.from(hearingDocuments)
		.where(eq(hearingDocuments.id, id))
	if (!document) return undefined
	if (!document.hiddenAt) return accessToHearing(read, document.hearingId, actor)
	return actor.personId !== null && actor.personId === document.addedBy ? 'personal' : undefined
}

/** Open with the text of the remark; its author and those who sort remarks open it in any case. */
async function accessToRemark(
	read: Reader,
	{ subjectId, public: open }: typeof attachments.$inferSelect,
	actor: Actor,
): Promise<Access> {
	const [hearingId, ordinal] = subjectId.split('-').map(Number) as [number, number]
	const hearing = await hearingById(read, hearingId)
	const [remark] = await read
		.select({ personId: remarks.personId, state: remarks.state, published: remarks.published })
		.from(remarks)
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	if (!hearing || !remark) return undefined
	if (open && remark.published && remark.state !== 'withdrawn' && isPublicHearing(hearing)) return 'open'
	const own = actor.personId !== null && actor.personId === remark.personId
	return own || mayDo('sort-remarks', actor, hearing) ? 'personal' : undefined
}

/** What proves that a hearing was announced. */
async function accessToChannel(read: Reader, id: string, actor: Actor): Promise<Access> {
	const [channel] = await read
		.select({ hearingId: hearingChannels.hearingId })
		.from(hearingChannels)
		.where(eq(hearingChannels.id, id))
	return channel && accessToHearing(read, channel.hearingId, actor)
}

async function accessToHearing(read: Reader, hearingId: number, actor: Actor): Promise<Access> {
	const hearing = await hearingById(read, hearingId)
	if (!hearing) return undefined
	if (isPublicHearing(hearing)) return 'open'
	return hasAPart(actor, hearing) ? 'personal' : undefined
}

const isHiddenAnswer = async (read: Reader, { subject, subjectId }: typeof attachments.$inferSelect) =>
	subject === 'answer' && (await hidingOf(read, 'answer', subjectId)) !== undefined

async function inquiryOf(
	read: Reader,
	{ subject, subjectId }: typeof attachments.$inferSelect,
): Promise<string | undefined> {
	if (subject === 'inquiry') return subjectId
	if (subject === 'answer') {
		const [answer] = await read
			.select({ inquiryId: answers.inquiryId })
			.from(answers)
			.where(eq(answers.id, subjectId))
		return answer?.inquiryId
	}
	if (subject === 'addition') {
		const [addition] = await read
			.select({ inquiryId: additions.inquiryId })
			.from(additions)
			.where(eq(additions.id, subjectId))
		return addition?.inquiryId
	}
	const [correction] = await read
		.select({ inquiryId: proceedings.inquiryId })
		.from(corrections)
		.innerJoin(proceedings, eq(proceedings.id, corrections.proceedingId))
		.where(eq(corrections.id, subjectId))
	return correction?.inquiryId
}

/** A picture is seen by everybody once its post is, before that by the desk of its body. */
async function accessToPicture(read: Reader, fileId: string, actor: Actor): Promise<Access> {
	const shown = await read
		.select({ state: posts.state, bodyId: offices.bodyId })
		.from(pictures)
		.innerJoin(posts, eq(posts.id, pictures.postId))
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(and(eq(pictures.fileId, fileId), notHidden(read, 'post', posts.id)))
	if (shown.some(({ state }) => state === 'published')) return 'open'
	return shown.some(({ bodyId }) => isOnDesk(actor, bodyId)) ? 'personal' : undefined
}
