import { takeIn } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { limited } from '#app/people/limits.server.ts'
import { store } from '#app/store.server.ts'

/**
 * Takes in what the author sends along with an act. Gives the code of what is wrong when something cannot be
 * taken: then nothing is done, so that nobody believes a file went along that did not.
 */
export async function authorsFiles(
	files: readonly File[],
	{ personId, address, now }: { personId: string | null; address?: string; now: Date },
): Promise<{ ok: true; ids: string[] } | { ok: false; problem: 'fileKind' | 'often' }> {
	if (files.length === 0) return { ok: true, ids: [] }
	const may = await limited('upload', { person: personId, address })
	if (!may.ok) return { ok: false, problem: 'often' }
	const { stored, refused } = await takeIn(files)
	if (refused.length > 0) return { ok: false, problem: 'fileKind' }
	const { write } = await store()
	return { ok: true, ids: await write('files', (tx) => keepFiles(tx, { stored, by: personId, now })) }
}
