import { attach } from '#app/files/attach.server.ts'
import { addressedTo, deskAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { additions } from '#db/schema/mail.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, openCase, recordStep } from './act.server.ts'
import type { ActRefusal } from './inquiry.ts'

/**
 * Keeps with the case what its author wrote without being asked, whatever has become of it meanwhile. It is
 * between them and the desk: the public reads that something was added, and not what.
 */
export async function addToInquiry(
	tx: Writer,
	act: Acting & { text: string; fileIds?: readonly string[] },
): Promise<Outcome<{ id: string }, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'add', act)
	if (!opened.ok) return opened
	const { inquiry, proceeding } = opened.value
	const id = crypto.randomUUID()
	await tx
		.insert(additions)
		.values({ id, inquiryId: inquiry.id, text: act.text, html: renderMarkdown(act.text).html, at: act.now })
	await attach(tx, 'addition', id, act.fileIds ?? [], false)
	await recordStep(tx, opened.value, act, 'added', { additionId: id })
	const desk = await deskAddress(tx, proceeding.bodyId)
	if (desk)
		await writeNotice(tx, {
			notice: 'added',
			...addressedTo(desk),
			inquiryId: inquiry.id,
			values: { number: inquiry.number, path: `/desk/${proceeding.id}` },
			now: act.now,
		})
	return done({ id })
}
