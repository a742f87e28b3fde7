import { type LimitKeys, limited } from '#app/people/limits.server.ts'
import { store } from '#app/store.server.ts'
import { takeIn } from './accept.server.ts'
import { keepFiles } from './keep.server.ts'

/** Takes in what came with a form, as far as it is of a kind that is taken; `by` nobody, who has not signed in yet. */
export async function takeUploads(
	files: readonly File[],
	by: string | null,
	keys: LimitKeys,
	now: Date,
): Promise<{ ids: string[]; refused: string[] } | 'often'> {
	if (files.length === 0) return { ids: [], refused: [] }
	const may = await limited('upload', keys)
	if (!may.ok) return 'often'
	const { stored, refused } = await takeIn(files)
	const { write } = await store()
	const ids = await write(`files:${by ?? crypto.randomUUID()}`, (tx) => keepFiles(tx, { stored, by, now }))
	return { ids, refused: refused.map(({ name }) => name) }
}
