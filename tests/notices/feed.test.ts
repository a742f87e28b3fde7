import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { postsAsCsv } from '#app/blogs/export.server.ts'
import { newestPosts, officeOfFeed } from '#app/blogs/feed.server.ts'
import {
	newestAnswers,
	newestQuestions,
	questionOfFeed,
	questionsFound,
	stepsOfQuestion,
} from '#app/inquiries/feed.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { type FeedEntry, feedResponse } from '#app/notices/feed.server.ts'
import { record } from '#app/register/record.server.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { answers, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { hidings } from '#db/schema/register.ts'
import { handsIn, SECOND } from '#tests/inquiries/a-case.ts'
import { linesOf } from '#tests/inquiries/lines-of.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const now = new Date('2026-02-03T12:00:00+05:00')

async function answer(inquiryId: string, id = `answer-${inquiryId}`) {
	await world.store.write('test', async (tx) => {
		await tx.insert(answers).values({
			id,
			inquiryId,
			proceedingId: `${inquiryId}-1`,
			language: 'en',
			outcome: 'answered',
			body: 'THE WHOLE ANSWER',
			html: '<p>THE WHOLE ANSWER</p>',
			publicHtml: '<p>The public answer. <a href="/files/1/a.pdf">Plan</a></p>',
			reasons: '',
			law: '',
			facts: '',
			appeal: '',
			signedAt: now,
			signedOn: '2026-02-03',
			signedBy: 'ENV-approver',
			signerName: 'A. Signer',
			late: false,
		})
		await tx.update(inquiries).set({ answeredAt: now, state: 'answered' }).where(eq(inquiries.id, inquiryId))
		await tx
			.update(proceedings)
			.set({ answeredAt: now, state: 'answered', stage: 'ended' })
			.where(eq(proceedings.inquiryId, inquiryId))
	})
}

const hide = (subject: 'answer' | 'post', subjectId: string) =>
	world.store.write('test', async (tx) => {
		await tx.insert(hidings).values({
			id: `hiding-${subjectId}`,
			subject,
			subjectId,
			reason: 'x',
			explanation: '',
			at: now,
			by: 'moderator',
		})
	})

test('the feed of questions has what is public, and nothing private, hidden or joined', async () => {
	const open = await world.file({ subject: 'Open to all' })
	await world.file({ subject: 'Private', visibility: 'private' })
	await world.file({ subject: 'Joined', leadId: open.inquiryId })
	const hidden = await world.file({ subject: 'Hidden' })
	await world.store.write('test', async (tx) => {
		await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, hidden.inquiryId))
	})
	expect(await newestQuestions(world.store.read, 'en')).toMatchObject([
		{ title: `${open.number}: Open to all`, author: 'A.', path: `/en/inquiries/${open.number}` },
	])
})

test('the feed of answers has the public version only, and no answer that is hidden', async () => {
	const open = await world.file()
	const secret = await world.file({ visibility: 'private' })
	const hidden = await world.file()
	for (const { inquiryId } of [open, secret, hidden]) await answer(inquiryId)
	await hide('answer', `answer-${hidden.inquiryId}`)
	const entries = await newestAnswers(world.store.read, 'en')
	expect(entries).toMatchObject([
		{ title: `Answer: ${open.number}: Where do batteries go`, author: 'A. Signer' },
	])
	expect(JSON.stringify(entries)).not.toContain('THE WHOLE ANSWER')
	expect(await newestAnswers(world.store.read, 'en', { officeId: 'minister' })).toHaveLength(1)
	expect(await newestAnswers(world.store.read, 'en', { officeId: 'another' })).toEqual([])
})

test('the feed of a body has what was sent on to it, and nothing that it sent on itself', async () => {
	const { as, write, answer: sign } = handsIn(world)
	const whole = await world.file({ subject: 'Whole' })
	const part = await world.file({ subject: 'Part' })
	for (const { proceedingId, part: text } of [
		{ ...whole, part: null },
		{ ...part, part: 'The bins' },
	])
		await write((tx) =>
			redirectInquiry(tx, {
				...as('ENV:clerk', proceedingId, '2026-01-14'),
				toBodyId: 'HSG',
				part: text,
				reason: 'Theirs',
			}),
		)
	await sign(part.proceedingId, '2026-01-15')
	const { read } = world.store
	const titles = async (entries: Promise<FeedEntry[]>) => (await entries).map(({ title }) => title).sort()
	const [ofPart, ofWhole] = [`${part.number}: Part`, `${whole.number}: Whole`]
	expect(await titles(newestQuestions(read, 'en', { bodyId: 'HSG' }))).toEqual([ofWhole, ofPart].sort())
	for (const place of [{ bodyId: 'ENV' }, { officeId: 'minister' }]) {
		expect(await titles(newestQuestions(read, 'en', place))).toEqual([ofPart])
		expect(await titles(newestAnswers(read, 'en', place))).toEqual([`Answer: ${ofPart}`])
	}
	expect(await titles(newestAnswers(read, 'en', { bodyId: 'HSG' }))).toEqual([])
})

test('the feed of a body or office has its newest public answers, the newest on top', async () => {
	const earlier = await world.file()
	await answer(earlier.inquiryId)
	const { inquiryId, proceedingId, number } = await world.file()
	await world.file({ leadId: inquiryId, author: SECOND })
	await handsIn(world).answer(proceedingId, '2026-02-04')
	const secret = await world.file({ visibility: 'private' })
	await answer(secret.inquiryId)
	const [unseen, unsaid] = [await world.file(), await world.file()]
	for (const { inquiryId } of [unseen, unsaid]) await answer(inquiryId)
	await hide('answer', `answer-${unsaid.inquiryId}`)
	await world.store.write('test', async (tx) => {
		await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, unseen.inquiryId))
	})
	for (const place of [{ bodyId: 'ENV' }, { officeId: 'minister' }])
		expect(await newestAnswers(world.store.read, 'en', place)).toMatchObject([
			{ path: `/en/inquiries/${number}` },
			{ path: `/en/inquiries/${earlier.number}` },
		])
})

test('the feed of an office has its published posts in the language that is asked for, else that of record', async () => {
	const post = {
		officeId: 'minister',
		officialId: 'holder',
		kind: 'article' as const,
		language: 'kk',
		createdAt: now,
	}
	const earlier = new Date(now.getTime() - 1000)
	const text = (postId: string, language: string) => ({
		postId,
		language,
		title: `${postId} ${language}`,
		summary: '',
		markdown: '',
		html: '<p>text</p>',
		updatedAt: now,
	})
	await world.store.write('test', async (tx) => {
		await tx.insert(posts).values([
			{ ...post, id: 'both', state: 'published', publishedAt: now },
			{ ...post, id: 'one', state: 'published', publishedAt: earlier },
			{ ...post, id: 'draft', state: 'draft' },
			{ ...post, id: 'hidden', state: 'published', publishedAt: now },
		])
		await tx
			.insert(postTexts)
			.values([
				text('both', 'kk'),
				text('both', 'en'),
				text('one', 'kk'),
				text('draft', 'kk'),
				text('hidden', 'kk'),
			])
	})
	await hide('post', 'hidden')
	const office = await officeOfFeed(world.store.read, 'minister')
	if (!office) throw new Error('no office')
	const entries = await newestPosts(world.store.read, { officeId: office.id, language: 'en', now })
	expect(entries.map(({ title, path }) => [title, path])).toEqual([
		['both en', '/en/posts/both'],
		['one kk', '/en/posts/one'],
	])
	expect(await newestPosts(world.store.read, { language: 'en', now })).toEqual(entries)
	expect(await newestPosts(world.store.read, { officeId: 'another', language: 'en', now })).toEqual([])
	const lines = await linesOf(
		postsAsCsv(world.store.read, { language: 'en', publicUrl: 'https://demo.example' }),
	)
	expect(lines.slice(1)).toEqual([
		`both en,en,Minister,Holder,${now.toISOString()},,https://demo.example/en/posts/both\r\n`,
		`one kk,kk,Minister,Holder,${earlier.toISOString()},,https://demo.example/en/posts/one\r\n`,
	])
})

test('a feed comes as Atom and as JSON, the newest first, with whole addresses and nothing unescaped', async () => {
	const open = await world.file({ subject: 'Batteries & <b>boxes</b>' })
	await answer(open.inquiryId)
	const entries = [
		...(await newestQuestions(world.store.read, 'kk')),
		...(await newestAnswers(world.store.read, 'kk')),
	]
	const news = {
		title: 'Jauap',
		path: '/kk/inquiries',
		feedPath: '/kk/inquiries/feed',
		language: 'kk' as const,
		publicUrl: 'https://demo.example',
		entries,
	}
	const atom = feedResponse('atom', news)
	expect(atom.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
	const xml = await atom.text()
	const titles = [...xml.matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/g)].map(([, title]) => title)
	expect(titles).toEqual([
		`Жауап: ${open.number}: Batteries &amp; &lt;b&gt;boxes&lt;/b&gt;`,
		`${open.number}: Batteries &amp; &lt;b&gt;boxes&lt;/b&gt;`,
	])
	expect(xml).toContain(`<updated>${now.toISOString()}</updated>`)
	expect(xml).toContain('https://demo.example/files/1/a.pdf')

	const json = JSON.parse(await feedResponse('json', news).text())
	expect(json.items).toHaveLength(2)
	expect(json.items[0].title).toBe(`Жауап: ${open.number}: Batteries & <b>boxes</b>`)
	expect(json.items[0].url).toBe(`https://demo.example/kk/inquiries/${open.number}`)
})

test('a body, a search and a question have feeds of their own, of what is public', async () => {
	const { inquiryId, number } = await world.file({ subject: 'Heating pipes' })
	await world.file({ subject: 'Batteries', bodyId: 'HSG', officeId: null })
	const hidden = await world.file({ subject: 'Heating and insults' })
	const secret = await world.file({ subject: 'Heating at home', visibility: 'private' })
	await world.store.write('test', async (tx) => {
		await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, hidden.inquiryId))
		await record(tx, {
			subject: 'inquiry',
			subjectId: inquiryId,
			type: 'breached',
			at: now,
			on: '2026-02-03',
			by: 'system',
		})
	})
	const { read } = world.store
	const titles = async (which: object) => (await newestQuestions(read, 'en', which)).map(({ title }) => title)
	expect(await titles({ bodyId: 'ENV' })).toEqual([`${number}: Heating pipes`])
	expect(await titles({ inquiryIds: await questionsFound(read, 'heating') })).toEqual([
		`${number}: Heating pipes`,
	])
	expect(await questionOfFeed(read, hidden.number)).toBeUndefined()
	expect(await questionOfFeed(read, secret.number)).toBeUndefined()
	const question = await questionOfFeed(read, number)
	const steps = question && (await stepsOfQuestion(read, 'en', question))
	expect(steps?.map(({ title }) => title)).toEqual([`The term has passed: ${number} Heating pipes`])
})
