import { and, asc, between, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Notice, writeAll } from '#app/notices/notice.server.ts'
import { whileLettersLeave } from '#app/notices/while-letters-leave.server.ts'
import { lastOrdinal } from '#app/signing/ordinals.server.ts'
import { people } from '#db/schema/people.ts'
import { petitionMailings as mailings, petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'

interface ToSigners {
	petitionId: number
	/** A key of the catalog `mail`, and what its words need. */
	notice: string
	values: Record<string, string | number | null>
	now: Date
}

/** Has everybody written to who has signed by now and wants to hear of it. Who they are, nobody is told. */
export async function writeToSigners(
	tx: Writer,
	{ petitionId, notice, values, now }: ToSigners,
): Promise<void> {
	const until = await lastOrdinal(tx, petitionId)
	await tx
		.insert(mailings)
		.values({ id: crypto.randomUUID(), petitionId, notice, values, until, writtenAt: now })
}

type Mailing = typeof mailings.$inferSelect

const AT_ONCE = 250
/** So many ordinals are looked at for them. */
const SPAN = 10_000

/** Writes the letters that are to go to signers, as fast as letters leave. Each is written to once. */
export const tellSigners = (store: Store, { now }: { now: Date }): Promise<void> =>
	whileLettersLeave(store, now, async () => {
		const [mailing] = await store.readOwn
			.select()
			.from(mailings)
			.where(isNull(mailings.doneAt))
			.orderBy(asc(mailings.writtenAt))
			.limit(1)
		return mailing && (() => store.write(`mailing:${mailing.id}`, (tx) => tellSome(tx, mailing, now)))
	})

/** Another process may have been quicker: then the next turn finds what is left. */
async function tellSome(tx: Writer, seen: Mailing, now: Date): Promise<void> {
	const [mailing] = await tx.select().from(mailings).where(eq(mailings.id, seen.id))
	if (mailing?.toldTo !== seen.toldTo || mailing.doneAt) return
	const { id, petitionId, toldTo, until } = mailing
	const end = Math.min(until, toldTo + SPAN)
	const signers = await signersIn(tx, petitionId, toldTo + 1, end)
	const to = signers.length < AT_ONCE ? end : (signers.at(-1)?.ordinal ?? end)
	await writeAll(tx, await lettersTo(tx, mailing, signers, now))
	await tx
		.update(mailings)
		.set({ toldTo: to, ...(to >= until && { doneAt: now }) })
		.where(eq(mailings.id, id))
}

const signersIn = (read: Reader, petitionId: number, from: number, to: number) =>
	read
		.select({
			ordinal: signatures.ordinal,
			email: signatures.email,
			personId: signatures.personId,
			language: signatures.language,
		})
		.from(signatures)
		.where(
			and(
				eq(signatures.petitionId, petitionId),
				between(signatures.ordinal, from, to),
				eq(signatures.updates, true),
				// Nobody reads from a letter that does not come that their signature is set apart.
				inArray(signatures.state, ['confirmed', 'review']),
			),
		)
		.orderBy(asc(signatures.ordinal))
		.limit(AT_ONCE)

async function lettersTo(
	read: Reader,
	{ id, petitionId, notice, values }: Mailing,
	signers: Awaited<ReturnType<typeof signersIn>>,
	now: Date,
): Promise<Notice[]> {
	const accounts = await accountsOf(read, [...new Set(signers.flatMap(({ personId }) => personId ?? []))])
	return signers.flatMap(({ ordinal, email, personId, language }) => {
		const to = personId ? accounts.get(personId) : email ? { email, language } : undefined
		if (!to) return []
		return {
			notice,
			recipient: to.email,
			language: to.language,
			values: { ...values, signature: `${petitionId}-${ordinal}` },
			once: `mailing:${id}:${ordinal}`,
			now,
		}
	})
}

/** The addresses that are confirmed, of accounts that are open. */
async function accountsOf(read: Reader, personIds: readonly string[]) {
	if (personIds.length === 0) return new Map<string, { email: string; language: string }>()
	const rows = await read
		.select({ id: people.id, email: people.email, language: people.language })
		.from(people)
		.where(
			and(
				inArray(people.id, [...personIds]),
				isNull(people.closedAt),
				isNotNull(people.email),
				isNotNull(people.emailConfirmedAt),
			),
		)
	return new Map(rows.map(({ id, email, language }) => [id, { email: String(email), language }]))
}
