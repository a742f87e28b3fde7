import { choice, flag, id, index, instant, integer, table, text } from '../columns.ts'

/** A stored file. The bytes lie in the file store under `sha256`. */
export const files = table(
	'files',
	{
		id: id(),
		sha256: text('sha256').notNull(),
		name: text('name').notNull(),
		mediaType: text('media_type').notNull(),
		size: integer('size').notNull(),
		uploadedAt: instant('uploaded_at').notNull(),
		uploadedBy: text('uploaded_by'),
	},
	(file) => [index('files_sha256').on(file.sha256), index('files_uploaded').on(file.uploadedAt)],
)

export const ATTACHED_TO = [
	'inquiry',
	'correction',
	'draft',
	'answer',
	'addition',
	'petition',
	'consideration',
	'remark',
	'document',
	'channel',
] as const

/** A file that goes with an inquiry, with its author's correction or addition, with an answer or its draft. */
export const attachments = table(
	'attachments',
	{
		id: id(),
		fileId: text('file_id')
			.notNull()
			.references(() => files.id),
		subject: choice('subject', ATTACHED_TO).notNull(),
		subjectId: text('subject_id').notNull(),
		/** Whether the public may open it; the author and the desk always may. */
		public: flag('public').notNull().default(false),
		position: integer('position').notNull().default(0),
	},
	(attachment) => [
		index('attachments_subject').on(attachment.subject, attachment.subjectId),
		index('attachments_file').on(attachment.fileId),
	],
)
