import {
	type Addressee,
	addressedTo,
	deskAddress,
	holdersOf,
	type Notice,
	writeAll,
} from '#app/notices/notice.server.ts'
import { personById } from '#app/people/find.server.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { Hearing } from './hearing.server.ts'

type Told = Pick<Notice, 'notice' | 'values' | 'now'> & { once?: string }

/** Where those who have a part do it, without the language. */
export const holdingOf = ({ id }: Pick<Hearing, 'id'>, page?: string) =>
	['/account/hearings', String(id), page].filter(Boolean).join('/')

/** A letter to the person who keeps the initiator's part. */
export async function tellInitiator(tx: Writer, { initiatorId }: Hearing, told: Told): Promise<void> {
	if (initiatorId) await tellPerson(tx, initiatorId, told)
}

export async function tellPerson(tx: Writer, personId: string, told: Told): Promise<void> {
	const person = await personById(tx, personId)
	if (!person?.email) return
	await tellAll(tx, [{ email: person.email, language: person.language, personId: person.id }], told)
}

/** One letter to each, however many of their roles bring them into the list. */
export async function tellAll(
	tx: Writer,
	addressees: readonly Addressee[],
	{ once, ...told }: Told,
): Promise<void> {
	const each = new Map(addressees.map((one) => [one.email, one]))
	await writeAll(
		tx,
		[...each.values()].map(
			(addressee): Notice => ({
				...told,
				...addressedTo(addressee),
				...(once && { once: `${once}:${addressee.email}` }),
			}),
		),
	)
}

/** Who decides in the body; its desk, where nobody is named. */
export async function decidersOf(read: Reader, bodyId: string): Promise<Addressee[]> {
	const approvers = await holdersOf(read, ['approver'], bodyId)
	if (approvers.length > 0) return approvers
	const desk = await deskAddress(read, bodyId)
	return desk ? [desk] : []
}
