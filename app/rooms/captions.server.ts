import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { parseTextStream } from 'media-captions'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearingCaptions as captions } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { RoomRefusal } from './room.ts'

/** Seconds from the beginning of the recording, and what is said until then. */
export interface Cue {
	from: number
	to: number
	text: string
}

const MOST_CUES = 20_000
const LONGEST_CUE = 1000
/** Of one cue; what reads them takes a square of their number. */
const MOST_LINES = 40
const A_DAY = 86_400

/** What a file of captions says, WebVTT or SubRip by its own first words; all marks in it are taken out. */
export async function readCaptions(
	text: string,
): Promise<Outcome<Cue[], 'no-captions' | 'captions-too-long'>> {
	const type = /^\uFEFF?WEBVTT/.test(text) ? 'vtt' : 'srt'
	if (text.split('-->', MOST_CUES + 2).length > MOST_CUES + 1) return refused('captions-too-long')
	const { cues: found } = await parseTextStream(linesOf(text), { type, strict: false, errors: false })
	const cues = found
		.filter(({ startTime, endTime }) => startTime >= 0 && endTime >= startTime && endTime <= A_DAY)
		.map(({ startTime, endTime, text }) => ({ from: startTime, to: endTime, text: plain(text) }))
		.filter((cue) => cue.text !== '')
		.sort((a, b) => a.from - b.from)
	return cues.length === 0 ? refused('no-captions') : done(cues)
}

/** Line by line as they are asked for: a queue of them all would take a square of their number. */
function linesOf(text: string): ReadableStream<string> {
	let together = 0
	const lines = text
		.replaceAll('\u0000', '')
		.split(/\r\n|\n|\r/)
		.filter((line) => {
			together = line === '' || line.includes('-->') ? 0 : together + 1
			return together <= MOST_LINES
		})
	let next = 0
	return new ReadableStream({
		pull(stream) {
			if (next === lines.length) stream.close()
			else stream.enqueue(lines[next++])
		},
	})
}

const NAMED = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['nbsp', ' '],
])

/** Words alone: it is shown as text, so what looks like a tag afterwards is only its look. */
const plain = (text: string) =>
	text
		.replace(/<[^<>]*>/g, '')
		.replace(/&(\w+);/g, (whole, name: string) => NAMED.get(name) ?? whole)
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, LONGEST_CUE)

interface Adding extends ActingOnHearing {
	language: string
	beginsAt: Date
	cues: Cue[]
}

/** In one language once: a better file takes the place of the one before. */
export async function addCaptions(
	tx: Writer,
	{ language, beginsAt, cues, ...acting }: Adding,
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	const { hearingId, actor, now } = acting
	if (opened.value.hearing.state === 'announced') return refused('wrong-state')
	const sha256 = createHash('sha256').update(JSON.stringify(cues)).digest('hex')
	await tx.delete(captions).where(and(eq(captions.hearingId, hearingId), eq(captions.language, language)))
	await tx.insert(captions).values({
		id: crypto.randomUUID(),
		hearingId,
		language,
		beginsAt,
		cues,
		sha256,
		addedAt: now,
		addedBy: String(actor.personId),
	})
	await recordHearingStep(tx, opened.value, acting, 'captions-added', { language, sha256 })
	await touchRoom(tx, hearingId)
	return done(null)
}

export const captionsOf = (read: Reader, hearingId: number) =>
	read
		.select({
			language: captions.language,
			beginsAt: captions.beginsAt,
			sha256: captions.sha256,
			addedAt: captions.addedAt,
		})
		.from(captions)
		.where(eq(captions.hearingId, hearingId))
		.orderBy(asc(captions.language))

export async function transcriptOf(read: Reader, hearingId: number, language: string) {
	const [row] = await read
		.select()
		.from(captions)
		.where(and(eq(captions.hearingId, hearingId), eq(captions.language, language)))
	return row
}
