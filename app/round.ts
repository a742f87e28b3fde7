import type { MailHome } from '#app/mail/address.server.ts'
import type { Post } from '#app/notices/post.server.ts'

/** One round of the duties: the moment it stands for, and what it needs of the installation. */
export interface Round {
	now: Date
	/** The profile in force here: its office hours, its calendar to warn about. */
	profileId: string
	publicUrl: string
	/** Makes the links of receipts again, which are kept nowhere. */
	secretKey: string
	post: Post
	/** Where answers to letters go, in an installation that takes mail. */
	mailHome?: MailHome | undefined
}
