import { createRemixStub } from '@remix-run/testing'
import { cleanup, render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { i18nIn, translator } from '#app/i18n/translator.ts'
import { entrySentence } from '#app/inquiries/entry-words.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { ENTRY_TYPES, type Entry, type Thread } from '#app/inquiries/thread.ts'
import * as List from '#app/routes/$lang.inquiries._index/route.tsx'
import Question from '#app/routes/$lang.inquiries.$number._index/route.tsx'
import Complaint from '#app/routes/$lang.inquiries.$number.complaint/route.tsx'
import Withdrawal from '#app/routes/$lang.inquiries.$number.withdrawal/route.tsx'
import Ask from '#app/routes/$lang.inquiries.new/route.tsx'
import Receipt from '#app/routes/$lang.receipts.$secret._index/route.tsx'
import { bodies } from '#db/schema/bodies.ts'
import { handsIn, noon } from '#tests/inquiries/a-case.ts'
import { aWorld } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

/** Shows a page as its loader and its action would have it. */
function show(
	Page: React.ComponentType,
	{ language = 'en', loaded = {}, answer }: { language?: Language; loaded?: object; answer?: object } = {},
) {
	const Stub = createRemixStub([
		{ path: '/', Component: Page, loader: () => loaded, action: () => answer ?? {} },
	])
	return render(
		<I18nextProvider i18n={i18nIn(language)}>
			<Stub
				hydrationData={{ loaderData: { '0': loaded }, actionData: answer ? { '0': answer } : undefined }}
			/>
		</I18nextProvider>,
	)
}

const words = (text: string) => ({ kk: text, ru: text, en: text })
const asking = {
	kinds: [
		{ kind: 'request', n: 15, unit: 'wd' },
		{ kind: 'complaint', n: 20, unit: 'wd' },
	],
	choices: [
		{
			id: 'ENV',
			code: 'ENV',
			names: words('Ministry of Environment'),
			bound: true,
			offices: [{ id: 'm', slug: 'minister', names: words('Minister'), holder: words('A Holder') }],
		},
	],
	standing: { signedIn: false, level: 0, needed: 1, addressed: false, ways: [], signature: false },
	chosen: { to: 'office:minister' },
}

describe('the page to ask', () => {
	test.each(LANGUAGES)('has one heading, labelled fields and the three steps in %s', (language) => {
		const t = translator(language)
		show(Ask, { language, loaded: asking })
		expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
		for (const step of ['to', 'what', 'how'] as const)
			expect(screen.getByRole('heading', { name: t(`inquiries:ask.step.${step}`) })).toBeTruthy()
		expect(screen.getByRole('combobox', { name: t('inquiries:ask.to') })).toHaveProperty(
			'value',
			'office:minister',
		)
		expect(screen.getByLabelText(t('inquiries:ask.subject'), { exact: false })).toBeTruthy()
	})

	test('says before the first field that one must sign in, and to a confirmed person says nothing', () => {
		const { container } = show(Ask, { loaded: asking })
		const notice = screen.getByText('To file a question, sign in with a confirmed e-mail')
		const field = container.querySelector('select') as Element
		expect(notice.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
		cleanup()
		const standing = { ...asking.standing, signedIn: true, level: 1, addressed: true }
		show(Ask, { loaded: { ...asking, standing } })
		expect(screen.queryByText('To file a question, sign in with a confirmed e-mail')).toBeNull()
	})

	test('tells the term that follows from each kind', () => {
		show(Ask, { loaded: asking })
		expect(screen.getByLabelText('Complaint').getAttribute('type')).toBe('radio')
		expect(screen.getByText(/Term: 20 working days/)).toBeTruthy()
	})

	test('of a body that the law does not bind names no term and speaks of no duty', () => {
		const choices = asking.choices.map((body) => ({ ...body, bound: false }))
		const { container } = show(Ask, { loaded: { ...asking, choices } })
		expect(screen.getByText(/answers of its own will: no term in law runs/)).toBeTruthy()
		expect(container.textContent).not.toMatch(/Term: |term 15|The law obliges/)
	})

	test('a refused form keeps what was typed and names the field', () => {
		show(Ask, {
			loaded: asking,
			answer: {
				step: 'form',
				form: {
					status: 'error',
					error: { text: ['tooShort:10'] },
					initialValue: { subject: 'Water', text: 'x' },
				},
			},
		})
		expect(screen.getByDisplayValue('Water')).toBeTruthy()
		const summary = screen.getByRole('alert')
		expect(within(summary).getByRole('link').getAttribute('href')).toBe('#text')
	})
})

describe('the page of a question', () => {
	let thread: Thread
	let own: Thread
	beforeAll(async () => {
		const world = await aWorld()
		const { answer } = handsIn(world)
		const { number, proceedingId } = await world.file()
		await answer(proceedingId, '2026-01-14')
		const seen = (who: string) =>
			threadOf(world.store.read, number, {
				actor: world.actors[who] ?? { personId: null, roles: [], level: 0 },
				now: noon('2026-01-20'),
			})
		thread = (await seen('nobody')) as Thread
		own = (await seen('author')) as Thread
		await world.store.close()
	})

	test.each(LANGUAGES)('in %s: question, letter and record under one heading', (language) => {
		const t = translator(language)
		show(Question, { language, loaded: { thread, hearings: [] } })
		expect(screen.getByRole('heading', { level: 1, name: 'Where do batteries go' })).toBeTruthy()
		expect(screen.getByText('They go to the plant in Tauqala.')).toBeTruthy()
		expect(screen.getByRole('heading', { name: t('inquiries:letter.appeal') })).toBeTruthy()
		expect(screen.getByRole('heading', { name: t('inquiries:thread.record') })).toBeTruthy()
	})

	test('offers its acts to the author alone', () => {
		show(Question, { loaded: { thread, hearings: [] } })
		expect(screen.queryByText('Was your question answered?')).toBeNull()
		cleanup()
		show(Question, { loaded: { thread: own, receipt: 'secret', hearings: [] } })
		expect(screen.getByRole('link', { name: 'Complain to the superior body' }).getAttribute('href')).toBe(
			`/en/inquiries/${own.number}/complaint`,
		)
		expect(screen.getByRole('group', { name: 'Was your question answered?' })).toBeTruthy()
	})

	test.each([
		['KZ', 'ENV', 'The author may complain to the superior body'],
		['KZ', 'GOV', 'The author may go to court'],
		['GB', 'ENV', 'The author may ask for an internal review'],
	])('under %s a lapsed term of %s says what follows from it', async (profileId, bodyId, said) => {
		const world = await aWorld()
		const kind = profileId === 'GB' ? 'foi_request' : 'request'
		const { number } = await world.file({ profileId, kind, bodyId, officeId: null })
		const actor = world.actors.author
		const lapsed = await threadOf(world.store.read, number, { actor, now: noon('2026-03-20') })
		await world.store.close()
		show(Question, { loaded: { thread: lapsed, hearings: [] } })
		const notice = within(
			screen.getByText('The term has ended without an answer').parentElement as HTMLElement,
		)
		expect(notice.getByText(said)).toBeTruthy()
		expect(notice.queryAllByText(/refused/)).toHaveLength(profileId === 'KZ' ? 1 : 0)
	})

	test('of a body that the law does not bind has no term, no lapse and no complaint on it', async () => {
		const world = await aWorld()
		await world.store.write('bodies', (tx) => tx.update(bodies).set({ bound: false }))
		const { number } = await world.file()
		const actor = world.actors.author
		const free = (await threadOf(world.store.read, number, { actor, now: noon('2026-09-01') })) as Thread
		await world.store.close()
		const { container } = show(Question, { loaded: { thread: free, receipt: 'secret', hearings: [] } })
		expect(screen.getByText('This body answers of its own will: no term in law runs.')).toBeTruthy()
		expect(container.textContent).not.toMatch(/due|overdue|refus|Complain/i)
		cleanup()
		show(Receipt, { loaded: { thread: free, secret: 'secret', qr: { size: 21, d: 'M0 0h1v1h-1z' } } })
		expect(screen.getByText('None: this body answers of its own will')).toBeTruthy()
	})

	test('the receipt leads to the same acts under its own address, and carries a code to scan', () => {
		const qr = { size: 21, d: 'M0 0h1v1h-1z' }
		show(Receipt, { loaded: { thread: own, secret: 'secret', qr } })
		expect(screen.getByRole('heading', { level: 1, name: own.number })).toBeTruthy()
		expect(screen.getByRole('link', { name: 'Rate the answer' }).getAttribute('href')).toBe(
			'/en/receipts/secret/satisfaction',
		)
		expect(screen.getByRole('img', { name: 'QR code of the personal link' })).toBeTruthy()
	})
})

test('an empty list says what will be here', () => {
	show(List.default, {
		loaded: {
			list: { items: [], total: 0, more: false, page: 1, pages: 1 },
			query: { state: 'overdue' },
			state: 'overdue',
			places: [],
		},
	})
	expect(screen.getByText('There are no such questions')).toBeTruthy()
	expect(screen.getByRole('link', { name: 'Overdue' }).getAttribute('aria-current')).toBe('true')
})

test('the form of the list keeps what narrows it, and the table has the same', async () => {
	const world = await aWorld()
	const { number } = await world.file({ postId: 'post' })
	await world.file({ bodyId: 'HSG', officeId: null })
	const path = '/en/inquiries?state=open&office=minister&post=post'
	await visit(world, List, { path })
	const form = document.querySelector('form.search-box') as HTMLFormElement
	expect(new URLSearchParams(new FormData(form) as never).toString()).toBe(
		'q=&body=&state=open&office=minister&post=post',
	)
	expect(screen.getByText(number)).toBeTruthy()
	const table = screen.getByRole('link', { name: 'Table (CSV)' })
	expect(table.getAttribute('href')).toBe('/en/inquiries/list.csv?state=open&office=minister&post=post')
	expect(screen.getByRole('link', { name: 'All questions' }).getAttribute('href')).toBe(
		'/en/inquiries?state=open',
	)
	cleanup()
	await visit(world, List, { path: '/en/inquiries?body=HSG&office=minister' })
	expect(screen.getByText('1 question')).toBeTruthy()
	expect(document.querySelector('input[name=office]')).toBeNull()
	expect(screen.getByRole('link', { name: 'Feed' }).getAttribute('href')).toBe('/en/bodies/HSG/feed.atom')
})

test('beyond ten thousand nobody counts', () => {
	show(List.default, {
		loaded: {
			list: { items: [], total: 10_000, more: true, page: 1, pages: 400 },
			query: {},
			state: 'all',
			places: [],
		},
	})
	expect(screen.getByText('More than 10,000 questions')).toBeTruthy()
})

test('taking back says its effect, and how many have joined, before the button', () => {
	show(Withdrawal, { loaded: { number: 'ENV-2026-000001-1', open: true, joined: 2 } })
	expect(screen.getByText(/2 people have joined/)).toBeTruthy()
	expect(screen.getByRole('button', { name: 'Take it back' })).toBeTruthy()
})

test('a complaint that comes too early gives the reason in place of the form', () => {
	show(Complaint, {
		loaded: {
			number: 'ENV-2026-000001-1',
			closed: 'too-early',
			prepared: { subject: '', text: '' },
			today: '2026-01-20',
			others: [],
		},
	})
	expect(screen.getByText(/It is too early/)).toBeTruthy()
	expect(screen.queryByRole('button')).toBeNull()
})

test.each(LANGUAGES)('every step of the record has a sentence in %s', (language) => {
	const t = translator(language)
	const entry = { key: 1, at: new Date(), on: '2026-01-20', proceedingId: null }
	for (const type of ENTRY_TYPES) {
		const step = { ...entry, type, ground: type === 'terminated' ? 'anonymous' : undefined } as Entry
		expect(entrySentence(t as never, language, step).length, type).toBeGreaterThan(10)
	}
})
