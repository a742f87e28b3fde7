import {
	attachHeldMail,
	discardHeldMail,
	fileHeldMail,
	passHeldMail,
	returnHeldMail,
} from '#app/mail/decide.server.ts'
import { keepMail } from '#app/mail/keep.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { incomingMail } from '#db/schema/mail.ts'
import type { Writer } from '#db/store.ts'
import { SECRET_KEY } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')
const TEXT = { text: 'Where do batteries go?', fileIds: [] }

type Act = { mailId: string; actor: Actor; profileId: string; now: Date }

/** A message that is held for the desk of ENV. */
const row = (name: string, attempt: (tx: Writer, act: Act) => Outcomes): Row => ({
	name,
	allowed: ['ENV:clerk', 'ENV:approver'],
	async arrange({ store, file }) {
		await file()
		await store.write('mail', async (tx) => {
			await keepMail(tx, {
				raw: Buffer.from('From: a@home.example'),
				recipients: ['env@mail.example'],
				returnPath: 'a@home.example',
				clientAddress: null,
				clientName: null,
				receivedAt: now,
			})
			await tx.update(incomingMail).set({ state: 'held', bodyId: 'ENV', sender: 'a@home.example' })
		})
		const [mail] = await store.readOwn.select({ id: incomingMail.id }).from(incomingMail)
		return { attempt: (tx, actor) => attempt(tx, { mailId: String(mail?.id), actor, profileId: 'KZ', now }) }
	},
})

export const mailActs: readonly Row[] = [
	row('fileHeldMail', (tx, act) =>
		fileHeldMail(tx, { ...act, ...TEXT, kind: 'request', subject: 'Batteries', secretKey: SECRET_KEY }),
	),
	row('attachHeldMail', async (tx, act) => {
		const [inquiry] = await tx.select({ id: inquiries.id }).from(inquiries)
		return attachHeldMail(tx, { ...act, ...TEXT, inquiryId: String(inquiry?.id) })
	}),
	row('returnHeldMail', (tx, act) => returnHeldMail(tx, { ...act, explanation: 'Not ours' })),
	row('discardHeldMail', (tx, act) => discardHeldMail(tx, { ...act, explanation: 'Advertising' })),
	row('passHeldMail', (tx, act) => passHeldMail(tx, { ...act, bodyId: 'HSG' })),
]
