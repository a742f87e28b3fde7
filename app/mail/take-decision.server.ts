import { z } from 'zod'
import { keepFiles } from '#app/files/keep.server.ts'
import { parseInquiryNumber } from '#app/inquiries/number.ts'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import {
	attachHeldMail,
	discardHeldMail,
	fileHeldMail,
	passHeldMail,
	returnHeldMail,
} from './decide.server.ts'
import { takeMailFiles } from './files.server.ts'
import { mailFor, rawOf } from './find.server.ts'
import { readMessage } from './message.server.ts'
import type { IncomingMail } from './place.server.ts'

const text = z.string().min(1).max(20_000)

/** What the page of a held message sends. */
export const MailDecision = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('file'),
		kind: z.string().max(50),
		subject: z.string().min(1).max(200),
		text,
	}),
	z.object({ intent: z.literal('attach'), number: z.string().min(1).max(40), attached: text }),
	z.object({ intent: z.literal('return'), reason: z.string().min(1).max(2000) }),
	z.object({ intent: z.literal('discard'), why: z.string().min(1).max(2000) }),
	z.object({ intent: z.literal('pass'), bodyId: z.string().min(1).max(100) }),
])

/** Does what the desk chose for one message. Its files are looked at anew: while it was held nothing was taken of it. */
export async function takeDecision(
	actor: SignedIn,
	mailId: string,
	sent: z.output<typeof MailDecision>,
	now: Date,
) {
	const { readOwn, write } = await store()
	const { JURISDICTION: profileId, SECRET_KEY: secretKey } = configuration()
	const found = await mailFor(readOwn, mailId, actor)
	if (!found) return undefined
	const act = { mailId, actor, profileId, now }
	const takesFiles = sent.intent === 'file' || sent.intent === 'attach'
	const { stored } = takesFiles ? await filesOf(found.mail) : { stored: [] }
	const keys = [`mail:${mailId}`, ...(sent.intent === 'file' ? keysForFiling(String(found.mail.bodyId)) : [])]
	return write(keys, async (tx) => {
		switch (sent.intent) {
			case 'file': {
				const fileIds = await keepFiles(tx, { stored, by: null, now })
				return fileHeldMail(tx, { ...act, ...sent, fileIds, secretKey })
			}
			case 'attach': {
				const fileIds = await keepFiles(tx, { stored, by: null, now })
				const number = parseInquiryNumber(sent.number) ?? ''
				return attachHeldMail(tx, { ...act, number, text: sent.attached, fileIds })
			}
			case 'return':
				return returnHeldMail(tx, { ...act, explanation: sent.reason })
			case 'discard':
				return discardHeldMail(tx, { ...act, explanation: sent.why })
			case 'pass':
				return passHeldMail(tx, { ...act, bodyId: sent.bodyId })
		}
	})
}

async function filesOf(mail: IncomingMail) {
	const { readOwn } = await store()
	const raw = await rawOf(readOwn, mail.rawId)
	const message = raw && (await readMessage(raw, mail).catch(() => undefined))
	return takeMailFiles(message?.files ?? [])
}
