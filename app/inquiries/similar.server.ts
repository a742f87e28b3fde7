import { inArray, sql } from 'drizzle-orm'
import { similarity, trigramsOf } from '#app/text/trigram.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { candidates } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import type { Similar } from './listed.ts'
import { rowsOf } from './rows.server.ts'

/**
 * From how much likeness on a question is shown as similar. The default of pg_trgm; over the demo questions pairs on
 * one matter lie at 0.3 to 0.7 and strangers below 0.2.
 */
export const ALIKE = 0.3
const MOST_SHOWN = 5
/** The index gives the best first; what comes after these shares a word or two. */
const MOST_COMPARED = 60
/** Enough to tell what it is about; longer texts look alike by their length alone. */
const COMPARED = 400

/** Public questions that ask about the same, the most alike first. */
export async function similarTo(
	read: Reader,
	asked: { subject: string; text: string },
	exceptNumber?: string,
): Promise<Similar[]> {
	const refs = await candidates(
		read,
		'inquiry',
		`${asked.subject} ${asked.text.slice(0, COMPARED)}`,
		MOST_COMPARED,
	)
	if (refs.length === 0) return []
	const rows = await read
		.select({
			id: inquiries.id,
			number: inquiries.number,
			subject: inquiries.subject,
			text: sql<string>`substr(${inquiries.text}, 1, ${COMPARED})`,
			state: inquiries.state,
			standing: {
				visibility: inquiries.visibility,
				hidden: inquiries.hidden,
				leadId: inquiries.leadId,
				state: inquiries.state,
			},
			dueOn: inquiries.dueOn,
			joined: inquiries.joined,
			language: inquiries.language,
		})
		.from(inquiries)
		// By id alone: beside other conditions SQLite would rather walk through all public questions.
		.where(inArray(inquiries.id, refs))
	const subject = trigramsOf(asked.subject)
	const whole = trigramsOf(`${asked.subject} ${asked.text.slice(0, COMPARED)}`)
	const alike = rows
		.filter(({ standing, number }) => isInSight(standing) && number !== exceptNumber)
		.map(({ text, standing: _, ...row }) => ({
			...row,
			likeness: Math.max(similarity(subject, row.subject), similarity(whole, `${row.subject} ${text}`)),
		}))
		.filter(({ likeness }) => likeness >= ALIKE)
		.sort((a, b) => b.likeness - a.likeness || a.number.localeCompare(b.number))
		.slice(0, MOST_SHOWN)
	const handled = await rowsOf(
		read,
		alike.map(({ id }) => ({ inquiryId: id })),
	)
	return handled.flatMap(({ inquiry, body }) => {
		const row = alike.find(({ id }) => id === inquiry.id)
		return row ? [{ ...row, body }] : []
	})
}

/** Public, in sight, not under another question, and asked or answered. */
const isInSight = (row: { visibility: string; hidden: boolean; leadId: string | null; state: string }) =>
	row.visibility === 'public' &&
	!row.hidden &&
	row.leadId === null &&
	['open', 'paused', 'answered'].includes(row.state)
