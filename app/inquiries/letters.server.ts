import { asc, eq, sql } from 'drizzle-orm'
import { filesOf } from '#app/files/attached.server.ts'
import { signaturesOf } from '#app/signatures/find.server.ts'
import type { ShownSignature } from '#app/signatures/shown-signature.ts'
import { prepared } from '#db/prepared.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { answers, proceedings, promises } from '#db/schema/inquiries.ts'
import type { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import type { Inquiry } from './filed.server.ts'
import { type AnswerReader, answerHiddenFor } from './hidden-answer.server.ts'
import type { Handling, Letter } from './thread.ts'

interface LettersAsked {
	inquiry: Inquiry
	record: readonly (typeof events.$inferSelect)[]
	handlings: readonly Handling[]
	/** The author, or the desk. */
	involved: boolean
	reader: AnswerReader
}

/** Whoever joined a question reads its answer; the signature goes to its author alone. */
const withoutHanding = (signature: ShownSignature | undefined, inherited: boolean) =>
	signature && { ...signature, whole: signature.whole && !inherited }

/** The answers given to it, also the one to the question that it joined. */
export async function lettersOf(
	read: Reader,
	{ inquiry, record, handlings, involved, reader }: LettersAsked,
): Promise<Letter[]> {
	const { insider } = reader
	const ids = record.flatMap(({ type, details }) => (type === 'answered' ? [String(details.answerId)] : []))
	if (ids.length === 0) return []
	const found = await Promise.all(ids.map((id) => answerById(read).execute({ id })))
	const rows = found.flat().sort((a, b) => a.answer.signedAt.getTime() - b.answer.signedAt.getTime())
	const open = await filesOf(read, 'answer', ids, false)
	const attached = insider ? await filesOf(read, 'answer', ids, true) : open
	const made = (await Promise.all(ids.map((answerId) => promisesIn(read).execute({ answerId })))).flat()
	const signatures = await signaturesOf(read, ids, involved)
	const breached = new Set(handlings.flatMap(({ id, breachedAt }) => (breachedAt ? [id] : [])))
	const letters: Letter[] = []
	for (const { answer, body, office } of rows) {
		const inherited = answer.inquiryId !== inquiry.id
		// What was left out protects the one who asked first; those who joined read the public version.
		const whole = insider && !inherited
		const redacted = answer.redactionReason !== null && !whole
		const hiddenFor = await answerHiddenFor(read, { id: answer.id, inherited }, reader)
		const own = record.find(({ type, details }) => type === 'answered' && details.answerId === answer.id)
		letters.push({
			id: answer.id,
			html: hiddenFor ? undefined : whole ? answer.html : answer.publicHtml,
			hiddenFor,
			redactionReason: redacted ? (answer.redactionReason ?? undefined) : undefined,
			language: answer.language,
			outcome: answer.outcome,
			// Reasons and facts go into the case itself: where the text is redacted they stay with its author.
			reasons: redacted || hiddenFor ? undefined : answer.reasons,
			facts: redacted || hiddenFor ? undefined : answer.facts,
			law: answer.law,
			appeal: answer.appeal,
			signedAt: answer.signedAt,
			signedOn: answer.signedOn,
			signerName: answer.signerName,
			late: own?.details.late === true || breached.has(own?.proceedingId ?? ''),
			body: handlings.length > 0 ? body : undefined,
			office: office ?? undefined,
			inherited,
			signature: withoutHanding(signatures.get(answer.id), inherited),
			files: hiddenFor ? [] : ((whole ? attached : open).get(answer.id) ?? []),
			promises: made
				.filter(({ answerId }) => answerId === answer.id)
				.map(({ id, text, dueOn, keptAt, keptNote, lapsedAt }) => ({
					id,
					text,
					dueOn,
					keptAt,
					keptNote,
					lapsed: lapsedAt !== null,
				})),
		})
	}
	return letters
}

const answerById = prepared((read) =>
	read
		.select({
			answer: answers,
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
			office: { id: offices.id, slug: offices.slug, names: offices.names },
		})
		.from(answers)
		.innerJoin(proceedings, eq(proceedings.id, answers.proceedingId))
		.innerJoin(bodies, eq(bodies.id, proceedings.bodyId))
		.leftJoin(offices, eq(offices.id, proceedings.officeId))
		.where(eq(answers.id, sql.placeholder('id'))),
)

const promisesIn = prepared((read) =>
	read
		.select()
		.from(promises)
		.where(eq(promises.answerId, sql.placeholder('answerId')))
		.orderBy(asc(promises.dueOn)),
)
