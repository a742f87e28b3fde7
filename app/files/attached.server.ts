import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { type ATTACHED_TO, attachments, files } from '#db/schema/files.ts'
import type { Reader } from '#db/store.ts'
import type { AttachedFile } from './attached-file.ts'

/** The files of each subject that the viewer may open. */
export async function filesOf(
	read: Reader,
	subject: (typeof ATTACHED_TO)[number],
	subjectIds: readonly string[],
	insider: boolean,
): Promise<Map<string, AttachedFile[]>> {
	const query = (insider ? attachedTo : openlyAttachedTo)(read)
	const found = subjectIds.map(async (subjectId) => {
		const rows = await query.execute({ subject, subjectId })
		return [subjectId, rows] as const
	})
	return new Map((await Promise.all(found)).filter(([, rows]) => rows.length > 0))
}

const attached = (read: Reader, open?: SQL) =>
	read
		.select({ id: files.id, name: files.name, mediaType: files.mediaType, size: files.size })
		.from(attachments)
		.innerJoin(files, eq(files.id, attachments.fileId))
		.where(
			and(
				eq(attachments.subject, sql.placeholder('subject')),
				eq(attachments.subjectId, sql.placeholder('subjectId')),
				open,
			),
		)
		.orderBy(asc(attachments.position))

const attachedTo = prepared((read) => attached(read))
const openlyAttachedTo = prepared((read) => attached(read, eq(attachments.public, true)))
