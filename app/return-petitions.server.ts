import { DEFAULT_LANGUAGE, isLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { keysForFiling, submitInquiry } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { petitionPath } from '#app/links.ts'
import { personById } from '#app/people/find.server.ts'
import { closePetitions, type FileUnreached } from '#app/petitions/close.server.ts'
import { type Petition, textsOf } from '#app/petitions/petition.server.ts'
import type { Round } from '#app/round.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import type { Reader, Store } from '#db/store.ts'

/** Ends what has collected its time. What fell short becomes a question to the body, of the same author. */
export async function returnPetitions(store: Store, round: Pick<Round, 'now' | 'secretKey'>): Promise<void> {
	const file: FileUnreached = async (tx, { petition, at }) => {
		const { subject, text } = await wordsOf(tx, petition)
		const { profile } = await lawOf(tx, petition.profileId)
		const author = petition.authorId ? await personById(tx, petition.authorId) : undefined
		const { number } = await submitInquiry(tx, {
			profileId: petition.profileId,
			// APPC 90-3(5): a message, a response or a suggestion; what a petition asks for is a suggestion.
			kind: 'suggestion' in profile.inquiry.kinds ? 'suggestion' : 'request',
			channel: 'web',
			visibility: 'public',
			language: petition.language,
			subject,
			text,
			bodyId: String(petition.bodyId),
			author: {
				personId: petition.authorId,
				name: petition.authorName,
				publicName: petition.publicAuthor,
				address: petition.authorAddress,
				assuranceLevel: author?.assuranceLevel ?? 0,
			},
			by: 'author',
			secretKey: round.secretKey,
			receivedAt: at,
			now: round.now,
		})
		return number
	}
	await closePetitions(store, round, { file, keysFor: keysForFiling })
}

/** The petition in its language of record, with what became of it. */
async function wordsOf(read: Reader, petition: Petition): Promise<{ subject: string; text: string }> {
	const [record] = await textsOf(read, petition)
	const tally = await tallyOf(read, petition.id)
	const language = isLanguage(petition.language) ? petition.language : DEFAULT_LANGUAGE
	const t = translator(language)
	const number = String(petition.number)
	const about = t('considering:filed.about', {
		number,
		path: petitionPath(language, number),
		confirmed: tally?.confirmed ?? 0,
		needed: petition.thresholds?.[0]?.needed ?? 0,
	})
	const parts = [about, record?.substance, record?.arguments, record?.proposals]
	return { subject: record?.title ?? number, text: parts.filter(Boolean).join('\n\n') }
}
