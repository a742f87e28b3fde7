import { expect, it } from 'vitest'
import { isRedactionOf } from '#app/remarks/redaction.ts'

const ORIGINAL = 'Ask Aliya of flat 7,\r\nshe is ill. Aliya knows the station.'

it.each([
	'Ask […] of flat 7, she is ill. […] knows the station.',
	'Ask […] knows the station.',
	'[…]she is ill.[…]',
	'Ask […]Aliya[…]',
	'[…]',
	ORIGINAL.replace('\r\n', '\n'),
])('%s is the original with parts left out', (redacted) => {
	expect(isRedactionOf(ORIGINAL, redacted)).toBe(true)
})

it.each([
	'Ask somebody of flat 7, she is ill. Aliya knows the station.',
	'Ask […] of flat 7, she is well. Aliya knows the station.',
	'Ask of flat 7, she is ill. Aliya knows the station.',
	'Ask Aliya of flat 7, she is ill. Aliya knows the station.[…]',
	'Ask Aliya[…] of flat 7, she is ill. Aliya knows the station.',
	'[…] knows the station. […] she is ill. […]',
	'[…] and nobody else.',
	'',
])('%s is something else', (redacted) => {
	expect(isRedactionOf(ORIGINAL, redacted)).toBe(false)
})
