import { asc, eq, gte, sql } from 'drizzle-orm'
import { administering, mayAdminister } from '#app/administration/may-administer.ts'
import { dayIn } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { inThread, TooSlow } from '#app/threads/pool.server.ts'
import { prepared } from '#db/prepared.ts'
import { authorities } from '#db/schema/signatures.ts'
import type { Reader, Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import type { AuthorityFacts } from './authority.server.ts'
import { bytesOf } from './encoding.ts'
import { fictionalAuthority } from './fictional.server.ts'

export const AUTHORITIES_KEY = 'authorities'

/** The certificates under which signatures are believed; of a demonstration also that of its fictional authority. */
export async function believedAuthorities(read: Reader): Promise<Uint8Array[]> {
	const rows = await read.select({ certificate: authorities.certificate }).from(authorities)
	const own = configuration().DEMO ? [(await fictionalAuthority()).der] : []
	return [...rows.map(({ certificate }) => new Uint8Array(certificate)), ...own]
}

/** Whether anybody could sign here at all; a page offers nothing that cannot be done. */
export async function canVerify(read: Reader, now: Date): Promise<boolean> {
	const { DEMO, NCANODE_URL } = configuration()
	return DEMO || NCANODE_URL !== undefined || (await anyValid(read).execute({ now })).length > 0
}

const anyValid = prepared((read) =>
	read
		.select({ id: authorities.id })
		.from(authorities)
		.where(gte(authorities.validUntil, sql.param(sql.placeholder('now'), authorities.validUntil)))
		.limit(1),
)

export function authoritiesListed(read: Reader) {
	const { id, name, fingerprint, validFrom, validUntil, addedAt } = authorities
	return read
		.select({ id, name, fingerprint, validFrom, validUntil, addedAt })
		.from(authorities)
		.orderBy(asc(authorities.name), asc(authorities.validUntil))
}

/** Looks at a file that is to be believed; nothing that is not the certificate of an authority is. */
export async function authorityIn(
	file: Uint8Array,
): Promise<Outcome<AuthorityFacts & { certificate: Buffer }, 'no-authority'>> {
	const certificate = bytesOf(file)
	try {
		const facts = await inThread('readAuthority', { der: certificate })
		return facts ? done({ ...facts, certificate }) : refused('no-authority')
	} catch (error) {
		if (error instanceof TooSlow) return refused('no-authority')
		throw error
	}
}

interface Act {
	actor: Actor
	now: Date
}

/**
 * From now on signatures under it are believed: whoever adds one can be anybody, so it needs a second factor shown
 * a moment ago. Adding it twice changes nothing.
 */
export async function addAuthority(
	tx: Writer,
	{ authority, actor, now }: Act & { authority: AuthorityFacts & { certificate: Buffer } },
): Promise<Outcome<null, 'not-allowed' | 'factorNeeded' | 'ended'>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (authority.validUntil <= now) return refused('ended')
	const id = crypto.randomUUID()
	const added = await tx
		.insert(authorities)
		.values({ id, ...authority, addedAt: now, addedBy: actor.personId })
		.onConflictDoNothing()
		.returning({ id: authorities.id })
	if (added.length > 0) await recordChange(tx, 'authority-added', id, authority, { actor, now })
	return done(null)
}

/** New signatures under it are refused; those that were taken stay, with what was known of them. */
export async function removeAuthority(
	tx: Writer,
	{ id, actor, now }: Act & { id: string },
): Promise<Outcome<null, 'not-allowed' | 'factorNeeded'>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const [removed] = await tx.delete(authorities).where(eq(authorities.id, id)).returning()
	if (removed) await recordChange(tx, 'authority-removed', id, removed, { actor, now })
	return done(null)
}

async function recordChange(
	tx: Writer,
	type: string,
	subjectId: string,
	{ name, fingerprint }: { name: string; fingerprint: string },
	{ actor, now }: Act,
): Promise<void> {
	await record(tx, {
		subject: 'authority',
		subjectId,
		type,
		at: now,
		on: dayIn(zoneInForce(), now),
		by: administering(actor),
		personId: actor.personId,
		details: { name, fingerprint },
	})
}
