import { eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attachments } from '#db/schema/files.ts'
import { inquiries, type VISIBILITIES } from '#db/schema/inquiries.ts'
import { indexForSearch } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, openCase, recordStep } from './act.server.ts'
import type { ActRefusal } from './inquiry.ts'

type Refusal = ActRefusal | 'not-found'

/** The account under which the author confirms, when they have signed in. */
interface Account {
	personId: string
	name: string
	publicName: string
	email: string | null
	assuranceLevel: number
}

/**
 * The author of a question that came by e-mail says that it is theirs, and whether the public may read it. That
 * they opened the link shows that the address is theirs (level 1); whoever has signed in stands behind it with
 * what they have proved.
 */
export async function confirmInquiry(
	tx: Writer,
	act: Acting & { visibility: (typeof VISIBILITIES)[number]; account?: Account },
): Promise<Outcome<null, Refusal>> {
	const opened = await openCase(tx, 'confirm', act)
	if (!opened.ok) return opened
	const { inquiry } = opened.value
	if (inquiry.confirmation === 'confirmed') return done(null)
	if (inquiry.confirmation === null) return refused('wrong-state')
	const { account } = act
	await tx
		.update(inquiries)
		.set({
			confirmation: 'confirmed',
			visibility: act.visibility,
			assuranceLevel: Math.max(1, account?.assuranceLevel ?? 0),
			...(account && {
				authorId: account.personId,
				authorName: account.name,
				publicName: account.publicName,
				authorEmail: account.email ?? inquiry.authorEmail,
			}),
		})
		.where(eq(inquiries.id, inquiry.id))
	if (act.visibility === 'public') {
		await tx.update(attachments).set({ public: true }).where(eq(attachments.subjectId, inquiry.id))
		await indexForSearch(tx, 'inquiry', inquiry.id, `${inquiry.subject}\n${inquiry.text}`)
	}
	await recordStep(tx, opened.value, act, 'confirmed')
	return done(null)
}

/**
 * Whoever owns the address says that they did not write it. They are written to no more; the desk sees it, and
 * the head decides: a filing whose author cannot be established may be ended (APPC 88(1)2).
 */
export async function denyInquiry(tx: Writer, act: Acting): Promise<Outcome<null, Refusal>> {
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
