import { eq } from 'drizzle-orm'
import { type Strip, stripOf } from '#app/clocks/strip.ts'
import type { Day } from '#app/deadlines/day.ts'
import { listed as asList, inList } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { clockFrom, clockStepsOf } from './clock.server.ts'
import type { When } from './handled.server.ts'
import type { Found, ListedInquiry } from './listed.ts'

/** The rows of a list, in the order given. */
export async function listed(
	read: Reader,
	found: readonly Found[],
	{ law, today }: When,
): Promise<ListedInquiry[]> {
	const rows = await rowsOf(read, found)
	const steps = await clockStepsOf(
		read,
		rows.map(({ handling }) => handling),
	)
	return rows.map(({ inquiry, handling, body, office }) => {
		const { subject, hidden, procedure, ...rest } = inquiry
		const clock = clockFrom(steps.get(handling.id) ?? [], law, handling.rule, procedure)
		const strip: Strip = stripOf(clock, today, law.calendar)
		return {
			...rest,
			proceedingId: handling.id,
			subject: hidden ? undefined : subject,
			body,
			office: office ?? undefined,
			strip,
		}
	})
}

/** Each question beside the handling that is meant, with the body and office whose handling it is. */
export async function rowsOf(read: Reader, found: readonly Found[]) {
	if (found.length === 0) return []
	const ids = asList([...new Set(found.map(({ inquiryId }) => inquiryId))])
	const questions = new Map((await questionsBy(read).execute({ ids })).map((row) => [row.id, row]))
	const handlings = await handlingsOf(read).execute({ ids })
	return found.flatMap(({ inquiryId, proceedingId }) => {
		const inquiry = questions.get(inquiryId)
		const all = handlings.filter(({ handling }) => handling.inquiryId === inquiryId)
		const meant = proceedingId ? all.find(({ handling }) => handling.id === proceedingId) : leading(all)
		return inquiry && meant ? [{ inquiry, ...meant }] : []
	})
}

const questionsBy = prepared((read) =>
	read
		.select({
			id: inquiries.id,
			number: inquiries.number,
			subject: inquiries.subject,
			hidden: inquiries.hidden,
			author: inquiries.publicName,
			language: inquiries.language,
			receivedAt: inquiries.receivedAt,
			joined: inquiries.joined,
			procedure: inquiries.procedure,
		})
		.from(inquiries)
		.where(inList(inquiries.id, 'ids')),
)

const handlingsOf = prepared((read) =>
	read
		.select({
			handling: {
				id: proceedings.id,
				inquiryId: proceedings.inquiryId,
				rule: proceedings.rule,
				state: proceedings.state,
				dueOn: proceedings.dueOn,
				answeredAt: proceedings.answeredAt,
				ordinal: proceedings.ordinal,
			},
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
			office: { id: offices.id, slug: offices.slug, names: offices.names },
		})
		.from(proceedings)
		.innerJoin(bodies, eq(bodies.id, proceedings.bodyId))
		.leftJoin(offices, eq(offices.id, proceedings.officeId))
		.where(inList(proceedings.inquiryId, 'ids')),
)

type Handled = Awaited<ReturnType<ReturnType<typeof handlingsOf>['execute']>>[number]

/** The handling that counts for a question: the one that falls due first, else the last answered, else the last. */
const leading = (all: readonly Handled[]): Handled | undefined =>
	all.toSorted(
		({ handling: a }, { handling: b }) => urgency(a).localeCompare(urgency(b)) || b.ordinal - a.ordinal,
	)[0]

const urgency = ({ state, dueOn }: { state: string; dueOn: Day | null }) =>
	state === 'open' ? `0${dueOn ?? '9999'}` : (RANKS[state] ?? '3')

const RANKS: Record<string, string> = { paused: '1', answered: '2', redirected: '4' }
