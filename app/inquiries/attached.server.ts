import { and, asc, eq, inArray } from 'drizzle-orm'
import { attachments, files } from '#db/schema/files.ts'
import type { Reader } from '#db/store.ts'
import type { AttachedFile } from './thread.ts'

/** The files of each subject that the viewer may open. */
export async function filesOf(
	read: Reader,
	subject: 'inquiry' | 'correction' | 'answer',
	subjectIds: readonly string[],
	insider: boolean,
): Promise<Map<string, AttachedFile[]>> {
	const found = new Map<string, AttachedFile[]>()
	if (subjectIds.length === 0) return found
	const rows = await read
		.select({
			subjectId: attachments.subjectId,
			file: { id: files.id, name: files.name, mediaType: files.mediaType, size: files.size },
		})
		.from(attachments)
		.innerJoin(files, eq(files.id, attachments.fileId))
		.where(
			and(
				eq(attachments.subject, subject),
				inArray(attachments.subjectId, [...subjectIds]),
				insider ? undefined : eq(attachments.public, true),
			),
		)
		.orderBy(asc(attachments.position))
	for (const { subjectId, file } of rows) found.set(subjectId, [...(found.get(subjectId) ?? []), file])
	return found
}
