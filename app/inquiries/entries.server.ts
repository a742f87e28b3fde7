import { eq, inArray } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { filesOf } from '#app/files/attached.server.ts'
import { bodies, calendarEntries, offices } from '#db/schema/bodies.ts'
import {
	breaches,
	corrections,
	extensions,
	inquiries,
	partialAnswers,
	promises,
	redirects,
	terminations,
} from '#db/schema/inquiries.ts'
import { additions } from '#db/schema/mail.ts'
import type { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import type { Inquiry } from './filed.server.ts'
import { type AnswerReader, answerHiddenFor } from './hidden-answer.server.ts'
import { type Entry, type EntryType, type Handling, isEntryType } from './thread.ts'

type EventRow = typeof events.$inferSelect

interface Told {
	inquiry: Inquiry
	handlings: readonly Handling[]
	/** The last word of the author on the answer. */
	rating?: { answered: boolean; helped: boolean }
	/** Whether the viewer may read what people wrote, beside the bare dates. */
	readable: boolean
	reader: AnswerReader
}

/** The record in the order in which it counts, each step with what it speaks of. Drafts and notes are the desk's. */
export async function entriesOf(read: Reader, record: readonly EventRow[], told: Told): Promise<Entry[]> {
	const steps = record.flatMap((event) =>
		isEntryType(event.type) && (told.reader.insider || event.type !== 'notice_undelivered')
			? [{ ...event, type: event.type }]
			: [],
	)
	const sources = await sourcesOf(read, steps, told)
	return steps
		.map((event) => ({
			key: event.sequence,
			type: event.type,
			at: event.at,
			on: event.on,
			proceedingId: event.proceedingId,
			...detailsOf(event, sources, told),
		}))
		.sort((a, b) => a.at.getTime() - b.at.getTime() || a.key - b.key)
}

type Step = EventRow & { type: EntryType }
type Sources = Awaited<ReturnType<typeof sourcesOf>>

/** What the steps refer to, read only where there is such a step. */
async function sourcesOf(read: Reader, steps: readonly Step[], { inquiry, handlings, reader }: Told) {
	const { insider } = reader
	const has = (...types: EntryType[]) => steps.some(({ type }) => types.includes(type))
	const ids = handlings.map(({ id }) => id)
	const named = <Key extends string>(key: Key) =>
		steps.flatMap(({ details }) => (typeof details[key] === 'string' ? [details[key] as string] : []))
	const mended = has('returned_for_correction')
		? await read.select().from(corrections).where(inArray(corrections.proceedingId, ids))
		: []
	return {
		redirects: has('redirected', 'redirected_in_part')
			? await read.select().from(redirects).where(inArray(redirects.fromId, ids))
			: [],
		extensions: has('extended')
			? await read.select().from(extensions).where(inArray(extensions.proceedingId, ids))
			: [],
		terminations:
			has('terminated') || has('returned')
				? await read.select().from(terminations).where(inArray(terminations.proceedingId, ids))
				: [],
		breaches: has('breached')
			? await read.select().from(breaches).where(inArray(breaches.proceedingId, ids))
			: [],
		corrections: mended,
		correctionFiles: await filesOf(
			read,
			'correction',
			mended.map(({ id }) => id),
			insider,
		),
		parts: has('answered_in_part') ? await partsOf(read, named('partialAnswerId'), inquiry, reader) : [],
		additions: has('added')
			? await read
					.select()
					.from(additions)
					.where(inArray(additions.id, named('additionId')))
			: [],
		additionFiles: await filesOf(read, 'addition', named('additionId'), insider),
		calendar: has('shifted')
			? await read
					.select()
					.from(calendarEntries)
					.where(inArray(calendarEntries.id, named('calendarEntryId')))
			: [],
		promises: has('promise_kept', 'promise_lapsed')
			? await read
					.select()
					.from(promises)
					.where(inArray(promises.id, named('promiseId')))
			: [],
		bodies: has('redirected', 'redirected_in_part')
			? await read
					.select({ id: bodies.id, code: bodies.code, names: bodies.names })
					.from(bodies)
					.where(inArray(bodies.id, named('bodyId')))
			: [],
		offices: has('redirected', 'redirected_in_part')
			? await read
					.select({ id: offices.id, slug: offices.slug, names: offices.names })
					.from(offices)
					.where(inArray(offices.id, named('officeId')))
			: [],
	}
}

/** Parts of the answer that were sent ahead, also those to the question that it joined. */
async function partsOf(read: Reader, ids: readonly string[], inquiry: Inquiry, reader: AnswerReader) {
	const sent = await read
		.select({ part: partialAnswers, hidden: inquiries.hidden })
		.from(partialAnswers)
		.innerJoin(inquiries, eq(inquiries.id, partialAnswers.inquiryId))
		.where(inArray(partialAnswers.id, [...ids]))
	return Promise.all(
		sent.map(async ({ part, hidden }) => {
			const inherited = part.inquiryId !== inquiry.id
			// The question that it was written to may have ended since, and be no lead any more.
			const questionHidden = reader.questionHidden || hidden
			const hiddenFor = await answerHiddenFor(read, { id: part.id, inherited }, { ...reader, questionHidden })
			return { ...part, inherited, hiddenFor }
		}),
	)
}

function detailsOf(
	event: Step,
	sources: Sources,
	{ handlings, rating, readable, reader }: Told,
): Partial<Entry> {
	const { insider } = reader
	const { details, proceedingId } = event
	const handling = handlings.find(({ id }) => id === proceedingId)
	switch (event.type) {
		case 'registered':
			return {
				body: handling?.body,
				office: handling?.office,
				channel: text(details.channel),
				dueOn: handling?.clock.originalDueOn,
				awaitsCalendar: details.awaitsCalendar === true,
				unbound: details.bound === false,
				part: readable ? (handling?.part ?? undefined) : undefined,
			}
		case 'dated':
			return { registeredOn: text(details.registeredOn), dueOn: text(details.dueOn) }
		case 'assigned':
			return { body: handling?.body, takenBack: details.executorId === null }
		case 'redirected':
		case 'redirected_in_part': {
			const redirect = sources.redirects.find(({ toId }) => toId === details.to)
			return {
				body: sources.bodies.find(({ id }) => id === details.bodyId),
				office: sources.offices.find(({ id }) => id === details.officeId),
				// One who joined was sent on with the question they joined: its reason is theirs too.
				reason: readable ? redirect?.reason : undefined,
				part: readable ? (redirect?.part ?? undefined) : undefined,
				late: redirect?.late,
				dueOn: redirect?.dueOn ?? undefined,
			}
		}
		case 'returned_for_correction': {
			const correction = nth(sources.corrections, event, 'requestedAt')
			return { until: text(details.until), text: readable ? correction?.request : undefined }
		}
		case 'corrected': {
			const correction = nth(sources.corrections, event, 'repliedAt')
			if (!correction || !insider) return {}
			return {
				html: correction.replyHtml ?? undefined,
				files: sources.correctionFiles.get(correction.id) ?? [],
			}
		}
		case 'added': {
			const addition = sources.additions.find(({ id }) => id === details.additionId)
			// Between the author and the desk: nobody was asked whether the public may read it.
			if (!addition || !insider) return {}
			return { html: addition.html, files: sources.additionFiles.get(addition.id) ?? [] }
		}
		case 'confirmed':
		case 'denied':
			return {}
		case 'extended':
			return {
				until: text(details.until),
				from: text(details.from),
				reason: sources.extensions.find((one) => one.proceedingId === proceedingId)?.reason,
			}
		case 'terminated':
		case 'returned':
			return {
				ground: text(details.ground),
				reason: sources.terminations.find((one) => one.proceedingId === proceedingId)?.reason,
			}
		case 'breached': {
			const breach = sources.breaches.find(
				(one) =>
					one.proceedingId === proceedingId && one.duty === details.duty && one.dueOn === details.dueOn,
			)
			return {
				body: handling?.body,
				duty: text(details.duty),
				refusal: handling?.silence.includes('deemed_refusal') ?? false,
				dueOn: text(details.dueOn),
				mendedAt: breach?.mendedAt ?? undefined,
			}
		}
		case 'shifted': {
			const cause = sources.calendar.find(({ id }) => id === details.calendarEntryId)
			return {
				from: text(details.from),
				dueOn: text(details.to),
				cause: cause && {
					day: cause.day,
					titles: cause.titles,
					source: cause.removedAt ? (cause.removalSource ?? cause.source) : cause.source,
					removed: cause.removedAt !== null,
				},
			}
		}
		case 'answered':
			// Where the term had no last day yet, that it was over then is known since.
			return { body: handling?.body, late: details.late === true || Boolean(handling?.breachedAt) }
		case 'answered_in_part': {
			const part = sources.parts.find(({ id }) => id === details.partialAnswerId)
			return {
				body: handling?.body,
				language: part?.language,
				signerName: part?.signerName,
				hiddenFor: part?.hiddenFor,
				html: part?.hiddenFor ? undefined : part?.html,
				reportable: part?.hiddenFor || part?.inherited ? undefined : part?.id,
			}
		}
		case 'merged':
			return { number: text(details.into) }
		case 'complained':
		case 'followed_up':
			return { number: text(details.number), late: details.late === true }
		case 'rated':
			return { answered: rating?.answered ?? false, helped: rating?.helped ?? false }
		case 'promise_kept':
		case 'promise_lapsed': {
			const promise = sources.promises.find(({ id }) => id === details.promiseId)
			return {
				text: promise?.text,
				dueOn: promise?.dueOn,
				reason: event.type === 'promise_kept' ? (promise?.keptNote ?? undefined) : undefined,
				late: details.late === true,
			}
		}
		case 'extension_told':
			return { late: details.late === true }
		case 'notice_undelivered':
			return { notice: text(details.notice) }
		case 'withdrawn':
		case 'author_erased':
			return {}
		default:
			return never(event.type)
	}
}

/** The correction that a step speaks of: written in the same moment. */
function nth(rows: Sources['corrections'], { proceedingId, at }: Step, field: 'requestedAt' | 'repliedAt') {
	return rows.find((row) => row.proceedingId === proceedingId && row[field]?.getTime() === at.getTime())
}

const text = (value: unknown): Day | undefined => (typeof value === 'string' ? value : undefined)

function never(type: never): never {
	throw new Error(`a step without details: ${type}`)
}
