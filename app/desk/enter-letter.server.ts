import { z } from 'zod'
import { type Day, instantIn, isDay } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { takeIn } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { submissionId, uploads } from '#app/forms/read-form.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { addresseeOf } from '#app/inquiries/addressees.server.ts'
import { keysForFiling, legalDay, type Receipt, submitInquiry } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { reachesPhones } from '#app/notices/short-post.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hasRoleIn } from '#app/people/actor.ts'
import { initialsOf } from '#app/people/name.ts'
import { phoneNumber } from '#app/people/phone.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** What a clerk writes down of a letter, a call or a visit. */
export const LetterSent = z.object({
	submissionId,
	channel: z.enum(['paper', 'phone', 'person', 'email']),
	day: z.string().refine(isDay, 'day'),
	time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'moment'),
	name: z.string().min(1).max(200),
	publicName: z.string().max(200).optional(),
	address: z.string().max(500).optional(),
	email: z.email().max(200).optional(),
	phone: z.string().max(50).optional(),
	to: z.string().min(1).max(200),
	kind: z.string().min(1).max(50),
	subject: z.string().min(1).max(200),
	text: z.string().min(1).max(20_000),
	visibility: z.enum(['public', 'private']),
	language: z.enum(LANGUAGES),
	safety: z.string().optional(),
	files: uploads(),
})

type Refusal = 'not-allowed' | 'no-body' | 'no-kind' | 'future' | 'fileKind'

/**
 * Registers a filing that did not come by the site. Its term runs from the moment it arrived, which the clerk
 * writes down, and not from the moment of entry (APPC 64(3), 76).
 */
export async function enterLetter(
	actor: SignedIn,
	sent: z.output<typeof LetterSent>,
	now: Date,
): Promise<Outcome<Receipt, Refusal>> {
	const { readOwn, write } = await store()
	const settings = configuration()
	const { JURISDICTION, SECRET_KEY } = settings
	const law = await lawOf(readOwn, JURISDICTION)
	const to = await addresseeOf(readOwn, sent.to, legalDay(law, now))
	if (!to) return refused('no-body')
	if (!hasRoleIn(actor, to.body.id, ['clerk', 'approver'])) return refused('not-allowed')
	if (!Object.hasOwn(law.profile.inquiry.kinds, sent.kind)) return refused('no-kind')
	const receivedAt = instantIn(law.profile.time.zone, sent.day as Day, msOfTime(sent.time))
	if (receivedAt > now) return refused('future')

	const { stored, refused: notTaken } = await takeIn(sent.files)
	if (notTaken.length > 0) return refused('fileKind')
	return done(
		await write(keysForFiling(to.body.id), async (tx) => {
			const fileIds = await keepFiles(tx, { stored, by: actor.personId, now })
			return submitInquiry(tx, {
				profileId: law.profile.id,
				kind: sent.kind,
				channel: sent.channel,
				visibility: sent.visibility,
				language: sent.language,
				subject: sent.subject,
				text: sent.text,
				bodyId: to.body.id,
				officeId: to.office?.id ?? null,
				author: {
					personId: null,
					name: sent.name,
					publicName: sent.publicName || initialsOf(sent.name),
					address: sent.address,
					email: sent.email,
					phone: sent.phone,
					assuranceLevel: 0,
				},
				fileIds,
				safetyReport: sent.safety !== undefined,
				receiptTo: reachesPhones(settings) ? phoneNumber(sent.phone ?? '') : undefined,
				by: 'clerk',
				clerkId: actor.personId,
				submissionId: sent.submissionId,
				secretKey: SECRET_KEY,
				receivedAt,
				now,
			})
		}),
	)
}
