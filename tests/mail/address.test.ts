import { expect, test } from 'vitest'
import {
	bodyMailAddress,
	letterReturnPath,
	officeMailAddress,
	readMailAddress,
	threadMailAddress,
} from '#app/mail/address.server.ts'
import { registerNumber } from '#app/register/number.ts'

const home = { domain: 'mail.example', secretKey: 'a secret key that only the tests know' }
const NUMBER = registerNumber('ENV', 2026, 123)

test('every address that is made is read back, in whatever case a mail server writes it', () => {
	const made = [
		[bodyMailAddress('ENV', home), { to: 'body', code: 'ENV' }],
		[
			officeMailAddress('ENV', 'env-minister', home),
			{ to: 'office', code: 'ENV', slugs: ['env-minister', 'minister'] },
		],
		[
			officeMailAddress('ENV', 'minister', home),
			{ to: 'office', code: 'ENV', slugs: ['env-minister', 'minister'] },
		],
		[threadMailAddress(NUMBER, 'author', home), { to: 'thread', number: NUMBER, side: 'author' }],
		[threadMailAddress(NUMBER, 'desk', home), { to: 'thread', number: NUMBER, side: 'desk' }],
		[letterReturnPath(42, home), { to: 'letter', letter: 42 }],
		['postmaster@mail.example', { to: 'postmaster' }],
	] as const
	for (const [address, meaning] of made) {
		expect(readMailAddress(address, home), address).toEqual(meaning)
		expect(readMailAddress(address.toUpperCase(), home), address).toEqual(meaning)
	}
	expect(officeMailAddress('ENV', 'env-minister', home)).toBe('env.minister@mail.example')
})

test('an address of a thread opens neither another thread, nor its other side, nor with another key', () => {
	const author = threadMailAddress(NUMBER, 'author', home)
	const forged = [
		author.replace('q-', 'd-'),
		author.replace(NUMBER, registerNumber('ENV', 2026, 124)),
		author.replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0')),
		threadMailAddress(NUMBER, 'author', { ...home, secretKey: 'another' }),
		author.replace('mail.example', 'elsewhere.example'),
		`q-${NUMBER}@mail.example`,
		'@mail.example',
		'env',
		'env.@mail.example',
		`env.${'x'.repeat(200)}@mail.example`,
	]
	for (const address of forged) expect(readMailAddress(address, home), address).toBeUndefined()
})

test('the longest address stays within the 64 signs that SMTP gives to a name', () => {
	const name = threadMailAddress(registerNumber('ABCDE', 2026, 99_999_999), 'author', home).split('@')[0]
	expect(name?.length).toBeLessThanOrEqual(64)
})
