import { hidingOf } from '#app/moderation/text.server.ts'
import type { Reader } from '#db/store.ts'

/** Who reads an answer. */
export interface AnswerReader {
	/** The question, or the one that it joined, is hidden by a moderator. */
	questionHidden: boolean
	insider: boolean
	moderator: boolean
}

/** Why the text of an answer is kept from this reader; `inherited` if it was written to the question that theirs joined. */
export async function answerHiddenFor(
	read: Reader,
	{ id, inherited }: { id: string; inherited: boolean },
	{ questionHidden, insider, moderator }: AnswerReader,
): Promise<string | undefined> {
	if (moderator || (insider && !inherited)) return undefined
	const hiding = await hidingOf(read, 'answer', id)
	// An answer to a hidden question quotes it.
	return hiding?.reason ?? (questionHidden && !insider ? 'question' : undefined)
}
