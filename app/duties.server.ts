import { publishScheduled } from '#app/blogs/scheduled.server.ts'
import {
	recordLapsedPetitionPromises,
	remindOfPetitionPromises,
} from '#app/considerations/promises.server.ts'
import { sweepFiles } from '#app/files/sweep.server.ts'
import { gatherNews } from '#app/following/gather.server.ts'
import { tellNews } from '#app/following/tell.server.ts'
import { recordHearingBreaches } from '#app/hearings/breach.server.ts'
import { turnDiscussions } from '#app/hearings/discussion-days.server.ts'
import { recordLapsed, recordUntold } from '#app/inquiries/lapse.server.ts'
import { recordLapsedPromises, remindOfPromises } from '#app/inquiries/promise.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { remindDesks, remindOfCorrections } from '#app/inquiries/remind.server.ts'
import { runInvalidations } from '#app/invalidations/run-invalidations.server.ts'
import { warnOfCalendar } from '#app/jurisdictions/warn.server.ts'
import { mailHome } from '#app/mail/address.server.ts'
import { placeMail } from '#app/mail/place.server.ts'
import { forgetOld } from '#app/notices/forget.server.ts'
import { openPost } from '#app/notices/post.server.ts'
import { sendLetters } from '#app/notices/send.server.ts'
import { recordPetitionBreaches } from '#app/petitions/breach.server.ts'
import { endSponsoring } from '#app/petitions/lapse.server.ts'
import { moveTerms } from '#app/petitions/move-terms.server.ts'
import { tellProgress } from '#app/petitions/tell-progress.server.ts'
import { tellSigners } from '#app/petitions/tell-signers.server.ts'
import { mark, markOf, unmark } from '#app/register/mark.server.ts'
import { tellAuthors } from '#app/remarks/tell-authors.server.ts'
import { returnPetitions } from '#app/return-petitions.server.ts'
import { endLeftOpen } from '#app/rooms/end.server.ts'
import type { Round } from '#app/round.ts'
import { forgetSpentStatements, recheckSignatures } from '#app/signatures/recheck.server.ts'
import { anonymiseSigners } from '#app/signing/anonymise.server.ts'
import { forgetPendingSignatures } from '#app/signing/by-letter.server.ts'
import { recountPetitions } from '#app/signing/recount.server.ts'
import { setApartRevoked } from '#app/signing/revoked.server.ts'
import type { Store, Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'

type Duty = (store: Store, round: Round) => Promise<void>

/**
 * In this order: no term lapses under an old calendar, and what a duty writes is sent in the same round.
 * Each finds for itself what is due, so that it may run late, twice, or beside another of its kind.
 */
export const DUTIES: readonly Duty[] = [
	recountClocks,
	placeMail,
	recordLapsed,
	recordUntold,
	recordLapsedPromises,
	endSponsoring,
	returnPetitions,
	tellProgress,
	moveTerms,
	recordPetitionBreaches,
	recordLapsedPetitionPromises,
	turnDiscussions,
	endLeftOpen,
	recordHearingBreaches,
	publishScheduled,
	remindDesks,
	remindOfCorrections,
	remindOfPromises,
	remindOfPetitionPromises,
	warnOfCalendar,
	gatherNews,
	tellNews,
	runInvalidations,
	tellSigners,
	tellAuthors,
	recheckSignatures,
	setApartRevoked,
	forgetSpentStatements,
	forgetPendingSignatures,
	anonymiseSigners,
	recountPetitions,
	forgetOld,
	sweepFiles,
	sendLetters,
]

/** Everything that falls due without anybody asking. Safe to run late, twice, and in several processes. */
export async function runDuties(
	store: Store,
	{ now, ...given }: { now: Date } & Partial<Omit<Round, 'now'>>,
): Promise<void> {
	const runner = crypto.randomUUID()
	if (!(await store.write(LEASE, (tx) => takeLease(tx, runner, now)))) return
	try {
		await doAll(store, { now, ...ofThisInstallation(given) })
	} finally {
		await store.write(LEASE, (tx) => leaveLease(tx, runner))
	}
}

/** One duty that fails does not keep the others from being done; the failures are told together. */
async function doAll(store: Store, round: Round): Promise<void> {
	const failures: unknown[] = []
	for (const duty of DUTIES) {
		try {
			await duty(store, round)
		} catch (cause) {
			failures.push(new Error(`the duty ${duty.name} failed`, { cause }))
		}
	}
	if (failures.length > 0)
		throw failures.length === 1 ? failures[0] : new AggregateError(failures, 'duties failed')
}

/** Letters alone, between the rounds: whoever waits for a code is looking at the page that asks for it. */
export async function carryLetters(store: Store, now: Date): Promise<void> {
	const round = { now, ...ofThisInstallation({}) }
	try {
		await placeMail(store, round)
		await tellSigners(store, round)
		await tellAuthors(store, round)
	} finally {
		await sendLetters(store, round)
	}
}

function ofThisInstallation(given: Partial<Omit<Round, 'now'>>): Omit<Round, 'now'> {
	return {
		profileId: given.profileId ?? configuration().JURISDICTION,
		publicUrl: given.publicUrl ?? configuration().PUBLIC_URL,
		secretKey: given.secretKey ?? configuration().SECRET_KEY,
		post: given.post ?? openPost(configuration()),
		mailHome: given.mailHome ?? mailHome(),
	}
}

const LEASE = 'lease:duties'
const LEASE_MS = 2 * 60_000

/** The lease saves work; it guards nothing: a runner that outlives its lease meets only work already done. */
async function takeLease(tx: Writer, runner: string, now: Date): Promise<boolean> {
	const until = Number((await markOf(tx, LEASE))?.split(' ')[1] ?? 0)
	// One that ends further off than any lease was made by a clock that went wrong.
	if (until > now.getTime() && until <= now.getTime() + LEASE_MS) return false
	await mark(tx, LEASE, `${runner} ${now.getTime() + LEASE_MS}`)
	return true
}

async function leaveLease(tx: Writer, runner: string): Promise<void> {
	if ((await markOf(tx, LEASE))?.startsWith(runner)) await unmark(tx, LEASE)
}
