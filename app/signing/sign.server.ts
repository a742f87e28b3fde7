import type { Outcome } from '#app/outcome.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'
import type { Store } from '#db/store.ts'
import { type AskedSignature, type TakenSignature, type TakeRefusal, takeSignatures } from './take.server.ts'

/** What goes into one transaction: at more, those who came first wait longer than they need. */
const MOST_AT_ONCE = 400

type Answer = Outcome<TakenSignature, TakeRefusal>

interface Waiting {
	asked: AskedSignature
	resolve: (answer: Answer) => void
	reject: (error: unknown) => void
}

const queues = new Map<number, Waiting[]>()

/**
 * Signs, and answers when it would survive a power cut. Those who come while a transaction of the same petition is
 * being made durable go into the next one together, so that it costs each of them a share of one.
 */
export async function sign(petitionId: number, asked: AskedSignature, given?: Store): Promise<Answer> {
	const data = given ?? (await store())
	return new Promise((resolve, reject) => {
		const waiting = { asked, resolve, reject }
		const queue = queues.get(petitionId)
		if (queue) return void queue.push(waiting)
		queues.set(petitionId, [waiting])
		void takeAll(data, petitionId)
	})
}

async function takeAll(data: Store, petitionId: number): Promise<void> {
	const queue = queues.get(petitionId) ?? []
	while (queue.length > 0) await takeTogether(data, petitionId, queue.splice(0, MOST_AT_ONCE))
	queues.delete(petitionId)
}

async function takeTogether(data: Store, petitionId: number, together: Waiting[]): Promise<void> {
	try {
		const answers = await data.write(petitionKey(petitionId), (tx) =>
			takeSignatures(
				tx,
				petitionId,
				together.map(({ asked }) => asked),
				new Date(),
			),
		)
		together.forEach(({ resolve }, at) => {
			resolve(answers[at] as Answer)
		})
	} catch (error) {
		// One that cannot be kept must not cost the others theirs.
		if (together.length > 1) for (const one of together) await takeTogether(data, petitionId, [one])
		else together[0]?.reject(error)
	}
}
