import { expect, test } from 'vitest'
import { LONGEST } from '#app/hearings/hearing.ts'
import { paragraphsOf } from '#app/hearings/paragraphs.ts'

test('a paragraph ends with an empty line, and where a line ends a sentence', () => {
	const words =
		'Chapter 1\n\n1. Water is released\nin April.\n2. In a dry year less;\nnever in May\n\n\nThe end'
	expect(paragraphsOf(words)).toEqual([
		'Chapter 1',
		'1. Water is released\nin April.',
		'2. In a dry year less;',
		'never in May',
		'The end',
	])
	expect(paragraphsOf(' \n\n')).toEqual([])
})

test('none is longer than a passage may be, and no word of it is lost or cut', () => {
	const words = Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ')
	const paragraphs = paragraphsOf(`${words}\n\n${'x'.repeat(2500)}`)
	expect(paragraphs.every(({ length }) => length <= LONGEST.passage)).toBe(true)
	expect(paragraphs.join(' ').startsWith(words)).toBe(true)
	expect(paragraphs.slice(-3).join('')).toBe('x'.repeat(2500))
})
