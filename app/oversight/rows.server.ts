import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { isPublic as isPublicHearing } from '#app/hearings/hearing.ts'
import { isPublic as isPublicPetition } from '#app/petitions/petition.ts'
import { bodies, offices, type Words } from '#db/schema/bodies.ts'
import { hearingBreaches, hearings, hearingTexts } from '#db/schema/hearings.ts'
import { breaches, inquiries } from '#db/schema/inquiries.ts'
import { petitionBreaches, petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import type { OwedTo } from './breach-filter.ts'

/** Where breaches are kept, by what the duty was owed to: in one shape. */
export const TABLES = { questions: breaches, petitions: petitionBreaches, hearings: hearingBreaches }
export type BreachTable = (typeof TABLES)[OwedTo]

interface Listed {
	where: SQL | undefined
	limit: number
	offset: number
}

interface Found {
	id: string
	duty: string
	dueOn: Day
	legalMoment: Date
	mendedAt: Date | null
	number: string | null
	/** Null of a question that is not public: oversight follows its dates. */
	subject: string | null
	language: string
	/** Its text is not for everybody. */
	closed: boolean
	/** Its page can be opened. */
	hasPage: boolean
	body: { code: string; names: Words } | null
	office: { slug: string; names: Words } | null
}

const BODY = { code: bodies.code, names: bodies.names }

const columnsOf = <Table extends BreachTable>({ id, duty, dueOn, legalMoment, mendedAt }: Table) => ({
	id,
	duty,
	dueOn,
	legalMoment,
	mendedAt,
})

/** Breaches with their cases, the latest first. */
export const ROWS: Record<OwedTo, (read: Reader, listed: Listed) => Promise<Found[]>> = {
	async questions(read, { where, limit, offset }) {
		const rows = await read
			.select({
				...columnsOf(breaches),
				number: inquiries.number,
				subject: inquiries.subject,
				language: inquiries.language,
				hidden: inquiries.hidden,
				visibility: inquiries.visibility,
				body: BODY,
				office: { slug: offices.slug, names: offices.names },
			})
			.from(breaches)
			.innerJoin(inquiries, eq(inquiries.id, breaches.inquiryId))
			.innerJoin(bodies, eq(bodies.id, breaches.bodyId))
			.leftJoin(offices, eq(offices.id, breaches.officeId))
			.where(where)
			.orderBy(desc(breaches.legalMoment), desc(breaches.id))
			.limit(limit)
			.offset(offset)
		return rows.map(({ hidden, visibility, subject, ...row }) => ({
			...row,
			subject: visibility === 'public' ? subject : null,
			closed: hidden,
			hasPage: true,
		}))
	},

	async petitions(read, { where, limit, offset }) {
		const { state, publishedAt, hidden, language } = petitions
		const rows = await read
			.select({
				...columnsOf(petitionBreaches),
				number: petitions.number,
				subject: petitionTexts.title,
				petition: { state, publishedAt, hidden, language },
				body: BODY,
			})
			.from(petitionBreaches)
			.innerJoin(petitions, eq(petitions.id, petitionBreaches.petitionId))
			.innerJoin(
				petitionTexts,
				and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
			)
			.leftJoin(bodies, eq(bodies.id, petitionBreaches.bodyId))
			.where(where)
			.orderBy(desc(petitionBreaches.legalMoment), desc(petitionBreaches.id))
			.limit(limit)
			.offset(offset)
		return rows.map(({ petition, ...row }) => ({
			...row,
			language: petition.language,
			closed: !isPublicPetition(petition) || petition.hidden,
			hasPage: isPublicPetition(petition),
			office: null,
		}))
	},

	async hearings(read, { where, limit, offset }) {
		const { state, postedAt, language } = hearings
		const rows = await read
			.select({
				...columnsOf(hearingBreaches),
				number: hearings.number,
				subject: hearingTexts.title,
				hearing: { state, postedAt, language },
				body: BODY,
			})
			.from(hearingBreaches)
			.innerJoin(hearings, eq(hearings.id, hearingBreaches.hearingId))
			.innerJoin(
				hearingTexts,
				and(eq(hearingTexts.hearingId, hearings.id), eq(hearingTexts.language, hearings.language)),
			)
			.leftJoin(bodies, eq(bodies.id, hearingBreaches.bodyId))
			.where(where)
			.orderBy(desc(hearingBreaches.legalMoment), desc(hearingBreaches.id))
			.limit(limit)
			.offset(offset)
		return rows.map(({ hearing, ...row }) => ({
			...row,
			language: hearing.language,
			closed: !isPublicHearing(hearing),
			hasPage: isPublicHearing(hearing),
			office: null,
		}))
	},
}
