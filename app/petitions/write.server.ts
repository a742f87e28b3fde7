import { and, eq } from 'drizzle-orm'
import { attach, detach } from '#app/files/attach.server.ts'
import { MOST_FILES } from '#app/files/most.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { type ActingOnPetition, openPetition, type PetitionText, textsOf } from './petition.server.ts'
import type { PetitionRefusal } from './petition.ts'

type WritingRefusal = PetitionRefusal | 'not-found' | 'factorNeeded'

/** The parts of a text, each as it was typed. */
export const PARTS = ['title', 'substance', 'arguments', 'proposals'] as const
type Written = Pick<PetitionText, (typeof PARTS)[number]>

const NOTHING: Written = { title: '', substance: '', arguments: '', proposals: '' }

/** Writes a part of the draft in one language. A translation without a word left in it is gone. */
export async function writePetition(
	tx: Writer,
	act: ActingOnPetition & { language: Language; written: Partial<Written> },
): Promise<Outcome<null, WritingRefusal>> {
	const opened = await openPetition(tx, 'edit', act)
	if (!opened.ok) return opened
	const { petition } = opened.value
	const { language, now } = act
	const before = (await textsOf(tx, petition)).find((text) => text.language === language)
	const text = { ...NOTHING, ...before, ...act.written }
	const key = { petitionId: petition.id, language }
	await tx.update(petitions).set({ updatedAt: now }).where(eq(petitions.id, petition.id))
	if (language !== petition.language && PARTS.every((part) => text[part] === '')) {
		await tx
			.delete(petitionTexts)
			.where(and(eq(petitionTexts.petitionId, petition.id), eq(petitionTexts.language, language)))
		return done(null)
	}
	const row = { ...key, ...partsOf(text), html: htmlOf(text, language), updatedAt: now }
	await tx
		.insert(petitionTexts)
		.values(row)
		.onConflictDoUpdate({ target: [petitionTexts.petitionId, petitionTexts.language], set: row })
	return done(null)
}

const partsOf = ({ title, substance, arguments: reasons, proposals }: Written): Written => ({
	title,
	substance,
	arguments: reasons,
	proposals,
})

/** All that is asked for on one page, under the headings of its language. */
export function htmlOf(text: Omit<Written, 'title'>, language: string): string {
	const t = translator(isLanguage(language) ? language : 'kk')
	return (['substance', 'arguments', 'proposals'] as const)
		.filter((part) => text[part].trim() !== '')
		.map((part) => `<h2>${t(`proposing:part.${part}`)}</h2>\n${renderMarkdown(text[part]).html}`)
		.join('\n')
}

/** What goes with the text, in this order; until it is published it is for those who know of the petition. */
export async function attachToPetition(
	tx: Writer,
	act: ActingOnPetition & { fileIds: readonly string[] },
): Promise<Outcome<null, WritingRefusal | 'too-many-files'>> {
	const opened = await openPetition(tx, 'edit', act)
	if (!opened.ok) return opened
	if (act.fileIds.length > MOST_FILES) return refused('too-many-files')
	const subjectId = String(act.petitionId)
	await detach(tx, 'petition', [subjectId], act.now)
	await attach(tx, 'petition', subjectId, act.fileIds, false)
	return done(null)
}
