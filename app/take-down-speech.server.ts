import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { type Outcome, refused } from '#app/outcome.ts'
import { takeDownRemark } from '#app/remarks/enter.server.ts'
import { noteRemark, spokenIn } from '#app/rooms/spoken.server.ts'
import type { Writer } from '#db/store.ts'

interface Taken extends ActingOnHearing {
	speechId: string
	text: string
	language: string
}

/** What somebody said when they were called becomes their remark, as the secretary took it down; once a speech. */
export async function takeDownSpeech(
	tx: Writer,
	{ speechId, text, language, ...acting }: Taken,
): Promise<Outcome<null, string>> {
	const speech = (await spokenIn(tx, acting.hearingId)).find(({ id }) => id === speechId)
	if (!speech) return refused('not-found')
	const { name, affiliation, position, region, agendaItemId, personId } = speech
	const said = { name, publicName: name, affiliation, position, region, agendaItemId, personId }
	const taken = await takeDownRemark(tx, { ...acting, ...said, channel: 'oral', text, language })
	if (!taken.ok) return taken
	await noteRemark(tx, speechId, taken.value.ordinal)
	return { ok: true, value: null }
}
