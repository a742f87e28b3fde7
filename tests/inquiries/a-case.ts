import { eq } from 'drizzle-orm'
import type { Acting } from '#app/inquiries/act.server.ts'
import { saveDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'

export const noon = (day: string) => new Date(`${day}T12:00:00+05:00`)

export const ANSWER = {
	outcome: 'answered',
	language: 'ru',
	body: 'They go to the plant in Tauqala.',
	reasons: 'The contract of 2025.',
	law: 'Environmental Code, article 386',
	facts: 'The collectors hand them over monthly.',
	appeal: 'To the superior body within three months.',
	publicBody: null as string | null,
	redactionReason: null as string | null,
	promises: [],
}

/** The hands of those who act in this world, at noon of the day. */
export function handsIn(world: World) {
	const as = (who: string, proceedingId: string, day: string): Acting => ({
		proceedingId,
		actor: world.actors[who] ?? { personId: null, roles: [], level: 0 },
		now: noon(day),
	})
	const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('inquiry', work)

	async function answer(
		proceedingId: string,
		day: string,
		{ fileIds = [], ...over }: Partial<typeof ANSWER> & { fileIds?: string[] } = {},
	) {
		const approver = as('ENV:approver', proceedingId, day)
		await write((tx) => takeDraft(tx, { ...approver, language: 'ru', outcome: 'answered' }))
		const saved = await write((tx) =>
			saveDraft(tx, {
				...approver,
				version: 1,
				text: { ...ANSWER, ...over },
				files: { kept: [], added: fileIds },
			}),
		)
		const version = saved.ok ? saved.value.version : 0
		return write((tx) => signAnswer(tx, { ...approver, version }))
	}

	const inquiry = async (id: string) =>
		(await world.store.read.select().from(inquiries).where(eq(inquiries.id, id)))[0]
	const proceeding = async (id: string) =>
		(await world.store.read.select().from(proceedings).where(eq(proceedings.id, id)))[0]
	return { as, write, answer, inquiry, proceeding }
}

export const SECOND = { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 }
