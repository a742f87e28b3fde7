import { expect, test } from 'vitest'
import { printParts } from '#app/protocols/print-parts.ts'

const remark = (ordinal: number, letters = 300) => ({ ordinal, text: 'x'.repeat(letters), reason: null })
type Group = Parameters<typeof printParts>[0][number]
const group = (ordinal: number, remarks: ReturnType<typeof remark>[]) =>
	({ ordinal, title: '', answer: 'y'.repeat(100), remarks }) as unknown as Group & { ordinal: number }
const shapeOf = (parts: (Group & { ordinal: number })[][]) =>
	parts.map((groups) => groups.map(({ ordinal, remarks }) => [ordinal, remarks.map((one) => one.ordinal)]))

test('a protocol is printed in parts that each hold so many letters, and every remark stands in one of them', () => {
	const groups = [
		group(1, [remark(1), remark(2)]),
		group(2, [remark(3), remark(4), remark(5)]),
		group(3, [remark(6, 9000)]),
		group(4, [remark(7)]),
	]
	expect(shapeOf(printParts(groups, 1800))).toEqual([
		[
			[1, [1, 2]],
			[2, [3]],
		],
		[[2, [4, 5]]],
		[[3, [6]]],
		[[4, [7]]],
	])
	expect(printParts(groups)).toHaveLength(1)
	expect(printParts([])).toEqual([[]])
})

test('ten thousand remarks are as many remarks in all parts', () => {
	const groups = Array.from({ length: 100 }, (_, g) =>
		group(
			g,
			Array.from({ length: g === 0 ? 9901 : 1 }, (_, n) => remark(g * 10_000 + n, 400)),
		),
	)
	const parts = printParts(groups)
	expect(parts.length).toBe(7)
	const all = parts.flat().flatMap(({ remarks }) => remarks.map(({ ordinal }) => ordinal))
	expect(new Set(all).size).toBe(10_000)
	expect(all).toHaveLength(10_000)
})
