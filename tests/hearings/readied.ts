import { eq } from 'drizzle-orm'
import { putHearingForSearch } from '#app/hearings/search.server.ts'
import { noticeLanguages } from '#app/hearings/terms.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import {
	hearingChannels,
	hearingDocuments,
	hearings,
	hearingTerritories,
	hearingTexts,
} from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

/** Fills in what a request or an announcement asks for: texts in all official languages, land, a document, contacts. */
export async function readied(tx: Writer, hearingId: number, at: Date): Promise<void> {
	for (const language of ['kk', 'ru', 'en'])
		await tx
			.insert(hearingTexts)
			.values({
				hearingId,
				language,
				title: 'A resort',
				subject: 'A resort is to be built.',
				html: '<p>A resort is to be built.</p>',
				place: 'Sample Hall',
				updatedAt: at,
			})
			.onConflictDoUpdate({
				target: [hearingTexts.hearingId, hearingTexts.language],
				set: { title: 'A resort', subject: 'A resort is to be built.' },
			})
	await tx.insert(hearingTerritories).values({ hearingId, region: 'KZ-75' }).onConflictDoNothing()
	await tx.insert(hearingDocuments).values({
		id: crypto.randomUUID(),
		hearingId,
		position: 1,
		party: 'initiator',
		kind: 'report',
		author: 'Sample Resort LLP',
		addedAt: at,
		addedBy: 'author',
	})
	await putHearingForSearch(tx, { id: hearingId, language: 'en' })
	await tx
		.update(hearings)
		.set({ initiatorContact: '1 Sample Street', legalGround: 'environmental_impact_report' })
		.where(eq(hearings.id, hearingId))
}

/** As though an announcement had been published everywhere that the law wants, on one day. */
export async function publishedEverywhere(
	tx: Writer,
	hearingId: number,
	{ publishedOn, notice = 1, except = '' }: { publishedOn: string; notice?: number; except?: string },
): Promise<void> {
	const profile = profileById('KZ')
	for (const language of noticeLanguages(profile))
		for (const [channel, { need }] of Object.entries(profile.hearing.announce_channels))
			for (let place = 0; place < need && channel !== except; place++)
				await tx.insert(hearingChannels).values({
					id: crypto.randomUUID(),
					hearingId,
					notice,
					channel,
					name: `${channel} ${place}`,
					language,
					publishedOn,
					link: 'https://paper.example/1',
					addedAt: new Date(`${publishedOn}T06:00:00Z`),
					addedBy: 'ENV-clerk',
				})
}
