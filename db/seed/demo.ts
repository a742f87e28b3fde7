import { addMonths, dayIn } from '#app/deadlines/day.ts'
import { bodies } from '#db/schema/bodies.ts'
import type { Store } from '#db/store.ts'
import { postSteps } from './blogs.ts'
import { basinSteps, yardSteps } from './coming-hearings.ts'
import type { PetitionKey } from './content/types.ts'
import { layFoundation } from './foundation.ts'
import { orbitSteps } from './heard.ts'
import { inquirySteps } from './inquiries.ts'
import { receiveLetters } from './letters.ts'
import { akKarHearing } from './live-hearing.ts'
import { followSome, letThemBeRead, markLettersSent } from './notices.ts'
import { petitionSteps } from './petitions.ts'
import { play } from './steps.ts'
import { momentOf, timelineAt, ZONE } from './timeline.ts'

/**
 * Fills an empty database with the demo: bodies, people, posts, and questions that have come to where they stand
 * by the acts of their authors and desks, each at its moment. Gives false when there is something in it already.
 */
export async function seedDemo(
	store: Store,
	{
		now,
		secretKey,
		mailDomain = 'localhost',
		scale = 1,
	}: { now: Date; secretKey: string; mailDomain?: string | undefined; scale?: number },
): Promise<boolean> {
	if ((await store.readOwn.select({ id: bodies.id }).from(bodies).limit(1)).length > 0) return false
	const timeline = timelineAt(now)
	const since = momentOf(addMonths(dayIn(ZONE, now), -14), '10:00')
	await store.write('demo', (tx) => layFoundation(tx, timeline, since))

	const posts = await postSteps(timeline)
	const filed = new Map<string, string>()
	const inquiries = await inquirySteps({ timeline, secretKey, postIds: posts.ids, filed })
	const made = new Map<PetitionKey, number>()
	const petitions = petitionSteps({ timeline, secretKey, scale, made })
	const hearings = [
		...(await akKarHearing(timeline, made)),
		...(await basinSteps(timeline)),
		...(await orbitSteps(timeline)),
		...(await yardSteps(timeline)),
	]
	await play(store, [...posts.steps, ...inquiries, ...petitions, ...hearings], now)
	await receiveLetters(store, timeline, { domain: mailDomain, secretKey })
	await store.write('demo', async (tx) => {
		await markLettersSent(tx)
		await letThemBeRead(tx, now)
		await followSome(tx, now)
	})
	return true
}
