import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { DNSResolver } from 'mailauth'
import type { StoredFile } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { recordBounce } from '#app/notices/bounce.server.ts'
import type { Round } from '#app/round.ts'
import { type Authentication, incomingMail, type MailState, rawMail } from '#db/schema/mail.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { type MailAddressee, mailAddressee } from './addressee.server.ts'
import { authenticated, isDisowned, NONE } from './authentication.server.ts'
import { isBearable } from './bearable.ts'
import { takeMailFiles } from './files.server.ts'
import { type Message, readMessage } from './message.server.ts'
import { fileQuestion } from './question.server.ts'
import { placeReply } from './reply.server.ts'

export type IncomingMail = typeof incomingMail.$inferSelect

/** Why a message is held for the desk, or set aside. */
export const MAIL_REASONS = [
	'unreadable',
	'nobody',
	'postmaster',
	'no-sender',
	'own-address',
	'forged',
	'unverified',
	'list',
	'automatic',
	'bounce',
	'too-many',
	'empty',
	'other-sender',
	'not-on-desk',
] as const
export type MailReason = (typeof MAIL_REASONS)[number]

/** What became of a message, and the rest of what is known of it. */
export interface Placed {
	state: MailState
	reason?: MailReason
	inquiryId?: string
	/** Files that passed the checks and found no place. */
	leftOut?: { name: string; refusal: string }[]
}

interface Placing extends Pick<Round, 'now' | 'profileId' | 'publicUrl' | 'secretKey' | 'mailHome'> {
	/** Asked instead of the name server. */
	resolve?: DNSResolver
}

const AT_A_TIME = 8
/** A message that is being read takes some ten times its size. */
const BYTES_AT_A_TIME = 32 << 20
const CLAIMED_MS = 2 * 60_000
const MOST_LOOKS = 3

/**
 * Looks at every message that has been kept and puts it where it belongs: a question, a part of a case, a draft,
 * the holding pen. May run late, twice, or in several processes: each message is placed once.
 */
export async function placeMail(store: Store, placing: Placing): Promise<void> {
	const failures: unknown[] = []
	while (await isWaiting(store.readOwn, placing.now)) {
		const claimed = await store.write('mail:claims', (tx) => claim(tx, placing.now))
		const outcomes = await Promise.allSettled(claimed.map((mail) => place(store, mail, placing)))
		failures.push(...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])))
	}
	if (failures.length > 0) throw new AggregateError(failures, 'messages could not be placed')
}

const toPlace = (now: Date) =>
	and(
		eq(incomingMail.state, 'waiting'),
		or(isNull(incomingMail.claimedUntil), lte(incomingMail.claimedUntil, now)),
	)

const isWaiting = async (read: Reader, now: Date) =>
	(await read.select({ id: incomingMail.id }).from(incomingMail).where(toPlace(now)).limit(1)).length > 0

/** Counted before it is looked at: a message that ends the process is not looked at for ever. */
async function claim(tx: Writer, now: Date): Promise<IncomingMail[]> {
	const waiting = await tx
		.select({ id: incomingMail.id, size: rawMail.size })
		.from(incomingMail)
		.innerJoin(rawMail, eq(rawMail.id, incomingMail.rawId))
		.where(toPlace(now))
		.orderBy(asc(incomingMail.receivedAt))
		.limit(AT_A_TIME)
	if (waiting.length === 0) return []
	let bytes = 0
	const bearable = waiting.filter(({ size }, at) => {
		bytes += size
		return at === 0 || bytes <= BYTES_AT_A_TIME
	})
	return tx
		.update(incomingMail)
		.set({
			claimedUntil: new Date(now.getTime() + CLAIMED_MS),
			attempts: sql`${incomingMail.attempts} + 1`,
		})
		.where(
			inArray(
				incomingMail.id,
				bearable.map(({ id }) => id),
			),
		)
		.returning()
}

/** Everything slow comes first, outside of the transaction; the transaction asks again whether it is still to do. */
async function place(store: Store, mail: IncomingMail, placing: Placing): Promise<void> {
	const home = placing.mailHome
	const addressee = home && (await mailAddressee(store.readOwn, mail.recipient, home))
	const raw = await rawBytes(store, mail)
	const message =
		mail.attempts <= MOST_LOOKS && isBearable(raw)
			? await readMessage(raw, mail).catch(() => undefined)
			: undefined
	const authentication = message
		? await authenticated(raw, mail, {
				resolve: placing.resolve,
				isRelay: configuration().MAIL_IN_RELAYS,
			})
		: NONE
	const held = reasonToHold(addressee, message, authentication, home?.domain ?? '')
	const files = message && !held ? await takeMailFiles(message.files) : { stored: [], leftOut: [] }

	// Two that look at one message may understand it differently.
	const keys = [`mail:${mail.id}`, ...(message ? [`mail:${message.sameness}`] : [])]
	await writeTo(store, addressee, keys, async (tx) => {
		const [still] = await tx
			.select({ state: incomingMail.state })
			.from(incomingMail)
			.where(eq(incomingMail.id, mail.id))
		if (still?.state !== 'waiting') return
		const earlier = message && (await sameAs(tx, message))
		const placed = earlier
			? { state: 'same' as const, inquiryId: earlier.inquiryId ?? undefined }
			: (held ?? (await settle(tx, { mail, addressee, message, files: files.stored }, placing)))
		if (placed.reason === 'bounce')
			await recordBounce(tx, {
				raw,
				letter: addressee?.to === 'letter' ? addressee.letter : undefined,
				site: placing,
				now: placing.now,
			})
		await tx
			.update(incomingMail)
			.set({
				...(message && {
					messageId: message.messageId,
					sender: message.sender,
					senderName: message.senderName,
					subject: message.subject,
					text: message.text,
					folded: message.folded,
				}),
				sameness: earlier ? null : message?.sameness,
				authentication,
				leftOut: [...files.leftOut, ...(placed.leftOut ?? [])],
				bodyId: addressee && 'bodyId' in addressee ? addressee.bodyId : null,
				officeId: addressee?.to === 'desk' ? addressee.officeId : null,
				...inquiryOf(addressee, placed),
				state: placed.state,
				reason: placed.reason ?? null,
				claimedUntil: null,
				placedAt: placing.now,
			})
			.where(eq(incomingMail.id, mail.id))
	})
}

async function rawBytes({ readOwn }: Store, { rawId }: IncomingMail): Promise<Buffer> {
	const [kept] = await readOwn.select({ bytes: rawMail.bytes }).from(rawMail).where(eq(rawMail.id, rawId))
	if (!kept) throw new Error(`no raw message ${rawId}`)
	return kept.bytes
}

function writeTo(
	store: Store,
	addressee: MailAddressee | undefined,
	keys: readonly string[],
	work: (tx: Writer) => Promise<void>,
): Promise<void> {
	if (addressee?.to === 'thread') return writeCase(store, [addressee.inquiryId], work, keys)
	return store.write([...keys, ...(addressee?.to === 'desk' ? keysForFiling(addressee.bodyId) : [])], work)
}

/** A held or misdirected message belongs to no case yet, even if its address names one. */
function inquiryOf(addressee: MailAddressee | undefined, { state, inquiryId }: Placed) {
	if (inquiryId) return { inquiryId }
	return addressee?.to === 'thread' && state !== 'held' ? { inquiryId: addressee.inquiryId } : {}
}

async function sameAs(tx: Writer, { sameness }: Message) {
	const [earlier] = await tx
		.select({ inquiryId: incomingMail.inquiryId })
		.from(incomingMail)
		.where(eq(incomingMail.sameness, sameness))
	return earlier
}

/** What is decided before anything of it is believed: first of all what must never be answered. */
function reasonToHold(
	addressee: MailAddressee | undefined,
	message: Message | undefined,
	authentication: Authentication,
	domain: string,
): Placed | undefined {
	const hold = (reason: MailReason): Placed => ({ state: 'held', reason })
	if (!message) return hold('unreadable')
	if (!addressee) return hold('nobody')
	if (addressee.to === 'letter' || message.automatic === 'bounce')
		return { state: 'set_aside', reason: 'bounce' }
	if (message.automatic && addressee.to === 'thread') return { state: 'set_aside', reason: 'automatic' }
	if (message.automatic) return hold(message.automatic)
	if (addressee.to === 'postmaster') return hold('postmaster')
	if (!message.sender || authentication.dmarc === 'permerror') return hold('no-sender')
	if (message.sender.endsWith(`@${domain.toLowerCase()}`)) return hold('own-address')
	if (isDisowned(authentication)) return hold('forged')
	if (authentication.dmarc === 'temperror') return hold('unverified')
	if (!message.text && message.files.length === 0) return hold('empty')
	return undefined
}

/** One message to place: what it says, and its files as far as they could be taken. */
export interface Sorted {
	mail: IncomingMail
	message: Message
	files: readonly StoredFile[]
}

async function settle(
	tx: Writer,
	{
		addressee,
		message,
		...sorted
	}: Omit<Sorted, 'message'> & { addressee?: MailAddressee; message?: Message },
	placing: Placing,
): Promise<Placed> {
	if (!message || (addressee?.to !== 'desk' && addressee?.to !== 'thread'))
		throw new Error('nothing to settle: it should have been held')
	const fileIds = await keepFiles(tx, { stored: sorted.files, by: null, now: placing.now })
	if (addressee.to === 'thread') return placeReply(tx, { ...sorted, message, fileIds, addressee, ...placing })
	return fileQuestion(tx, { ...sorted, message, fileIds, addressee, ...placing })
}
