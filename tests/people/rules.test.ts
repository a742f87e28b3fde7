import { describe, expect, test } from 'vitest'
import { publicNameOf } from '#app/people/name.ts'
import { refusalOfPassword } from '#app/people/password.ts'
import { carry, isProofOf, proofOf, uncarry } from '#app/people/pending.server.ts'

test.each([
	['Айгүл Сұлтанова', 'Айгүл С.'],
	['Айгүл Сұлтанова Қайратқызы', 'Айгүл С.'],
	['Айгүл Қайратқызы Сұлтанова', 'Айгүл С.'],
	['Іле  Өтегенов', 'Іле Ө.'],
	['Oleg ivanov', 'Oleg I.'],
	['Мадонна', 'Мадонна'],
	['Азамат 01', 'Азамат 01'],
])('%s is shown as %s', (fullName, shown) => {
	expect(publicNameOf({ id: 'x', fullName, nameDisplay: 'initials' }, 'Автор')).toBe(shown)
})

test('a number stays the same and differs between people', () => {
	const shown = (id: string) => publicNameOf({ id, fullName: 'Айгүл', nameDisplay: 'number' }, 'Author')
	expect(shown('a')).toBe(shown('a'))
	const ids = Array.from({ length: 200 }, () => crypto.randomUUID())
	expect(new Set(ids.map(shown)).size).toBeGreaterThan(195)
})

test.each([
	['short', 'passwordShort'],
	['тоғыз-тоғы', undefined],
	['ninesigns', 'passwordShort'],
	['correct horse battery', undefined],
	['Aigul@Example.org', 'passwordEmail'],
	['1234567890', 'passwordCommon'],
	['9876543210', 'passwordCommon'],
	['aaaaaaaaaaaa', 'passwordCommon'],
	['Password123', 'passwordCommon'],
	['x'.repeat(100) + 'y'.repeat(101), 'passwordLong'],
])('the password %s: %s', (password, refusal) => {
	expect(refusalOfPassword(password, 'aigul@example.org')).toBe(refusal)
})

describe('a carried form', () => {
	const now = new Date('2026-02-02T08:00:00Z')
	const form = {
		to: '/kk/inquiries/new',
		values: { text: 'Су қашан қосылады?\n\n'.repeat(200), kinds: ['a', 'b'] },
	}

	test('comes back as it was, and small', () => {
		const text = carry(form, now)
		expect(uncarry(text, now)).toEqual(form)
		expect(text.length).toBeLessThan(1000)
		expect(text).toMatch(/^[\w.-]+$/)
	})

	test('is taken for a day', () => {
		const text = carry(form, now)
		expect(uncarry(text, new Date('2026-02-03T07:59:59Z'))).toEqual(form)
		expect(uncarry(text, new Date('2026-02-03T08:00:00Z'))).toBeUndefined()
	})

	test('that somebody changed or made up is not taken', () => {
		const [body = '', mac = ''] = carry(form, now).split('.')
		const other = carry({ ...form, to: '//evil.example' }, now).split('.')[0]
		for (const text of [`${other}.${mac}`, body, `${body}.`, '.', '', 'x.y', `${body}.${'ж'.repeat(43)}`]) {
			expect(uncarry(text, now)).toBeUndefined()
		}
	})

	test('is no proof of an address, nor a proof a form', () => {
		expect(
			isProofOf({ email: 'a@example.org', passwordHash: 'h' }, proofOf('A@example.org', 'h', now), now),
		).toBe(true)
		expect(
			isProofOf({ email: 'a@example.org', passwordHash: 'other' }, proofOf('a@example.org', 'h', now), now),
		).toBe(false)
		expect(
			isProofOf({ email: 'b@example.org', passwordHash: 'h' }, proofOf('a@example.org', 'h', now), now),
		).toBe(false)
		expect(
			isProofOf(
				{ email: 'a@example.org', passwordHash: 'h' },
				carry({ to: 'a@example.org', values: {} }, now),
				now,
			),
		).toBe(false)
		expect(uncarry(proofOf('a@example.org', 'h', now), now)).toBeUndefined()
	})
})
