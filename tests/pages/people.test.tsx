import { createRemixStub } from '@remix-run/testing'
import { render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { i18nIn, translator } from '#app/i18n/translator.ts'
import { EnterCode } from '#app/people/enter-code.tsx'
import { GoOn } from '#app/people/go-on.tsx'
import { NewPasswordForm } from '#app/people/new-password-form.tsx'
import { SignInFirst } from '#app/people/sign-in-first.tsx'
import { REFUSALS, useRefusals } from '#app/people/use-refusals.ts'
import OwnQuestions from '#app/routes/$lang.account._index/route.tsx'
import Profile from '#app/routes/$lang.account.profile/route.tsx'
import SignIn from '#app/routes/$lang.sign-in/route.tsx'
import SignUp from '#app/routes/$lang.sign-up/route.tsx'

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

function Words() {
	const words = useRefusals()
	return [...REFUSALS.filter((code) => code !== 'often'), 'often:1', 'often:57', 'often:600'].map((code) => (
		<p key={code}>{words(code)}</p>
	))
}

const signInLoaded = { next: null, demo: null, ways: [], signature: false }
const refusedForm = (error: object, initialValue: object) => ({
	form: { status: 'error', error, initialValue },
})
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement
const hidden = (container: HTMLElement, name: string) =>
	container.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)?.value

describe('the page to sign in', () => {
	test.each(LANGUAGES)('has one heading and labelled fields in %s', (language) => {
		const t = translator(language)
		show(SignIn, { language, loaded: signInLoaded })
		expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
		expect(screen.getByRole('textbox', { name: t('people:fields.email') })).toBeTruthy()
		expect(screen.getByLabelText(t('people:fields.password')).getAttribute('type')).toBe('password')
		expect(screen.queryByText(t('people:demo.title'))).toBeNull()
	})

	test('after a refusal says so first, leads to the field, and keeps the address but not the password', () => {
		const { container } = show(SignIn, {
			loaded: signInLoaded,
			answer: refusedForm(
				{ email: ['credentials'] },
				{ email: 'a@example.org', carried: 'c.d', next: '/en/x' },
			),
		})
		const summary = screen.getByRole('alert')
		const link = within(summary).getByRole('link', { name: 'The e-mail or the password is not right.' })
		expect(link.getAttribute('href')).toBe('#email')
		expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('a@example.org')
		expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('')
		expect([hidden(container, 'carried'), hidden(container, 'next')]).toEqual(['c.d', '/en/x'])
	})

	test('that carries a form takes it along to every other way in', () => {
		show(SignIn, { loaded: signInLoaded, answer: { carried: 'c.d' } })
		for (const [name, path] of [
			['Create an account', '/en/sign-up'],
			['Forgot your password?', '/en/reset'],
		] as const) {
			expect(button(name).getAttribute('formaction')).toBe(path)
			expect(button(name).value).toBe('show')
		}
	})

	test('of a demonstration offers every part at one press', () => {
		show(SignIn, { loaded: { ...signInLoaded, demo: [{ value: 'ENV', label: 'Environment' }] } })
		const parts = screen.getAllByRole('button', { name: /^Become/ }) as HTMLButtonElement[]
		expect(parts.map(({ value }) => value)).toEqual([
			'citizen',
			'executor',
			'approver',
			'clerk',
			'administrator',
			'overseer',
			'moderator',
		])
		expect(parts[0]?.form?.getAttribute('action')).toBe('/en/sign-in/demo')
		expect((screen.getByLabelText('Body') as HTMLSelectElement).value).toBe('ENV')
	})
})

test('the page to sign up keeps what was typed beside what is wrong', () => {
	show(SignUp, {
		loaded: { next: null },
		answer: refusedForm({ password: ['passwordCommon'] }, { fullName: 'Айгүл', email: 'a@example.org' }),
	})
	expect((screen.getByLabelText('Full name') as HTMLInputElement).value).toBe('Айгүл')
	const password = screen.getByLabelText('Password')
	expect(password.getAttribute('aria-invalid')).toBe('true')
	expect(document.getElementById('password-error')?.textContent).toMatch(/Many people use/)
})

describe('the code from the letter', () => {
	test('stands in the form when the link brought it, and nothing happens by itself', () => {
		const { container } = show(() => <EnterCode entry={{ letter: 'l', code: '123456' }} />)
		expect((screen.getByLabelText('Code from the letter') as HTMLInputElement).value).toBe('123456')
		expect(hidden(container, 'letter')).toBe('l')
		expect(button('Confirm').form?.method).toBe('post')
	})

	test('is asked for with the address, its proof and the carried form kept', () => {
		const entry = { email: 'a@example.org', proof: 'p.q', carried: 'c.d', next: '/en/x', sent: true }
		const { container } = show(() => <EnterCode entry={entry} />)
		expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('a@example.org')
		expect(['proof', 'carried', 'next'].map((name) => hidden(container, name))).toEqual([
			'p.q',
			'c.d',
			'/en/x',
		])
	})

	test('for a new password comes with the field for it', () => {
		const { container } = show(() => <NewPasswordForm letter="l" code="123456" carried="c.d" />)
		expect(screen.getByLabelText('New password').getAttribute('autocomplete')).toBe('new-password')
		expect(hidden(container, 'carried')).toBe('c.d')
	})
})

test('whoever is not signed in takes the form along', () => {
	const { container } = show(() => <SignInFirst carried="c.d" />)
	expect(hidden(container, 'carried')).toBe('c.d')
	expect(button('Sign in').form?.getAttribute('action')).toBe('/en/sign-in')
	expect(button('Create an account').getAttribute('formaction')).toBe('/en/sign-up')
	expect(screen.getByText(/What you wrote and attached is kept/)).toBeTruthy()
})

test('after signing in the form goes back to its page with every value, at one press', () => {
	const { container } = show(() => (
		<GoOn to="/en/inquiries/new" values={{ subject: 'Water "now"', topics: ['a', 'b'] }} />
	))
	const form = container.querySelector('form') as HTMLFormElement
	expect([form.getAttribute('action'), form.method]).toEqual(['/en/inquiries/new', 'post'])
	expect([...new FormData(form)]).toEqual([
		['subject', 'Water "now"'],
		['topics', 'a'],
		['topics', 'b'],
	])
	expect(button('Go on').form).toBe(form)
})

test.each(LANGUAGES)('every refusal has its words in %s', (language) => {
	const { container } = show(() => <Words />, { language })
	const said = [...container.querySelectorAll('p')].map(({ textContent }) => textContent)
	expect(new Set(said).size).toBe(REFUSALS.length + 2)
	expect(said.join()).toMatch(/57/)
	expect(said.at(-1)).toMatch(/10/)
})

describe('an account', () => {
	const question = {
		number: 'ENV-2026-000001-5',
		subject: 'Су қашан қосылады?',
		language: 'kk',
		visibility: 'private',
		receivedAt: '2026-02-02T08:00:00Z',
		dueOn: '2026-02-23',
	}

	test('lists questions with their state and last day, and pages', () => {
		const questions = [
			{ ...question, state: 'open' },
			{ ...question, number: 'ENV-2026-000002-3', state: 'overdue', visibility: 'public' },
			{ ...question, number: 'ENV-2026-000003-1', state: 'answered', dueOn: null },
		]
		show(OwnQuestions, { loaded: { page: 2, pages: 3, total: 53, questions } })
		expect(screen.getByText('53 questions')).toBeTruthy()
		const rows = screen.getAllByRole('listitem').filter((row) => within(row).queryByText(question.subject))
		expect(rows).toHaveLength(3)
		expect(rows[0]?.textContent).toMatch(/Awaiting an answer.*Answer due.*23 February 2026.*Private/)
		expect(rows[1]?.textContent).toMatch(/Overdue/)
		expect(rows[2]?.textContent).not.toMatch(/Answer due/)
		expect(screen.getByRole('link', { name: '2' }).getAttribute('aria-current')).toBe('page')
	})

	test('without questions says what will be here and where to ask', () => {
		show(OwnQuestions, { loaded: { page: 1, pages: 0, total: 0, questions: [] } })
		expect(screen.getByRole('link', { name: 'Ask a question' }).getAttribute('href')).toBe(
			'/en/inquiries/new',
		)
	})

	test('shows how a name will look before it is chosen', () => {
		show(Profile, {
			loaded: {
				saved: false,
				profile: {
					fullName: 'Айгүл Сұлтанова',
					nameDisplay: 'initials',
					language: 'kk',
					postalAddress: null,
				},
				displays: [
					{ value: 'full', example: 'Айгүл Сұлтанова' },
					{ value: 'initials', example: 'Айгүл С.' },
					{ value: 'number', example: 'Author 123456' },
				],
			},
		})
		const initials = screen.getByRole('radio', { name: 'The first name and an initial' }) as HTMLInputElement
		expect(initials.checked).toBe(true)
		expect(document.getElementById(`${initials.id}-description`)?.textContent).toBe('Айгүл С.')
	})
})
