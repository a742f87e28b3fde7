import { createHash, createHmac } from 'node:crypto'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { clockOf } from '#app/deadlines/clock.ts'
import { type Day, dayIn, yearOf } from '#app/deadlines/day.ts'
import { attach } from '#app/files/attach.server.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import {
	addressedTo,
	addressOfAuthor,
	deskAddress,
	write as writeNotice,
} from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { personById } from '#app/people/find.server.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import { nextNumber } from '#app/register/next-number.server.ts'
import { record } from '#app/register/record.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { insertRow } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import { bodies } from '#db/schema/bodies.ts'
import { type INQUIRY_CHANNELS, inquiries, proceedings, type VISIBILITIES } from '#db/schema/inquiries.ts'
import { indexForSearch } from '#db/search.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Registration, registrationOf, ruleAt } from './clock.server.ts'
import { NO_TERM } from './inquiry.ts'

export interface Filing {
	profileId: string
	kind: string
	channel: (typeof INQUIRY_CHANNELS)[number]
	visibility: (typeof VISIBILITIES)[number]
	language: string
	subject: string
	text: string
	bodyId: string
	officeId?: string | null
	postId?: string | null
	author: {
		personId: string | null
		name: string
		publicName: string
		address?: string | null
		email?: string | null
		phone?: string | null
		assuranceLevel: number
	}
	/** Ids of stored files. */
	fileIds?: readonly string[]
	safetyReport?: boolean
	/** The question whose answer it will share. */
	leadId?: string | null
	followUpOf?: string | null
	complaintAbout?: string | null
	/** Whose handling of it is complained of. */
	complaintProceedingId?: string | null
	/** The telephone to which the number goes, of whoever called and has no account. */
	receiptTo?: string | undefined
	/** 'author', or 'clerk' for what came on paper or by telephone. */
	by: 'author' | 'clerk'
	clerkId?: string | null
	/** It came by e-mail: its author is asked to say that it is theirs. */
	unconfirmed?: boolean
	/** The form's own id: the same form sent twice files once. */
	submissionId?: string | null
	/** Keeps the secret link derivable without keeping it. */
	secretKey: string
	/** When it arrived; for a letter entered by a clerk, its real moment. */
	receivedAt: Date
	now: Date
}

export interface Receipt {
	inquiryId: string
	proceedingId: string
	number: string
	secret: string
	registeredOn: Day
	/** Null while the calendar does not reach so far: then no date is promised. */
	dueOn: Day | null
}

/** The keys to hold while filing: the number sequence of the body, and the question joined, if any. */
export const keysForFiling = (bodyId: string, leadId?: string | null) => [
	`number:${bodyId}`,
	...(leadId ? [`inquiry:${leadId}`] : []),
]

/**
 * Registers a filing and starts its clock. It never refuses: acceptance, registration and consideration are
 * mandatory (APPC 64(1)). What is missing is asked for afterwards (64(6)).
 */
export async function submitInquiry(tx: Writer, filing: Filing): Promise<Receipt> {
	return submitUnder(tx, await lawOf(tx, filing.profileId), filing)
}

async function submitUnder(tx: Writer, law: Law, filing: Filing): Promise<Receipt> {
	const earlier = await filedBefore(tx, filing)
	if (earlier) return earlier

	const [body] = await bodyById(tx).execute({ id: filing.bodyId })
	if (!body) throw new Error(`no body ${filing.bodyId}`)
	const registered = registrationOf(law, filing.receivedAt, body)
	const inquiryId = crypto.randomUUID()
	const number = await nextNumber(tx, body.code, yearOf(registered.on))
	const secret = receiptSecret(filing.secretKey, inquiryId)
	const procedure = procedureOf(law, filing.kind)
	const rule = ruleAt(procedure, body)
	const made = { inquiryId, number, procedure, rule, registered, secret }
	const dueOn = await openFirst(tx, law, filing, made)

	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiryId,
		type: 'registered',
		at: filing.receivedAt,
		on: registered.on,
		by: filing.by,
		personId: filing.clerkId ?? filing.author.personId,
		proceedingId: `${inquiryId}-1`,
		details: {
			dueOn,
			channel: filing.channel,
			bodyId: body.id,
			officeId: filing.officeId ?? null,
			...(registered.awaitsCalendar && { awaitsCalendar: true }),
			...(!body.bound && { bound: false }),
		},
		now: filing.now,
	})
	await attach(tx, 'inquiry', inquiryId, filing.fileIds ?? [], filing.visibility === 'public')
	if (filing.visibility === 'public')
		await indexForSearch(tx, 'inquiry', inquiryId, `${filing.subject}\n${filing.text}`)
	await tellReceipt(tx, filing, { ...made, dueOn })
	return { inquiryId, proceedingId: `${inquiryId}-1`, number, secret, registeredOn: registered.on, dueOn }
}

/** What a person files on the site: as its author they must be known as well as the law wants. */
export async function fileOnline(tx: Writer, filing: Filing): Promise<Outcome<Receipt, 'level'>> {
	const law = await lawOf(tx, filing.profileId)
	if (filing.author.assuranceLevel < (await levelToFile(tx, law.profile, filing))) return refused('level')
	return done(await submitUnder(tx, law, filing))
}

/** A report of a crime or of danger is taken from whoever can be written to (APPC 64(7-2), 88(1)). */
export const levelToFile = async (
	read: Reader,
	profile: Profile,
	{ safetyReport }: Pick<Filing, 'safetyReport'>,
): Promise<number> => (safetyReport ? 1 : levelDemanded(read, profile, 'inquiry'))

/** The secret of the link that works without signing in: only who has it, or the key, can make it. */
export const receiptSecret = (secretKey: string, inquiryId: string): string =>
	createHmac('sha256', secretKey).update(`receipt:${inquiryId}`).digest('base64url').slice(0, 26)

export const receiptHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function procedureOf(law: Law, kind: string): string {
	const known = law.profile.inquiry.kinds[kind]
	if (!known) throw new Error(`the profile ${law.profile.id} has no kind ${kind}`)
	return known.procedure
}

/** A form's id counts together with who sent it: nobody's form stands for another's. */
const submissionOf = ({
	submissionId,
	author,
	clerkId,
}: Pick<Filing, 'submissionId' | 'author' | 'clerkId'>) =>
	`${clerkId ?? author.personId ?? ''}:${submissionId}`

/** The receipt of the same form sent before. */
export async function filedBefore(
	tx: Reader,
	filing: Pick<Filing, 'submissionId' | 'author' | 'clerkId' | 'secretKey'>,
): Promise<Receipt | undefined> {
	if (!filing.submissionId) return undefined
	const [found] = await bySubmission(tx).execute({ submissionId: submissionOf(filing) })
	if (!found) return undefined
	const secret = receiptSecret(filing.secretKey, found.inquiryId)
	return { ...found, proceedingId: `${found.inquiryId}-1`, secret }
}

const bySubmission = prepared((read) =>
	read
		.select({
			inquiryId: inquiries.id,
			number: inquiries.number,
			registeredOn: inquiries.registeredOn,
			dueOn: inquiries.dueOn,
		})
		.from(inquiries)
		.where(eq(inquiries.submissionId, sql.placeholder('submissionId'))),
)

const bodyById = prepared((read) =>
	read
		.select()
		.from(bodies)
		.where(eq(bodies.id, sql.placeholder('id'))),
)

interface Made {
	inquiryId: string
	number: string
	procedure: string
	rule: string
	registered: Registration
	secret: string
}

async function openFirst(tx: Writer, law: Law, filing: Filing, made: Made): Promise<Day | null> {
	const { rule } = made
	const dueOn = firstDue(law, made)
	const lead = filing.leadId ? await leadFor(tx, filing.leadId, filing.bodyId, made.rule) : undefined
	await insertRow(tx, inquiries, {
		id: made.inquiryId,
		number: made.number,
		kind: filing.kind,
		procedure: made.procedure,
		channel: filing.channel,
		visibility: filing.visibility,
		language: filing.language,
		subject: filing.subject,
		text: filing.text,
		html: renderMarkdown(filing.text).html,
		bodyId: filing.bodyId,
		officeId: filing.officeId ?? null,
		postId: filing.postId ?? null,
		authorId: filing.author.personId,
		authorName: filing.author.name,
		authorAddress: filing.author.address ?? null,
		authorEmail: filing.author.email ?? null,
		authorPhone: filing.author.phone ?? null,
		publicName: filing.author.publicName,
		assuranceLevel: filing.author.assuranceLevel,
		receivedAt: filing.receivedAt,
		registeredOn: made.registered.on,
		profileId: law.profile.id,
		profileVersion: law.profile.version,
		dueOn,
		leadId: lead?.inquiryId ?? null,
		followUpOf: filing.followUpOf ?? null,
		complaintAbout: filing.complaintAbout ?? null,
		complaintProceedingId: filing.complaintProceedingId ?? null,
		safetyReport: filing.safetyReport ?? false,
		receiptHash: receiptHash(made.secret),
		confirmation: filing.unconfirmed ? 'awaited' : null,
		submissionId: filing.submissionId ? submissionOf(filing) : null,
	})
	await insertRow(tx, proceedings, {
		id: `${made.inquiryId}-1`,
		inquiryId: made.inquiryId,
		ordinal: 1,
		bodyId: filing.bodyId,
		officeId: filing.officeId ?? null,
		public: filing.visibility === 'public',
		followsId: lead?.proceedingId ?? null,
		stage: lead ? 'following' : 'desk',
		receivedAt: filing.receivedAt,
		registeredOn: made.registered.on,
		rule,
		dueOn,
	})
	if (lead) {
		await tx
			.update(inquiries)
			.set({ joined: sql`${inquiries.joined} + 1` })
			.where(eq(inquiries.id, lead.inquiryId))
	}
	return dueOn
}

/** APPC 76(2): the term starts on the day after registration. A year without a calendar is not guessed at. */
function firstDue(law: Law, { procedure, rule, registered }: Made): Day | null {
	if (registered.awaitsCalendar || rule === NO_TERM) return null
	const step = ruleOf(law.profile, rule, { procedure })
	return clockOf([{ type: 'registered', on: registered.on }], step, law.calendar).dueOn ?? null
}

/**
 * The proceeding that a joining question will follow, on the desk of the same body. None when it has ended, gone
 * elsewhere or been put under another meanwhile: then the question stands by itself.
 */
async function leadFor(
	tx: Reader,
	inquiryId: string,
	bodyId: string,
	rule: string,
): Promise<{ inquiryId: string; proceedingId: string } | undefined> {
	const [lead] = await tx
		.select({ inquiryId: proceedings.inquiryId, proceedingId: proceedings.id })
		.from(proceedings)
		.where(
			and(
				eq(proceedings.inquiryId, inquiryId),
				eq(proceedings.bodyId, bodyId),
				eq(proceedings.stage, 'desk'),
				// What is under no term may be sent on where nobody owes an answer.
				rule === NO_TERM ? eq(proceedings.rule, NO_TERM) : ne(proceedings.rule, NO_TERM),
			),
		)
		.orderBy(asc(proceedings.ordinal))
		.limit(1)
	return lead
}

async function tellReceipt(tx: Writer, filing: Filing, made: Made & { dueOn: Day | null }): Promise<void> {
	const { personId, email: authorEmail = null } = filing.author
	const person = personId ? await personById(tx, personId) : undefined
	const unbound = made.rule === NO_TERM
	const author = addressOfAuthor(person, { authorEmail, language: filing.language })
	if (author)
		await writeNotice(tx, {
			notice: filing.unconfirmed ? 'receipt-to-confirm' : 'receipt',
			...addressedTo(author),
			inquiryId: made.inquiryId,
			toAuthor: true,
			values: {
				number: made.number,
				registeredOn: made.registered.awaitsCalendar ? null : made.registered.on,
				dueOn: made.dueOn,
				undated: made.dueOn || unbound ? null : 1,
				unbound: unbound ? 1 : null,
				path: `/inquiries/${made.number}${filing.unconfirmed ? '/confirmation' : ''}`,
				receiptOf: made.inquiryId,
			},
			now: filing.now,
		})
	// One that its owner has confirmed, or from which they called.
	const phone = person?.phone ?? filing.receiptTo
	if (phone)
		await writeNotice(tx, {
			notice: unbound ? 'receipt-unbound' : made.dueOn ? 'receipt' : 'receipt-undated',
			channel: 'sms',
			recipient: phone,
			language: person?.language ?? filing.language,
			inquiryId: made.inquiryId,
			toAuthor: true,
			values: { number: made.number, dueOn: made.dueOn },
			now: filing.now,
		})
	// A report of a crime or of danger may not wait for the desk's morning digest (APPC 64(7-2)).
	const desk = filing.safetyReport ? await deskAddress(tx, filing.bodyId) : undefined
	if (desk)
		await writeNotice(tx, {
			notice: 'safety-report',
			...addressedTo(desk),
			inquiryId: made.inquiryId,
			values: { number: made.number, path: `/desk/${made.inquiryId}-1` },
			now: filing.now,
		})
}

/** The day in law on which something happens now. */
export const legalDay = (law: Law, now: Date): Day => dayIn(law.profile.time.zone, now)
