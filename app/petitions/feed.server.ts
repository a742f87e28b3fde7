import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { petitionPath } from '#app/links.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { considerations, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { firstPetitions } from './list.server.ts'
import type { PetitionFilter } from './listed.ts'

/** The newest petitions that collect signatures or did, and the newest decisions on them. */
export async function newestPetitions(
	read: Reader,
	language: Language,
	{ bodyId, query }: Pick<PetitionFilter, 'bodyId' | 'query'>,
): Promise<FeedEntry[]> {
	const items = await firstPetitions(read, { bodyId, query }, { language, limit: MOST_ENTRIES })
	const open = items.filter(({ publishedAt, title }) => publishedAt && title)
	const ids = open.map(({ id }) => id)
	const texts = await read
		.select({
			petitionId: petitionTexts.petitionId,
			language: petitionTexts.language,
			html: petitionTexts.html,
		})
		.from(petitionTexts)
		.where(inArray(petitionTexts.petitionId, ids))
	const decided = await read
		.select({
			petitionId: considerations.petitionId,
			html: considerations.html,
			by: considerations.signerName,
			at: considerations.publishedAt,
		})
		.from(considerations)
		.where(and(inArray(considerations.petitionId, ids), eq(considerations.state, 'decided')))
		.orderBy(sql`${considerations.publishedAt} desc nulls last`)
	const t = translator(language)
	return open.flatMap(({ id, number, title, author, publishedAt, ...petition }) => {
		const path = petitionPath(language, number)
		const named = `${number}: ${title}`
		const text = texts.find((one) => one.petitionId === id && one.language === petition.language)
		const started = { id: path, path, title: named, html: text?.html ?? '', author, at: publishedAt as Date }
		const decisions = decided
			.filter((one) => one.petitionId === id && one.at)
			.map(({ html, by, at }, place) => ({
				id: `${path}#decision-${place}`,
				path,
				title: t('petitions:feed.decision', { title: named }),
				html: html ?? '',
				author: by ?? '',
				at: at as Date,
			}))
		return [started, ...decisions]
	})
}
