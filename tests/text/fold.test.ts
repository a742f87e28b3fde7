import { expect, test } from 'vitest'
import { fold, wordsOf } from '#app/text/fold.ts'

test.each([
	['ÄRA Raiu', 'ara raiu'],
	['ЖИЛЬЁ', 'жилье'],
	['Йод', 'иод'],
	['ИСТАНБУЛ İ', 'истанбул i'],
	['ﬁnancial Ⅳ', 'financial iv'],
	['ӘҒҚҢӨҰҮҺІ', 'әғқңөұүһі'],
])('%s is folded to %s', (text, folded) => {
	expect(fold(text)).toBe(folded)
})

test('words are letters and digits', () => {
	expect(wordsOf('Заң №88-VIII, 76-бап (5): «мерзім»!')).toEqual([
		'заң',
		'no88',
		'viii',
		'76',
		'бап',
		'5',
		'мерзім',
	])
	expect(wordsOf(' — … ')).toEqual([])
})
