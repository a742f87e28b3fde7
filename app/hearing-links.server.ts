import { and, eq } from 'drizzle-orm'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { linkToHearing } from '#app/hearings/link.server.ts'
import { refused } from '#app/outcome.ts'
import { publicPetition } from '#app/petitions/counter.server.ts'
import { textsOf } from '#app/petitions/petition.server.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import type { Position } from '#db/schema/hearings.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'

/** A petition or a question of the number, where the public may read it. */
async function linkable(read: Reader, number: string) {
	const petition = await publicPetition(read, number)
	if (petition) {
		const [text] = await textsOf(read, petition)
		const confirmed = (await tallyOf(read, petition.id))?.confirmed ?? 0
		return {
			kind: 'petition' as const,
			title: text?.title ?? number,
			language: petition.language,
			state: petition.state,
			confirmed,
		}
	}
	const [inquiry] = await read
		.select({ title: inquiries.subject, language: inquiries.language })
		.from(inquiries)
		.where(and(eq(inquiries.number, number), eq(inquiries.visibility, 'public'), eq(inquiries.hidden, false)))
	return inquiry && { kind: 'inquiry' as const, ...inquiry }
}

/** Sets a public petition or question beside a hearing, by its number. */
export async function linkByNumber(
	tx: Writer,
	{ typed, stance, ...act }: ActingOnHearing & { typed: string; stance: Position },
) {
	const number = parseRegisterNumber(typed) ?? typed.trim().toUpperCase()
	const found = await linkable(tx, number)
	if (!found) return refused('not-public')
	return linkToHearing(tx, { ...act, kind: found.kind, number, stance })
}

/** What is linked, as the public may read it now. */
export async function linkedTo(
	read: Reader,
	links: readonly { kind: string; number: string; stance: Position }[],
) {
	const all = await Promise.all(
		links.map(async ({ number, stance }) => {
			const found = await linkable(read, number)
			return found ? [{ number, stance, ...found }] : []
		}),
	)
	return all.flat()
}
