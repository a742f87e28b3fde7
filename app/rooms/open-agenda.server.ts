import { type ActingOnHearing, openHearing } from '#app/hearings/hearing.server.ts'
import { refused } from '#app/outcome.ts'
import type { Writer } from '#db/store.ts'

/** Before the announcement the desk writes the agenda, afterwards those who lead the session, until it has ended. */
export const openAgenda = async (tx: Writer, acting: ActingOnHearing) => {
	const prepared = await openHearing(tx, 'prepare', acting)
	if (prepared.ok) return prepared
	const opened = await openHearing(tx, 'keep-room', acting)
	return opened.ok && opened.value.hearing.state === 'held' ? refused('wrong-state') : opened
}
