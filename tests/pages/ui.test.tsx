import { render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { i18nIn } from '#app/i18n/translator.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Check, Choice } from '#app/ui/choice.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Figure, Ledger } from '#app/ui/ledger.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { Time } from '#app/ui/time.tsx'

describe('a field', () => {
	test('is found by its label, and described by its description and its error', () => {
		render(
			<Field name="text" label="Сауал" type="textarea" description="Қысқа жазыңыз" error="Мәтінін жазыңыз" />,
		)
		const field = screen.getByRole('textbox', { name: 'Сауал' })
		expect(field.id).toBe('text')
		expect(field.getAttribute('aria-invalid')).toBe('true')
		const words = field
			.getAttribute('aria-describedby')
			?.split(' ')
			.map((id) => document.getElementById(id)?.textContent)
		expect(words).toEqual(['Қысқа жазыңыз', 'Мәтінін жазыңыз'])
	})

	test('without a problem says nothing of one', () => {
		render(<Field name="email" label="E-mail" type="email" optional="(optional)" defaultValue="a@b.kz" />)
		const field = screen.getByRole('textbox', { name: 'E-mail (optional)' })
		expect(field.hasAttribute('aria-invalid')).toBe(false)
		expect(field.hasAttribute('aria-describedby')).toBe(false)
		expect((field as HTMLInputElement).value).toBe('a@b.kz')
	})

	test('offers groups of options', () => {
		const options = [
			{ value: '', label: '—' },
			{ label: 'Ministries', options: [{ value: 'ENV', label: 'Ecology' }] },
		]
		render(<Field name="body" label="Body" type="select" options={options} defaultValue="ENV" />)
		expect(screen.getByRole('combobox', { name: 'Body' })).toHaveProperty('value', 'ENV')
		expect(screen.getByRole('group', { name: 'Ministries' })).toBeTruthy()
	})
})

test('a choice is one group, whose first option an error summary can lead to', () => {
	const options = [
		{ value: 'request', label: 'Request' },
		{ value: 'complaint', label: 'Complaint', description: 'A right was broken' },
	]
	render(<Choice name="kind" legend="Kind" options={options} defaultValue="complaint" error="Choose one" />)
	const group = screen.getByRole('group', { name: 'Kind', description: 'Choose one' })
	const [first, second] = within(group).getAllByRole('radio') as HTMLInputElement[]
	expect(first?.id).toBe('kind')
	expect(second?.checked).toBe(true)
	expect(within(group).getByRole('radio', { name: 'Complaint', description: 'A right was broken' })).toBe(
		second,
	)
})

test('a tick box has its label', () => {
	render(<Check name="private" label="Private" value="yes" />)
	expect(screen.getByRole('checkbox', { name: 'Private' })).toHaveProperty('value', 'yes')
})

test('an error summary takes focus and leads to the fields, without scripts', () => {
	const html = renderToStaticMarkup(
		<ErrorSummary title="Түзетіңіз" problems={[{ field: 'text', message: 'Мәтін' }]} />,
	)
	expect(html).toContain('tabindex="-1" autofocus=""')
	expect(html).toContain('<a class="ds-link" href="#text">Мәтін</a>')
	expect(renderToStaticMarkup(<ErrorSummary title="Түзетіңіз" problems={[]} />)).toBe('')
})

test('a table has a caption, headers for columns and rows, and can be scrolled by keys', () => {
	const rows = [{ key: 1, cells: ['ENV', 3] }]
	render(
		<Table caption="Bodies" columns={[{ label: 'Body' }, { label: 'Open', numeric: true }]} rows={rows} />,
	)
	expect(screen.getByRole('region', { name: 'Bodies' }).tabIndex).toBe(0)
	expect(screen.getByRole('table', { name: 'Bodies' })).toBeTruthy()
	expect(screen.getByRole('columnheader', { name: 'Open' })).toBeTruthy()
	expect(screen.getByRole('rowheader', { name: 'ENV' })).toBeTruthy()
})

describe('a pager', () => {
	const words = { label: 'Pages', previous: 'Previous', next: 'Next' }
	const hrefFor = (page: number) => `/list?page=${page}`

	test('leads to the neighbours and the ends, and says which page this is', () => {
		render(<Pager page={5} pages={12} hrefFor={hrefFor} words={words} />)
		const names = screen.getAllByRole('link').map(({ textContent }) => textContent)
		expect(names).toEqual(['Previous', '1', '4', '5', '6', '12', 'Next'])
		expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('5')
		expect(screen.getByRole('link', { name: 'Next' }).getAttribute('href')).toBe('/list?page=6')
	})

	test('is not there for a single page', () => {
		expect(renderToStaticMarkup(<Pager page={1} pages={1} hrefFor={hrefFor} words={words} />)).toBe('')
	})
})

test('the last step of the way up is the page itself', () => {
	render(<Breadcrumbs label="Where you are" steps={[{ label: 'Home', href: '/kk' }, { label: 'Ecology' }]} />)
	expect(screen.getAllByRole('link')).toHaveLength(1)
	expect(screen.getByText('Ecology').getAttribute('aria-current')).toBe('page')
})

test('a button sends its form, and a link that looks like one is a link', () => {
	render(
		<>
			<Button>Send</Button>
			<LinkButton href="/kk/inquiries/new">Ask</LinkButton>
		</>,
	)
	expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('type', 'submit')
	expect(screen.getByRole('link', { name: 'Ask' }).getAttribute('href')).toBe('/kk/inquiries/new')
})

test('figures lead to the lists behind them', () => {
	render(
		<Ledger label="Today">
			<Figure value="7" label="due today" href="/due" />
		</Ledger>,
	)
	expect(screen.getByRole('list', { name: 'Today' })).toBeTruthy()
	expect(screen.getByRole('link', { name: /7\s*due today/ })).toBeTruthy()
})

test('facts without a value are left out', () => {
	render(
		<DefinitionList
			entries={[
				{ term: 'Number', value: 'ENV-1' },
				{ term: 'Executor', value: undefined },
			]}
		/>,
	)
	expect(screen.queryByText('Executor')).toBeNull()
})

test('a filter in force is marked', () => {
	render(
		<Filters
			label="Show"
			places={[
				{ label: 'All', href: '/a' },
				{ label: 'Mine', href: '/b', current: true, count: 0 },
			]}
		/>,
	)
	expect(screen.getByRole('link', { current: true }).textContent).toBe('Mine0')
})

test('an icon is silent unless it is given a label', () => {
	const { container } = render(<Icon name="tick" />)
	expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
	render(<Icon name="flag" label="Due" />)
	expect(screen.getByRole('img', { name: 'Due' })).toBeTruthy()
})

test.each([
	['kk', '2026 ж. 27 қаңтар, сейсенбі'],
	['ru', 'вторник, 27 января 2026 г.'],
	['en', 'Tuesday 27 January 2026'],
] as const)('a day is written for people and for machines (%s)', (language, words) => {
	render(
		<I18nextProvider i18n={i18nIn(language)}>
			<Time on="2026-01-27" />
		</I18nextProvider>,
	)
	expect(screen.getByText(words).getAttribute('datetime')).toBe('2026-01-27')
})

test('a moment is written in the zone of the law', () => {
	render(
		<I18nextProvider i18n={i18nIn('ru')}>
			<Time at="2026-01-26T19:30:00Z" format="short" />
		</I18nextProvider>,
	)
	expect(screen.getByText(/^27 янв\.,? 00:30$/)).toBeTruthy()
})

// The content security policy of the pages refuses them.
test('no part writes a style attribute', () => {
	const html = renderToStaticMarkup(
		<>
			<Field name="a" label="A" type="file" error="B" />
			<Choice name="b" legend="B" options={[{ value: 'c', label: 'C' }]} boxed />
			<Notice tone="warning" heading="D" />
			<Icon name="clock" />
		</>,
	)
	expect(html).not.toMatch(/ style=/)
})
