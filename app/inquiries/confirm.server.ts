import { eq } from 'drizzle-orm'
import { refreshSearch } from '#app/moderation/text.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attachments } from '#db/schema/files.ts'
import { inquiries, proceedings, type VISIBILITIES } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, type Opened, openCase, recordStep } from './act.server.ts'
import type { ActRefusal } from './inquiry.ts'
import { levelToFile } from './submit.server.ts'

/** The account under which the author confirms, when they have signed in. */
interface Account {
	personId: string
	name: string
	publicName: string
	assuranceLevel: number
}

/** How well they are known: whoever has the link shows that the address is theirs, an account what it has proved. */
const levelShown = (account: Account | undefined) => Math.max(1, account?.assuranceLevel ?? 0)

/** Whether they are known as well as somebody who files the same on the site. */
export const mayConfirm = async (
	read: Reader,
	{ inquiry, law }: Pick<Opened, 'inquiry' | 'law'>,
	account: Account | undefined,
): Promise<boolean> => levelShown(account) >= (await levelToFile(read, law.profile, inquiry))

/**
 * The author of a question that came by e-mail says that it is theirs, and whether the public may read it. As its
 * author they must be known as well as on the site; until they are, its term runs all the same (APPC 64(1)).
 */
export async function confirmInquiry(
	tx: Writer,
	act: Acting & { visibility: (typeof VISIBILITIES)[number]; account?: Account },
): Promise<Outcome<null, ActRefusal | 'not-found' | 'level'>> {
	const opened = await openCase(tx, 'confirm', act)
	if (!opened.ok) return opened
	const { inquiry } = opened.value
	if (inquiry.confirmation === 'confirmed') return done(null)
	if (inquiry.confirmation === null) return refused('wrong-state')
	const { account } = act
	if (!(await mayConfirm(tx, opened.value, account))) return refused('level')
	await tx
		.update(inquiries)
		.set({
			confirmation: 'confirmed',
			visibility: act.visibility,
			assuranceLevel: levelShown(account),
			...(account && {
				authorId: account.personId,
				authorName: account.name,
				publicName: account.publicName,
			}),
		})
		.where(eq(inquiries.id, inquiry.id))
	if (act.visibility === 'public') {
		await tx.update(proceedings).set({ public: true }).where(eq(proceedings.inquiryId, inquiry.id))
		await tx.update(attachments).set({ public: true }).where(eq(attachments.subjectId, inquiry.id))
		await refreshSearch(tx, { kind: 'inquiry', ref: inquiry.id })
	}
	await recordStep(tx, opened.value, act, 'confirmed')
	return done(null)
}

/**
 * Whoever owns the address says that they did not write it. They are written to no more; the desk sees it, and
 * the head decides: a filing whose author cannot be established may be ended (APPC 88(1)2).
 */
export async function denyInquiry(tx: Writer, act: Acting): Promise<Outcome<null, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'confirm', act)
	if (!opened.ok) return opened
	const { inquiry } = opened.value
	if (inquiry.confirmation === 'denied') return done(null)
	if (inquiry.confirmation !== 'awaited') return refused('wrong-state')
	await tx
		.update(inquiries)
		.set({ confirmation: 'denied', authorEmail: null })
		.where(eq(inquiries.id, inquiry.id))
	await recordStep(tx, opened.value, act, 'denied')
	return done(null)
}
