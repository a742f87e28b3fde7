import { and, count, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextWorkingDay, workingDayFrom, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { type Day, dayIn, daysBetween } from '#app/deadlines/day.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { CHAIN_START, commitmentOf, headAfter, saltOf } from '#app/receipts/receipt.server.ts'
import { engine } from '#db/engine.ts'
import { pictures, postRevisions, posts } from '#db/schema/blogs.ts'
import { tenures } from '#db/schema/bodies.ts'
import { attachments } from '#db/schema/files.ts'
import * as cases from '#db/schema/inquiries.ts'
import { people, roles } from '#db/schema/people.ts'
import {
	considerationDuties,
	considerations,
	invalidations,
	outages,
	petitionBreaches,
	petitionCells,
	petitionSignatures,
	petitions,
	petitionTallies,
	petitionTexts,
	TALLIED_BY,
} from '#db/schema/petitions.ts'
import { events, outbox, reports } from '#db/schema/register.ts'
import { inquiries as seeds } from '#db/seed/content/inquiries.ts'
import { petitions as petitionSeeds } from '#db/seed/content/petitions.ts'
import { seedDemo } from '#db/seed/demo.ts'
import { timelineAt, ZONE } from '#db/seed/timeline.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#tests/support/fresh-store.ts'

const { inquiries, proceedings, breaches, answers, promises, satisfactions } = cases

/** Of the signatures of petitions, and of the thresholds: the demo itself has them all. */
const SCALE = 0.02
const scaled = (count: number) => 50 + Math.round((count - 50) * SCALE)

const MOMENTS = [
	['an ordinary Tuesday', '2026-10-13T12:00:00+05:00'],
	['a Sunday', '2026-11-22T05:47:00+05:00'],
	['the second of January', '2026-01-02T12:00:00+05:00'],
	['the day after Nauryz', '2026-03-26T11:00:00+05:00'],
	['the end of the year', '2026-12-30T23:30:00+05:00'],
] as const

// The moments differ in their calendars alone, which no engine sees.
describe.each(engine === 'sqlite' ? MOMENTS : MOMENTS.slice(0, 1))('the demo made on %s', (_, moment) => {
	const now = new Date(moment)
	const today = dayIn(ZONE, now)
	let store: Store

	beforeAll(async () => {
		store = await freshStore()
		await seedDemo(store, { now, secretKey: 'a secret key that only the tests know', scale: SCALE })
	}, 120_000)
	afterAll(() => store?.close())

	const find = async (key: string) => {
		const seed = seeds.find((one) => one.key === key)
		if (!seed) throw new Error(`no ${key}`)
		const found = await store.read
			.select()
			.from(inquiries)
			.where(eq(inquiries.subject, seed.subject[seed.lang]))
			.orderBy(inquiries.receivedAt)
		const [inquiry] = found.filter(({ authorName }) => !/Тұрғын|Житель/.test(authorName))
		if (!inquiry) throw new Error(`${key} was not filed`)
		const handled = await store.read
			.select()
			.from(proceedings)
			.where(eq(proceedings.inquiryId, inquiry.id))
			.orderBy(proceedings.ordinal)
		const breached = await store.read.select().from(breaches).where(eq(breaches.inquiryId, inquiry.id))
		return { inquiry, handled, first: handled[0] as (typeof handled)[number], breached }
	}
	const calendar = async () => (await lawOf(store.read, 'KZ')).calendar
	const reference = async () => workingDayFrom(timelineAt(now).calendar, today)
	const followers = async (id: string) => {
		const [found] = await store.read.select({ n: count() }).from(inquiries).where(eq(inquiries.leadId, id))
		return found?.n
	}

	test('nothing lies in the future, nothing waits to be sent', async () => {
		expect(await store.read.$count(events, gt(events.at, now))).toBe(0)
		expect(await store.read.$count(events, gt(events.recordedAt, now))).toBe(0)
		expect(await store.read.$count(inquiries, gt(inquiries.receivedAt, now))).toBe(0)
		expect(await store.read.$count(answers, gt(answers.signedAt, now))).toBe(0)
		expect(await store.read.$count(outbox, isNull(outbox.sentAt))).toBe(0)
	})

	test('every term that has run out is on record, and none that has not', async () => {
		const late = await store.read
			.select()
			.from(proceedings)
			.where(and(ne(proceedings.stage, 'ended'), isNotNull(proceedings.dueOn)))
		for (const { dueOn, breachedAt } of late) expect(breachedAt !== null).toBe((dueOn as Day) < today)
	})

	test('numbers of a body and year have no gap and no twin', async () => {
		const numbers = (await store.read.select({ number: inquiries.number }).from(inquiries)).map(
			(row) => row.number,
		)
		for (const sequence of new Set(numbers.map((number) => number.slice(0, 8)))) {
			const of = numbers.filter((number) => number.startsWith(sequence))
			const given = of.map((number) => Number(number.slice(9, 15))).sort((a, b) => a - b)
			expect(given).toEqual(of.map((__, at) => at + 1))
		}
	})

	test('Q1 was answered on the fourth day and helped', async () => {
		const { inquiry, first } = await find('Q1')
		expect(first.state).toBe('answered')
		const answered = dayIn(ZONE, first.answeredAt as Date)
		expect(workingDaysBetween(await calendar(), first.registeredOn, answered)).toBe(4)
		expect(
			await store.read.select().from(satisfactions).where(eq(satisfactions.inquiryId, inquiry.id)),
		).toMatchObject([{ answered: true, helped: true }])
	})

	test('Q2 came on a Saturday and was registered on the next working day', async () => {
		const { inquiry } = await find('Q2')
		const arrived = dayIn(ZONE, inquiry.receivedAt)
		expect(new Date(arrived).getUTCDay()).toBe(6)
		expect(inquiry).toMatchObject({
			channel: 'email',
			registeredOn: nextWorkingDay(timelineAt(now).calendar, arrived),
		})
	})

	test('Q3 is due today, or on the coming working day', async () => {
		expect((await find('Q3')).first).toMatchObject({
			state: 'open',
			dueOn: await reference(),
			breachedAt: null,
		})
	})

	test('Q4 is seven working days over, and its author was told of the deemed refusal', async () => {
		const { first, breached, inquiry } = await find('Q4')
		expect(first.state).toBe('open')
		expect(workingDaysBetween(await calendar(), first.dueOn as Day, await reference())).toBe(7)
		expect(breached).toMatchObject([{ duty: 'answer', mendedAt: null }])
		const told = await store.read.select().from(outbox).where(eq(outbox.recipient, 'citizen01@demo.example'))
		expect(told.map(({ notice }) => notice)).toContain('deemed-refusal')
		expect(inquiry.authorId).toBe('C01')
	})

	test('Q5 was extended and its author told in time', async () => {
		const { first, breached } = await find('Q5')
		expect(first).toMatchObject({ state: 'open', extended: true })
		expect((first.dueOn as Day) > today).toBe(true)
		expect(breached).toEqual([])
	})

	test('Q6 was extended and its author told too late', async () => {
		const { first, breached } = await find('Q6')
		expect(first).toMatchObject({ state: 'open', extended: true })
		expect(breached).toMatchObject([{ duty: 'notify_extension' }])
		const [extension] = await store.read
			.select()
			.from(cases.extensions)
			.where(eq(cases.extensions.proceedingId, first.id))
		expect(dayIn(ZONE, extension?.toldAt as Date) > (extension?.tellBy as Day)).toBe(true)
	})

	test('Q7 was sent on in time, with a clock of its own there', async () => {
		const { handled, breached } = await find('Q7')
		expect(handled).toMatchObject([{ state: 'redirected' }, { bodyId: 'ARL', state: 'open' }])
		expect((handled[1]?.dueOn as Day) > (handled[0]?.dueOn as Day)).toBe(true)
		expect(breached).toEqual([])
	})

	test('Q8 was sent on too late', async () => {
		const { handled, breached } = await find('Q8')
		expect(handled).toMatchObject([{ state: 'redirected' }, { bodyId: 'ARL', state: 'open' }])
		expect(breached).toMatchObject([{ duty: 'redirect' }])
	})

	test('Q9 was answered on the nineteenth day, and a complaint runs at the superior body', async () => {
		const { inquiry, first, breached } = await find('Q9')
		expect(first.state).toBe('answered')
		expect(breached).toMatchObject([{ duty: 'answer', mendedAt: first.answeredAt }])
		const answered = dayIn(ZONE, first.answeredAt as Date)
		expect(workingDaysBetween(await calendar(), first.registeredOn, answered)).toBe(19)
		const complaints = await store.read
			.select()
			.from(inquiries)
			.where(eq(inquiries.complaintAbout, inquiry.id))
		expect(complaints).toMatchObject([{ bodyId: 'GOV', kind: 'complaint', state: 'open' }])
	})

	test('Q10 stood still for the days of its author and goes on', async () => {
		const { first } = await find('Q10')
		expect(first).toMatchObject({ state: 'open', correctBy: null })
		const days = workingDaysBetween(await calendar(), first.registeredOn, first.dueOn as Day)
		expect(days).toBe(15 + 3)
	})

	test('Q11 was given back uncorrected', async () => {
		expect((await find('Q11')).first).toMatchObject({ state: 'returned', stage: 'ended' })
	})

	test('Q12 was answered by the predecessor, whose promise has lapsed', async () => {
		const { inquiry } = await find('Q12')
		const [answer] = await store.read.select().from(answers).where(eq(answers.inquiryId, inquiry.id))
		expect(answer?.officialId).toBe('O10')
		const [promise] = await store.read.select().from(promises).where(eq(promises.inquiryId, inquiry.id))
		expect(promise?.lapsedAt).not.toBeNull()
	})

	test('Q13 came by telephone, and its number went there', async () => {
		const { inquiry } = await find('Q13')
		expect(inquiry).toMatchObject({ channel: 'phone', authorId: null, state: 'open' })
		const told = await store.read.select().from(outbox).where(eq(outbox.inquiryId, inquiry.id))
		expect(told).toMatchObject([{ notice: 'receipt', channel: 'sms', recipient: '+77000000000' }])
	})

	test('Q31 went to a body that the law does not bind, and is under no term', async () => {
		const { first } = await find('Q31')
		expect(first).toMatchObject({ rule: 'none', dueOn: null, breachedAt: null })
	})

	test('Q23 came by mail, and is public since its author said by the link that it is theirs', async () => {
		const { inquiry } = await find('Q23')
		const record = await store.read
			.select()
			.from(events)
			.where(eq(events.subjectId, inquiry.id))
			.orderBy(events.sequence)
		expect(inquiry).toMatchObject({
			channel: 'email',
			confirmation: 'confirmed',
			visibility: 'public',
			authorId: 'C23',
		})
		expect(record.slice(0, 3).map(({ type }) => type)).toEqual(['registered', 'confirmed', 'assigned'])
	})

	test('Q14 has one working day left', async () => {
		const { first } = await find('Q14')
		expect(workingDaysBetween(await calendar(), await reference(), first.dueOn as Day)).toBe(1)
		expect(first.executorId).toBe('EDU-executor')
	})

	test('Q14 is open and has a part of its answer, Q18 had a part before the whole', async () => {
		const parts = (key: string) =>
			find(key).then(({ first }) =>
				store.read.select().from(cases.partialAnswers).where(eq(cases.partialAnswers.proceedingId, first.id)),
			)
		expect((await find('Q14')).first.state).toBe('open')
		expect(await parts('Q14')).toMatchObject([{ language: 'kk', signedBy: 'EDU-approver' }])
		const [part] = await parts('Q18')
		const { first } = await find('Q18')
		expect(part?.signedAt.getTime()).toBeLessThan(Number(first.answeredAt?.getTime()))
	})

	test('214 people joined Q15, and Q16 was put under it', async () => {
		const { inquiry } = await find('Q15')
		expect(await followers(inquiry.id)).toBe(215)
		expect(inquiry.joined).toBe(215)
		expect((await find('Q16')).inquiry.leadId).toBe(inquiry.id)
		expect((await find('Q16')).first).toMatchObject({ stage: 'following', state: 'open' })
	})

	test('Q17 is three working days over', async () => {
		const { first } = await find('Q17')
		expect(workingDaysBetween(await calendar(), first.dueOn as Day, await reference())).toBe(3)
	})

	test('Q18 is answered in part, and the other part is with the district', async () => {
		const { handled, inquiry } = await find('Q18')
		expect(handled).toMatchObject([{ state: 'answered' }, { bodyId: 'DIS', state: 'open' }])
		expect(handled[1]?.part).toBeTruthy()
		expect(inquiry.state).toBe('open')
	})

	test('Q19 waits for its approver', async () => {
		const { first } = await find('Q19')
		const [draft] = await store.read
			.select()
			.from(cases.drafts)
			.where(eq(cases.drafts.proceedingId, first.id))
		expect(draft).toMatchObject({ submittedBy: 'EDU-executor', heldBy: null })
	})

	test('Q20 came on 22 March and was registered after the holidays', async () => {
		const { inquiry, first } = await find('Q20')
		expect(dayIn(ZONE, inquiry.receivedAt).slice(5)).toBe('03-22')
		expect(inquiry.registeredOn.slice(5) >= '03-24').toBe(true)
		expect(first.state).toBe(moment.startsWith('2026-03') ? 'open' : 'answered')
	})

	test('Q21 was refused with reasons', async () => {
		expect((await find('Q21')).first.state).toBe('answered')
	})

	test('Q22 hides the places of dens from the public, and its author has the files', async () => {
		const { inquiry } = await find('Q22')
		const [answer] = await store.read.select().from(answers).where(eq(answers.inquiryId, inquiry.id))
		expect(answer?.html).toContain('K-07')
		expect(answer?.publicHtml).not.toContain('K-07')
		expect(answer?.redactionReason).toContain('den')
		const files = await store.read
			.select()
			.from(attachments)
			.where(eq(attachments.subjectId, answer?.id as string))
		expect(files).toMatchObject([{ public: false }, { public: false }])
	})

	test('Q24 was answered and followed up', async () => {
		const { inquiry } = await find('Q24')
		expect(inquiry.state).toBe('answered')
		const further = await store.read.select().from(inquiries).where(eq(inquiries.followUpOf, inquiry.id))
		expect(further).toMatchObject([{ state: 'open', bodyId: 'DIG' }])
	})

	test('Q25 and Q26 run, the one of ten days and the one of yesterday', async () => {
		for (const [key, days] of [
			['Q25', 10],
			['Q26', 1],
		] as const) {
			const { first } = await find(key)
			expect(first.state).toBe('open')
			expect(workingDaysBetween(timelineAt(now).calendar, first.registeredOn, await reference())).toBe(days)
		}
	})

	test('61 of a hundred say that Q27 was not answered', async () => {
		const { inquiry } = await find('Q27')
		const rated = await store.read
			.select({ answered: satisfactions.answered, leadId: inquiries.leadId, id: inquiries.id })
			.from(satisfactions)
			.innerJoin(inquiries, eq(inquiries.id, satisfactions.inquiryId))
		const own = rated.filter(({ leadId, id }) => leadId === inquiry.id || id === inquiry.id)
		expect(own).toHaveLength(100)
		expect(own.filter(({ answered }) => !answered)).toHaveLength(61)
	})

	test('a day off entered later moved Q28 by one working day, and both sides were told', async () => {
		const { first } = await find('Q28')
		const shifts = await store.read
			.select()
			.from(cases.dueShifts)
			.where(eq(cases.dueShifts.proceedingId, first.id))
		expect(shifts).toMatchObject([{ to: first.dueOn }])
		expect(nextWorkingDay(timelineAt(now).calendar, shifts[0]?.from as Day)).toBe(first.dueOn)
		expect(shifts[0]?.calendarEntryId).toBeTruthy()
		const told = await store.read.select().from(outbox).where(eq(outbox.notice, 'shifted'))
		expect(told.map(({ recipient }) => recipient)).toContain('citizen28@demo.example')
	})

	test('forty sent Q29, and one answer served them all', async () => {
		const { inquiry } = await find('Q29')
		expect(await followers(inquiry.id)).toBe(39)
		expect(
			await store.read.$count(
				inquiries,
				and(eq(inquiries.leadId, inquiry.id), eq(inquiries.state, 'answered')),
			),
		).toBe(39)
		expect(await store.read.$count(answers, eq(answers.inquiryId, inquiry.id))).toBe(1)
	})

	test('Q30 is private, and asks a moderator to look at a public question', async () => {
		const { inquiry } = await find('Q30')
		expect(inquiry.visibility).toBe('private')
		const [report] = await store.read.select().from(reports).where(isNull(reports.decidedAt))
		const [about] = await store.read
			.select()
			.from(inquiries)
			.where(eq(inquiries.id, String(report?.subjectId)))
		expect(about).toMatchObject({ bodyId: 'TAU', visibility: 'public' })
	})

	const petition = async (key: string) => {
		const seed = petitionSeeds.find((one) => one.key === key)
		const [text] = await store.read
			.select()
			.from(petitionTexts)
			.where(eq(petitionTexts.title, String(seed?.texts[seed.lang].title)))
		const [found] = await store.read
			.select()
			.from(petitions)
			.innerJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
			.where(eq(petitions.id, Number(text?.petitionId)))
		if (!found) throw new Error(`no petition ${key}`)
		return { ...found.petitions, ...found.petition_tallies }
	}

	test('T1 is a little short of its threshold three days before its end, with a night taken out', async () => {
		const { id, confirmed, removed, review, collectsUntil, thresholds } = await petition('T1')
		const [waves, needed] = [[36_410, 9960, 2310], 50_000]
		const expected = waves.reduce((sum, count) => sum + Math.round(count * SCALE), 50)
		expect([confirmed, removed, review]).toEqual([expected, Math.round(1204 * SCALE), 1])
		expect(thresholds).toEqual([{ key: 'national', needed: scaled(needed) }])
		expect(daysBetween(today, collectsUntil as Day)).toBeGreaterThanOrEqual(3)
		expect(daysBetween(today, collectsUntil as Day)).toBeLessThanOrEqual(6)
		expect(await store.read.select().from(invalidations)).toMatchObject([
			{ petitionId: id, state: 'done', criterion: 'source', removed },
		])
		expect(await store.read.select().from(outages)).toMatchObject([{ days: 1 }])
	})

	test('T2 asks for the opposite', async () => {
		const { confirmed, counterTo } = await petition('T2')
		expect(confirmed).toBe(scaled(21_455))
		expect(counterTo).toBe((await petition('T1')).id)
	})

	const consideration = async (petitionId: number) => {
		const [found] = await store.read
			.select()
			.from(considerations)
			.where(eq(considerations.petitionId, petitionId))
		return found
	}

	test('T3 is at the akimat, with some duties done and nine working days left', async () => {
		const { id, state, confirmed } = await petition('T3')
		const at = await consideration(id)
		expect([state, confirmed, at?.bodyId, at?.sentWith]).toEqual([
			'considered',
			scaled(13_118),
			'TAU',
			confirmed,
		])
		expect(at?.needed).toBe(50 + Math.ceil((12_346 - 50) * SCALE))
		expect(workingDaysBetween(timelineAt(now).calendar, await reference(), at?.dueOn as Day)).toBe(9)
		const kept = await store.read
			.select()
			.from(considerationDuties)
			.where(eq(considerationDuties.considerationId, Number(at?.id)))
		expect(kept).toHaveLength(2)
		expect(at?.discussionOn && at.discussionOn > today).toBe(true)
	})

	test('T4 was granted in part within its term, with every duty done and two promises to come', async () => {
		const { id, state, confirmed } = await petition('T4')
		const at = await consideration(id)
		expect([state, confirmed, at?.outcome]).toEqual(['decided', scaled(51_262), 'partly_granted'])
		expect(String(at?.decidedOn) <= String(at?.dueOn)).toBe(true)
		expect(at?.promises?.every(({ dueOn }) => dueOn > today)).toBe(true)
		expect(at?.statement).toBeTruthy()
		const kept = await store.read
			.select()
			.from(considerationDuties)
			.where(eq(considerationDuties.considerationId, Number(at?.id)))
		expect(kept).toHaveLength(4)
	})

	test('T5 fell short, and the ministry has it as a question of its own', async () => {
		const { state, confirmed, inquiryNumber } = await petition('T5')
		expect([state, confirmed]).toEqual(['returned', scaled(38_012)])
		const [filed] = await store.read
			.select()
			.from(inquiries)
			.where(eq(inquiries.number, String(inquiryNumber)))
		expect(filed).toMatchObject({ bodyId: 'ENV', state: 'open', kind: 'suggestion' })
	})

	test('no duty towards a petition was late', async () => {
		expect(await store.read.$count(petitionBreaches)).toBe(0)
	})

	test('T6 has 37 sponsors of fifty, T7 is checked since twelve days, T8 was rejected with its reason', async () => {
		expect(await petition('T6')).toMatchObject({ state: 'sponsoring', confirmed: 37, sponsorsNeeded: 50 })
		const { state, sponsoredAt } = await petition('T7')
		expect(state).toBe('checking')
		const since = dayIn(ZONE, sponsoredAt as Date)
		expect(workingDaysBetween(timelineAt(now).calendar, since, await reference())).toBe(12)
		expect(await petition('T8')).toMatchObject({ state: 'rejected', rejectionGround: 'not_competent' })
		expect((await petition('T8')).rejectionReason).toContain('акимат')
	})

	test('the totals of every petition are its rows, and its commitments make its chain', async () => {
		for (const { id, number } of await store.read.select().from(petitions)) {
			const rows = await store.read
				.select()
				.from(petitionSignatures)
				.where(eq(petitionSignatures.petitionId, id))
				.orderBy(petitionSignatures.ordinal)
			const inState = (state: string) => rows.filter((row) => row.state === state).length
			const [tally] = await store.read
				.select()
				.from(petitionTallies)
				.where(eq(petitionTallies.petitionId, id))
			expect(tally).toMatchObject({
				taken: rows.length,
				confirmed: inState('confirmed'),
				review: inState('review'),
				removed: inState('removed'),
				withdrawn: 0,
			})
			const cells = await store.read.select().from(petitionCells).where(eq(petitionCells.petitionId, id))
			for (const by of TALLIED_BY)
				expect(cells.filter((cell) => cell.by === by).reduce((sum, cell) => sum + cell.confirmed, 0)).toBe(
					inState('confirmed'),
				)
			let head = CHAIN_START
			for (const { ordinal, signedAt: at, level, method, region, fullName, commitment } of rows) {
				const salt = saltOf(id, ordinal)
				const signed = { petition: String(number), ordinal, at, level, method, region, salt }
				expect(commitmentOf({ ...signed, name: String(fullName) })).toBe(commitment)
				head = headAfter(head, commitment)
			}
			expect(tally?.head).toBe(head)
			expect(rows.every((row, at) => row.ordinal === at + 1)).toBe(true)
			expect(rows.every((row, at) => at === 0 || row.signedAt >= (rows[at - 1]?.signedAt as Date))).toBe(true)
			expect(rows.every(({ signedAt }) => signedAt <= now)).toBe(true)
		}
	})

	test('seven posts are published, one corrected in public, one scheduled, one a draft', async () => {
		const all = await store.read.select().from(posts)
		const inState = (state: string) => all.filter((post) => post.state === state).length
		expect(['published', 'scheduled', 'draft'].map(inState)).toEqual([7, 1, 1])
		expect(all.every(({ officialId }) => officialId)).toBe(true)
		expect(await store.read.$count(postRevisions, eq(postRevisions.number, 2))).toBe(3)
		expect(await store.read.$count(pictures)).toBe(2)
	})

	test('each office has one holder, and every role of a desk is held', async () => {
		const running = await store.read.select().from(tenures).where(isNull(tenures.until))
		expect(new Set(running.map(({ officeId }) => officeId)).size).toBe(running.length)
		expect(await store.read.$count(roles)).toBe(36)
		expect(await store.read.$count(people, isNull(people.emailConfirmedAt))).toBe(0)
	})

	test('a database with something in it is left alone', async () => {
		expect(await seedDemo(store, { now, secretKey: 'another' })).toBe(false)
	})
})
