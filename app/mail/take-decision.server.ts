import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { keepFiles } from '#app/files/keep.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { refused } from '#app/outcome.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { store } from '#app/store.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
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
	const data = await store()
	const { JURISDICTION: profileId, SECRET_KEY: secretKey } = configuration()
	const found = await mailFor(data.readOwn, mailId, actor)
	if (!found) return undefined
	const act = { mailId, actor, profileId, now }
	const key = `mail:${mailId}`
	switch (sent.intent) {
		case 'file': {
			const { stored } = await filesOf(found.mail)
			return data.write([key, ...keysForFiling(String(found.mail.bodyId))], async (tx) => {
				const fileIds = await keepFiles(tx, { stored, by: null, now })
				return fileHeldMail(tx, { ...act, ...sent, fileIds, secretKey })
			})
		}
		case 'attach': {
			const { stored } = await filesOf(found.mail)
			const inquiryId = await inquiryNumbered(data.readOwn, parseRegisterNumber(sent.number) ?? '')
			if (!inquiryId) return refused('no-such-case')
			const attachTo = async (tx: Writer) => {
				const fileIds = await keepFiles(tx, { stored, by: null, now })
				return attachHeldMail(tx, { ...act, inquiryId, text: sent.attached, fileIds })
			}
			return writeCase(data, [inquiryId], attachTo, [key])
		}
		case 'return':
			return data.write(key, (tx) => returnHeldMail(tx, { ...act, explanation: sent.reason }))
		case 'discard':
			return data.write(key, (tx) => discardHeldMail(tx, { ...act, explanation: sent.why }))
		case 'pass':
			return data.write(key, (tx) => passHeldMail(tx, { ...act, bodyId: sent.bodyId }))
	}
}

async function inquiryNumbered(read: Reader, number: string): Promise<string | undefined> {
	const [found] = await read.select({ id: inquiries.id }).from(inquiries).where(eq(inquiries.number, number))
	return found?.id
}

async function filesOf(mail: IncomingMail) {
	const { readOwn } = await store()
	const raw = await rawOf(readOwn, mail.rawId)
	const message = raw && (await readMessage(raw, mail).catch(() => undefined))
	return takeMailFiles(message?.files ?? [])
}
