import { inArray } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { hearingPath } from '#app/links.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { hearingTexts } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { firstHearings } from './list.server.ts'
import type { HearingFilter } from './listed.ts'

/** The newest hearings, each from the day on which its documents became public. */
export async function newestHearings(
	read: Reader,
	language: Language,
	{ bodyId, region, query }: HearingFilter,
): Promise<FeedEntry[]> {
	const items = await firstHearings(read, { bodyId, region, query }, { language, limit: MOST_ENTRIES })
	const texts = await read
		.select({ hearingId: hearingTexts.hearingId, language: hearingTexts.language, html: hearingTexts.html })
		.from(hearingTexts)
		.where(
			inArray(
				hearingTexts.hearingId,
				items.map(({ id }) => id),
			),
		)
	return items.map(({ id, number, title, body, initiatorName, postedAt, ...hearing }) => {
		const path = hearingPath(language, number)
		const text = texts.find((one) => one.hearingId === id && one.language === hearing.language)
		return {
			id: path,
			path,
			title: `${number}: ${title}`,
			html: text?.html ?? '',
			author: body?.names[language] ?? initiatorName,
			at: postedAt as Date,
		}
	})
}
