import { asc, eq } from 'drizzle-orm'
import { type DUTIES, runDuties } from '#app/duties.server.ts'
import type { Letter } from '#app/notices/letter.server.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { SECRET_KEY } from '#tests/support/world.ts'

export const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00+05:00`)

type Round = Parameters<(typeof DUTIES)[number]>[1]

/** A round of the duties with a post that keeps what it is given. */
export function aRound(now: Date, sent: Letter[] = []): Round {
	const post = {
		send: async (letter: Letter) => void sent.push(letter),
		sendShort: async () => {},
		close() {},
	}
	return { now, profileId: 'KZ', publicUrl: 'https://demo.example', secretKey: SECRET_KEY, post }
}

/** What letters said when they were taken away: the outbox forgets it at once. */
const said = new WeakMap<Store, Map<number, Record<string, unknown>>>()

/** Runs all duties at the moment and gives the letters that were sent. */
export async function dutiesAt(store: Store, now: Date): Promise<Letter[]> {
	const sent: Letter[] = []
	const round = aRound(now, sent)
	const kept = said.get(store) ?? new Map()
	said.set(store, kept)
	const send = async (letter: Letter) => {
		const [row] = await store.read.select().from(outbox).where(eq(outbox.number, letter.number))
		kept.set(letter.number, row?.values)
		await round.post.send(letter)
	}
	await runDuties(store, { ...round, post: { ...round.post, send } })
	return sent
}

export async function lettersOf(store: Store, notice: string) {
	const rows = await store.read
		.select()
		.from(outbox)
		.where(eq(outbox.notice, notice))
		.orderBy(asc(outbox.number))
	return rows.map((row) => ({ ...row, values: said.get(store)?.get(row.number) ?? row.values }))
}
