import { afterEach, beforeEach, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { complain } from '#app/inquiries/complain.server.ts'
import { entrySentence } from '#app/inquiries/entry-words.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { dutiesAt, lettersOf } from '#tests/duties/a-round.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { handsIn, noon } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const seenOn = async (number: string, day: string) => {
	const thread = await threadOf(world.store.read, number, { actor: world.actors.author, now: noon(day) })
	if (!thread) throw new Error(`no question ${number}`)
	return thread
}

const LETTERS = ['deemed-refusal', 'deemed-refusal-final', 'term-over'] as const

test.each<[string, Parameters<World['file']>[0], string[], (typeof LETTERS)[number], boolean]>([
	['a question', {}, ['deemed_refusal', 'open_complaint_window'], 'deemed-refusal', true],
	[
		'a complaint',
		{ kind: 'complaint' },
		['deemed_refusal', 'open_court_window'],
		'deemed-refusal-final',
		false,
	],
	[
		'a question to a body with nobody above it',
		{ bodyId: 'GOV', officeId: null },
		['deemed_refusal', 'open_court_window'],
		'deemed-refusal-final',
		false,
	],
	[
		'a request under the law of the United Kingdom',
		{ profileId: 'GB', kind: 'foi_request' },
		['internal_review', 'commissioner_complaint'],
		'term-over',
		false,
	],
	['a memorandum under the law of Estonia', { profileId: 'EE', kind: 'memorandum' }, [], 'term-over', false],
])(
	'page and letter say the same of %s that was met with silence',
	async (_, filed, silence, letter, mayComplain) => {
		const { number } = await world.file(filed)
		await dutiesAt(world.store, noon('2026-03-20'))
		const thread = await seenOn(number, '2026-03-20')
		expect(thread.handlings[0]?.silence).toEqual(silence)
		expect(thread.handlings[0]?.acts.includes('complain')).toBe(mayComplain)
		for (const notice of LETTERS)
			expect(await lettersOf(world.store, notice), notice).toHaveLength(notice === letter ? 1 : 0)
		const breached = thread.entries.find(({ type }) => type === 'breached')
		const said = breached && entrySentence(translator('en') as never, 'en', breached)
		if (silence.includes('deemed_refusal')) expect(said).toContain('counts as a refusal')
		else expect(said).not.toContain('refusal')
	},
)

test('a complaint is offered from the lapse until it is made, and again of the late answer', async () => {
	const { as, write, answer } = handsIn(world)
	const { number, proceedingId } = await world.file()
	const offered = async (day: string) =>
		(await seenOn(number, day)).handlings[0]?.acts.includes('complain') ?? false
	expect(await offered('2026-01-20')).toBe(false)
	await dutiesAt(world.store, noon('2026-02-03'))
	expect(await offered('2026-02-03')).toBe(true)
	const complaint = { subject: 'Silence', text: 'No answer came', secretKey: SECRET_KEY }
	await write((tx) => complain(tx, { ...as('author', proceedingId, '2026-02-04'), ...complaint }))
	expect(await offered('2026-02-04')).toBe(false)
	await answer(proceedingId, '2026-02-10')
	expect(await offered('2026-02-11')).toBe(true)
})
