import { profileById } from '#app/jurisdictions/profiles.ts'
import type { Store } from '#db/store.ts'
import { postsDue, publishDue } from './publish.server.ts'

/** Publishes the posts whose moment has come. */
export async function publishScheduled(
	store: Store,
	{ profileId, now }: { profileId: string; now: Date },
): Promise<void> {
	const { zone } = profileById(profileId).time
	for (const { id } of await postsDue(store.readOwn, now))
		await store.write(`post:${id}`, (tx) => publishDue(tx, id, { zone, now }))
}
