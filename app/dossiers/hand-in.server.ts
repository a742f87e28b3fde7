import { z } from 'zod'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import { wordsOfFile } from '#app/files/words.server.ts'
import { uploads } from '#app/forms/read-form.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { LimitKeys } from '#app/people/limits.server.ts'
import { store } from '#app/store.server.ts'
import type { HandedIn } from './add.server.ts'
import { LONGEST, MOST_MEGABYTES } from './document.ts'

/** Of every form with which a version is handed in. */
export const VERSION_SENT = {
	title: z.string().trim().min(1).max(LONGEST.title),
	language: z.enum(LANGUAGES),
	file: uploads({ maxFiles: 1, maxMegabytes: MOST_MEGABYTES }),
}

type Sent = z.output<z.ZodObject<typeof VERSION_SENT>>

/** Takes the file in and its words out, before anything is written of the hearing. */
export async function handIn(
	{ title, language, file }: Sent,
	personId: string,
	keys: LimitKeys,
	now: Date,
): Promise<Outcome<HandedIn, 'often' | 'fileKind' | 'file-gone'>> {
	const taken = await takeUploads(file, personId, keys, now)
	if (taken === 'often') return refused('often')
	const [fileId] = taken.ids
	if (!fileId) return refused(taken.refused.length > 0 ? 'fileKind' : 'file-gone')
	const { readOwn } = await store()
	return done({ title, language, fileId, words: await wordsOfFile(readOwn, fileId) })
}
