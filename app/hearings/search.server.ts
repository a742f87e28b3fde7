import { indexForSearch } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { type Hearing, textsOf } from './hearing.server.ts'

/** From now on everybody finds it by the words of its title, in each language. */
export async function putHearingForSearch(tx: Writer, hearing: Pick<Hearing, 'id' | 'language'>) {
	const titles = (await textsOf(tx, hearing)).map(({ title }) => title)
	await indexForSearch(tx, 'hearing', String(hearing.id), titles.join('\n'))
}
